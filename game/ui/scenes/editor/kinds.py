"""The kinds of things an author makes, where they stand in the files, and under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Ref = tuple[str, tuple[str | int, ...]]
"""A thing: the file without `.yaml`, and the path to it: keys, and items by id or number."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing. Its words are `author.kind_<id>` and, for many, `author.kinds_<id>`."""

    id: str
    file: str
    path: tuple[str, ...] = ()
    """The list its items stand in; empty for a whole file, which is one thing."""
    icon: str = "note"
    single: bool = False
    """One thing and no list."""


SECTIONS: Final[dict[str, tuple[Kind, ...]]] = {
    "map": (
        Kind("place", "map", ("places",), "pin"),
        Kind("road", "map", ("roads",), "road"),
        Kind("crossing", "map", ("crossings",), "riv"),
        Kind("water", "map", ("waters",), "riv"),
        Kind("box", "map", ("boxes",), "box"),
        Kind("entry", "map", ("entries",), "arr"),
        Kind("channel", "map", ("channels",), "riv"),
        Kind("sheet", "map", (), "lay", single=True),
    ),
    "forces": (
        Kind("unit", "forces", ("units",), "unit"),
        Kind("formation", "forces", ("formations",), "lay"),
        Kind("leader", "forces", ("leaders",), "star"),
        Kind("support", "forces", ("support",), "air"),
        Kind("belt", "forces", ("belts",), "warn"),
        Kind("tunnel", "forces", ("tunnels",), "eng"),
    ),
    "time": (
        Kind("event", "events", ("events",), "evt"),
        Kind("objective", "objectives", ("objectives",), "flag"),
        Kind("journal", "journal", ("journal",), "book"),
        Kind("day", "history", ("days",), "nday"),
        Kind("truth", "control", ("control",), "ctl"),
        Kind("source", "sources", ("sources",), "info"),
    ),
    "scenario": (
        Kind("head", "scenario", (), "note", single=True),
        Kind("side", "scenario", ("sides",), "ctl"),
        Kind("relation", "scenario", ("relations",), "chat"),
        Kind("section", "briefing", ("briefing",), "book"),
        Kind("aftermath", "briefing", ("aftermath",), "book"),
        Kind("question", "briefing", ("questions",), "q"),
        Kind("guide", "briefing", ("guide",), "info"),
        Kind("texts", "briefing", (), "note", single=True),
    ),
}

KINDS: Final = {kind.id: kind for kinds in SECTIONS.values() for kind in kinds}


def kind_of(ref: Ref) -> Kind | None:
    """Return the kind of a thing, None for a part of one or something without a form."""
    file, path = ref
    for kind in KINDS.values():
        depth = len(kind.path)
        whole = len(path) == (0 if kind.single else depth + 1)
        if kind.file == file and whole and path[:depth] == kind.path:
            return kind
    return None


def section_of(kind: str) -> str:
    """Return the heading under which a kind stands."""
    return next(name for name, kinds in SECTIONS.items() if any(k.id == kind for k in kinds))
