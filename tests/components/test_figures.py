"""Where figures stand, what they are worth, what they state and how they are hedged."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.components.figure_pipeline import build
from tests.markup import parse

PLACES = [
    # digits and their units
    "<fig value=60>60 percent</fig> of adults agree.",
    "<fig value=21.1 decimals=1>21.1%</fig> answered very positive.",
    "<fig value=41>41 per cent</fig> and <fig value=9>9 pct</fig> agree.",
    "Another <fig value=37>37percent</fig> say so.",
    "The <fig value=38>38-percent</fig> figure is the lowest.",
    "Agree: <fig value=61>61 %</fig>.",
    # words
    "<fig value=82 form=words>Eighty-two percent</fig> agree.",
    "<fig value=65 form=words>Sixty five percent</fig> agree.",
    "Only <fig value=4 form=words>four percent</fig> disagree.",
    # glued to the sentence before
    "That is the case now.<fig value=38 form=words>Thirty-eight percent</fig> favor it.",
    # fractions and ratios
    "<fig value=66.7 form=fraction>Two-thirds</fig> of voters agree.",
    "<fig value=50 form=fraction>Half</fig> say yes, and <fig value=50 form=fraction>half</fig> say no.",
    (
        "<fig value=33.3 form=fraction>A third</fig> of Democrats and <fig value=25 form=fraction>a "
        "quarter</fig> of men agree."
    ),
    "And another <fig value=25 form=fraction>quarter</fig> say no.",
    "The other <fig value=33.3 form=fraction>third</fig> have no opinion.",
    "<fig value=70 form=ratio>Seven in ten</fig> agree.",
    "<fig value=60 form=ratio>Six-in-ten</fig> Americans agree.",
    "<fig value=40 form=ratio>4 in 10</fig> adults agree.",
    "<fig value=20 form=ratio>one out of every five</fig> adults disagree.",
    "<fig value=20 form=ratio>One voter in five</fig> is undecided.",
    "<fig value=75 form=ratio>Three of four</fig> voters agree.",
    # units left out
    "<fig value=60 form=elided>60</fig> and <fig value=56>56 percent</fig> agree.",
    "It lies between <fig value=40 form=elided>40</fig> and <fig value=45>45 percent</fig>.",
    "That <fig value=30 form=elided>30</fig>-<fig value=62>62%</fig> split is wide.",
    "She is ahead <fig value=50 form=elided>50</fig> to <fig value=44>44 percent</fig>.",
    "He leads <fig value=49>49 percent</fig> to <fig value=45 form=elided>45</fig>.",
    "The rating is <fig value=39>39 percent</fig>-<fig value=31>31 percent</fig>.",
    (
        "The answers were <fig value=60 form=elided>60</fig>, <fig value=56 form=elided>56</fig> and <fig value=40>40 "
        "percent</fig>."
    ),
    # no unit at all
    "The senator leads <fig value=48 form=bare>48</fig> to <fig value=44 form=bare>44</fig>.",
    "She led former Sen. Anna Winter by only <fig value=48 form=bare>48</fig>-<fig value=44 form=bare>44</fig>.",
    "He is ahead among the farmers of the northern plains and valleys, the poll says, and also among the bakers there "
    "(<fig value=52 form=bare>52</fig>-<fig value=41 form=bare>41</fig>).",
    "She has a <fig value=48 form=bare>48</fig>-<fig value=44 form=bare>44</fig> edge.",
    "Americans are split <fig value=47 form=bare>47</fig>/<fig value=46 form=bare>46</fig> on it.",
    "His approval stands at <fig value=43 form=bare>43</fig>.",
    "The mayor is at <fig value=22>22 percent</fig>, Jones is at <fig value=14 form=bare>14</fig>.",
    "Smith has <fig value=49>49 percent</fig>, Jones <fig value=46 form=bare>46</fig>.",
    "Prices lead with <fig value=41>41 percent</fig>, followed by housing with <fig value=38 form=bare>38</fig> and "
    "health (<fig value=12 form=bare>12</fig>).",
    "The mayor has <fig value=41>41 percent</fig>, followed by the sheriff (38 years old).",
    (
        "There is a <fig value=61>61-point</fig> gap, before Smith (<fig value=56 form=bare>56</fig>) and "
        "Jones (<fig value=52 form=bare>52</fig>)."
    ),
    "Among all, <fig value=37 form=bare>37</fig> backed it and <fig value=50>50 percent</fig> opposed it.",
    # a two-party vote, and what only looks like one
    "The Blues stay ahead, from <fig value=52 form=bare>52</fig>-<fig value=48 form=bare>48</fig> a year ago.",
    "<fig value=31>31%</fig> know that it passed the senate 52-48.",
    "Of 18 to 24-year-olds <fig value=30>30%</fig> agree, and <fig value=26>26%</fig> of the 25-34 cohort.",
    "They back Bill 21, and <fig value=31>31%</fig> do not.",
    # a title
    "Poll: Just <fig value=28 form=bare>28</fig> say the country is on the right track\n\nText.",
    "Poll: Smith up <fig value=5 form=bare kind=difference unit=points>5</fig> in Ohio\n\nText.",
]
KINDS = [
    # a change that touches the level it led to, its noun or its bracket; a share that is called a lead
    "The Reds are up <fig value=2 kind=change unit=points>two points</fig> on <fig value=39>39%</fig>.",
    "She is down a steep <fig value=-7 kind=change unit=points>seven points</fig> to <fig value=33>33%</fig>.",
    "They lead by <fig value=8 kind=difference unit=points>8 points</fig>, <fig value=52 form=elided>52</fig> to "
    "<fig value=44>44 percent</fig>.",
    "It was a <fig value=-4 kind=change unit=points>4 percentage point</fig> fall for the Reds.",
    "Trust saw a <fig value=-20 kind=change>20 percent</fig> fall from last year.",
    "<fig value=34>34%</fig> are content (up <fig value=2 form=bare kind=change unit=points>2</fig> since May).",
    "<fig value=26>26%</fig> are content (<fig value=-2 form=bare kind=change unit=points>-2</fig>).",
    "<fig value=55>55%</fig> said no (<fig value=5.1 kind=change unit=points>+5.1 points</fig> since May).",
    "That gives the Reds a lead of <fig value=13 kind=difference>13%</fig>.",
    "The Reds have a <fig value=4 kind=difference>4%</fig> lead.",
    "The Reds keep the lead by <fig value=48>48%</fig> to <fig value=44>44%</fig>.",
    "She was in the lead at <fig value=31>31 percent</fig>.",
    "Among the old, Yes leads by <fig value=53 unit=points>53 points</fig> to "
    "<fig value=39 form=elided kind=share unit=points>39</fig>.",
    "The share was <fig value=-15 kind=change>15 percent</fig> lower than in the previous survey.",
    "The Reds fell <fig value=-1 kind=change unit=points>a point</fig> to <fig value=32>32%</fig>.",
    "At a point in May, <fig value=32>32%</fig> agreed.",
    "Some <fig value=61.5 form=words>sixty-one point five percent</fig> agreed.",
    "She had a <fig value=9 kind=difference unit=points>nine-point</fig> lead, five to one.",
    # A change behind its share, whatever stands between; by a verb of moving; by a comparison with before.
    "Some <fig value=68>68 percent</fig> called it “fair,” up <fig value=2 kind=change unit=points>2 points</fig>.",
    "Approval went up by <fig value=3 kind=change unit=points>3 percentage points</fig> in two weeks.",
    "It was lower by <fig value=-6 kind=change unit=points>6 points</fig> than in the poll a week ago.",
    "It was lower by <fig value=-6 kind=difference unit=points>6 points</fig> than among farmers.",
    "It stood at <fig value=47>47 percent</fig>, a <fig value=-10 kind=change>10 percent</fig> drop against last year.",
    # A lead that is told as a percentage; a pair of shares is none.
    "She is <fig value=34 kind=difference>34 percent</fig> ahead of him.",
    "The <fig value=34 kind=difference>34-percent</fig> gap is wide.",
    "She won by a margin of <fig value=12 kind=difference>12 percent</fig>.",
    "She won by a <fig value=54 kind=share>54 percent</fig>-<fig value=42 kind=share>42 percent</fig> margin.",
    "<fig value=9 kind=difference unit=points>9-point</fig> lead",
    "The senator leads by <fig value=9 kind=difference unit=points>9 points</fig>.",
    "The senator is up by <fig value=1 kind=difference unit=points>a single point</fig>.",
    "The senator leads by <fig value=9 kind=difference unit=points>nine</fig> among women.",
    "The mayor trails by <fig value=-5 kind=difference unit=points>five points</fig>.",
    "The mayor trailed the senator by <fig value=-2 kind=difference unit=points>two</fig>.",
    "It is <fig value=-10 kind=difference unit=points>10 points</fig> lower than the rating of the senator.",
    "Women are <fig value=20 kind=difference unit=points>20 points</fig> more likely to agree.",
    "He is <fig value=-11 kind=difference unit=points>11 points</fig> underwater.",
    "The net approval rating is <fig value=-12.1 kind=difference unit=points>-12.1 points</fig>.",
    "His rating was <fig value=12 kind=difference>+12 percent</fig>.",
    "He is now (<fig value=-8 kind=difference unit=points>-8</fig>) on personal favorability.",
    "Voters give the mayor a negative <fig value=42 form=elided>42</fig> - <fig value=53>53 percent</fig> rating.",
    "That is a net negative of <fig value=-3 kind=difference unit=points>minus 3</fig>.",
    (
        "She leads by <fig value=7 kind=difference unit=points>7 points</fig> in Ohio "
        "and <fig value=5 kind=difference unit=points>5 points</fig> in Iowa."
    ),
    "Reform is on <fig value=29>29%</fig>, down <fig value=-4 kind=change unit=points>4 points</fig>, in the poll.",
    "She has <fig value=45>45%</fig>, up <fig value=3 kind=difference unit=points>3 points</fig> over Reyes.",
    "Her support is up <fig value=4 kind=change unit=points>4 points</fig> from March.",
    "The share of farmers who own a boat has dropped from <fig value=49 form=bare>49</fig> to "
    "<fig value=39 form=bare>39</fig>.",
    "She has <fig value=0 form=bare>zero</fig> support among farmers.",
    "Net ratings were <fig value=-19 form=bare kind=difference unit=points>negative-19</fig> for her.",
    "<fig value=75 form=ratio>Three of four</fig> of those asked agree.",
    "It has risen <fig value=16 kind=change unit=points>16 full percentage points</fig>.",
    "Her support fell below <fig value=40 kind=share>40 percent</fig>.",
    "Farmers made up <fig value=57 kind=share>57 percent</fig> of them.",
    "Her lead has been cut by at least <fig value=-5 kind=change unit=points>5 points</fig>.",
    "Here <fig value=64>64%</fig> said they would go, up by <fig value=7 kind=change unit=points>7 points</fig>.",
    "It saw gains with men (<fig value=8 kind=change unit=points>8 points</fig>), young voters "
    "(<fig value=8 kind=change unit=points>8 points</fig>) and the many, many farmers of the plains "
    "(<fig value=9 kind=change unit=points>9 points</fig>).",
    "Trust is up <fig value=5 kind=change unit=points>five points</fig> since July and "
    "<fig value=11 kind=change unit=points>11 points</fig> in all.",
    "They were <fig value=-6 kind=difference unit=points>6 points</fig> less inclined to agree than farmers.",
    "She leads him by <fig value=5 kind=difference>5 percent</fig> in Ohio.",
    "She trails by an average of <fig value=-8.6 kind=difference>8.6%</fig> there.",
    "She leads by <fig value=48 kind=share>48 percent</fig> to <fig value=44 kind=share>44 percent</fig>.",
    "He dropped <fig value=-13 kind=change unit=points>13 points</fig> since July.",
    "That is a <fig value=-7 kind=change unit=points>7-point</fig> drop from the previous poll.",
    (
        "Trust fell by <fig value=-36 kind=change unit=points>36 points</fig> to <fig value=50>50 "
        "percent</fig> and by <fig value=-31 kind=change unit=points>31 points</fig> to <fig value=59>59 "
        "percent</fig>."
    ),
    "Approval is <fig value=-6 kind=change unit=points>6 points</fig> lower than in the last poll.",
    "A <fig value=6 kind=change unit=points>six-point</fig> swing is rare.",
    "The plan is <fig value=10 kind=change>10%</fig> more popular than in May.",
    "Trams stand at <fig value=40>40%</fig>, a <fig value=2 kind=change unit=points>two-point</fig> rise.",
    "A <fig value=-3 kind=change unit=points>three-point</fig> decrease for the mayor was the rest.",
    "Trust rose in Ohio (higher by <fig value=6 kind=change unit=points>6 points</fig>).",
    "<fig value=31>31 percent</fig> said they would go (<fig value=-6 kind=change unit=points>minus 6 points</fig>).",
    "Her score was up <fig value=7 kind=change unit=points>7 points</fig> at <fig value=70>70 percent</fig>.",
    "A <fig value=5 kind=difference unit=points>5-point</fig> edge over Reyes is all he has.",
    "The plan is <fig value=-10 kind=difference>10 percent</fig> less popular among women than among men.",
    "Agreement is <fig value=4 kind=change unit=points>4 points</fig> more than in May.",
    "The plan has <fig value=51>51 percent</fig>, <fig value=-7 kind=change unit=points>7 points</fig> less than "
    "in the first wave.",
    "Trams rose to <fig value=35>35 percent</fig>, with buses down <fig value=-2 kind=change>two</fig> to "
    "<fig value=30>30 percent</fig>.",
    "Smith was up <fig value=45>45</fig> to <fig value=40>40 percent</fig>.",
    "That was <fig value=-6 kind=change unit=points>6 points</fig> less than in 2019.",
    "It is <fig value=-6 kind=change unit=points>six points</fig> below its level in March.",
    "Yes, <fig value=49>49%</fig> (<fig value=4 kind=change unit=points form=bare>+4</fig>); no, <fig value=46>46%"
    "</fig> (<fig value=-1 kind=change unit=points form=bare>-1</fig>).",
    "They are on <fig value=40>40%</fig> (up <fig value=2 kind=change unit=points form=bare>two</fig>) and "
    "<fig value=25>25%</fig> (down <fig value=-1 kind=change unit=points form=bare>one</fig>).",
    "She leads <fig value=47>47</fig>-<fig value=42>42 percent</fig> (<fig value=5 kind=difference>+5</fig>).",
    "Support dropped <fig value=-6 kind=change>6 percent</fig>.",
    "Approval, at <fig value=38 kind=share>38 percent</fig>, is up from <fig value=35 kind=share>35 percent</fig>.",
    "She is up <fig value=42.7 kind=share>42.7</fig> to <fig value=40.8 kind=share>40.8 percent</fig>.",
]
HEDGES = [
    "<fig qualifier=about>60 percent</fig>|About {} agree.",
    "<fig qualifier=about>60 percent</fig>|Roughly {} agree.",
    "<fig qualifier=about>60 percent</fig>|Some {} agree.",
    "<fig qualifier=over>60 percent</fig>|More than {} agree.",
    "<fig qualifier=over>60 percent</fig>|At least {} agree.",
    "<fig qualifier=under>60 percent</fig>|Nearly {} agree.",
    "<fig qualifier=under>60 percent</fig>|Just under {} agree.",
    "<fig qualifier=under>5 percent</fig>|Others have {} or less.",
    "<fig qualifier=over>50 percent</fig>|It is {} or higher.",
    "<fig qualifier=over>50 percent</fig>|Disapproval exceeded {}.",
    "<fig qualifier=exact>16 percent</fig>|Far more than the {} who agree.",
    "<fig qualifier=exact>60 percent</fig>|Exactly {} agree.",
    "<fig qualifier=exact>60 percent</fig>|It went up to {} in May.",
]
NO_CANDIDATES = [
    "A majority agree, and most want more.",
    "The third candidate won his fourth term in the second half of the year.",
    "A third party may run; the third-party vote is small.",
    "It took an hour and a half, and the price was cut in half.",
    "At one point he left, and at a point near the end he came back.",
    "He has a point, and he made the same point in five minutes.",
    "It ran between May 3 and May 9 in 41 towns, in the final quarter of 2019.",
    "The bus goes from 49 to 39, and the tax dropped from 20 to 15 cents.",
    "There was zero interest in it.",
    "One in 2013 and five in 1968 were shut down.",
    "The court ruled 5-4 on May 9-11, and the Senate voted 51-49.",
    "Voters aged 18 to 29 and women 45-64 took part.",
    "She is 63, he is 52 and in 2016 they moved.",
    "It costs $40 or 1,200 percentage.",
]


def marked(sentence: str) -> list[dict[str, str]]:
    """What the component finds in `sentence`, as the attributes that the markup uses."""
    doc = build(judged=False)(sentence)
    found = []
    for span in doc.spans["figures"]:
        figure = span._.figure
        found.append({
            "exact": span.text,
            "value": f"{figure.value:g}",
            "decimals": str(figure.decimals),
            "form": figure.form,
            "kind": figure.kind,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
        })  # fmt: skip
    return found


@pytest.mark.parametrize("case", [*PLACES, *KINDS])
def test_places_values_and_kinds(case: str) -> None:
    plain, marks = parse(case, "fig")
    found = marked(plain)
    assert [one["exact"] for one in found] == [plain[mark.start : mark.end] for mark in marks]
    for one, mark in zip(found, marks, strict=True):
        assert {**one, **mark.attributes} == one


@pytest.mark.parametrize("case", HEDGES)
def test_hedges(case: str) -> None:
    number, _, sentence = case.partition("|")
    plain, marks = parse(sentence.format(number), "fig")
    assert [one["qualifier"] for one in marked(plain)] == [marks[0].attributes["qualifier"]]


@pytest.mark.parametrize("sentence", NO_CANDIDATES)
def test_other_numbers_are_no_candidates(sentence: str) -> None:
    assert marked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [
        ("Nearly half of voters agree.", True),
        ("About one in four adults agree.", True),
        ("More than 70 percent agree.", False),
        ("It surpassed 50 percent in every group.", True),
        ("Half of voters agree.", False),
    ],
)
def test_hedged_fractions_and_bounds_are_vague(sentence: str, vague: bool) -> None:
    doc = build(judged=False)(sentence)
    (span,) = doc.spans["figures"]
    assert span._.figure.vague is vague


@settings(deadline=None)
@given(st.text(alphabet="0123456789% .,-–/()+andpercentointshalf\n$", max_size=200))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    doc = build(judged=True)(f"A poll found\n\n{text}")
    for key in ("figures", "not_figures"):
        spans = [(span.start_char, span.end_char) for span in doc.spans[key]]
        assert all(start < end <= len(doc.text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
