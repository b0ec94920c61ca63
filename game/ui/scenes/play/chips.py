"""Objectives as the screen shows them: mark, progress, date. The same data as the rules use."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.rules.objectives import condition_holds, share, status
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState

CHIPS = 5


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """How an objective stands, as a side sees it."""

    number: int
    objective: Objective
    status: str
    """open, met or missed, as the rules say."""
    mark: str
    """open, half, held or lost."""
    held: int
    of: int
    days_left: int
    """Until its latest day; negative when that is past."""
    decided_on: int
    """Turn on which it was met or lost, 0 = open."""

    @property
    def against_history(self) -> int | None:
        """Days later than in history (a holder: longer held), None if there is no date of one."""
        if not self.decided_on or not self.objective.historical or self.status == "missed":
            return None
        return self.decided_on - self.objective.historical


def rows(view: GameState, side: int | None = None) -> list[ObjectiveRow]:
    """Return the objectives of a side (or of all), in the sequence of the scenario."""
    return [
        _row(view, number, objective)
        for number, objective in enumerate(view.scenario.objectives)
        if side is None or objective.side == side
    ]


def _row(view: GameState, number: int, objective: Objective) -> ObjectiveRow:
    now = view.objectives[number]
    how = status(view, number)
    held, every = share(view, objective.places, objective.side)
    stands = condition_holds(view, objective)
    if how == "met":
        mark = "held" if stands or not objective.keep else "half"
    elif how == "missed":
        mark = "lost"
    elif stands and objective.hold:
        mark = "held"
    else:
        mark = "half" if held or stands else "open"
    return ObjectiveRow(
        number,
        objective,
        how,
        mark,
        held,
        every,
        objective.latest - view.turn,
        now.lost_on or now.met_on,
    )


def chips(view: GameState, side: int, most: int = CHIPS) -> list[ObjectiveRow]:
    """Return the objectives for the bar: nearest due first, the greatest one last.

    While fewer are open than there is room for, those decided last come before them.
    """
    every = rows(view, side)
    if not every:
        return []
    whole = greatest(every)
    others = [row for row in every if row is not whole]
    open_ = sorted(
        (row for row in others if row.status == "open"),
        key=lambda row: (row.objective.latest, row.number),
    )
    decided = sorted(
        (row for row in others if row.status != "open"),
        key=lambda row: (row.decided_on, row.number),
    )
    room = most - 1
    shown = open_[:room]
    if len(shown) < room:
        shown = decided[len(decided) - (room - len(shown)) :] + shown
    elif decided and decided[-1].decided_on >= view.turn - 2:
        shown = [decided[-1], *shown[: room - 1]]
    return [*shown, whole] if whole is not None else shown


def greatest(every: list[ObjectiveRow]) -> ObjectiveRow | None:
    """The objective of most ground: the whole city, where there is one."""
    wide = [row for row in every if row.objective.kind is not ObjectiveKind.RING_CLOSED]
    return max(wide, key=lambda row: (len(row.objective.places), row.of), default=None)
