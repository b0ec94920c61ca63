"""Forms for everything in a package, derived from the documents: no form is written by hand.

`field_at` tells what may stand at a path; the fields of a group, the items of a list and so on
follow from it. `choices` lists what a field may be set to in this package, `write` makes the edit.
"""

from __future__ import annotations

import json
import os
import types
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.meanings import MEANINGS, Meaning
from game.authoring.yaml_layout import Path
from game.authoring.yaml_text import plain
from game.scenario.check import DOCUMENTS
from game.scenario.documents import Text
from game.scenario.layout import shipped
from game.scenario.schema import schema_name


class FieldKind(StrEnum):
    """How a value is shown and typed in."""

    TEXT = "text"
    PROSE = "prose"
    """A text of more than a line."""
    TWO_LANGUAGES = "two_languages"
    """A mapping `{en: ..., ar: ...}`."""
    WHOLE = "whole"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    CHOICE = "choice"
    """One of `options`."""
    REFERENCE = "reference"
    """The id of something in the package; `refers` says what."""
    HEX = "hex"
    HEXES = "hexes"
    """One text of hexes with blanks."""
    HEXSIDES = "hexsides"
    ORDER = "order"
    """An order in the words of the order language, or what came of it."""
    FOCUS = "focus"
    """Ids of places and hexes, with blanks between them."""
    LETTERS = "letters"
    """Rows of letters, painted on the map."""
    DAY = "day"
    LIST = "list"
    """Any number of `item`."""
    FIXED = "fixed"
    """A list of exactly `size` of `item`."""
    GROUP = "group"
    """A mapping with `fields`."""
    TABLE = "table"
    """A mapping of any keys to texts."""


@dataclass(frozen=True, slots=True)
class Field:
    """What may stand at one place of a file."""

    name: str
    """The key; empty for an item of a list."""
    kind: FieldKind
    required: bool = True
    default: Any = None
    """What counts if the key is left out, as plain data."""
    help: str = ""
    """What it means, in English, as in the JSON Schema."""
    options: tuple[str, ...] = ()
    refers: str = ""
    low: int | None = None
    high: int | None = None
    size: int = 0
    item: Field | None = None
    doc: type | None = None

    @property
    def label(self) -> str:
        """The key as English words; front ends may have better ones in their language."""
        return self.name.replace("_", " ").capitalize()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a group."""
        return fields_of(self.doc) if self.doc is not None else ()

    def below(self, part: str | int) -> Field | None:
        """Return the field under a key, or that of the items of a list."""
        if self.item is not None:
            return self.item
        return next((field for field in self.fields if field.name == part), None)


def file_field(kind: str) -> Field:
    """Return the group that a whole file is."""
    return Field("", FieldKind.GROUP, doc=DOCUMENTS[kind], help=_help(DOCUMENTS[kind], ""))


def field_at(kind: str, path: Path) -> Field | None:
    """Return what may stand at a path of a file; None if nothing may."""
    field: Field | None = file_field(kind)
    for part in path:
        field = field.below(part) if field else None
    return field


@cache
def fields_of(doc: type) -> tuple[Field, ...]:
    """Return the fields of a document or of a part of one, in its order."""
    found: list[Field] = []
    hints = get_type_hints(doc, localns=dict(_MARKED), include_extras=True)
    for field in fields(doc):
        default: Any = None
        required = field.default is MISSING and field.default_factory is MISSING
        if field.default is not MISSING:
            default = field.default
        elif field.default_factory is not MISSING:
            default = field.default_factory()
        made = replace(_field(hints[field.name], field.name), required=required)
        found.append(replace(made, default=_bare(default), help=_help(doc, field.name)))
    return tuple(found)


def write(kind: str, path: Path, value: Any) -> Edit:
    """Return the edit that puts a value from a form at a path.

    A key that may be left out is left out when it is given its default.
    """
    field = field_at(kind, path)
    bare = plain(value)
    if field is not None and field.kind is FieldKind.TWO_LANGUAGES and isinstance(bare, dict):
        bare = {key: text for key, text in bare.items() if text or key == "en"}

    def change(draft: Draft) -> None:
        idle = field is not None and not field.required and bare in (None, field.default)
        if not idle:
            draft.set(kind, path, bare)
        elif draft.get(kind, path) is not None:
            draft.remove(kind, path)

    return Edit("value.set", change, tuple(str(part) for part in path))


def _field(hint: Any, name: str) -> Field:
    origin, inner = get_origin(hint), get_args(hint)
    meaning = next((m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Meaning)), None)
    if meaning is not None:
        return Field(
            name, FieldKind(meaning.kind), refers=meaning.refers, options=meaning.options,
            low=meaning.low, high=meaning.high,
        )  # fmt: skip
    if origin in (types.UnionType, Union):
        return _field(next(option for option in inner if option is not type(None)), name)
    if origin is Literal and isinstance(inner[0], int):
        return Field(name, FieldKind.WHOLE, low=min(inner), high=max(inner))
    if origin is Literal:
        return Field(name, FieldKind.CHOICE, options=tuple(str(option) for option in inner))
    if origin is tuple:
        item = _field(inner[0], "")
        if len(inner) == 2 and inner[1] is Ellipsis:
            return Field(name, FieldKind.LIST, item=item)
        return Field(name, FieldKind.FIXED, item=item, size=len(inner))
    if origin is dict:
        return Field(name, FieldKind.TABLE, item=_field(inner[1], ""))
    if hint is Text:
        return Field(name, FieldKind.TWO_LANGUAGES, doc=Text)
    if isinstance(hint, type) and is_dataclass(hint):
        return Field(name, FieldKind.GROUP, doc=hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Field(name, FieldKind.CHOICE, options=tuple(str(one.value) for one in hint))
    return Field(name, _PLAIN.get(hint, FieldKind.TEXT))


_PLAIN: Final[dict[Any, FieldKind]] = {
    bool: FieldKind.YES_NO,
    int: FieldKind.WHOLE,
    float: FieldKind.DECIMAL,
    date: FieldKind.DAY,
}
_MARKED: Final = MEANINGS


def _bare(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _bare(getattr(value, field.name)) for field in fields(value)}
    return plain(value.value) if isinstance(value, Enum) else plain(value)


def _help(doc: type, name: str) -> str:
    """Return the description of a document or of one of its fields, from the JSON Schemas."""
    known = _descriptions()
    return known.get((doc.__name__, name), "")


@cache
def _descriptions() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind, doc in DOCUMENTS.items():
        path = os.path.join(shipped(), "schema", schema_name(kind))
        try:
            with open(path, encoding="utf-8") as file:
                schema = json.load(file)
        except (OSError, ValueError):
            continue
        for name, part in {doc.__name__: schema, **schema.get("definitions", {})}.items():
            found[name, ""] = part.get("description", "")
            for key, below in part.get("properties", {}).items():
                found[name, key] = below.get("description", "")
    return found
