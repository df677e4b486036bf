"""Which poll each figure of a story is of, and what is told of the polls."""

import pytest

from extractor.assembly.poll_plan import PollPlan
from extractor.assembly.polls import find_polls
from extractor.components.context import ContextMarker
from extractor.components.values import FigureValue
from extractor.models import Article
from tests.assembly.poll_plans import plan_of
from tests.components.poll_pipeline import build
from tests.markup import parse

POLLS = {
    "one poll for the lead, the body and the method note": (
        "Most tenants want rent caps, poll finds\n\n"
        "A new poll finds <fig poll=1>61 percent</fig> of tenants in favor.\n\n"
        "The Harbor Street survey was taken in October. Landlords differ: <fig poll=1>20 percent</fig> agree."
    ),
    "a paper's poll gets its maker's name": (
        "The Bay Ledger's new poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nOverall, <fig poll=1>52 "
        "percent</fig> of the 903 voters surveyed by Coastline Research are. The survey by Coastline Research also has "
        "landlords, at <fig poll=1>20 percent</fig>."
    ),
    "but not a pollster's poll": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThe survey by Coastline Research has "
        "landlords at <fig poll=2>20 percent</fig>."
    ),
    "nor does one paper take another's": (
        "A Kyodo poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThe survey by the Asahi Shimbun has "
        "landlords at <fig poll=2>20 percent</fig>."
    ),
    "a share told as a body's, and one that somebody else paid for, are of polls of their own": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nAccording to the Harbor Foundation, "
        "<fig poll=2>20 percent</fig> of landlords are.\n\nBy contrast, <fig poll=3>53 percent</fig> of tenants were "
        "in favor in a poll paid for by the Tenant Group."
    ),
    "back to the new poll after a separate one": (
        "A new Gallup survey has <fig poll=1>44 percent</fig> of tenants in favor.\n\nA separate Acme survey has "
        "landlords at <fig poll=2>20 percent</fig>. In the new survey, landlords are at <fig poll=1>22 percent</fig>."
    ),
    "a title shortens the pollster's name": (
        "Half of tenants in favor in Harbor poll: <fig poll=1>50 percent</fig>\n\n"
        "Harbor Institute asked 1,002 tenants, and <fig poll=1>50 percent</fig> are in favor."
    ),
    "a month that opens a sentence dates the poll behind it, and the story goes on with its own": (
        "An Acme poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nIn May, a Bay Ledger poll had "
        "<fig poll=2>39 percent</fig>.\n\nLandlords are at <fig poll=1>20 percent</fig>."
    ),
    "a place told far from the name is not the poll's": (
        "An Acme poll of tenants in Ohio has <fig poll=1>44 percent</fig> in favor.\n\nIn an Acme poll of September "
        "<fig poll=1 wave=previous when=2019-09>39 percent</fig> were, before the minister for homes took a long trip "
        "and spoke of rents and of her plans for them in Iowa."
    ),
    "scholars who found or asked have a study of their own": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nPolitical scientists at Duke "
        "found that <fig poll=2>20 percent</fig> of landlords are.\n\nA team of economists from Princeton asked "
        "builders; <fig poll=3>30 percent</fig> agreed.\n\nA study by Stanford sociologists found that <fig poll=4>53 "
        "percent</fig> of lodgers are."
    ),
    "but researchers without a house are the pollster's": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nResearchers found that "
        "<fig poll=1>20 percent</fig> of landlords are. American researchers found more of them in cities, "
        "<fig poll=1>31 percent</fig>."
    ),
    "somebody's own survey is none of the poll at hand": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThe landlords' association's own "
        "survey of its members found <fig poll=2>20 percent</fig> in favor."
    ),
    "but it is where the pollster's name or kind is told": (
        "A poll by the Health Workers Union has <fig poll=1>44 percent</fig> of nurses in favor.\n\nThe union's own "
        "survey found <fig poll=1>20 percent</fig> of doctors in favor."
    ),
    "a newspaper's own poll": (
        "A Bay Ledger poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThe newspaper's own poll found "
        "<fig poll=1>20 percent</fig> of landlords in favor."
    ),
    "pollsters told together, each with its figure": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nIpsos, Leger and Nanos put support at "
        "<fig poll=2>50</fig>, <fig poll=3>53</fig> and <fig poll=4>56 percent</fig>, respectively."
    ),
    "words between a pollster and its verb": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nEkos, meanwhile, pegged support at "
        "<fig poll=2>50 percent</fig>.\n\nLeger, which has asked about rents since May, reports that <fig poll=3>53 "
        "percent</fig> are.\n\nFor Ipsos, the caps are less popular: <fig poll=4>31 percent</fig> are in favor."
    ),
    "pollsters in brackets behind their figures": (
        "Support for the plan ranges from <fig poll=1>41 percent</fig> (Gallup) to <fig poll=2>55 percent</fig> (Pew)."
    ),
    "a pollster that a list places on its share, and a day before the verb": (
        "YouGov put Labour on <fig poll=1>41 percent</fig>, Ipsos on <fig poll=2>43 percent</fig>.\n\nGallup, on "
        "Wednesday, showed it at <fig poll=3>44 percent</fig>. It did better with Leger, which found <fig poll=4>48 "
        "percent</fig>."
    ),
    "a share that is more than another poll's, and a poll in brackets, close with their sentence": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThat is more than the <fig poll=2>31 "
        "percent</fig> in a CNN survey.\n\nWomen are at <fig poll=1>47 percent</fig>.\n\n(A Fox News poll had tenants "
        "at <fig poll=3>30 percent</fig>.)\n\nMen are at <fig poll=1>40 percent</fig>."
    ),
    "polls taken for somebody": (
        "A Gallup poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nPolls taken for the governor's "
        "campaign put support at <fig poll=2>58 percent</fig>."
    ),
    "exit polls are told before their figures": (
        "According to the exit polls, he won with tenants. Of women, <fig poll=1>54 percent</fig> chose him.\n\n"
        "According to the exit polls, <fig poll=1>40 percent</fig> of men did."
    ),
    "each pollster its own, the survey goes on with the last": (
        "A Gallup poll put her at <fig poll=1>44 percent</fig>. The poll gave him <fig poll=1>40 percent</fig>.\n\n"
        "A CNN survey has her at <fig poll=2>47 percent</fig>. In the survey he had <fig poll=2>45 percent</fig>."
    ),
    "a return to an earlier poll by its name": (
        "Quinnipiac University found <fig poll=1>50 percent</fig> for the bill. Another poll, by Monmouth University, "
        "had <fig poll=2>41 percent</fig>.\n\nIn the Quinnipiac poll, men were at <fig poll=1>55 percent</fig>."
    ),
    "a poll told for comparison closes with its sentence": (
        "In the Marist poll, <fig poll=1>52 percent</fig> approve. That is better than in a Fox News poll, which had "
        "<fig poll=2>48 percent</fig>. Some <fig poll=1>10 percent</fig> are unsure."
    ),
    "clauses part polls within a sentence": (
        "Among women, <fig poll=1>51 percent</fig> in a Fox News poll disagree, while <fig poll=2>49 percent</fig> in "
        "a CNN poll do."
    ),
    "the poll that closes a sentence is what all of it goes by": (
        "A Gallup poll had her at <fig poll=1>51 percent</fig>.\n\nShe leads by <fig poll=2>17 points</fig> – "
        "<fig poll=2>53</fig> to <fig poll=2>36 percent</fig> – in a Marist poll. Some <fig poll=3>40 percent</fig> "
        "swim – more than run – according to a CNN poll."
    ),
    "not past a semicolon": (
        "A Gallup poll had her at <fig poll=1>51 percent</fig>. Some <fig poll=1>9 percent</fig> are unsure; half, "
        "or <fig poll=2>50 percent</fig>, swim, according to a CNN poll."
    ),
    "before another poll there was one": (
        "Bakers favor it, <fig poll=1>42 percent</fig> of them strongly.\n\nAnother poll found <fig poll=2>41 percent"
        "</fig> of farmers in favor.\n\nA Marist poll found <fig poll=3>37 percent</fig>."
    ),
    "a poll of another year": (
        "On bread\n\nIn the Marist poll, <fig poll=1>52 percent</fig> approve.\n\nIn a 2016 survey, <fig poll=2>48 "
        "percent</fig> did. Some <fig poll=2>10 percent</fig> were unsure.\n\nOf the young, <fig poll=1>60 percent"
        "</fig> approve.\n\nMen were at <fig poll=2>44 percent</fig> in the 2016 survey."
    ),
    "a pollster's poll of another year": (
        "In the Marist poll, <fig poll=1>52 percent</fig> approve.\n\nA Marist survey last year found that "
        "<fig poll=2>20 percent</fig> of cooks bake."
    ),
    "a similar survey to compare with is an older wave": (
        "In the Marist poll, <fig poll=1>52 percent</fig> approve, up <fig kind=change poll=1>4 points</fig> from a "
        "similar survey in May."
    ),
    "an average is gone back to": (
        "A CNN poll has him at <fig poll=1>49 percent</fig>. The average of polls has him at <fig poll=2>45 percent"
        "</fig>.\n\nIn the CNN poll she has <fig poll=1>40 percent</fig>.\n\nThe average of polls gives her "
        "<fig poll=2>41 percent</fig>."
    ),
    "an old poll is gone on with until its paragraph ends": (
        "In the Marist poll, <fig poll=1>52 percent</fig> approve.\n\nOf cooks, <fig poll=2>70 percent</fig> agreed in "
        "a February 2018 CNN poll. Just <fig poll=2>24 percent</fig> did not.\n\nHalf, <fig poll=1>50 percent</fig>, "
        "are sure."
    ),
    "polls show, far above the first that is named": (
        "On bread\n\nBread is dear.\n\nBakers are poor.\n\nCooks are many.\n\nHe leads by <fig poll=1>25 points</fig> "
        "in the polls.\n\nIn the Marist poll, <fig poll=2>52 percent</fig> approve."
    ),
    "polls show, as the lead of the poll that is named": (
        "On bread\n\nPolls show <fig poll=1>52 percent</fig> approve.\n\nIn the Marist poll, <fig poll=1>30 percent"
        "</fig> of cooks did."
    ),
    "exit polls are not the poll at hand": (
        "In the Marist poll, <fig poll=1>52 percent</fig> approve.\n\nExit polls in 2016 showed <fig poll=2>48 percent"
        "</fig> of cooks for her.\n\nSome <fig poll=1>10 percent</fig> are unsure."
    ),
    "called by its year, and another since": (
        "In the Gallup 2016 poll, <fig poll=1>56 percent</fig> of bakers approve.\n\nIn a Gallup poll conducted last "
        "week, <fig poll=2>26 percent</fig> do."
    ),
    "the year that opens a sentence tells its poll": (
        "In 2013, Gallup asked cooks about bread, and <fig poll=1>65 percent</fig> ate it.\n\nIn a Gallup poll "
        "conducted last week, <fig poll=2>30 percent</fig> did."
    ),
    "notes on method ahead of the figures": (
        "On bread\n\nHere are findings of Harbor Bread Center surveys.\n\nThe report on cooks was based on a survey "
        "conducted in January 2017. The report on bakers was based on a survey conducted in May 2015.\n\nIn a 2017 "
        "Center survey, <fig poll=1>84 percent</fig> of cooks agreed. Some <fig poll=1>7 percent</fig> did not.\n\n"
        "Of young cooks, <fig poll=1>60 percent</fig> agreed.\n\nIn the 2015 survey, <fig poll=2>87 percent</fig> of "
        "bakers agreed."
    ),
    "two in one sentence, each behind its figures": (
        "She leads <fig poll=1>43 percent</fig> to <fig poll=1>12 percent</fig> among cooks, according to a Fox News "
        "poll and <fig poll=2>30 percent</fig> to <fig poll=2>16 percent</fig> among bakers, according to a CNN poll."
    ),
    "a pollster and others": (
        "In a Pew survey in June, <fig poll=1>65 percent</fig> agree. Some <fig poll=1>84 percent</fig> of cooks do, "
        "according to Pew and other surveys."
    ),
    "respectively": (
        "A Gallup poll and an Ipsos poll found <fig poll=1>60 percent</fig> and <fig poll=2>63 percent</fig>, "
        "respectively, in favor."
    ),
    "the source behind its figure": (
        "He leads by 5, or <fig poll=1>45 percent</fig> to <fig poll=1>40 percent</fig>, according to a YouGov poll."
    ),
    "another poll that is named a sentence later": (
        "The Pew survey had <fig poll=1>30 percent</fig>. Another poll found more support. A Kaiser Family Foundation "
        "poll showed <fig poll=2>46 percent</fig> in favor."
    ),
    "polls at large hold for their sentence": (
        "The Siena poll has <fig poll=1>53 percent</fig> in favor. Polls show <fig poll=2>70 percent</fig> elsewhere. "
        "Upstate it is <fig poll=1>49 percent</fig>."
    ),
    "a joint poll under a shorter name": (
        "An NBC News/Wall Street Journal poll has <fig poll=1>44 percent</fig>. In the NBC/WSJ poll, "
        "<fig poll=1>12 percent</fig> are unsure."
    ),
    "one pollster's polls of several states": (
        "In Ohio, a Marist poll has her at <fig poll=1>44 percent</fig>. In Iowa, a CNN poll has <fig poll=2>40 percent"
        "</fig>.\n\nA Marist poll of Texas voters has her at <fig poll=3>39 percent</fig>.\n\n"
        "Men prefer him in the Marist poll of Ohio voters: <fig poll=1>51 percent</fig>."
    ),
    "one poll of several states, told state by state": (
        "A Marist poll has her at <fig poll=1>44 percent</fig> in Ohio. The Marist poll has her at <fig poll=1>40 "
        "percent</fig> in Iowa."
    ),
    "one pollster's polls at several times": (
        "A Siena poll conducted Nov. 1-4 has <fig poll=1>51 percent</fig> in favor. A CNN poll has <fig poll=2>48 "
        "percent</fig>.\n\nA Siena poll fielded Nov. 11-13 asked men only: <fig poll=3>40 percent</fig> agree."
    ),
    "polls at large are the same polls each time": (
        "The Siena poll has <fig poll=1>53 percent</fig> in favor. He is at <fig poll=2>37 percent</fig> in national "
        "polls.\n\nShe is at <fig poll=2>43 percent</fig> in national polls. In the Siena poll, <fig poll=1>9 "
        "percent</fig> are unsure."
    ),
    "the source behind a list": (
        "A Siena poll has <fig poll=1>44 percent</fig> in favor.\n\nPOLL OF THE DAY\n\n"
        "• <fig poll=2>52 percent</fig> want caps.\n\n• <fig poll=2>9 percent</fig> do not.\n\n"
        "Source: A Marist poll of 997 adults"
    ),
    "sources in brackets": (
        "A Siena poll has <fig poll=1>44 percent</fig> for her.\n\nShe has <fig poll=2>40 percent</fig> and he "
        "<fig poll=2>39 percent</fig> (Oct. 12-19 Harbor Ridge).\n\nShe has <fig poll=3>41 percent</fig> "
        "(Harbor Ridge, Oct. 1-9)."
    ),
    "an average as a heading": (
        "A Siena poll has <fig poll=1>44 percent</fig> for her.\n\nRealClearPolitics averages\n\n"
        "Senate: <fig poll=2>45 percent</fig>\n\nHouse: <fig poll=2>47 percent</fig>"
    ),
    "the poll of another state, nameless": (
        "A poll in Ohio has her at <fig poll=1>44 percent</fig>. The Texas poll has <fig poll=2>40 percent</fig>. In "
        "the Ohio poll, men are at <fig poll=1>51 percent</fig>."
    ),
    "a month that the named poll was not taken in": (
        "The Siena poll was conducted Nov. 4-8. It has <fig poll=1>51 percent</fig> in favor.\n\nThat is close to a "
        "survey Siena did for Harbor Media in mid October. In that poll, <fig poll=2>53 percent</fig> were in favor."
    ),
    "a name told long after the nameless poll's figures": (
        "The race\n\nA Republican poll has him at <fig poll=1>48 percent</fig>. He is a teacher. He is "
        "from here. He has "
        "a dog. He votes. He rides.\n\nThen he went away.\n\nA Siena poll has <fig poll=2>41 percent</fig> for her."
    ),
    "a poll of a year ago is another": (
        "Some <fig poll=1>40 percent</fig> agree, according to a Gallup poll in May, and <fig poll=2>57 percent</fig> "
        "did in a 2017 Gallup poll."
    ),
    "an average holds for its paragraph": (
        "A Siena poll has <fig poll=1>51 percent</fig> in favor.\n\nIn the RealClearPolitics average, <fig poll=2>48 "
        "percent</fig> are. A week ago it was <fig poll=2>46 percent</fig>.\n\nSome <fig poll=1>9 percent</fig> did "
        "not answer."
    ),
    "a pollster that is quoted behind a colon": (
        "A Siena poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nHere is how Gallup sums it up:\n\n"
        "Landlords are split, with <fig poll=2>20 percent</fig> in favor.\n\nElsewhere it is <fig poll=2>30 "
        "percent</fig>."
    ),
    "a pollster that sees the same": (
        "A Siena poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nIpsos, too, sees landlords for it, with "
        "<fig poll=2>52 percent</fig> in favor."
    ),
    "a colon behind a person's employer names no poll": (
        "A Siena poll has <fig poll=1>44 percent</fig> of tenants in favor.\n\nThe editor, once an analyst at Gallup, "
        "was struck by one thing: <fig poll=1>20 percent</fig> of landlords are in favor."
    ),
    "each figure before its poll": (
        "He has <fig poll=1>15 points</fig> more among renters in the Acme Research poll, a <fig poll=2>13-point</fig> "
        "lead in a poll from The Harbor Group and <fig poll=3>14 points</fig> in a Siena poll."
    ),
    "other surveys end the wait for a name": (
        "Poll: renters want caps\n\nSome <fig poll=1>64 percent</fig> want caps.\n\nBut other surveys found less "
        "support. A Gallup survey has <fig poll=2>45 percent</fig> in favor."
    ),
    "the sponsor's poll is the poll it paid for": (
        "Some <fig poll=1>60 percent</fig> know, a survey by Acme Research for Harbor Media found. A Gallup poll had "
        "<fig poll=2>50 percent</fig>.\n\nIn the Harbor Media poll, <fig poll=1>12 percent</fig> were unsure."
    ),
    "who conducted it joins the poll": (
        "A Harbor Daily poll has <fig poll=1>44 percent</fig>. The poll was conducted by Acme Research. Some "
        "<fig poll=1>9 percent</fig> did not answer."
    ),
}


