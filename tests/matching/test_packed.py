"""A profile that was packed is the profile it was."""

from dataclasses import replace

from extractor.matching.link import profile_polls
from extractor.matching.packed import pack_profile, unpack_profile
from tests.batch.datasets import all_cases, joined
from tests.matching.test_pieces import MANY


def test_packed_and_unpacked() -> None:
    for dataset in (MANY, joined(all_cases())):
        for profile in profile_polls(dataset, dataset.articles):
            text = pack_profile(profile)
            assert unpack_profile(text, profile.root) == profile
            assert pack_profile(unpack_profile(text, "another")) == text
            assert unpack_profile(text, "another") == replace(profile, root="another")
