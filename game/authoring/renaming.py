"""Ids and who uses them: found, and given another name everywhere at once."""

from __future__ import annotations

import re
from typing import Any, Final

from game.authoring.choices import LISTS, Reader
from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.forms import Field, FieldKind
from game.authoring.names import is_id
from game.authoring.walking import Found, altered, values
from game.authoring.yaml_layout import Path
from game.authoring.yaml_text import CannotEdit, position
from game.scenario.layout import FILES

_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_IN_ORDERS: Final = ("unit", "leader", "crossing", "box", "formation", "tunnel", "belt", "side")
"""What the order language calls by id."""


def uses(reader: Reader, what: str, name: str) -> list[Found]:
    """Return the values that name a thing, its own id aside.

    `what` is what fields refer to: unit, formation, side, place, box, crossing ...
    """
    return [found for found in values(reader) if _names(found.field, found.value, what, name)]


def rename(what: str, old: str, new: str) -> Edit:
    """Give a thing another id, and everything that names it."""

    def change(draft: Draft) -> None:
        kind, path = home(what)
        items = draft.get(kind, path) or []
        if position(items, old) is None:
            raise CannotEdit(f'there is no {what.replace("_", " ")} "{old}"')
        if not is_id(new):
            raise CannotEdit(f'"{new}" is no id: use letters, digits, _ . and -')
        if position(items, new) is not None:
            raise CannotEdit(f'there is a {what.replace("_", " ")} "{new}" already')

        def amended(field: Field, value: Any, at: Path) -> Any:
            own = len(at) == len(path) + 2 and at[: len(path)] == path and at[-1] == "id"
            if own and value == old:
                return new
            return _renamed(field, value, what, old, new)

        for each in (name for name in FILES if name != "rules"):
            data = draft.data(each)
            made = altered(each, data, amended if each == kind else _elsewhere(what, old, new))
            if made != data:
                draft.turn_into(each, made)

    return Edit("item.rename", change, (old, new))


def home(what: str) -> tuple[str, Path]:
    """Return the file and the path of the list a thing belongs to."""
    if what not in LISTS or len(LISTS[what]) != 1:
        raise ValueError(f"nothing is called {what}")
    kind, name = LISTS[what][0]
    return kind, (name,)


def _elsewhere(what: str, old: str, new: str) -> Any:
    return lambda field, value, _: _renamed(field, value, what, old, new)


def _renamed(field: Field, value: Any, what: str, old: str, new: str) -> Any:
    if not _names(field, value, what, old):
        return value
    if field.kind in (FieldKind.ORDER, FieldKind.FOCUS):
        return _WORD.sub(lambda word: new if word[0] == old else word[0], value)
    return new


def _names(field: Field, value: Any, what: str, name: str) -> bool:
    if not isinstance(value, str):
        return False
    if field.kind is FieldKind.ORDER:
        return what in _IN_ORDERS and name in _WORD.findall(value)
    if field.kind is FieldKind.FOCUS:
        return what == "place" and name in _WORD.findall(value)
    return value == name and what in field.refers.split("_or_")