@pytest.mark.parametrize("marked", POLLS.values(), ids=POLLS)
def test_polls_of_figures(marked: str) -> None:
    plan, marks = plan_of(marked)
    order = list(dict.fromkeys(place.poll for place in plan.figures))
    wanted = [int(mark.attributes["poll"]) for mark in marks]
    first = list(dict.fromkeys(wanted))
    assert [order.index(place.poll) for place in plan.figures] == [first.index(number) for number in wanted]
    assert len(plan.polls) == len(first)


def test_facts_of_a_poll() -> None:
    plan, _ = plan_of(
        "A new Washington Post-ABC News poll has <fig>60 percent</fig> against it.\n\n"
        "The poll was conducted by telephone Nov. 11-15 among 1,003 adults, including 840 registered voters. The "
        "margin of error is plus or minus 3.5 points; among registered voters it is plus or minus 4 points, at a "
        "confidence level of 95 percent."
    )
    (poll,) = plan.polls
    assert poll.pollsters == ("The Washington Post", "ABC News")
    assert poll.name == "Washington Post-ABC News poll"
    assert (poll.mode, poll.field_start, poll.field_end) == ("telephone", "2019-11-11", "2019-11-15")
    assert [(s.size, s.margin_of_error, s.confidence_level) for s in poll.samples] == [(1003, 3.5, 95), (840, 4, 95)]
    assert {"pollsters", "mode", "field_end", "samples"} <= set(poll.evidence)


