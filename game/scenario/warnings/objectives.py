"""Objectives that are decided before anybody has moved, or whose text names other hexes."""

from __future__ import annotations

import re
from typing import Final

from game.engine.board import NOWHERE
from game.engine.rules.objectives import condition_holds
from game.engine.scenario import Objective, ObjectiveKind
from game.scenario.warnings.look import Look

_LABEL: Final = re.compile(r"(?<![\w_])\d{1,3}_\d{1,3}(?![\w_])")


def decided_at_the_start(look: Look) -> None:
    """Warn of objectives that are met, or lost by their holder, before the first order."""
    for number, objective in enumerate(look.scenario.objectives):
        stands = condition_holds(look.morning, objective)
        path = ("objectives", "objectives", number, "condition")
        if objective.hold and not stands:
            look.warn("lost-at-start", path, "the holder does not fulfil this when the game begins")
        elif stands and not (objective.hold or objective.keep) and not _on_one_day(objective):
            look.warn("met-at-start", path, "this is fulfilled when the game begins")


def _on_one_day(objective: Objective) -> bool:
    return objective.earliest == objective.latest


def too_few_places(look: Look) -> None:
    """Warn of a link that has only one end; a place in a box is linked by being held."""
    for number, objective in enumerate(look.scenario.objectives):
        boxed = any(look.scenario.board.places[n].box != NOWHERE for n in objective.places)
        if objective.kind is ObjectiveKind.LINKED and len(objective.places) < 2 and not boxed:
            message = "a link has two ends: name two places at least"
            look.warn("one-place", ("objectives", "objectives", number, "places"), message)


def hexes_in_texts(look: Look) -> None:
    """Warn of a hex that the text of an objective names and that is none of its places."""
    label = look.scenario.board.grid.label
    for number, doc in enumerate(look.objectives.objectives):
        places = [look.scenario.board.place(place) for place in doc.places]
        known = {label(h) for place in places for h in place.hexes}
        for key in ("name", "text"):
            for lang in ("en", "ar"):
                for found in _LABEL.finditer(getattr(getattr(doc, key), lang)):
                    if found[0] not in known:
                        look.warn(
                            "other-hex",
                            ("objectives", "objectives", number, key, lang),
                            f"the text names hex {found[0]}, which is in none of the places",
                            offset=found.start(),
                        )
