"""Of which wave each figure of a story is, and from when."""

import pytest

from tests.assembly.poll_plans import plan_of

WAVES = [
    # What the question tells of is not when it was asked.
    "Asked what they pay since the fare went up on May 1, <fig>69 percent</fig> in the poll said more.",
    "Asked if the council should resign before its term ends on May 30, <fig>60 percent</fig> in the poll said no.",
    "In the poll <fig>53 percent</fig> said no, much as in the last poll.",
    "In the poll <fig>73 percent</fig> agree. Before the strike, <fig wave=previous>63 percent</fig> had agreed.",
    "In the poll <fig>47 percent</fig> pray. When it first asked, in 1937, it was <fig wave=previous>73 percent</fig>.",
    "In the poll <fig>70 percent</fig> agree. Last summer, amid the strike, <fig wave=previous when=2019>62 percent"
    "</fig> said so.",
    "In the poll <fig>80 percent</fig> moved more than a year ago, <fig>10 percent</fig> this spring.",
    "The poll has her at <fig>36 percent</fig>, near the record low of <fig wave=previous when=2019-01>33 percent</fig>"
    " she hit in January.",
    "In the poll <fig>10 percent</fig>, up from <fig wave=previous>5 percent</fig>, would cut it, and <fig>36 percent"
    "</fig> would leave it.",
    "The poll has <fig>64 percent</fig> worried, well above the <fig wave=previous>41 percent</fig> seen before the "
    "flood.",
    "In 2016, <fig wave=previous when=2016>46 percent</fig> agreed in the poll, a number that fell to <fig>34 percent"
    "</fig> in 2019.",
    "In March, <fig wave=previous when=2019-03>17 percent</fig> agreed in the poll, but now <fig>12 percent</fig> do.",
    "The poll shows that trust rose from <fig wave=previous>19 percent</fig> earlier this year to <fig>24 percent</fig>"
    " in the latest survey.",
    "A poll from last week has Rivera ahead with <fig>28 percent</fig>.",
    "In the poll <fig>35 percent</fig> agree, a sharp reversal since the poll in May.",
    "In the poll, <fig>62 percent</fig> agree, up from <fig wave=previous when=2018>52 percent</fig> a year ago and "
    "<fig wave=previous when=2019-06>56 percent</fig> in June.",
    "Support fell 4.1 points from last month to <fig>28.4 percent</fig>, an Ipsos survey showed.",
    "Support fell 3 points from the previous survey to <fig>28 percent</fig>, an Ipsos survey showed.",
    "The party is on <fig>24 percent</fig>, up one point since the last poll, Ipsos found in its survey.",
    "Support is at <fig>24 percent</fig>, down from <fig wave=previous>30 percent</fig> in the last poll, it says.",
    "Its net score in the poll is up by 7 points on <fig kind=difference wave=previous when=2019-06>+53</fig> in June.",
    "Rivera beats Dale <fig>54 percent</fig> to <fig>35 percent</fig>, exactly as in the previous poll.",
    "The poll has trust up by 7 points at <fig>53 percent</fig>.",
    "Support fell from <fig wave=previous>47 percent</fig> to <fig>41 percent</fig>, the poll shows.",
    "Trust rose to <fig>58 percent</fig> from <fig wave=previous when=2018-03>52 percent</fig> in March 2018.",
    "In the poll she leads <fig>47 percent</fig> to <fig>41 percent</fig>, compared with <fig wave=previous "
    "when=2019-10>44 percent</fig> to <fig wave=previous when=2019-10>40 percent</fig> a month earlier.",
    "In 2001, <fig wave=previous when=2001>46 percent</fig> were worried. This year <fig>66 percent</fig> are, in the "
    "same poll.",
    "Last month only <fig wave=previous when=2019-10>37 percent</fig> thought so, the poll found; now "
    "<fig>47 percent</fig> do.",
    "The poll puts it at <fig>41 percent</fig>, unchanged from last month when it was <fig wave=previous>42 percent"
    "</fig>.",
    "The poll found <fig>56 percent</fig> in favor. In the previous poll, it was <fig wave=previous>49 percent</fig>.",
    "The rating is at <fig>41.3 percent</fig>, down <fig kind=change>6.2 points</fig> from the previous poll in May.",
    "The share who trust him has not moved, the poll says: <fig wave=previous>24 percent</fig> then, "
    "<fig>24 percent</fig> now.",
    "Trust was highest in 1976, at <fig wave=previous when=1976>72 percent</fig>, the pollster says.",
    "That is much the same as in its poll a month ago (<fig wave=previous when=2019-10>52 percent</fig> to "
    "<fig wave=previous when=2019-10>43 percent</fig>).",
    "His <fig kind=difference wave=previous>10-point</fig> lead has evaporated, the poll shows.",
    # events, peaks, and years that are told beside the number
    "The poll has him at <fig>44 percent</fig>. Before the debate, he was at <fig wave=previous>39 percent</fig>.",
    "Some <fig>55 percent</fig> approve in the poll, compared with <fig wave=previous>42 percent</fig> right after the "
    "vote.",
    "In the poll <fig>41 percent</fig> back him. In October support had stood at <fig wave=previous>44 percent</fig>.",
    "In the poll <fig>41 percent</fig> back him; his support peaked at <fig wave=previous>61 percent</fig>.",
    "The poll has <fig>55 percent</fig> eager to vote, compared with <fig wave=previous>37 percent</fig> in the 2014 "
    "midterm.",
    "Some <fig>74 percent</fig> say so in the poll, comparable to the shares in 2016 (<fig wave=previous when=2016>75 "
    "percent</fig>) and 2012 (<fig wave=previous when=2012>69 percent</fig>).",
    "By 1975, support had fallen to <fig wave=previous when=1975>41 percent</fig>. Now <fig>24 percent</fig> are in "
    "favor, the poll shows.",
    "When the scandal broke in early 1998, his rating jumped to <fig wave=previous>60 percent</fig>. Now it is "
    "<fig>45 percent</fig>, the poll shows.",
    "His rating rose from <fig wave=previous>80 percent</fig> to <fig wave=previous>86 percent</fig> to "
    "<fig>89 percent</fig>, the poll shows.",
    "A poll taken just before the convention had her ahead, <fig wave=previous>52 percent</fig> to <fig wave=previous>"
    "40 percent</fig>. A new poll has <fig>47 percent</fig> for her.",
    # An older value that is told as such, and what is only set against an older poll.
    "The poll has it at <fig>66 percent</fig>, having been <fig wave=previous>86 percent</fig>.",
    "In the poll <fig>35 percent</fig> agree, which was <fig wave=previous>48 percent</fig> once.",
    "Her lead in the poll is <fig>45</fig>-<fig>37 percent</fig>; it was <fig wave=previous>46</fig>-"
    "<fig wave=previous>35 percent</fig> last time.",
    "The two sides of the poll moved from <fig wave=previous>52</fig>-<fig wave=previous>48 percent</fig> down to "
    "<fig>51</fig>-<fig>49 percent</fig>.",
    "The poll has <fig>9 percent</fig>, after <fig wave=previous>3 percent</fig> in the poll two weeks back.",
    "People are surer than in the previous survey, with <fig>64 percent</fig> certain, the poll shows.",
    "Ratings in the poll were almost those of April, at <fig>47 percent</fig>.",
    "The poll has support from <fig>75 percent</fig> of nurses.",
    "The share rose to <fig>57 percent</fig> from <fig wave=previous>47 percent</fig>, and only <fig>31 percent</fig> "
    "have hope, the poll shows.",
    # Polls and offices behind "in" and "under" open a sentence with their date.
    "In the poll <fig>62 percent</fig> agree. Under its old captain in May 2017, <fig wave=previous when=2017-05>52 "
    "percent</fig> did.",
    "In the poll <fig>62 percent</fig> agree. In the poll before that one, of May 2017, <fig wave=previous "
    "when=2017-05>52 percent</fig> did.",
    # A sentence that says when a question was put.
    "In 1960, people were asked if they row. It was a calm year. Only <fig wave=previous when=1960>5 percent</fig> did."
    " Today <fig>27 percent</fig> do, the poll shows.",
    "The poll was taken in June of last year. Some <fig>5 percent</fig> row.",
    # the newest of several years
    "In 2006, <fig wave=previous>21 percent</fig> objected, polls show. In 2010, <fig>49 percent</fig> did.",
    "Support dropped <fig kind=change>5 points</fig> since July, the poll shows.",
    # an older poll that the sentence is only set against, and back from it
    "A new Acme poll has <fig>42 percent</fig> content. That compares with <fig wave=previous>33 percent</fig> content "
    "and <fig wave=previous>62 percent</fig> discontent in the Acme poll taken Oct. 20-24.",
    "A new Acme poll has him at <fig>43 percent</fig>. This compares to what an Oct. 8 survey by Acme showed: "
    "<fig wave=previous>36 percent</fig> for him and <fig wave=previous>21 percent</fig> for her.",
    "In the Acme poll she has <fig>57 percent</fig>, <fig kind=change>three points</fig> less than in the October Acme "
    "poll, but is ahead of him with <fig>15 percent</fig>.",
    "In May, <fig wave=previous when=2019-05>24 percent</fig> would switch, the poll shows, but today <fig>19 percent"
    "</fig> would.",
    "The poll has <fig>17 percent</fig> for her. That grew from <fig wave=previous>8 percent</fig> in March, and the "
    "share of those who back him is <fig>26 percent</fig>.",
    "The poll has <fig>31 percent</fig>, the most since <fig wave=previous when=2018-05>38 percent</fig> in May 2018.",
    "The poll has <fig>31 percent</fig>, the most since May 2018 (<fig wave=previous when=2018-05>38 percent</fig>).",
    "The poll has <fig>12 percent</fig> in the north, from <fig wave=previous>9 percent</fig>.",
    # no older waves
    "Since May 2018, <fig>38 percent</fig> have moved, the poll shows.",
    "The poll shows <fig>39 percent</fig> of shops were robbed over the last year.",
    "In the last year <fig>39 percent</fig> of shops were robbed, the poll shows.",
    "The poll shows support from <fig>65 percent</fig> of nurses and <fig>61 percent</fig> of teachers.",
    "In the poll, <fig>40 percent</fig> say they will vote in November.",
    "Some <fig>52 percent</fig> dislike the 2010 health law, the poll shows.",
    "The poll, taken in early November, has <fig>40 percent</fig> in favor.",
    "Then <fig>40 percent</fig> say so, the poll shows.",
    "In October, <fig>40 percent</fig> said so, an Acme poll found.",
    "She led him <fig>48 percent</fig> to <fig>47 percent</fig> last week in an Acme poll.",
    "In an Acme poll taken late last month, <fig>57 percent</fig> said they would not vote for him.",
    "The group is <fig>41 percent</fig> of the north (up from <fig wave=previous>35 percent</fig> in 2007), "
    "<fig>24 percent</fig> of the south and <fig>14 percent</fig> of the west, the poll shows.",
    "The poll has <fig>57 percent</fig> opposed, up <fig kind=change>3 points</fig> from the Acme poll in May, with "
    "<fig>38 percent</fig> in favor.",
    "In Iowa, the mayor leads her colleague from Vermont <fig>54 percent</fig> to <fig>42 percent</fig> in an Acme "
    "poll released Thursday.",
    "Shares range widely in the polls, ranging from <fig>57 percent</fig> to <fig>62 percent</fig>.",
]