def test_facts_go_to_the_poll_they_are_told_of() -> None:
    plan, _ = plan_of(
        "A Gallup poll has <fig>54 percent</fig>. A Monmouth University poll has <fig>59 percent</fig>.\n\n"
        "The Gallup poll of 1,027 adults was taken Nov. 5-8. The Monmouth poll questioned 1,002 adults online."
    )
    told = [(p.pollsters, [s.size for s in p.samples], p.mode, p.field_end) for p in plan.polls]
    assert told == [(("Gallup",), [1027], None, "2019-11-08"), (("Monmouth University",), [1002], "online", None)]


def test_who_asked_so_many_people_took_the_only_poll_told() -> None:
    plan, _ = plan_of("A CNN poll has <fig>60 percent</fig> against it.\n\nSSRS interviewed 900 tenants May 3-6.")
    (poll,) = plan.polls
    assert poll.pollsters == ("CNN", "SSRS")
    assert [sample.size for sample in poll.samples] == [900]
    plan, _ = plan_of("A CNN poll has <fig>60 percent</fig> against it.\n\nAnalysts polled by Reuters see growth.")
    assert plan.polls[0].pollsters == ("CNN",)


def test_the_only_poll_goes_to_the_only_pollster_named() -> None:
    story = "A new poll finds <fig poll=1>61 percent</fig> of tenants in favor.\n\nIts trend is flat, Gallup thinks."
    (only,) = plan_of(story)[0].polls
    assert only.pollsters == ("Gallup",)
    (only,) = plan_of(story.replace("thinks", "and Ipsos think"))[0].polls
    assert only.pollsters == ()


