"""What the author of a scenario is told after many games."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.scenario.package import load_scenario
from game.study import End, ObjectiveStudy, SideStudy, Spread, Study
from game.text.playtest import remarks

TINY = Path(__file__).parents[1] / "scenario" / "data" / "tiny"
GRADES = ("outstanding", "good", "fair", "poor")


def side(name: str, *grades: int, judged: bool = True, fallen: int = 1) -> SideStudy:
    counts = dict(zip(GRADES, grades, strict=True))
    return SideStudy(name, name, judged, counts, fallen=Spread([fallen]))


@pytest.fixture(scope="module")
def study() -> Study:
    """Twenty games of which each side won about half, and history came in half of them."""
    scenario = load_scenario(TINY)
    objectives = tuple(
        ObjectiveStudy(one, scenario.oob.sides[one.side].id, 10, Spread([3] * 10), Spread([3] * 10))
        for one in scenario.objectives
    )
    return Study(
        "tiny", "2017-09-14", 20, 20, 1, {"blue": "steady"}, End.COMPLETE, "", 1.0, 1.0, 1, 1,
        (side("blue", 5, 5, 5, 5), side("red", 5, 5, 5, 5)), objectives, Spread(), (),
    )  # fmt: skip


def told(study: Study) -> str:
    return " ".join(" ".join(remarks(study)).split())


def test_a_balanced_scenario(study: Study) -> None:
    assert "Nothing stands out." in told(study)
    assert "uncertain by about 22 points" in told(study)


def test_a_side_that_always_wins_and_one_that_never_does(study: Study) -> None:
    text = told(replace(study, sides=(side("blue", 10, 9, 1, 0), side("red", 0, 0, 1, 19))))
    assert "- blue wins 19 of 20 games: less time" in text
    assert "- red wins 0 of 20 games: is what it has to do possible" in text


def test_a_side_without_objectives(study: Study) -> None:
    text = told(replace(study, sides=(*study.sides, side("green", 0, 0, 0, 0, judged=False))))
    assert "green has no objectives" in text


def test_objectives_that_nobody_or_everybody_reaches(study: Study) -> None:
    take, hold = study.objectives
    never = replace(take, met=0, turned_on=Spread([6] * 12))
    always = replace(hold, met=20)
    text = told(replace(study, objectives=(never, always)))
    assert (
        "take_town (blue) is never met; its condition stands on 2017-09-19 in the middle game, "
        "its latest day is 2017-09-18." in text
    )
    assert "hold_town (red) is met in every game: does it ask for anything?" in text
    assert "take_town (blue) comes as early as in history, 2017-09-17, in 0 % of the games." in text


def test_sides_that_never_meet(study: Study) -> None:
    sides = tuple(side(name, 5, 5, 5, 5, fallen=0) for name in ("blue", "red"))
    assert "No side loses a step in any game" in told(replace(study, sides=sides))


def test_few_games_tell_nothing(study: Study) -> None:
    few = replace(study, runs=3, sides=(side("blue", 3, 0, 0, 0),))
    assert told(few) == "For the author Fewer than 10 games tell nothing about balance."


def test_no_game(study: Study) -> None:
    assert remarks(replace(study, runs=0)) == []
