"""What an author does in one step."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from game.authoring.draft import Draft
from game.authoring.yaml_layout import Path


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a package with a name for the undo list.

    `name` is a key such as `unit.move`, which the front end words; `about` fills its gaps.
    """

    name: str
    change: Callable[[Draft], None]
    about: tuple[str, ...] = ()
    stroke: Hashable = None
    """Edits in a row with the same stroke are one step of undo; None for a step of its own."""


def put(kind: str, path: Path, value: Any) -> Edit:
    """Put a value at a path of a file; see `Draft.set`."""
    return Edit("value.set", lambda draft: draft.set(kind, path, value), (_last(path),))


def add(kind: str, path: Path, value: Any, index: int | None = None) -> Edit:
    """Put an item into a list of a file; see `Draft.insert`."""
    return Edit("item.add", lambda draft: draft.insert(kind, path, value, index), (_last(path),))


def remove(kind: str, path: Path) -> Edit:
    """Take out a key or an item of a file; see `Draft.remove`."""
    return Edit("item.remove", lambda draft: draft.remove(kind, path), (_last(path),))


def together(name: str, *edits: Edit, about: tuple[str, ...] = ()) -> Edit:
    """Make several edits one step; none is done unless all can be."""

    def change(draft: Draft) -> None:
        for edit in edits:
            edit.change(draft)

    return Edit(name, change, about)


def _last(path: Path) -> str:
    return str(path[-1]) if path else ""
