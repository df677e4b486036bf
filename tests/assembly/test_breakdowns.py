"""A group's share that brings no new words answers the last question; new words, objects and shares do not."""

import pytest

from tests.assembly.question_groups import groups_of

HEAD = "Poll on the region\n\nA poll of 1,000 adults by Northern Research asked about the region.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Alvarez leads Becker 43 percent to 40 percent among likely voters, with Chang at 8 percent.\n\n"
            "Becker has a 75 percent to 8 percent edge among Democratic voters and Alvarez has an 86 percent to 7 "
            "percent lead among Republicans.",
            [[43, 40, 8, 75, 8, 86, 7]],
        ),
        (
            "Fifty-two percent of adults favor a new tram line, 38 percent oppose it and 10 percent are unsure.\n\n"
            "Of people in the suburbs, 61 percent were in favor and 30 percent opposed.",
            [[52, 38, 10, 61, 30]],
        ),
        (
            "Sixty percent of residents approve of the curfew and 33 percent disapprove.\n\n"
            "Homeowners approve by 72 percent to 21 percent, and renters disapprove by 51 percent to 40 percent.",
            [[60, 33, 72, 21, 51, 40]],
        ),
        (
            "Asked whether the port should be widened, 58 percent of residents and 51 percent of visitors said yes.\n\n"
            "Support for a bigger harbor stood above 50 percent across all regions. Among residents under 30, 66 "
            "percent were in favor.",
            [[58, 51, 50, 66]],
        ),
        (
            "Asked whether the port should be widened, 58 percent of residents and 51 percent of visitors said yes.\n\n"
            "When asked about the airport, 50 percent across all regions backed a second runway.",
            [[58, 51], [50]],
        ),
        (
            "Sixty percent support the tram, and 30 percent oppose it.\n\n"
            "A plan to raise parking fees is opposed by 71 percent of women.",
            [[60, 30], [71]],
        ),
        (
            "Sixty percent say the harbor is clean. Among women, 55 percent say so.\n\n"
            "Among women, 47 percent say the beach is safe.",
            [[60, 55], [47]],
        ),
        (
            "Fifty-five percent of adults support a bypass and 36 percent oppose it.\n\n"
            "Teachers are divided, with 48 percent favouring it and 45 percent opposing it, the survey found.",
            [[55, 36, 48, 45]],
        ),
        (
            "Forty-five percent of voters back the bond measure and 43 percent oppose it.\n\n"
            "Twelve percent have not made up their minds.",
            [[45, 43, 12]],
        ),
        (
            "Two-thirds of members back the merger. Only 21 percent are against it, and 12 percent could not say.",
            [[66.7, 21, 12]],
        ),
        (
            "Forty-five percent of voters back the bond measure and 43 percent oppose it.\n\n"
            "Eighteen percent had not heard of the new harbor master.",
            [[45, 43], [18]],
        ),
        (
            "Asked whether the ferry should run at night, 60 percent of islanders and 56 percent of visitors said yes. "
            "The strongest approval came from people in their 20s at 71 percent. Among men 63 percent were in favor.",
            [[60, 56, 71, 63]],
        ),
        (
            "Sixty percent of adults support the ferry plan. Thirty percent oppose it.\n\n"
            "Among women, 41 percent favor closing the old fish market on weekdays.",
            [[60, 30], [41]],
        ),
    ],
)
def test_groups_break_down_the_last_question(text, expected):
    assert groups_of(HEAD + text) == expected