def test_sponsors_are_no_pollsters() -> None:
    plan, _ = plan_of("A poll commissioned by the Tenants Union and conducted by Ipsos has <fig>54 percent</fig>.")
    assert plan.polls[0].pollsters == ("Ipsos",)
    assert plan.polls[0].sponsors == ("Tenants Union",)


def test_a_month_that_names_the_poll_is_its_fieldwork() -> None:
    plan, _ = plan_of("A September 2018 Gallup poll had <fig>32 percent</fig>.")
    assert (plan.polls[0].field_start, plan.polls[0].field_end) == ("2018-09", "2018-09")


def test_an_older_wave_gives_the_poll_no_facts() -> None:
    plan, _ = plan_of(
        "The Fox News poll has her at <fig>57 percent</fig>. In a survey taken Oct. 9-12, she was at "
        "<fig wave=previous>63 percent</fig>. The poll of 1,006 voters was taken Nov. 16-18."
    )
    (poll,) = plan.polls
    assert [place.wave for place in plan.figures] == ["current", "previous"]
    assert (poll.field_start, poll.field_end) == ("2019-11-16", "2019-11-18")


def test_no_figures_no_polls() -> None:
    text = "A Gallup poll of 1,000 adults is under way."
    doc = build()(text)
    assert find_polls(doc, Article(article_id="a", source_path="a", sha256="", text=text)) == PollPlan((), ())


