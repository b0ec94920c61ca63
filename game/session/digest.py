"""What happened while others played, line by line, for a side that was waiting.

Orders of others give a line each; what the turn itself brings (supply, arrivals, events of the
scenario, objectives) is gathered by kind. Everything passes `Sight` first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.engine import events as e
from game.engine.board import NOWHERE
from game.engine.orders import EndTurn, NextDay
from game.engine.state import GameState, Status, Supply
from game.engine.view import view_for
from game.session.log import NOBODY, LogEntry
from game.session.sight import Sight


@dataclass(frozen=True, slots=True)
class Happening:
    """An order with the states around it; `entry` is its place in the log, -1 for the opening."""

    entry: int
    done: LogEntry
    before: GameState
    after: GameState


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One thing that happened, as the waiting side saw it."""

    turn: int
    side: int
    """Who did it, or whom it befell; NOBODY if neither."""
    hex: int
    """Where, NOWHERE if it has no one place on the map."""
    kind: str
    """See `KINDS`."""
    events: tuple[e.Event, ...]
    entry: int
    """Its order in the log, for Why and Play again."""


@dataclass(frozen=True, slots=True)
class ReplayStep:
    """One order to be shown again: what the side saw before, what happened, what it saw then."""

    entry: int
    side: int
    before: GameState
    after: GameState
    events: tuple[e.Event, ...]


_ORDER_KINDS: Final[tuple[tuple[type[e.Event], str], ...]] = (
    (e.AttackResolved, "attack"),
    (e.CarBombUsed, "car_bomb"),
    (e.Bombarded, "bombard"),
    (e.CrossingChanged, "crossing"),
    (e.TunnelCollapsed, "tunnel"),
    (e.BeltCleared, "belt"),
    (e.PlaceHandedOver, "handed_over"),
    (e.TermsOffered, "terms"),
    (e.CorridorOpened, "corridor"),
    (e.ConvoyArrived, "convoy"),
    (e.UnitMoved, "move"),
    (e.UnitSetOut, "left"),
    (e.UnitArrived, "arrived"),
    (e.UnitRemoved, "removed"),
    (e.UnitRefitted, "refit"),
    (e.BoxControlChanged, "box"),
    (e.ControlChanged, "unseen"),
    (e.LeaderAttached, "leader"),
    (e.StepsLost, "losses"),
    (e.HarmRecorded, "harm"),
)
"""What an order is called: by the first of these among its events."""

_SEAM_KINDS: Final[Mapping[type[e.Event], str]] = {
    e.ScriptedEventFired: "event",
    e.ObjectiveMet: "objective",
    e.ObjectiveLost: "objective",
    e.UnitArrived: "arrived",
    e.UnitRemoved: "removed",
    e.StepsLost: "losses",
    e.SupplyChanged: "supply",
    e.ControlChanged: "control",
    e.BoxControlChanged: "box",
    e.CrossingChanged: "crossing",
    e.HarmRecorded: "harm",
    e.EngagementTightened: "engagement",
    e.LeaderLost: "leader",
    e.GameEnded: "ended",
}
"""What the turn itself brings; other events of its seams are left to the log."""

_EACH: Final = ("event", "objective", "crossing", "harm", "leader", "engagement", "box")
"""Kinds of which every one has a line of its own; the others are gathered by side."""

KINDS: Final = frozenset([kind for _, kind in _ORDER_KINDS] + [*_SEAM_KINDS.values(), "other"])

_EFFECTS: Final = (
    e.AgreementMade,
    e.BoxControlChanged,
    e.ControlChanged,
    e.CrossingChanged,
    e.HarmRecorded,
    e.LeaderLost,
    e.MeansChanged,
    e.PopulationChanged,
    e.RelationChanged,
    e.StepsLost,
    e.Suppressed,
    e.UnitArrived,
    e.UnitRemoved,
    e.UnitRevealed,
)
"""What may follow a scripted event as its own doing."""


def digest_lines(happenings: list[Happening], side: int) -> list[DigestLine]:
    """Return what a side saw of the doings of others, in their sequence."""
    lines: list[DigestLine] = []
    for what in happenings:
        sight = Sight(what.before, what.after, side)
        events = _of_others(what, side)
        if isinstance(what.done.order, (EndTurn, NextDay)):
            lines.extend(_seam(what, sight.seen(events)))
        elif line := _order(what, sight, events):
            if lines and _goes_on(lines[-1], line):
                earlier = lines.pop()
                both = (*earlier.events, *line.events)
                line = DigestLine(line.turn, line.side, line.hex, line.kind, both, line.entry)
            lines.append(line)
    return lines


def replay_steps(happenings: list[Happening], side: int) -> list[ReplayStep]:
    """Return what a side saw, order by order, with nothing it could not see."""
    return [shown_step(what, side, _of_others(what, side)) for what in happenings]


