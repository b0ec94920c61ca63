"""What happened on a day of the replay: single events in words, the rest summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from game.engine import events as e
from game.engine.orders import EndTurn
from game.engine.state import GameState
from game.history.chronicle import ChronicleDay, Deed
from game.text.names import Names
from game.text.page import listed
from game.text.wording import chance_told, word

_TOLD: Final = (
    e.GameEnded, e.MoveStopped, e.BoxControlChanged, e.AttackResolved, e.Bombarded, e.UnitRemoved,
    e.CrossingChanged, e.BeltFound, e.BeltCleared, e.TunnelFound, e.TunnelCollapsed, e.CarBombUsed,
    e.UnitRevealed, e.HarmRecorded, e.EngagementTightened, e.CorridorOpened, e.ConvoyArrived,
    e.LeaderLost, e.TermsOffered, e.PlaceHandedOver, e.AgreementMade, e.RelationChanged,
    e.Decreed, e.UnitRefitted,
)  # fmt: skip
_IN_A_FIGHT: Final = (e.StepsLost, e.Suppressed)
_FIGHTS: Final = (e.AttackResolved, e.Bombarded)


def happenings(names: Names, day: ChronicleDay, before: GameState) -> list[str]:
    """Return the items of a day in sequence; `before` is the state the evening before."""
    told = _at_dawn(names, day)
    for deed in day.deeds:
        if isinstance(deed.order, EndTurn):
            told += _sentences(names, deed.events, _TOLD)
        else:
            told += _of_a_deed(names, deed)
    return [*told, *_sums(names, day, before)]


def _at_dawn(names: Names, day: ChronicleDay) -> list[str]:
    """Scripted events, with their evidence, and whatever they changed."""
    count = len(day.events) - sum(len(deed.events) for deed in day.deeds)
    told: list[str] = []
    for event in day.events[:count]:
        if isinstance(event, e.ScriptedEventFired):
            told.append(_scripted(names, event.event))
        elif isinstance(event, _TOLD):
            told += _sentences(names, (event,), _TOLD)
    return told


def _scripted(names: Names, number: int) -> str:
    event = names.scenario.events[number]
    grade = [f"grade {event.grade}"] if event.grade else []
    evidence = ", ".join([*grade, *event.sources])
    return f"{event.title}. {event.text}" + (f" [{evidence}]" if evidence else "")


def _of_a_deed(names: Names, deed: Deed) -> list[str]:
    """One item for all that an order did, with the chance it had after the roll it is about."""
    fight = any(isinstance(event, _FIGHTS) for event in deed.events)
    kinds = (*_TOLD, *_IN_A_FIGHT) if fight else _TOLD
    rolled = any(isinstance(event, e.DiceRolled) and event.fixed for event in deed.events)
    chance = chance_told(deed.chance) if rolled and deed.chance < 1 else ""
    sentences: list[str] = []
    for event in losses_summed(deed.events):
        told = _sentences(names, (event,), kinds)
        sentences += told
        if chance and told and (isinstance(event, _FIGHTS) or not fight):
            sentences.append(chance)
            chance = ""
    return [" ".join(sentences)] if sentences else []


def losses_summed(events: Iterable[e.Event]) -> list[e.Event]:
    """Put losses of a unit that follow each other for the same reason into one."""
    found: list[e.Event] = []
    for event in events:
        last = found[-1] if found else None
        if (
            isinstance(event, e.StepsLost)
            and isinstance(last, e.StepsLost)
            and (event.unit, event.why) == (last.unit, last.why)
        ):
            found[-1] = replace(last, steps=last.steps + event.steps)
        else:
            found.append(event)
    return found


def _sentences(
    names: Names, events: Iterable[e.Event], kinds: tuple[type[e.Event], ...]
) -> list[str]:
    found = []
    for event in events:
        moved = isinstance(event, e.UnitMoved) and event.how in ("retreat", "advance")
        in_work = isinstance(event, e.CrossingChanged) and event.work > 0
        if (isinstance(event, kinds) or moved) and not in_work:
            found.append(word(names, event))
    return [sentence for sentence in found if sentence]


def _sums(names: Names, day: ChronicleDay, before: GameState) -> list[str]:
    """Moves, arrivals and losses, each in one sentence."""
    units = names.scenario.oob.units
    moved = {ev.unit for ev in day.events if isinstance(ev, e.UnitMoved) and ev.how != "retreat"}
    by_side = Counter(units[number].side for number in sorted(moved))
    told = []
    if by_side:
        counts = [f"{names.side(side)} {count}" for side, count in sorted(by_side.items())]
        told.append(f"Units that moved: {', '.join(counts)}.")
    arrived = [ev for ev in day.events if isinstance(ev, e.UnitArrived)]
    if arrived:
        told.append(f"Arrived: {'; '.join(_arrival(names, event) for event in arrived)}.")
    gone = [ev for ev in day.events if isinstance(ev, e.UnitSetOut)]
    if gone:
        told.append(f"On the way: {'; '.join(_setting_out(names, event) for event in gone)}.")
    return told + _losses(names, day, before)


def _arrival(names: Names, event: e.UnitArrived) -> str:
    where = names.where(event.at) if event.at >= 0 else names.box(event.box)
    return f"{names.unit(event.unit)}, {where}"


def _setting_out(names: Names, event: e.UnitSetOut) -> str:
    where = names.box(event.box) if event.box >= 0 else names.where(event.at)
    return f"{names.unit(event.unit)} to {where}"


def _losses(names: Names, day: ChronicleDay, before: GameState) -> list[str]:
    told = []
    for side, (old, now) in enumerate(zip(before.losses, day.state.losses, strict=True)):
        fallen, surrendered = now.fallen - old.fallen, now.surrendered - old.surrendered
        parts = [f"{fallen} in fighting"] if fallen else []
        parts += [f"{surrendered} by surrender"] if surrendered else []
        if parts:
            told.append(f"{names.side(side)} {listed(parts)}")
    return [f"Steps lost: {', '.join(told)}."] if told else []
