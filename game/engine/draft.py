"""A working copy of a state in which the rules make their changes.

`Draft(state)` copies; rules change it and tell what they did with `tell`; `freeze` gives the new
state. A draft has the same attributes as a `GameState`, so every reading rule takes either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, TypeAlias

from game.engine.board import NO_SIDE
from game.engine.changed import changed
from game.engine.dice import THROWN, Purpose, chance_at_least, ways
from game.engine.events import (
    ControlChanged,
    DiceRolled,
    Event,
    StepsLost,
    Suppressed,
    UnitRemoved,
    WorksChanged,
)
from game.engine.scenario import Scenario
from game.engine.state import GameState, Losses, Status, Unit


class Draft:
    """A state under change, and the events so far."""

    __slots__ = (
        "active",
        "agreements",
        "base",
        "belts",
        "boats_used",
        "bombarded",
        "boxes",
        "control",
        "corridors",
        "crossings",
        "decrees",
        "dice",
        "ended",
        "events",
        "extra",
        "fired",
        "flags",
        "harm",
        "leaders",
        "losses",
        "means",
        "objectives",
        "offers",
        "population",
        "recorded",
        "relations",
        "rubble",
        "scenario",
        "struck",
        "struck_boxes",
        "tunnels",
        "turn",
        "units",
        "works",
    )

    def __init__(self, state: GameState) -> None:
        self.base = state
        self.scenario: Scenario = state.scenario
        self.turn = state.turn
        self.active = state.active
        self.units = list(state.units)
        self.control = bytearray(state.control)
        self.works = bytearray(state.works)
        self.rubble = bytearray(state.rubble)
        self.population = bytearray(state.population)
        self.crossings = list(state.crossings)
        self.belts = list(state.belts)
        self.tunnels = list(state.tunnels)
        self.leaders = list(state.leaders)
        self.boxes = bytearray(state.boxes)
        self.relations = state.relations
        self.means = list(state.means)
        self.extra = state.extra
        self.harm = state.harm
        self.fired = list(state.fired)
        self.objectives = list(state.objectives)
        self.agreements = state.agreements
        self.offers = state.offers
        self.corridors = state.corridors
        self.struck = state.struck
        self.bombarded = state.bombarded
        self.struck_boxes = state.struck_boxes
        self.boats_used = state.boats_used
        self.flags = state.flags
        self.losses = list(state.losses)
        self.decrees = state.decrees
        self.ended = state.ended
        self.dice = state.dice
        self.recorded = state.recorded
        self.events: list[Event] = []

    def freeze(self) -> GameState:
        """The new state."""
        return GameState(
            scenario=self.scenario,
            turn=self.turn,
            active=self.active,
            units=tuple(self.units),
            control=bytes(self.control),
            works=bytes(self.works),
            rubble=bytes(self.rubble),
            population=bytes(self.population),
            crossings=tuple(self.crossings),
            belts=tuple(self.belts),
            tunnels=tuple(self.tunnels),
            leaders=tuple(self.leaders),
            boxes=bytes(self.boxes),
            relations=self.relations,
            means=tuple(self.means),
            extra=self.extra,
            harm=self.harm,
            fired=tuple(self.fired),
            objectives=tuple(self.objectives),
            agreements=self.agreements,
            offers=self.offers,
            corridors=self.corridors,
            struck=self.struck,
            bombarded=self.bombarded,
            struck_boxes=self.struck_boxes,
            boats_used=self.boats_used,
            flags=self.flags,
            losses=tuple(self.losses),
            decrees=self.decrees,
            ended=self.ended,
            dice=self.dice,
            recorded=self.recorded,
        )

    def tell(self, event: Event) -> None:
        """Add to what happened."""
        self.events.append(event)

    def change(self, unit: int, **fields: Any) -> Unit:
        """Replace fields of a unit; returns the unit as it is now, the same if nothing is new."""
        now = self.units[unit]
        if all(getattr(now, name) == value for name, value in fields.items()):
            return now
        self.units[unit] = after = changed(now, **fields)
        return after

    def roll(
        self, purpose: Purpose, subject: str, outcome: Callable[[int], Hashable] | None = None
    ) -> int:
        """Roll the dice of a purpose whose table is read; returns the total.

        The chance told is that of the total, or of all totals with the same outcome.
        """
        faces, fixed = self._throw(purpose, subject)
        total = sum(faces)
        count, sides = THROWN[purpose]
        table = ways(count, sides)
        came = outcome(total) if outcome else total
        cases = sum(n for t, n in table.items() if (outcome(t) if outcome else t) == came)
        chance = (cases, sides**count)
        self.tell(DiceRolled(purpose, subject, faces, total, 0, True, chance, fixed))
        return total

    def check(self, purpose: Purpose, subject: str, target: int) -> bool:
        """Roll the dice of a purpose; True if the total is at least the target."""
        faces, fixed = self._throw(purpose, subject)
        total = sum(faces)
        passed = total >= target
        good, cases = chance_at_least(target, *THROWN[purpose])
        chance = (good if passed else cases - good, cases)
        self.tell(DiceRolled(purpose, subject, faces, total, target, passed, chance, fixed))
        return passed

    def _throw(self, purpose: Purpose, subject: str) -> tuple[tuple[int, ...], bool]:
        """The faces, and whether the record had fixed them."""
        before = len(self.dice.fixed)
        self.dice, faces = self.dice.roll(purpose, subject)
        return faces, len(self.dice.fixed) < before

    def lose_steps(self, unit: int, steps: int, why: str) -> int:
        """Take steps from a unit, suppressed ones last; removes it when none is left.

        Returns the steps really lost.
        """
        now = self.units[unit]
        lost = min(steps, now.steps)
        if lost <= 0:
            return 0
        left = now.steps - lost
        self.tell(StepsLost(unit, lost, why))
        side = self.scenario.oob.units[unit].side
        self.losses[side] = replace(self.losses[side], fallen=self.losses[side].fallen + lost)
        if left == 0:
            self.remove(unit, Status.ELIMINATED)
        else:
            self.change(unit, steps=left, suppressed=min(now.suppressed, left))
        return lost

    def suppress(self, unit: int, steps: int) -> None:
        """Suppress steps of a unit."""
        now = self.units[unit]
        suppressed = min(now.steps, now.suppressed + steps)
        if suppressed > now.suppressed:
            self.tell(Suppressed(unit, suppressed - now.suppressed))
            self.change(unit, suppressed=suppressed)

    def remove(self, unit: int, how: Status) -> None:
        """Take a unit out of play; surrendered steps are counted."""
        now = self.units[unit]
        self.tell(UnitRemoved(unit, how, now.at))
        side = self.scenario.oob.units[unit].side
        if how is Status.SURRENDERED:
            old: Losses = self.losses[side]
            self.losses[side] = replace(old, surrendered=old.surrendered + now.steps)
        steps = now.steps if how is Status.DEPARTED else 0
        self.units[unit] = Unit(status=how, steps=steps)
        for number, leader in enumerate(self.leaders):
            if leader.unit == unit:
                self.leaders[number] = replace(leader, unit=-1)

    def take(self, hexes: list[int], side: int, how: str) -> None:
        """Give hexes to a side; prepared positions in them are lost."""
        taken = [h for h in hexes if self.control[h] != side]
        if not taken:
            return
        for h in taken:
            self.control[h] = side
            if self.works[h]:
                self.works[h] = 0
                self.tell(WorksChanged(h, 0))
        self.tell(ControlChanged(tuple(taken), side, how))

    def owner(self, h: int) -> int | None:
        """Side that controls a hex, None if nobody does."""
        side = self.control[h]
        return None if side == NO_SIDE else side


Position: TypeAlias = GameState | Draft
"""What reading rules look at."""
