"""Scripted events of the scenario, and decrees of the record (rules 9.1 to 9.3)."""

from __future__ import annotations

from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import Decreed, ScriptedEventFired
from game.engine.orders import Decree
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.conditions import holds
from game.engine.rules.effects import EFFECTS, apply_effects

__all__ = ["apply_effects", "do_decree", "fire_events", "holds", "why_illegal_decree"]


def fire_events(d: Draft) -> None:
    """At the start of a day: what the scenario has happen, in its order.

    An event sees what those before it have changed. One with a chance is rolled for each day on
    which its condition holds.
    """
    for number, event in enumerate(d.scenario.events):
        if event.once and d.fired[number]:
            continue
        if not holds(d, event.when):
            continue
        if event.chance < 100 and not d.check(Purpose.EVENT, event.id, 101 - event.chance):
            continue
        d.fired[number] = d.turn
        d.tell(ScriptedEventFired(number))
        apply_effects(d, event.effects, "event")


def why_illegal_decree(p: Position, order: Decree) -> Illegal | None:
    """Decrees belong to the replay of the record, each with its reason (rule 9.3)."""
    if not p.recorded:
        return Illegal(Refusal.NOT_RECORDED, "Only the replay of the record may decree a fact.")
    if not order.reason.strip():
        return Illegal(Refusal.NOTHING_TO_DO, "A decree needs a reason.")
    for effect in order.effects:
        if effect.do not in EFFECTS:
            return Illegal(Refusal.UNKNOWN, f"There is no effect {effect.do}.")
    return None


def do_decree(d: Draft, order: Decree) -> None:
    """Count the decree and make its changes."""
    d.decrees += 1
    d.tell(Decreed(order.reason))
    apply_effects(d, order.effects, "decree")
