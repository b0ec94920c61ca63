"""A game taken over to another version of its scenario, while its author is at work on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.new_game import new_game
from game.engine.scenario import Scenario
from game.session.branch import morning_of
from game.session.session import Session

if TYPE_CHECKING:
    from game.scenario.record import Record


def taken_over(
    session: Session, scenario: Scenario, record: Callable[[], Record]
) -> tuple[Session, bool]:
    """Return the game on another version of its scenario, and whether it stands where it stood.

    Its orders are given again. If one is refused there, or they lead elsewhere, the game begins
    anew instead; a game in which nobody has given an order yet always stands where it stood.
    """
    begun = _begun(session, scenario, record)
    if not session.log:
        return begun, True
    again = _begun(session, scenario, record)
    try:
        for entry in session.log:
            if again.submit(entry.order) is not None:
                return begun, False
    except (ValueError, LookupError):  # it speaks of a unit or a hex that is not there any more
        return begun, False
    same = replace(again.state, scenario=session.scenario) == session.state
    return (again, True) if same else (begun, False)


def _begun(session: Session, scenario: Scenario, record: Callable[[], Record]) -> Session:
    branch, seed = session.branch, session.seed
    if branch is None:
        start = new_game(scenario, seed)
    else:
        turn = min(branch.turn, scenario.turns)
        start = morning_of(scenario, record(), turn, seed)
    known = {side.id for side in scenario.oob.sides}
    seats = {side: seat for side, seat in session.first_seats.items() if side in known}
    return Session(*start, seats, seed, branch=branch, ref=session.ref)
