"""What a later morning has settled in the conditions of events: what came before, who is gone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from typing import Final

from game.engine.scenario import Condition, Scenario
from game.engine.state import IN_PLAY, GameState, Status
from game.history.yaml_lines import flow, quoted

_ALWAYS: Final = Condition("always")
_NEVER: Final = Condition("any")
_DAYS: Final = ("on", "since", "until")


@dataclass(slots=True)
class Settled:
    """What is decided on the morning of the turn `first` of a scenario that is to end on `last`.

    `lost` are the ids of events that can no longer happen because of what came before.
    """

    scenario: Scenario
    state: GameState
    first: int
    last: int
    lost: set[str] = field(default_factory=set)
    changed: dict[str, Condition] = field(default_factory=dict)
    """What is left of the conditions that ask for what is settled, by event."""
    _touched: bool = False
    _out: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        events = [
            event
            for number, event in enumerate(self.scenario.events)
            if not (event.once and self.state.fired[number])
        ]
        known = -1
        out: set[str] = set()
        while known != len(out):
            known = len(out)
            self._out = out
            out = set()
            for event in events:
                self._touched = False
                left = self._left(event.when)
                if left == _NEVER:
                    out.add(event.id)
                    if self._touched:
                        self.lost.add(event.id)
                elif self._touched:
                    self.changed[event.id] = left
            out |= self._out
        for name in self.lost:
            self.changed.pop(name, None)

    def when(self, event: str) -> str:
        """Return the text of the new condition of an event, which takes the old one back."""
        new = self._whole(self.changed[event])
        old = self._whole(self.scenario.events[self.scenario.event_index[event]].when)
        days = dict.fromkeys(_DAYS if any(key in old for key in _DAYS) else ())
        gone = {key: "null" for key in (*old, *days) if key not in new}
        return flow({**gone, **new})

    def _left(self, c: Condition) -> Condition:
        """Return what is left of a condition, `_ALWAYS` and `_NEVER` if nothing is."""
        if c.test in ("all", "any", "none"):
            return self._joined(c)
        if c.test == "turn":
            last = c.last or self.scenario.turns
            if last < self.first or c.first > self.last:
                return _NEVER
            return _ALWAYS if c.first <= self.first and last >= self.last else c
        found = self._settled(c)
        if found is None:
            return c
        self._touched = True
        return _ALWAYS if found else _NEVER

    def _joined(self, c: Condition) -> Condition:
        ends, drops = (_NEVER, _ALWAYS) if c.test == "all" else (_ALWAYS, _NEVER)
        parts = [self._left(part) for part in c.parts]
        negated = c.test == "none"
        if ends in parts:
            return _NEVER if negated else ends
        kept = tuple(part for part in parts if part != drops)
        if not kept:
            return _ALWAYS if negated else drops
        return kept[0] if len(kept) == 1 and not negated else replace(c, parts=kept)

    def _settled(self, c: Condition) -> bool | None:
        """Whether a test is true or false for good; None if that is still open."""
        state, scenario = self.state, self.scenario
        match c.test:
            case "fired":
                if state.fired[scenario.event_index[c.name]]:
                    return True
                return False if c.name in self._out else None
            case "met":
                number = next(n for n, o in enumerate(scenario.objectives) if o.id == c.name)
                if state.objectives[number].met_on:
                    return True
                return False if self._closed(number) else None
            case "alive" | "unit_at":
                unit = scenario.oob.unit_index[c.name]
                if self._there(unit):
                    return None
                return c.test == "alive" and state.units[unit].status in IN_PLAY
            case "formation_at":
                formation = scenario.oob.formation_index[c.name]
                cards = enumerate(scenario.oob.units)
                if any(card.formation == formation and self._there(n) for n, card in cards):
                    return None
                return False
        return None

    def _closed(self, number: int) -> bool:
        """Whether an objective that was not met is not taken over."""
        objective = self.scenario.objectives[number]
        outside = objective.latest < self.first or objective.earliest > self.last
        return outside or self.state.objectives[number].lost_on > 0

    def _there(self, unit: int) -> bool:
        """Whether a unit is in the battle, or comes to it in time."""
        now = self.state.units[unit]
        due = self.scenario.oob.units[unit].arrives if now.status is Status.WAITING else now.due
        return now.status in IN_PLAY and due <= self.last

    def _whole(self, c: Condition) -> dict[str, str]:
        """The keys of a condition: those of its parts side by side, if no two of them are one."""
        found: dict[str, str] = {}
        for part in c.parts if c.test == "all" else (c,):
            words = self._words(part)
            if found.keys() & words.keys():
                return self._words(c)
            found |= words
        return found

    def _words(self, c: Condition) -> dict[str, str]:
        scenario = self.scenario
        board, oob = scenario.board, scenario.oob
        match c.test:
            case "all" | "any" | "none":
                return {c.test: f"[{', '.join(flow(self._whole(part)) for part in c.parts)}]"}
            case "turn":
                if c.first == c.last:
                    return {"on": self._date(c.first)}
                first, last = max(c.first, self.first), min(c.last or self.last, self.last)
                return {"since": self._date(first), "until": self._date(last)}
            case "controls":
                share = {"percent": str(c.percent)} if c.percent != 100 else {}
                return {"side": oob.sides[c.side].id, "holds": board.places[c.place].id, **share}
            case "unit_at" | "formation_at":
                return {c.test.removesuffix("_at"): c.name, "at": board.places[c.place].id}
            case "state":
                return {"crossing": c.name, "state": c.value}
            case "flag":
                return {"flag": quoted(c.name), **({"state": quoted(c.value)} if c.value else {})}
            case "always":
                return {"since": self._date(self.first)}
        return {c.test: c.name}

    def _date(self, turn: int) -> str:
        return str(Day.fromisoformat(self.scenario.start) + timedelta(days=turn - 1))
