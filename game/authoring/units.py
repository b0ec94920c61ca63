"""Units: added, moved, changed, copied, taken away."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.names import free_id
from game.authoring.yaml_text import CannotEdit


def move(unit: str, hex_label: str = "", *, box: str = "", stroke: Hashable = None) -> Edit:
    """Let a unit start at a hex, or in a box; an arriving one arrives there."""

    def change(draft: Draft) -> None:
        known(draft, unit)
        place = {"box": box, "at": None} if box else {"at": hex_label, "box": None}
        draft.update("forces", ("units", unit), place)

    return Edit("unit.move", change, (unit, box or hex_label), stroke and ("move", unit, stroke))


def add(unit: Mapping[str, Any]) -> Edit:
    """Add a unit with these keys of `forces.yaml`; without an `id` it is given one."""

    def change(draft: Draft) -> None:
        item = dict(unit)
        if not item.get("id"):
            item = {"id": free_id(ids(draft), str(item.get("formation") or "unit") + "_1"), **item}
        elif item["id"] in ids(draft):
            raise CannotEdit(f'there is a unit "{item["id"]}" already')
        draft.insert("forces", ("units",), item, _after(draft, item))

    return Edit("unit.add", change, (str(unit.get("id", "")),))


def change(unit: str, **values: Any) -> Edit:
    """Change keys of a unit; None takes a key out."""

    def amend(draft: Draft) -> None:
        known(draft, unit)
        draft.update("forces", ("units", unit), values)

    return Edit("unit.change", amend, (unit, *values))


def remove(units: Iterable[str]) -> Edit:
    """Take units away. What names them elsewhere is reported as a problem, not changed."""
    names = tuple(units)

    def amend(draft: Draft) -> None:
        for unit in names:
            known(draft, unit)
            draft.remove("forces", ("units", unit))

    return Edit("unit.remove", amend, names)


def copy(units: Iterable[str], hex_label: str) -> Edit:
    """Put copies of units on a hex, each with a new id."""
    names = tuple(units)

    def amend(draft: Draft) -> None:
        for unit in names:
            item = {**known(draft, unit), "at": hex_label}
            item.pop("box", None)
            item["id"] = free_id(ids(draft), unit)
            draft.insert("forces", ("units",), item, _after(draft, item))

    return Edit("unit.copy", amend, (*names, hex_label))


def known(draft: Draft, unit: str) -> dict[str, Any]:
    """Return the keys of a unit.

    Raises:
        CannotEdit: if there is no such unit.
    """
    item = draft.get("forces", ("units", unit))
    if not isinstance(item, dict):
        raise CannotEdit(f'there is no unit "{unit}"')
    return item


def ids(draft: Draft, kind: str = "forces", name: str = "units") -> set[str]:
    """Return the ids of a list."""
    items = draft.get(kind, (name,)) or []
    return {str(item.get("id")) for item in items if isinstance(item, dict)}


def _after(draft: Draft, item: Mapping[str, Any]) -> int | None:
    """Return the place behind the last unit of the same formation; None for the end."""
    units = draft.get("forces", ("units",)) or []
    same = [n for n, unit in enumerate(units) if unit.get("formation") == item.get("formation")]
    return same[-1] + 1 if same else None
