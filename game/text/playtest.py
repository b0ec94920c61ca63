"""What the author of a scenario may want to mend after many games of it."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import Final

from game.study import ObjectiveStudy, Study
from game.text.page import counted, item, paragraph

_OFTEN: Final = 0.9
_RARE: Final = 0.1
_FEW: Final = 10
"""Games below which nothing is said about shares."""


def remarks(study: Study) -> list[str]:
    """Return what is out of balance, line by line; empty if no game was finished."""
    if not study.runs:
        return []
    found = [*_sides(study), *_objectives(study), *_fighting(study)]
    lines = ["", "For the author"]
    if study.runs < _FEW:
        return [*lines, *paragraph(f"Fewer than {_FEW} games tell nothing about balance.")]
    if not found:
        lines += paragraph("Nothing stands out.")
    for remark in found:
        lines += item(remark)
    return [*lines, *paragraph(_caution(study.runs))]


def _sides(study: Study) -> Iterator[str]:
    for side in study.sides:
        if not side.judged:
            yield f"{side.id} has no objectives: nothing it does is judged."
        elif side.won >= _OFTEN * study.runs:
            yield (
                f"{side.id} wins {side.won} of {counted(study.runs, 'game')}: less time for its "
                "objectives, fewer means, or a stronger enemy would make it a contest."
            )
        elif side.won <= _RARE * study.runs:
            yield (
                f"{side.id} wins {side.won} of {counted(study.runs, 'game')}: is what it has to do "
                "possible, and does the computer see the way to it?"
            )


def _objectives(study: Study) -> Iterator[str]:
    for one in study.objectives:
        name = f"{one.objective.id} ({one.side})"
        if one.met == 0:
            yield f"{name} is never met{_when(study, one)}."
        elif one.met == study.runs and study.runs > 1:
            yield f"{name} is met in every game{_when(study, one)}: does it ask for anything?"
        rare = _rare(study, one)
        if rare:
            yield rare


def _when(study: Study, one: ObjectiveStudy) -> str:
    """Where the dates of an objective stand beside those on which its condition turned."""
    quartiles = one.turned_on.quartiles()
    if not quartiles or one.objective.hold:
        return ""
    median = study.date(quartiles[1])
    return f"; its condition stands on {median} in the middle game, its latest day is " + str(
        study.date(one.objective.latest)
    )


def _rare(study: Study, one: ObjectiveStudy) -> str:
    """Say that history is rare, where the day of history is known and few games reach it."""
    day = one.objective.historical
    if not day or one.objective.hold or not 0 < day <= one.objective.latest:
        return ""
    share = one.turned_on.share_up_to(day) * len(one.turned_on) / study.runs
    if share > _RARE:
        return ""
    return (
        f"{one.objective.id} ({one.side}) comes as early as in history, {study.date(day)}, in "
        f"{share * 100:.0f} % of the games."
    )


def _fighting(study: Study) -> Iterator[str]:
    if not any(side.fallen.mean or side.surrendered.mean for side in study.sides):
        yield "No side loses a step in any game: do the sides ever meet?"


def _caution(runs: int) -> str:
    margin = 100 / sqrt(runs)
    return (
        f"After {runs} games a share is uncertain by about {margin:.0f} points either way, and all "
        "of it is about the computer commanders: play it yourself as well."
    )
