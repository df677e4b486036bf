"""Whom figures are of: [number|label] in the text, several labels parted by "&"."""

import pytest

from extractor.assembly.extraction import extract_article
from extractor.assembly.populations import resolve_populations, weights
from extractor.models import Article
from extractor.reading.page import read_article
from tests.assembly.marked_populations import NLP, resolve

LOCAL = [
    "A survey found [61 percent|men] of men and [57 percent|women] of women in favor.",
    "Some [40 percent|Irish adults] of Irish adults agreed. On the Scottish side, [28 percent|Scottish voters] agreed.",
    # Of whom something is only said was not asked.
    "Of those who cycle, [74 percent|those who cycle] said it is fun."
    " [Fifteen percent|those who cycle] said it is cheap,"
    " while [9 percent|those who cycle] said Danes do it.",
    # A country that opens a clause holds for it, whoever was told of before.
    "In Ireland, people were asked if they cycle: [40 percent|Irish adults]"
    " of Irish adults do. In Britain, people were asked"
    " the same. Here [30 percent|Britons] do.",
    "Women ([62 percent|women]) were more often in favor than men ([51 percent|men]).",
    "At [29 percent|farmers], farmers are the least content.",
    "Owners of cars are for it ([60 percent|Owners of cars]), as do users of buses ([58 percent|users of buses]).",
    "Tenants and owners differ. Of the former, [66 percent|Tenants] agreed; of the latter, [48 percent|owners] did.",
    "Greens voters back it at [70 percent|Greens voters] and One Nation voters at [31 percent|One Nation voters].",
    "Among women, he leads [53|women] to [44 percent|women].",
    "She leads by [15 points|independents] among independents.",
    "She has a [55|women] to [40 percent|women] edge among women.",
    "Democrats back the plan by [81 percent|Democrats] to [12 percent|Democrats].",
    "[Three in four|Democrats] Democrats agreed, and [one in five|Republicans] Republicans did.",
    "He is liked by women, [62 percent|women] of whom want him to stay.",
    "Some [60|men] and [56 percent|women] of men and women, respectively, agreed.",
    "The poll found that [48 percent|all respondents] want a change and [44 percent|all respondents] do not.",
    "Overall, [48 percent|all respondents] of respondents agreed.",
    # Percentages as Irish and British papers print them.
    "The poll found that [47pc|ferry captains] of ferry captains were content.",
    # A share right before its group, with what it does.
    "The poll shows that [67%|nurses] nurses want longer breaks.",
    "The sample was [52%|all respondents] women and [48%|all respondents] men.",
    # What a question was about was not asked.
    "When asked about the North, [44 percent|all respondents] called it a rival.",
    "Floods came first, before the war in Peru ([37%|all respondents]) and rents ([29%|all respondents]).",
    "Respondents divide into those who row ([42%|all respondents]) and those who sail ([38%|all respondents]).",
    # Peoples that are parts of the one that was asked.
    "By ethnic group, [73%|Chinese respondents] of Chinese respondents like it. Overall, [20%|all respondents] of"
    " respondents do not, and of Indian respondents [40%|Indian respondents].",
    # Parties that hold office, lead a race or can be chosen.
    "Republicans in Congress got good marks from [28%|all respondents], House Democrats from [40%|all respondents].",
    "More trusted Republicans than Democrats with the roads, [45%|all respondents] to [38%|all respondents].",
    "Some [66|all respondents]-[27 percent|all respondents] disapprove of the job Republicans in Congress are doing.",
    "Democrats hold a [7-point|all respondents] lead, [48|all respondents] to [41 percent|all respondents].",
    "Some [73%|all respondents] favor the tax cuts that Democrats are fighting for.",
    "Republicans paid for it. The party's image was good for [31%|all respondents].",
    "Generic congressional ballot: Republicans [+2.5 points|all respondents].",
    # What a group holds stands between it and its figure.
    "The tram drew [39 percent|Catholics] support from Catholics and [61 percent|Protestants] approval among"
    " Protestants.",
    "A [56%|women] majority of women would ride it, and so would a majority ([52 percent|renters]) of renters.",
    "Two-thirds, or [67 percent|farmers], of farmers own a tractor.",
    "The poll found farmers backing the dam by a slim margin, [47 percent|farmers] to [45 percent|farmers].",
    "Still, fewer farmers now say they like it, [47 percent|farmers].",
    "The mayor won the women’s vote, [54 percent|women] to [42 percent|women].",
    "Democratic enthusiasm has dropped, by [22 points|Democratic voters], since the floods.",
    "In rural areas, [54 percent|voters in rural areas] of them agreed, as did [48 percent|voters in cities with over"
    " 1 million people] in cities with over 1 million people, to judge by voters asked.",
    "Farmers were more often worried ([87%|farmers]), or felt ignored by the region's editors ([61%|farmers]).",
    "By a [52%|farmers]-[44%|farmers] margin, farmers want a bridge.",
    "The gap is wide between farmers who want a bridge ([48 percent|farmers]) and teachers who do not.",
    "Among students, [84 percent|students] chose Lee, compared to just [13 percent|students] for Ortiz.",
    "The ferry lost [30 percent|Ohio evangelicals] of Ohio “evangelicals” and [9 percent|former Ortiz supporters] of"
    " former Ortiz supporters.",
    "Voters are strongly opposed but farmers are on the fence at [44 percent|farmers].",
    "Farmers, for their part, are likelier than teachers to like the ferry ([41%|farmers]).",
    "Farmers are likelier than teachers ([30%|teachers]) to like the ferry.",
    "[80%|Indians living in cities] of Indians living in cities and [65%|those in villages] of those in villages"
    " agreed.",
    "Majorities in Poland ([65%|Poles]), Hungary ([58%|Hungarians]) and Greece ([71%|Greeks]) agreed.",
    "Voters in Ohio ([52%|voters in Ohio]) and Iowa ([47%|voters in Iowa]) agreed.",
    "Some [40%|respondents in Mumbai] of respondents in Mumbai said so.",
    "In the suburbs, [54%|people in suburbs] agreed, and most of all in the East Midlands"
    " ([70%|people in East Midlands]).",
    "[Seven of 10|farmers] farmers own a tractor.",
    "Nearly [six in ten|renters] ([58%|renters]) renters ride the tram.",
    "The ferry got record approval ([61 percent|renters]) and low disapproval ([25 percent|renters]) among renters.",
    "The survey also shows that in rural areas, the ferry's approval is [56%|people in rural areas].",
    "Farmers are split between those who want a bridge ([48%|farmers]) and those who want a tunnel ([40%|farmers]).",
    # A part of those polled behind its figures, and those who did what was told.
    "Lee beat Ortiz, [35 percent|voters who want a tram] to [23 percent|voters who want a tram], among the"
    " [38 percent|voters] of voters who want a tram.",
    "Only [half|farmers] of farmers had heard of the dam. Among those who had, [32 percent|farmers who had heard of"
    " the dam] liked it.",
    "Nearly [half|farmers] of farmers had not heard of it. Among those who had, [32 percent|those who had] liked it.",
    "Of the [60 percent|all respondents] of respondents that were renting, [41 percent|those that were renting] cycle.",
    # Groups that are judged, not asked.
    "Most think that members of Congress ([79%|all respondents]), local officials ([57%|all respondents]) and"
    " journalists ([54%|all respondents]) lie.",
    "The survey put two questions about the performance of nurses: [84 percent|all respondents] trust nurses.",
    # A name alone tells which voters; a comparison can be with everyone.
    "The split starts with Leave voters. In a poll, [37 percent|Leave voters] of them were sure.",
    "[29%|tenants] of tenants cycle, versus [47%|all respondents] for all adults.",
    # A clause that goes on after a comparison.
    "[26%|tenants] of tenants cycle, versus [34%|all respondents] of all adults; [50%|tenants] walk.",
    # Two groups that are compared, then their figures in the same order.
    "Farmers are far more likely than teachers to keep bees ([31%|farmers] vs. [9%|teachers]).",
    "Students were twice as likely to walk to work as veterans ([40 percent|students] to [20 percent|veterans]),"
    " or to cycle ([30 percent|students] compared with [12 percent|veterans]).",
    "More women than men read novels: [62%|women], compared with [41%|men].",
    "The trams pleased [75 percent|renters] of renters and [60 percent|homeowners] of homeowners; the buses pleased"
    " [52|renters] and [43 percent|homeowners].",
    # Two answers of one group are no comparison of groups.
    "Among women, trams are more popular than buses, [62 percent|women] to [38 percent|women].",
    "Those who call it late accounted for [35 percent|all respondents], and [24 percent|all respondents] had no view.",
    "The Social Democrats stand at [14 percent|all respondents] and the Greens at [12 percent|all respondents].",
    "The poll put it at [52 percent|all respondents]. In the south [46 percent|people in south] agreed.",
    "With undecided voters included, Yes is on [48 percent|all respondents] and No on [44 percent|all respondents].",
    "Some [62 percent|Greens] of Greens and [20 percent|Conservative voters] of Conservative voters agreed.",
    "Ana Brook would win [45 percent|all respondents] of the votes against [33 percent|all respondents] for her rival.",
    "The plan is backed by retirees at [62 percent|retirees] and by students at [31 percent|students].",
]
DISCOURSE = [
    # A country opens a scope; subgroups belong to it.
    "In Japan, [58 percent|Japanese] agreed. Among men, [61 percent|Japanese men] did.\n\n"
    "In Canada, [40 percent|Canadians] agreed, with [37 percent|Canadian women] of women.",
    # A share of all places ends the scope of a country; being named in a poll polls nobody.
    "In Japan, [58 percent|Japanese] agreed. In Canada, [40 percent|Canadians] did.\n\n"
    "The worldwide figure was [43 percent|all respondents]. Chile trails Peru in the poll, "
    "on [31 percent|all respondents].",
    # Those who choose a nominee are called what the article calls them.
    "Reyes woos likely Republican caucus-goers.\n\nIt rained.\n\n"
    "Stone trails in the Republican race and has the support of [12 percent|likely Republican caucus-goers].",
    # A region opens a scope where several are polled.
    "In Ohio, the senator leads [50|voters in Ohio] to [44|voters in Ohio] among voters.\n\n"
    "In Iowa, he trails [45|voters in Iowa] to [47|voters in Iowa].",
    # A figure of two places is of both.
    "They polled adults in Japan, where [30 percent|Japanese] agreed, and in Canada, where [20 percent|Canadians] did."
    " Yet [73 percent|Canadians & Japanese] in both countries want talks.",
    # A heading opens a place, and so does whoever holds an office there.
    "In Iowa, he leads [45|voters in Iowa] to [40|voters in Iowa] among voters.\n\nOhio\n\n"
    "The race is closer, with [44 percent|voters in Ohio] for him.\n\n"
    "Iowa Sen. Martin Reyes is ahead by [9 points|voters in Iowa].",
    # A question that was put to one group is answered by it alone.
    "A last question was put to farmers alone. It asked about the weather, and [12 percent|farmers] were content.",
    # What one sentence says of a group does not hold for the next paragraph.
    "Among women, [70 percent|women] agreed.\n\nSome [50 percent|all respondents] of respondents were undecided.",
]
GOES_ON = [
    # A number that is pointed at is of the group that it was of before.
    "Reyes won renters by [7 points|renters] in May. By autumn, in a wet year, she had widened that lead to "
    "[20 points|renters].",
    "In May, nurses preferred tea over coffee by [56 percent|nurses] to [40 percent|nurses]. Now, the split has "
    "shifted to [49 percent|nurses] for tea.",
    # A region where a share stands, of a country whose people were asked.
    "Many Canadians ([53%|Canadians]) want it.\n\nIn Quebec, the ferry has [38%|people in Quebec].",
    "Doubt was greatest in Ontario, where [79%|people in Ontario] were afraid. In Alberta, "
    "[60%|people in Alberta] were.",
    "Among people certain to vote, [46%|people certain to vote] want it.",
    "With [59%|16-34s] of 16-34s for it, [40%|2019 Reform voters] of 2019 Reform voters are against it.",
    # A region of a breakdown ends with its paragraph; one beside a national poll as well.
    "In Ohio, [50|voters in Ohio] to [44|voters in Ohio] of voters want it. In Iowa, it is "
    "[40|voters in Iowa] to [45|voters in Iowa].\n\nAs best writer, Lee stands at [27 percent|all respondents].",
    "A poll found that [46 percent|Canadians] of Canadians want it.\n\n"
    "In Quebec, [53 percent|people in Quebec] called it wrong.\n\n"
    "Overall [40 percent|all respondents] called it late.",
    "As for the Atlantic provinces, [41 percent|people in Atlantic Canada] agreed. In Ontario, "
    "[42 percent|people in Ontario] did.",
    # A region among others holds for its paragraph and the next, not further.
    "In Ohio, he leads [50|voters in Ohio] to [44|voters in Ohio] among voters. In Iowa, he trails "
    "[45|voters in Iowa] to [47|voters in Iowa].\n\nIt rained on Monday.\n\nNo one minded.\n\n"
    "She leads by [9 points|all respondents] in the survey of a rival.",
    # A place that is named anew is where the group of before is now.
    "A poll of likely voters in Ohio gave her [48 percent|voters in Ohio] to [46 percent|voters in Ohio]. "
    "A poll in Nevada gave him [50 percent|likely voters in Nevada].",
    # A heading holds until the next one, however long its section is.
    "Ohio\n\nVoters give her [48 percent|voters in Ohio].\n\nHe has [44 percent|voters in Ohio].\n\nSome are unsure."
    "\n\nShe was at [40 percent|voters in Ohio] in May.\n\nIowa\n\nShe has [50 percent|voters in Iowa].",
    # A group beside another figure does not end the one that goes on.
    "In May, just [26 percent|young nurses] of young nurses were content. [Fifty-five percent|young nurses] said they "
    "wanted more, and that number was [66 percent|nurses with children] of nurses with children.",
    # "They" are whom the sentence before named.
    "Most young nurses like the plan. Over the years they have warmed to it. Some [82 percent|young nurses] back it.",
    "Most young nurses like the plan. Over the years it has changed. Some [82 percent|all respondents] back it.",
]
NOT_THE_POPULATION = [
    # Those who are judged are not those who judge.
    "Voters blame Republicans by [45 percent|voters] to [34 percent|voters].",
    "The poll found that [55 percent|all respondents] say he should work with Republicans.",
    # Those of whom a question speaks, or whom a relation joins, are not those who answer.
    "Asked whether the plan would make farmers richer, [53 percent|all respondents] said yes.",
    "Among teachers, relations with farmers ([71 percent|teachers]) and nurses ([64 percent|teachers]) were good.",
    "Most teachers say farmers are treated worse than nurses by the state ([53 percent|teachers]).",
    # A group in a clause of time is not the subject.
    "When Democrats took the House, his approval rating was [39 percent|all respondents].",
]
POINTED_BACK = [
    # Words that point back stand for the group that was told of.
    "The plan is popular with young teachers. Nearly [75 percent|young teachers] of those teachers agreed.",
    "Both clubs court moderate farmers. Some [40 percent|moderate farmers] of these voters are undecided.",
    "Last spring, renters with children backed her by [3 points|renters with children]. "
    "This spring, that group went for Republicans by [8 points|renters with children].",
    "He leads among voters who distrust both sides: "
    "[50 percent|voters who distrust both sides] of those voters back him.",
    "[30 percent|nurses] of nurses had a second job. However, the bulk of this group ([19 percent|nurses]) want one.",
    # The party that has an edge with a group is not that group.
    "Among renters, just [8 percent|renters] agreed. Republicans have an edge with this group, "
    "[43 percent|renters] to [34 percent|renters].",
    # Everyone polled is no group to point back to; words that say who is meant do not point back.
    "Some [70 percent|all respondents] agreed. Of those people, [20 percent|all respondents] were sure.",
    "Among farmers, [30 percent|farmers] agreed. But [60 percent|those voters] of those voters who rent did.",
    # A group of its own is no part of another.
    "Among nurses, [30 percent|nurses] agreed. But [60 percent|those Republicans] of those Republicans did.",
]
ANSWERERS = [
    # Those who gave an answer are a group of their own: in the same sentence, or pointed at where the next one opens.
    "Of the [42 percent|all respondents] who drive to work, [60 percent|those who drive to work] were content.",
    "Among the 30 percent who had heard of the plan, [half|those who had heard of the plan] were in favor.",
    "Only [60 percent|all respondents] were retired. Among those, [32 percent|those who were retired] fish.",
    "Some [42 percent|all respondents] said they own a boat. Of those people, "
    "[77 percent|those who said they own a boat] fish.",
    "A plurality of farmers, [42 percent|farmers], said they rent land. Of those, "
    "[77 percent|farmers who said they rent land] want to buy.",
    # Also where the next paragraph opens with them, and where whoever was asked is told by a clause alone.
    "Some [42 percent|all respondents] moved in spring.\n\nOf these, [77 percent|those who moved in spring] rent.",
    "Of those respondents who keep bees, [31 percent|those who keep bees] sell honey.",
    "Yet among those with a garden, [78 percent|those with a garden] grow beans.",
    "Of respondents in the poll, [31 percent|all respondents] sell honey.",
    # A group that was asked something, where the next paragraph tells what it said.
    "A poll found 40 percent for it. Farmers were asked about prices.\n\nJust [11 percent|farmers] were content.",
    "A poll found 40 percent for it. Farmers were angry.\n\nJust [11 percent|all respondents] were content.",
    # A clause on a group that its share closes is part of it; the answer goes on behind the bracket.
    "Most farmers who rent land ([66 percent|farmers who rent land]) would buy it.",
    "Most farmers who rent land ([66 percent|farmers]) and teachers ([50 percent|teachers]) do so in spring.",
    # Those who are a group are that group; words behind the figure point at the group, not at an answer.
    "Some [14 percent|all respondents] were students. Of those, [57 percent|students] agreed.",
    "Just [14 percent|nurses] of nurses said they fish. But [57 percent|nurses] of them swim.",
]


