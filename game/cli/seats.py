"""Who plays which side, as `--side` and `--ai` say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.session import Seat


def read_seats(
    scenario: Scenario, sides: tuple[str, ...], commanders: tuple[str, ...]
) -> dict[str, Seat] | None:
    """Return the seats of all sides, None if neither option was given.

    A side named by neither is played by a computer; without `--side` the graded side, or else the
    first one that no computer was given, is the player's.

    Raises:
        BadInput: for a side, a level or a script that there is not.
    """
    if not sides and not commanders:
        return None
    return _seats(scenario, sides, commanders)


def default_seats(scenario: Scenario) -> dict[str, Seat]:
    """Return the seats if nobody says who plays what: a person for the graded side."""
    return _seats(scenario, (), ())


def _seats(
    scenario: Scenario, sides: tuple[str, ...], commanders: tuple[str, ...]
) -> dict[str, Seat]:
    from game.cli.bad_input import BadInput
    from game.session import Seat, computer_seat
    from game.study.roster import RosterError, check_side, read_named
    from game.study.script import ScriptError

    known = [side.id for side in scenario.oob.sides]
    try:
        levels = read_named(scenario, commanders)
    except (RosterError, ScriptError) as error:
        raise BadInput(f"--ai: {error}") from None
    for side in sides:
        try:
            check_side(scenario, side)
        except RosterError as error:
            raise BadInput(f"--side: {error}") from None
        if side in levels:
            raise BadInput(f"--side: {side} is played by a computer too")
    if not sides:
        graded = known[scenario.grade_side]
        free = [side for side in (graded, *known) if side not in levels]
        sides = tuple(free[:1])
    seats = {side.id: computer_seat(side.agent) for side in scenario.oob.sides}
    seats |= {name: Seat("computer", level) for name, level in levels.items()}
    return seats | {name: Seat() for name in sides}
