"""The quality gate: floors hold, fall only on demand, and belong to one gold."""

import tomllib

import pytest

from benchmarks import quality

DIGEST = "0" * 64
FLOORS = {"corpus": {"gold": DIGEST, "figures_full": 0.9, "figures_detected": 0.95}}


@pytest.mark.parametrize(
    ("scores", "digest", "floors", "said"),
    [
        ({"figures_full": 0.9, "figures_detected": 0.96}, DIGEST, FLOORS, []),
        ({"figures_full": 0.8999, "figures_detected": 0.96}, DIGEST, FLOORS, ["corpus: figures_full is 0.8999"]),
        ({"figures_full": 0.95}, DIGEST, FLOORS, ["corpus: figures_detected is 0.0000"]),
        ({"figures_full": 1.0, "figures_detected": 1.0}, "f" * 64, FLOORS, ["corpus: the gold differs"]),
        ({"figures_full": 1.0}, DIGEST, {}, ["corpus: no floors are pinned"]),
    ],
)
def test_what_falls_short(scores, digest, floors, said):
    problems = quality.shortfalls("corpus", scores, digest, floors)
    assert len(problems) == len(said)
    assert all(problem.startswith(start) for problem, start in zip(problems, said, strict=True))


@pytest.mark.parametrize(("lower", "kept"), [(False, 0.9), (True, 0.8)])
def test_a_floor_falls_only_on_demand(lower, kept):
    measured = {"corpus": (DIGEST, {"figures_full": 0.8004, "figures_detected": 0.9999})}
    floors = tomllib.loads(quality.pin(FLOORS, measured, lower=lower))
    assert floors == {"corpus": {"gold": DIGEST, "figures_full": kept, "figures_detected": 0.999}}


def test_pinning_one_set_keeps_the_others():
    floors = tomllib.loads(quality.pin(FLOORS, {"seeds": (DIGEST, {"figures_full": 1.0})}, lower=True))
    assert floors["corpus"] == FLOORS["corpus"]
    assert floors["seeds"] == {"gold": DIGEST, "figures_full": 1.0}


def test_the_digest_follows_gold_and_documents(tmp_path):
    gold = tmp_path / "a.gold.json"
    text = tmp_path / "a.text"
    gold.write_text('{"doc": "a.text"}')
    text.write_text("one")
    some_set = quality.GoldSet("some", tmp_path, tmp_path, tmp_path)
    first = some_set.digest()
    text.write_text("two")
    second = some_set.digest()
    gold.write_text('{"doc": "a.text", "findings": []}')
    assert len({first, second, some_set.digest()}) == 3


def test_dev_is_never_shown_by_document():
    assert [s.name for s in quality.SETS if s.closed] == ["dev"]
