"""All checks, in the order in which their warnings are told of one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.scenario.build import Built
from game.scenario.problems import Problem
from game.scenario.warnings.arabic import missing_arabic
from game.scenario.warnings.dates import dates_in_texts, history_against_control
from game.scenario.warnings.files import foreign_links, name_of_folder
from game.scenario.warnings.ground import entries_inside, unknown_kinds, waters_without_river
from game.scenario.warnings.look import Look
from game.scenario.warnings.marches import impossible_marches
from game.scenario.warnings.objectives import decided_at_the_start, hexes_in_texts, too_few_places
from game.scenario.warnings.reach import unreachable
from game.scenario.warnings.sources import without_sources
from game.scenario.warnings.strengths import odd_strengths
from game.scenario.warnings.supply import no_way_to_the_map, unsupplied_at_the_start
from game.scenario.warnings.unused import (
    flags_never_set,
    flags_never_tested,
    unused_formations,
    unused_types,
)

CHECKS: Final[tuple[Callable[[Look], None], ...]] = (
    name_of_folder,
    foreign_links,
    unreachable,
    decided_at_the_start,
    too_few_places,
    hexes_in_texts,
    dates_in_texts,
    history_against_control,
    unsupplied_at_the_start,
    no_way_to_the_map,
    unknown_kinds,
    entries_inside,
    waters_without_river,
    unused_formations,
    unused_types,
    flags_never_set,
    flags_never_tested,
    odd_strengths,
    without_sources,
    impossible_marches,
    missing_arabic,
)


def _never() -> bool:
    return False


def warnings(built: Built, stop: Callable[[], bool] = _never) -> tuple[Problem, ...]:
    """Return the warnings of a package that has no errors, by file and line.

    `stop` is asked before each check; once it says so, the rest is left out.
    """
    look = Look(built)
    for check in CHECKS:
        if stop():
            break
        check(look)
    return look.told()
