"""From `objectives.yaml` to dated objectives."""

from __future__ import annotations

from typing import Final

from game.engine.board import NOWHERE
from game.engine.scenario import Objective, ObjectiveKind
from game.scenario.compile.desk import Desk
from game.scenario.compile.names import Names
from game.scenario.documents import ObjectiveDoc, ObjectivesDoc
from game.scenario.problems import Path

_HEAVIEST: Final = 100


def compile_objectives(doc: ObjectivesDoc, names: Names, desk: Desk) -> tuple[Objective, ...]:
    """Return the objectives in the order of the file; mistakes go to the desk."""
    return tuple(
        _compile_objective(objective, names, desk, ("objectives", "objectives", number))
        for number, objective in enumerate(doc.objectives)
    )


def _compile_objective(doc: ObjectiveDoc, names: Names, desk: Desk, path: Path) -> Objective:
    places = [
        names.place(word, desk, (*path, "places", number)) for number, word in enumerate(doc.places)
    ]
    if not places:
        desk.say((*path, "places"), "an objective needs a place")
    earliest = names.days.inside(doc.earliest, desk, (*path, "earliest"))
    latest = names.days.inside(doc.latest, desk, (*path, "latest"))
    if doc.earliest > doc.latest:
        message = f"the earliest day ({doc.earliest}) is after the latest ({doc.latest})"
        desk.say((*path, "earliest"), message)
    historical = 0
    if doc.historical is not None:
        # History may have taken longer than the scenario, but cannot precede it.
        historical = names.days.turn(doc.historical)
        if historical < 1:
            names.days.inside(doc.historical, desk, (*path, "historical"))
    return Objective(
        id=doc.id,
        side=names.side(doc.side, desk, (*path, "side")),
        name=doc.name.en,
        name_ar=doc.name.ar,
        text=doc.text.en,
        phase=doc.phase,
        places=tuple(place for place in places if place != NOWHERE),
        kind=ObjectiveKind(doc.condition),
        percent=desk.within(doc.percent, 1, 100, (*path, "percent")),
        earliest=earliest,
        latest=latest,
        historical=historical,
        weight=desk.within(doc.weight, 0, _HEAVIEST, (*path, "weight")),
        hold=doc.hold,
        keep=doc.keep,
        negated=doc.negated,
        sources=doc.sources,
        text_ar=doc.text.ar,
    )