def shown_step(what: Happening, side: int, events: tuple[e.Event, ...]) -> ReplayStep:
    """Return some events of an order as a side saw them, with what it saw before and after."""
    seen = Sight(what.before, what.after, side).seen(events)
    before, after = view_for(what.before, side), view_for(what.after, side)
    return ReplayStep(what.entry, what.done.side, before, after, seen)


def _of_others(what: Happening, side: int) -> tuple[e.Event, ...]:
    """The events of an order; of the waiting side's own last order what came after its turn."""
    events = what.done.events
    if what.done.side != side:
        return events
    for place, event in enumerate(events):
        if isinstance(event, e.SideEnded):
            return events[place + 1 :]
    return ()


def _order(what: Happening, sight: Sight, events: tuple[e.Event, ...]) -> DigestLine | None:
    seen = sight.seen(events)
    kinds = {type(event) for event in seen}
    if not kinds - {e.DiceRolled}:
        return None
    kind = next((kind for type_, kind in _ORDER_KINDS if type_ in kinds), "other")
    h = _first_place(what.after, _foremost(seen, kind))
    return DigestLine(what.done.turn, what.done.side, h, kind, seen, what.entry)


def _foremost(seen: tuple[e.Event, ...], kind: str) -> Iterator[e.Event]:
    """The events of a line, those that give it its name first."""
    naming = [type_ for type_, name in _ORDER_KINDS if name == kind]
    yield from (event for event in seen if type(event) in naming)
    yield from seen


def _goes_on(earlier: DigestLine, line: DigestLine) -> bool:
    """Whether a move only carries on the move before it."""
    if not earlier.kind == line.kind == "move" or earlier.turn != line.turn:
        return False
    first, second = (
        {event.unit for event in each.events if isinstance(event, e.UnitMoved)}
        for each in (earlier, line)
    )
    return first == second


def _seam(what: Happening, seen: tuple[e.Event, ...]) -> Iterator[DigestLine]:
    gathered: dict[tuple[str, int, object], list[e.Event]] = {}
    chief: tuple[str, int, object] | None = None
    for place, event in enumerate(seen):
        if isinstance(event, e.ScriptedEventFired):
            chief = ("event", NOBODY, place)
            gathered[chief] = [event]
            continue
        if chief is not None and isinstance(event, _EFFECTS):
            gathered[chief].append(event)
            continue
        chief = None
        kind = _SEAM_KINDS.get(type(event))
        if kind is None:
            continue
        side = _side_of(what.after, event)
        apart: object = place if kind in _EACH else None
        if isinstance(event, e.SupplyChanged):
            apart = Supply(event.supply).name
        elif isinstance(event, e.UnitRemoved):
            apart = Status(event.how).name
        gathered.setdefault((kind, side, apart), []).append(event)
    for (kind, side, _), events in gathered.items():
        h = _first_place(what.after, events)
        yield DigestLine(what.done.turn, side, h, kind, tuple(events), what.entry)


def _side_of(state: GameState, event: e.Event) -> int:
    """Whose event it is, NOBODY if it is no side's."""
    unit = getattr(event, "unit", NOWHERE)
    if unit != NOWHERE:
        return state.scenario.oob.units[unit].side
    objective = getattr(event, "objective", None)
    if objective is not None:
        owner: int = state.scenario.objectives[objective].side
        return owner
    side: int = getattr(event, "side", NOBODY)
    return side


def _first_place(state: GameState, events: Iterable[e.Event]) -> int:
    places = (where(state, event) for event in events)
    return next((h for h in places if h != NOWHERE), NOWHERE)


def where(state: GameState, event: e.Event) -> int:
    """Return the hex of the map an event is about, NOWHERE if there is none."""
    board = state.scenario.board
    match event:
        case e.UnitMoved(path=path):
            return path[-1] if path else NOWHERE
        case e.ControlChanged(hexes=hexes):
            return hexes[0] if hexes else NOWHERE
        case e.AttackResolved(target=h) | e.Bombarded(target=h) | e.CarBombUsed(target=h):
            return h
        case e.CrossingChanged(crossing=number):
            return board.crossings[number].a
        case e.BeltFound(belt=number) | e.BeltCleared(belt=number):
            return state.scenario.oob.belts[number].hex
        case e.TunnelFound(tunnel=number) | e.TunnelCollapsed(tunnel=number):
            return state.scenario.oob.tunnels[number].a
        case e.PlaceHandedOver(place=number) | e.ConvoyArrived(place=number):
            return board.places[number].label_hex
        case e.ObjectiveMet(objective=number) | e.ObjectiveLost(objective=number):
            places = state.scenario.objectives[number].places
            return board.places[places[0]].label_hex if places else NOWHERE
    for name in ("at", "hex"):
        h = getattr(event, name, NOWHERE)
        if h != NOWHERE:
            return int(h)
    unit = getattr(event, "unit", NOWHERE)
    return state.units[unit].at if unit != NOWHERE else NOWHERE