@pytest.mark.parametrize("marked", WAVES)
def test_waves_of_figures(marked: str) -> None:
    plan, marks = plan_of(marked)
    assert [place.wave for place in plan.figures] == [mark.attributes.get("wave", "current") for mark in marks]
    told = [
        (p.wave_date, m.attributes["when"]) for p, m in zip(plan.figures, marks, strict=True) if "when" in m.attributes
    ]
    assert [got for got, _ in told] == [want for _, want in told]


#: Stories that show no date: months are older where they are not those of the fieldwork, and a newer value is told.
UNDATED = [
    "The Acme poll has her at <fig>46 percent</fig>. In July, it had her at <fig wave=previous>43 percent</fig>.",
    "The Acme poll, taken July 3-5, has her at <fig>46 percent</fig>. In July, <fig>43 percent</fig> said yes.",
    "In a July poll by Acme, <fig>43 percent</fig> said so.",
    "In an Acme poll in September, just <fig>2 percent</fig> named taxes. Crime was named by <fig>9 percent</fig>.",
    "The June survey by Acme said that voters like it, with <fig>70 percent</fig> of nurses for it in June.",
    "In an Acme poll, the Harbor Party rose from <fig wave=previous>8 percent</fig> in May to <fig>9 percent</fig> in "
    "June; others had <fig>4 percent</fig> in June.",
    "A mid-May Acme poll had <fig>43 percent</fig> in favor.",
    "The Acme poll has her at <fig>46 percent</fig>. A May poll saw her at 43. In May, <fig wave=previous>50 percent"
    "</fig> said yes; most vote in November.",
]


@pytest.mark.parametrize("marked", UNDATED)
def test_waves_of_a_story_without_a_date(marked: str) -> None:
    plan, marks = plan_of(marked, published=None)
    assert [place.wave for place in plan.figures] == [mark.attributes.get("wave", "current") for mark in marks]
