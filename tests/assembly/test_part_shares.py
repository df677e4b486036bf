"""A part of those asked gives the answer told before, unless its clause words one or people were asked for names."""

import pytest

from tests.assembly.answers_of import answers_of


def answers(text: str) -> list[str]:
    return answers_of(f"The institute polled 1,004 adults by telephone in June for a survey.\n\n{text}")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Most Ghanaians, 61%, want longer library hours. In Kumasi it was 55%, and in Tamale 70%.", "want longer"),
        ("In all, 66% of Swedes sort their rubbish. Stockholm leads the way with 71%.", "sort their rubbish"),
        ("Some 44% of Peruvians cycle to work. Lima had the highest share with 58%, ahead of Cusco with 40%.", "cycle"),
        ("Some 40% of Indonesians skip breakfast. By island, Java stood at 44% and Bali at 25%.", "skip breakfast"),
        ("Across the region 37% distrust tap water. Chile scored 20 per cent and Bolivia 51 per cent.", "distrust"),
        ("In Berlin, 63% worry about rents. Hamburg followed with 58% and Munich with 57%.", "worry about rents"),
        ("Some 34% of drivers admit to speeding. Men: 41%. Women: 26%.", "admit to speeding"),
        ("Most residents, 62%, fear for the old cinema.\n\n- 70% in Westend\n\n- 41% in Harbour Hill", "fear for"),
        (
            "Those with a degree were the happiest, with 83% pleased with their job, followed by skilled workers "
            "with 70%.",
            "pleased with their job",
        ),
        (
            "Many felt that trains should be free, and this was backed by parents (64%) as well as in the "
            "European markets of Spain (70%) and Greece (58%).",
            "should be free",
        ),
        ("Some 60% skip breakfast. Kenyans came last with 14%.", "skip breakfast"),
        ("Some 44% would vote to leave the league. Scotland came first with 60%, Wales second with 51%.", "leave the"),
        ("About 64% of Filipinos expect a better year. Balance Luzon: 66%. Visayas: 61%.", "expect a better year"),
        ("Satisfaction with the bus service is at 47%. It is 55% for women and 39% for men.", "Satisfaction"),
    ],
)
def test_parts_carry_the_answer(text: str, answer: str) -> None:
    assert all(answer in told for told in answers(text))


def test_two_shares_of_a_part_follow_the_order_of_those_before() -> None:
    told = answers("On the new airport, 48% are in favor and 40% are against. In Porto the numbers are 55% and 33%.")
    assert told[2:] == told[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Where would they like to go? Spain was named by 34% of Germans, Italy by 28%.", ["Spain", "Italy"]),
        ("Which city is best? Vienna came first with 31%, Prague second with 22%.", ["Vienna", "Prague"]),
        ("Some 60% own a car. The Greens are at 21%, the Liberals at 18%.", ["own a car", "Greens", "Liberals"]),
        (
            "Some 70% of farmers fear a flood. Only 11 percent of women and 14 percent of men like ducks.",
            ["fear a flood", "like ducks", "like ducks"],
        ),
        (
            "Half of them want it. Some 50% of doctors were for it with 39% against it.",
            ["want", "for it", "against it"],
        ),
    ],
)
def test_other_clauses_word_their_own(text: str, expected: list[str]) -> None:
    assert all(one in told for one, told in zip(expected, answers(text)[-len(expected) :], strict=True))