def test_figures_without_any_mention_share_a_nameless_poll() -> None:
    plan, _ = plan_of("Some <fig>40 percent</fig> agree and <fig>30 percent</fig> do not.", published=None)
    assert [place.poll for place in plan.figures] == [0, 0]
    assert plan.polls[0].pollsters == ()


def test_places_follow_the_order_of_the_figures_given() -> None:
    text, _ = parse("A Gallup poll has <fig>44 percent</fig>. A CNN poll has <fig>47 percent</fig>.", "fig")
    doc = build()(text)
    spans = [doc.char_span(text.index(n), text.index(n) + 2) for n in ("47", "44")]
    for span in spans:
        span._.figure = FigureValue(0, 0, "percent", "share", "exact", "digits")
    article = Article(article_id="a", source_path="a", sha256="", text=text)
    plan = find_polls(ContextMarker("en")(doc), article, spans)
    assert [plan.polls[place.poll].pollsters for place in plan.figures] == [("CNN",), ("Gallup",)]


MONTHS = [
    ("A Siena poll is out. In November, <fig>47 percent</fig> approved.", "2019-11"),
    ("A Siena poll is out. In May, <fig>47 percent</fig> approved.", None),
    ("A Siena poll is out. Some <fig>47 percent</fig> approved, it said in November.", None),
    ("A Siena poll taken in October is out. In November, <fig>47 percent</fig> approved.", "2019-10"),
]


