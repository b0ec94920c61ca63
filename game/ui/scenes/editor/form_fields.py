"""The rows of a form: the fields a file may have, laid out with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from game.authoring import forms
from game.authoring.choices import needed
from game.authoring.forms import FieldKind
from game.ui.scenes.editor.kinds import Ref, kind_of

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene

Path = tuple[str | int, ...]
RowKind = Literal["text", "prose", "number", "choice", "toggle", "hex", "hexes", "ids", "head"]

_LISTED: Final = frozenset(
    {
        "map.places", "map.roads", "map.crossings", "map.waters", "map.entries", "map.boxes",
        "map.channels", "map.terrain", "map.landmass", "map.control", "map.population",
        "scenario.sides", "scenario.relations", "briefing.briefing", "briefing.aftermath",
        "briefing.questions", "briefing.guide",
    }
)  # fmt: skip
"""Parts that have a list or a tool of their own and need no field."""
_PROSE: Final = frozenset({"text", "summary", "content_note", "now"})
"""Texts in two languages that are longer than a line."""
_PLAIN: Final[dict[FieldKind, RowKind]] = {
    FieldKind.TEXT: "text",
    FieldKind.PROSE: "prose",
    FieldKind.WHOLE: "number",
    FieldKind.DECIMAL: "number",
    FieldKind.YES_NO: "toggle",
    FieldKind.CHOICE: "choice",
    FieldKind.REFERENCE: "choice",
    FieldKind.HEX: "hex",
    FieldKind.HEXES: "hexes",
    FieldKind.HEXSIDES: "prose",
    FieldKind.DAY: "text",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a form. `path` leads from the thing to the value."""

    path: Path
    kind: RowKind
    value: Any
    form: forms.Field
    name: str = ""
    required: bool = False
    number: int = 0
    """Of an item of a list, from 1."""
    adds: bool = False
    """An item can be added to this list."""
    removes: bool = False
    lang: str = ""

    @property
    def default(self) -> str:
        """What counts if nothing is written, as far as it can be told in a field."""
        if self.form.kind is FieldKind.DAY:
            return "2017-09-14" if self.required else ""
        value = self.form.default
        return "" if value in (None, "", [], {}) or isinstance(value, bool) else str(value)

    @property
    def help(self) -> str:
        """What it means, in English."""
        return self.form.help

    @property
    def text(self) -> str:
        """The value as it stands in a field."""
        value = self.value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return "" if value is None or isinstance(value, dict) else str(value).strip("\n")

    @property
    def items(self) -> list[str]:
        """The values of a list of words."""
        return [str(item) for item in self.value] if isinstance(self.value, list) else []


def fields_of(ref: Ref, value: Any) -> list[Field]:
    """Return the rows of a thing, in the order of its file."""
    kind, form = kind_of(ref), forms.field_at(ref[0], ref[1])
    if kind is None or form is None:
        return []
    rows = _inner(form, value, ())
    return [
        row for row in rows
        if not (kind.single and f"{kind.file}.{row.path[0]}" in _LISTED)
    ]  # fmt: skip


def _inner(form: forms.Field, value: Any, path: Path) -> Iterator[Field]:
    """The rows of a group: those of its fields that count as it stands."""
    known = value if isinstance(value, dict) else {}
    if form.kind is FieldKind.TWO_LANGUAGES:
        yield from _languages(form, value, path, form.name or "text")
        return
    wanted = needed(form, known)
    for below in form.fields:
        if wanted is None or below.name in wanted or below.name in known:
            yield from _rows(below, known.get(below.name), (*path, below.name))


def _rows(form: forms.Field, value: Any, path: Path) -> Iterator[Field]:
    name, required = form.name, form.required
    if form.kind in _PLAIN:
        kind = _PLAIN[form.kind]
        shown = form.default if kind == "toggle" and value is None else value
        yield Field(path, kind, shown, form, name, required)
    elif form.kind is FieldKind.TWO_LANGUAGES:
        yield from _languages(form, value, path, name)
    elif form.kind is FieldKind.GROUP:
        yield Field(path, "head", value, form, name, removes=value is not None and not required)
        if value is not None or required:
            yield from _inner(form, value, path)
    elif form.kind is FieldKind.FIXED and form.item is not None:
        rows = value if isinstance(value, list) else []
        kind = _PLAIN.get(form.item.kind, "text")
        for number in range(form.size):
            one = rows[number] if number < len(rows) else None
            yield Field((*path, number), kind, one, form.item, name, required, number + 1)
    elif form.kind is FieldKind.LIST and form.item is not None:
        yield from _list(form, form.item, value, path)
    elif form.kind is FieldKind.TABLE and isinstance(value, dict) and form.item is not None:
        yield Field(path, "head", value, form, name)
        for key, one in value.items():
            yield Field((*path, str(key)), "text", one, form.item, str(key))


def _list(form: forms.Field, item: forms.Field, value: Any, path: Path) -> Iterator[Field]:
    rows = value if isinstance(value, list) else []
    if item.kind not in (FieldKind.GROUP, FieldKind.TWO_LANGUAGES):
        yield Field(path, "ids", value, item, form.name, form.required)
        return
    yield Field(path, "head", rows, form, form.name, adds=True)
    for number, row in enumerate(rows):
        at = (*path, number)
        yield Field(at, "head", row, item, form.name, number=number + 1, removes=True)
        yield from _inner(item, row, at)


def _languages(form: forms.Field, value: Any, path: Path, name: str) -> Iterator[Field]:
    kind: RowKind = "prose" if name in _PROSE else "text"
    known = value if isinstance(value, dict) else {}
    en = known.get("en") if known or not isinstance(value, str) else value
    yield Field((*path, "en"), kind, en, form, name, form.required, lang="en")
    yield Field((*path, "ar"), kind, known.get("ar"), form, name, lang="ar")


def shown_name(scene: EditorScene, field: Field) -> str:
    """Return the name of a field in the language of the window."""
    key = f"author.field_{field.name}"
    text = scene.w(key) if scene.app.words.has(key) else field.name.replace("_", " ").capitalize()
    if field.lang:
        return f"{text} · {scene.w(f'author.lang_{field.lang}')}"
    return f"{text} {field.number}" if field.number else text


def options_of(scene: EditorScene, field: Field) -> list[tuple[str, str]]:
    """Return what can be chosen: (value, words); nothing if anything may be typed."""
    lang, found = scene.theme.lang, []
    for choice in scene.bench.choices(field.form):
        key = f"author.value_{choice.value or 'none'}"
        named = (choice.ar or choice.en) if lang == "ar" else (choice.en or choice.ar)
        if field.form.options:
            named = scene.w(key) if scene.app.words.has(key) else named
        elif named and named != choice.value:
            named = f"{named} ({choice.value})"
        found.append((choice.value, named or choice.value))
    return found
