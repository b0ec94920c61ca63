"""Who plays which side, as `--side` and `--ai` say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.scenario.record import Record
    from game.session import Seat


def read_seats(
    scenario: Scenario,
    sides: tuple[str, ...],
    commanders: tuple[str, ...],
    record: Record | None = None,
) -> dict[str, Seat] | None:
    """Return the seats of all sides, None if neither option was given.

    A side named by neither is played by a computer; without `--side` the graded side, or else the
    first one that no computer was given, is the player's. A historian follows the record.

    Raises:
        click.BadParameter: for a side or a level that there is not.
    """
    if not sides and not commanders:
        return None
    from game.ai.levels import commander

    seats = _seats(scenario, sides, commanders)
    for side, seat in seats.items():
        if seat.level == "historian":
            seats[side] = replace(seat, own=commander(seat.level, record))
    return seats


def default_seats(scenario: Scenario) -> dict[str, Seat]:
    """Return the seats if nobody says who plays what: a person for the graded side."""
    return _seats(scenario, (), ())


def _seats(
    scenario: Scenario, sides: tuple[str, ...], commanders: tuple[str, ...]
) -> dict[str, Seat]:
    from game.ai.levels import NAMES
    from game.session import Seat, computer_seat

    known = [side.id for side in scenario.oob.sides]
    levels: dict[str, str] = {}
    for text in commanders:
        side, equals, level = text.partition("=")
        _check(side, known, "side", "--ai")
        if not equals:
            raise click.BadParameter(f"{text!r}: write SIDE=LEVEL", param_hint="--ai")
        _check(level, list(NAMES), "level", "--ai")
        levels[side] = level
    for side in sides:
        _check(side, known, "side", "--side")
        if side in levels:
            raise click.BadParameter(f"{side} is played by a computer too", param_hint="--side")
    if not sides:
        graded = known[scenario.grade_side]
        free = [side for side in (graded, *known) if side not in levels]
        sides = tuple(free[:1])
    seats = {side.id: computer_seat(side.agent) for side in scenario.oob.sides}
    seats |= {name: Seat("computer", level) for name, level in levels.items()}
    return seats | {name: Seat() for name in sides}


def _check(word: str, known: list[str], what: str, option: str) -> None:
    """Raise BadParameter, with the near miss or the choice there is, for a word unknown."""
    from game.scenario.problems import nearest

    if word not in known:
        near = nearest(word, known)
        rest = f'did you mean "{near}"?' if near else f"there are: {', '.join(known)}"
        raise click.BadParameter(f'there is no {what} "{word}"; {rest}', param_hint=option)
