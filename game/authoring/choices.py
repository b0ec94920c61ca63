"""What a field of a form may be set to in a package, and what a new item begins with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, Protocol

from game.authoring.forms import Field, FieldKind, field_at
from game.authoring.names import free_id
from game.authoring.yaml_layout import Path
from game.scenario.compile.effects import MAY, NEEDS, WHERE
from game.scenario.documents import EffectDoc


class Reader(Protocol):
    """A workbench or a draft."""

    def get(self, kind: str, path: Path, default: Any = None) -> Any:
        """Return what stands at a path of a file."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, with its name in both languages."""

    value: str
    en: str = ""
    ar: str = ""


LISTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "side": (("scenario", "sides"),),
    "formation": (("forces", "formations"),),
    "unit": (("forces", "units"),),
    "unit_type": (("rules", "unit_types"),),
    "terrain": (("rules", "terrains"),),
    "leader": (("forces", "leaders"),),
    "crossing": (("map", "crossings"),),
    "place": (("map", "places"),),
    "box": (("map", "boxes"),),
    "place_or_box": (("map", "places"), ("map", "boxes")),
    "event": (("events", "events"),),
    "objective": (("objectives", "objectives"),),
    "source": (("sources", "sources"),),
    "road": (("map", "roads"),),
    "entry": (("map", "entries"),),
    "belt": (("forces", "belts"),),
    "tunnel": (("forces", "tunnels"),),
}
"""Where what is referred to is listed."""
_LONGEST_NAME: Final = 80


def choices(reader: Reader, field: Field) -> tuple[Choice, ...]:
    """Return what a field may be set to; empty if anything may be typed."""
    words = tuple(Choice(option, option.replace("_", " ")) for option in field.options)
    if not field.refers:
        return words
    if field.refers == "landmass":
        legend = reader.get("map", ("landmass", "legend")) or {}
        return tuple(Choice(str(name), str(name)) for name in dict.fromkeys(legend.values()))
    found: list[Choice] = []
    for kind, name in LISTS.get(field.refers, ()):
        items = reader.get(kind, (name,)) or []
        found += [choice(item) for item in items if isinstance(item, dict) and "id" in item]
    return (*found, *words)


def choice(item: dict[str, Any]) -> Choice:
    """Return an item of a list as something to be chosen: its id with its name or title."""
    name = item.get("name", item.get("title", item.get("text", "")))
    if isinstance(name, dict):
        return Choice(str(item["id"]), str(name.get("en", "")), str(name.get("ar", "")))
    return Choice(str(item["id"]), str(name)[:_LONGEST_NAME], str(item.get("name_ar", "")))


def blank(reader: Reader, kind: str, path: Path) -> Any:
    """Return a new item for the list at a path: every required key with a first value.

    What can be known is filled in: a free id, the first side, the first day. A hex is left empty.
    """
    field = field_at(kind, path)
    if field is None or field.item is None:
        raise ValueError(f"no list stands at {path}")
    items = reader.get(kind, path) or []
    taken = {str(item.get("id")) for item in items if isinstance(item, dict)}
    return _first(reader, field.item, taken, str(path[-1]).removesuffix("s"))


def _first(reader: Reader, field: Field, taken: Collection[str], stem: str) -> Any:
    if field.kind is FieldKind.GROUP:
        return {
            below.name: (
                free_id(taken, f"{stem}_1")
                if below.name == "id"
                else _first(reader, below, taken, stem)
            )
            for below in field.fields
            if below.required
        }
    if field.kind is FieldKind.TWO_LANGUAGES:
        return {"en": f"New {stem.replace('_', ' ')}", "ar": ""}
    if field.kind is FieldKind.FIXED and field.item is not None:
        options = choices(reader, field.item)
        return [
            options[min(number, len(options) - 1)].value if options else _first_plain(field.item)
            for number in range(field.size)
        ]
    if field.refers or field.options:
        options = choices(reader, field)
        return options[0].value if options else ""
    if field.kind is FieldKind.DAY:
        return str(reader.get("scenario", ("start",), "2017-01-01"))
    return _first_plain(field)


def _first_plain(field: Field) -> Any:
    if field.kind is FieldKind.WHOLE:
        return field.low if field.low is not None else 1
    if field.kind is FieldKind.DECIMAL:
        return 1.0
    if field.kind is FieldKind.YES_NO:
        return False
    if field.kind is FieldKind.LIST:
        return []
    return {} if field.kind is FieldKind.TABLE else ""


def needed(field: Field, value: dict[str, Any]) -> frozenset[str] | None:
    """Return the keys that count in a group as it stands; None if all do.

    An effect needs other keys for everything it can do, and takes no more.
    """
    if field.doc is not EffectDoc:
        return None
    do = str(value.get("do", ""))
    wanted = {"do", *NEEDS.get(do, ()), *MAY.get(do, ())}
    if "where" in wanted:
        wanted = (wanted - {"where"}) | set(WHERE)
    return frozenset(wanted)