@pytest.mark.parametrize(("marked", "month"), MONTHS)
def test_month_of_the_figures(marked: str, month: str | None) -> None:
    plan, _ = plan_of(marked)
    assert plan.polls[0].field_end == month


FACTS_OF_SEVERAL = (
    "In Ohio, a Siena poll has her at <fig>44 percent</fig>. In Iowa, a CNN poll has <fig>40 percent</fig>. A Siena "
    "poll of Texas voters has her at <fig>39 percent</fig>. The Siena polls were taken by telephone from Nov. 4-6 "
    "among 801 voters in Ohio and 702 voters in Texas."
)


def test_facts_of_one_pollsters_polls() -> None:
    plan, _ = plan_of(FACTS_OF_SEVERAL)
    told = [(poll.mode, poll.field_end, [sample.size for sample in poll.samples]) for poll in plan.polls]
    assert told == [("telephone", "2019-11-06", [801]), (None, None, []), ("telephone", "2019-11-06", [702])]


def test_two_polls_told_together_keep_their_pollsters() -> None:
    plan, _ = plan_of(
        "A Siena poll has <fig>44 percent</fig>. A Marist poll has <fig>45 percent</fig>. In both the Siena and Marist "
        "polls, women agree."
    )
    assert [poll.pollsters for poll in plan.polls] == [("Siena College",), ("Marist College",)]


def test_facts_before_the_first_poll_are_its_own() -> None:
    plan, _ = plan_of("The margin of error is plus or minus 3 points. The Siena poll has <fig>44 percent</fig>.")
    assert [sample.margin_of_error for sample in plan.polls[0].samples] == [3.0]


def test_polls_of_several_states_have_a_part_each() -> None:
    marked = (
        "Rivera leads in two states, according to Harbor Research statewide polls.\n\nOhio\n\nRivera has "
        "<fig poll=1>43 percent</fig> of likely voters.\n\nNevada\n\nRivera has <fig poll=2>45 percent</fig>.\n\n"
        "The polls were conducted by telephone among a sample of likely voters in Ohio (704) and Nevada (737)."
    )
    plan, _ = plan_of(marked)
    assert len({place.poll for place in plan.figures}) == 2
    assert [[sample.size for sample in plan.polls[place.poll].samples] for place in plan.figures] == [[704], [737]]