@pytest.mark.parametrize("marked", LOCAL + DISCOURSE + GOES_ON + NOT_THE_POPULATION + POINTED_BACK + ANSWERERS)
def test_population(marked: str) -> None:
    found, wanted = resolve(marked)
    assert found == wanted


def test_what_is_proposed_wins_over_the_default() -> None:
    doc = NLP("The idea of the students found favor: 48 percent.")
    (students,) = doc.spans["populations"]
    figure = doc.char_span(38, 48, alignment_mode="expand")
    article = Article(article_id="a", source_path="a", sha256="", text=doc.text)
    ((resolved,),) = resolve_populations(doc, article, [figure], {0: [students]})
    assert resolved.population.label == "students"
    assert resolved.cue is not None
    assert resolved.cue.text == "students"


def test_carried_populations_are_inferred() -> None:
    doc = NLP("Among women, 70 percent agreed. Another 20 percent did not.")
    figures = [doc.char_span(13, 23, alignment_mode="expand"), doc.char_span(40, 50, alignment_mode="expand")]
    article = Article(article_id="a", source_path="a", sha256="", text=doc.text)
    (first,), (second,) = resolve_populations(doc, article, figures)
    assert (first.population.label, first.inferred) == ("women", False)
    assert (second.population.label, second.inferred) == ("women", True)


@pytest.mark.parametrize(
    ("value", "whole"),
    [("86", True), ("71", False)],
)
def test_parts_that_make_up_a_share_are_of_all(value: str, whole: bool) -> None:
    text = (
        f"Poll on boats\n\nSome {value} percent own a boat. Of these, 24 percent are proud of it and 62 percent sorry."
    )
    found = extract_article(read_article(text.encode(), source_path="a.txt")).figures
    assert [figure.population.label == "all respondents" for figure in found] == [True, whole, whole]


def test_weights_are_readable() -> None:
    assert weights()["after:next"] > weights()["after:far"]


@pytest.mark.parametrize("answer", ["those who cycle", "the share of those who cycle", "like the new road"])
def test_a_group_that_is_counted_was_not_asked(answer: str) -> None:
    doc = NLP("Those who cycle climbed to 40 percent.")
    figure = doc.char_span(27, 37, alignment_mode="expand")
    article = Article(article_id="a", source_path="a", sha256="", text=doc.text)
    ((resolved,),) = resolve_populations(doc, article, [figure], answers=[answer])
    assert resolved.population.label == "all respondents"
