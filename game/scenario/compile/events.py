"""From `events.yaml` to scripted events."""

from __future__ import annotations

from game.engine.scenario import ScriptedEvent
from game.scenario.compile.conditions import compile_condition
from game.scenario.compile.desk import Desk
from game.scenario.compile.effects import compile_effect
from game.scenario.compile.names import Names
from game.scenario.documents import EventDoc, EventsDoc
from game.scenario.problems import Path


def compile_events(doc: EventsDoc, names: Names, desk: Desk) -> tuple[ScriptedEvent, ...]:
    """Return the events in the order of the file; mistakes go to the desk."""
    return tuple(
        _compile_event(event, names, desk, ("events", "events", number))
        for number, event in enumerate(doc.events)
    )


def _compile_event(doc: EventDoc, names: Names, desk: Desk, path: Path) -> ScriptedEvent:
    return ScriptedEvent(
        id=doc.id,
        title=doc.title.en,
        title_ar=doc.title.ar,
        text=doc.text.en,
        when=compile_condition(doc.when, names, desk, (*path, "when")),
        effects=tuple(
            compile_effect(effect, names, desk, (*path, "effects", number))
            for number, effect in enumerate(doc.effects)
        ),
        once=doc.once,
        chance=desk.within(doc.chance, 1, 100, (*path, "chance")),
        grade=doc.grade,
        sources=doc.sources,
        text_ar=doc.text.ar,
    )
