"""What an author writes: the shape of every file of a scenario package.

These are plain frozen dataclasses. `game.scenario.check` holds files against them with pydantic and
reports every mistake at its line; the JSON Schemas under `scenarios/schema/` are made from them;
`game.scenario.compile` turns them into the values of the engine. Attribute docstrings become the
descriptions an author sees in the editor.

Hexes are written `col_row`, e.g. `14_13`; lists of hexes may be one text with spaces. Dates are
ISO, e.g. `2017-09-14`. A text in two languages is a mapping `{en: ..., ar: ...}`.

The files are imported when a document of theirs is asked for: a menu needs two of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from game.scenario.documents.briefing import BriefingDoc, GuideStepDoc, SectionDoc
    from game.scenario.documents.events import ConditionDoc, EffectDoc, EventDoc, EventsDoc
    from game.scenario.documents.forces import (
        BeltDoc,
        ForcesDoc,
        FormationDoc,
        LeaderDoc,
        SupportDoc,
        TunnelDoc,
        UnitDoc,
    )
    from game.scenario.documents.map import (
        BoxDoc,
        BoxLinkDoc,
        ChannelDoc,
        CrossingDoc,
        EarthDoc,
        EntryDoc,
        HexsidesDoc,
        LevelDoc,
        MapDoc,
        PlaceDoc,
        RoadDoc,
        Rows,
        WaterDoc,
    )
    from game.scenario.documents.objectives import ObjectiveDoc, ObjectivesDoc
    from game.scenario.documents.record import (
        ControlDoc,
        ControlFileDoc,
        DecreeDoc,
        HistoryDayDoc,
        HistoryDoc,
        HistoryOrderDoc,
        HistorySegmentDoc,
        JournalDoc,
        JournalFileDoc,
        SourceDoc,
        SourcesDoc,
    )
    from game.scenario.documents.scenario import HeaderDoc, RelationDoc, SideDoc
    from game.scenario.documents.text import Text

_FILES: Final = ("text", "scenario", "map", "forces", "events", "objectives", "briefing", "record")


def __getattr__(name: str) -> Any:
    """Return a document by its name."""
    if name in __all__:
        for file in _FILES:
            found = getattr(import_module(f"{__name__}.{file}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "BeltDoc",
    "BoxDoc",
    "BoxLinkDoc",
    "BriefingDoc",
    "ChannelDoc",
    "ConditionDoc",
    "ControlDoc",
    "ControlFileDoc",
    "CrossingDoc",
    "DecreeDoc",
    "EarthDoc",
    "EffectDoc",
    "EntryDoc",
    "EventDoc",
    "EventsDoc",
    "ForcesDoc",
    "FormationDoc",
    "GuideStepDoc",
    "HeaderDoc",
    "HexsidesDoc",
    "HistoryDayDoc",
    "HistoryDoc",
    "HistoryOrderDoc",
    "HistorySegmentDoc",
    "JournalDoc",
    "JournalFileDoc",
    "LeaderDoc",
    "LevelDoc",
    "MapDoc",
    "ObjectiveDoc",
    "ObjectivesDoc",
    "PlaceDoc",
    "RelationDoc",
    "RoadDoc",
    "Rows",
    "SectionDoc",
    "SideDoc",
    "SourceDoc",
    "SourcesDoc",
    "SupportDoc",
    "Text",
    "TunnelDoc",
    "UnitDoc",
    "WaterDoc",
]
