"""What the annotations of `game.scenario.documents.meanings` ask of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final

from game.scenario.compile.board import LARGEST
from game.scenario.compile.units import MOST_STEPS


@dataclass(frozen=True, slots=True)
class Meaning:
    """The kind of field, what it refers to, its range and its options."""

    kind: str
    refers: str = ""
    low: int | None = None
    high: int | None = None
    options: tuple[str, ...] = ()


COLOURS: Final = ("government", "isil", "sdf", "a", "b", "c")


def _text(kind: str, refers: str = "", options: tuple[str, ...] = ()) -> Any:
    return Annotated[str, Meaning(kind, refers, options=options)]


def _whole(low: int, high: int) -> Any:
    return Annotated[int, Meaning("whole", low=low, high=high)]


MEANINGS: Final[dict[str, Any]] = {
    "SideId": _text("reference", "side"),
    "SideOrNobody": _text("reference", "side", ("nobody",)),
    "Holder": _text("reference", "side", ("contested",)),
    "FormationId": _text("reference", "formation"),
    "UnitId": _text("reference", "unit"),
    "UnitTypeId": _text("reference", "unit_type"),
    "LeaderId": _text("reference", "leader"),
    "CrossingId": _text("reference", "crossing"),
    "PlaceId": _text("reference", "place"),
    "BoxId": _text("reference", "box"),
    "Whereabouts": _text("reference", "place_or_box"),
    "EventId": _text("reference", "event"),
    "ObjectiveId": _text("reference", "objective"),
    "SourceRow": _text("reference", "source"),
    "Landmass": _text("reference", "landmass"),
    "Colour": _text("choice", options=COLOURS),
    "Hex": _text("hex"),
    "Hexes": _text("hexes"),
    "Hexsides": _text("hexsides"),
    "OrderWords": _text("order"),
    "Focus": _text("focus"),
    "Letters": _text("letters"),
    "Prose": _text("prose"),
    "Steps": _whole(1, MOST_STEPS),
    "Level": _whole(1, 3),
    "Percent": _whole(0, 100),
    "Points": _whole(0, 99),
    "Days": _whole(0, 99),
    "Men": _whole(0, 1_000_000),
    "MapSide": _whole(1, LARGEST),
}
"""By the name of the annotation: the type it stands for, with its meaning."""
