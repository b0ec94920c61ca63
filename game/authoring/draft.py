"""A package while it is being changed: every file as one reads it, inherited parts included.

A change names a file (`map`, `forces` ...), a path in it and a value. What is written into the
package is the least that has this effect; files of scenarios it extends are never touched.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.authoring.inheritance import NOTHING, identity, in_any_order, name_of, override, same
from game.authoring.shelf import DraftShelf
from game.authoring.yaml_layout import Path
from game.authoring.yaml_text import (
    CannotEdit,
    YamlText,
    found,
    placed,
    plain,
    with_letters,
    without,
)
from game.scenario.bundle import Bundle, gather
from game.scenario.merge import merge
from game.scenario.problems import Report
from game.scenario.reader import Node
from game.scenario.window import within


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a file says before the package itself says anything."""

    data: Any
    outside: Mapping[str, frozenset[str]]
    """For each list, the inherited items that fall out because of their dates."""


class Draft:
    """The working copy an edit is carried out on."""

    def __init__(self, shelf: DraftShelf, texts: Mapping[str, YamlText]) -> None:
        """Begin with the texts of the package's own files; other files are read from the shelf."""
        self.folder = shelf.folder
        self._texts = dict(texts)
        self._shelf = shelf
        self._bundles: dict[str, Bundle] = {}
        self._refresh()

    @property
    def texts(self) -> dict[str, YamlText]:
        """The files of the package itself."""
        return self._texts

    def data(self, kind: str) -> Any:
        """Return the bare data of a file as they count, {} if it is absent. Not to be changed.

        Raises:
            CannotEdit: if the file cannot be read; it must be mended by hand.
        """
        own = self._own(kind)
        if not self._inherits(kind):
            return {} if own is NOTHING else own
        tree = self._gathered(kind).trees.get(kind)
        return tree.plain() if tree else {}

    def get(self, kind: str, path: Path, default: Any = None) -> Any:
        """Return what stands at a path of a file; in a list an id finds its item."""
        return found(self.data(kind), path, default)

    def set(self, kind: str, path: Path, value: Any) -> None:
        """Put a value at a path; keys missing on the way are made."""
        self.turn_into(kind, placed(self.data(kind), path, plain(value)))

    def update(self, kind: str, path: Path, values: Mapping[str, Any]) -> None:
        """Put values under keys of the mapping at a path; None takes a key out."""
        before = self.get(kind, path)
        if not isinstance(before, dict):
            raise CannotEdit(f'there is no "{path[-1] if path else kind}"')
        gone = {key for key, value in values.items() if value is None}
        kept = {key: value for key, value in before.items() if key not in gone}
        put_in = {key: value for key, value in values.items() if value is not None}
        self.set(kind, path, {**kept, **put_in})

    def remove(self, kind: str, path: Path) -> None:
        """Take out a key, or an item of a list."""
        self.turn_into(kind, without(self.data(kind), path))

    def insert(self, kind: str, path: Path, value: Any, index: int | None = None) -> None:
        """Put an item into a list, before number `index` or at the end; the list may be missing."""
        data = self.data(kind)
        items = list(found(data, path) or [])
        items.insert(len(items) if index is None else index, plain(value))
        self.turn_into(kind, placed(data, path, items))

    def set_letters(self, kind: str, path: Path, letters: Mapping[tuple[int, int], str]) -> None:
        """Replace letters, by column and row, in rows of letters."""
        own = self._texts.get(kind)
        if own is not None and found(own.plain, path) is not None:
            self._put(kind, own.set_letters(path, letters))
            return
        rows = self.get(kind, path)
        if not isinstance(rows, str):
            raise CannotEdit("there are no rows of letters here")
        self.set(kind, path, with_letters(rows, letters))

    def turn_into(self, kind: str, wanted: Any) -> None:
        """Make the data of a file those wanted, as they count with what is inherited."""
        own = self._own(kind)
        text = self._texts.get(kind, YamlText(""))
        if not self._inherits(kind):
            self._put(kind, text.turn_into(wanted))
            return
        inherited = self.inherited(kind)
        made = override(inherited.data, own, wanted, inherited.outside)
        if made is NOTHING:
            return
        before, was = self._texts.get(kind), self.data(kind)
        self._put(kind, text.turn_into(made))
        if not self._as_wanted(self.data(kind), wanted, was):
            if before is None:
                self.drop_file(kind)
            else:
                self._put(kind, before)
            raise CannotEdit(
                "what this scenario takes over from another cannot be put in another order"
            )

    @staticmethod
    def _as_wanted(now: Any, wanted: Any, was: Any) -> bool:
        """New things come after the inherited ones; an order that was asked for must be had."""
        if same(now, wanted):
            return True
        meant = in_any_order(wanted)
        return same(in_any_order(now), meant) and not same(in_any_order(was), meant)

    def drop_file(self, kind: str) -> None:
        """Take the file of the package itself away."""
        self._texts.pop(kind, None)
        self._refresh()

    def inherited(self, kind: str) -> Inherited:
        """Return what a file says without the package's own part."""
        full = self._base(kind)
        if full is None:
            return Inherited(NOTHING, {})
        header = self._gathered(kind).trees.get("scenario")
        kept = within(kind, full, None, header) if header else full
        data = full.plain()
        outside: dict[str, frozenset[str]] = {}
        kept_data = kept.plain()
        for name, items in data.items():
            keys = identity(items) if isinstance(items, list) else None
            if not keys:
                continue
            # Of an item that counts, a part may have fallen out.
            counts = {name_of(item, keys): item for item in kept_data[name]}
            data[name] = [counts.get(name_of(item, keys), item) for item in items]
            if len(counts) < len(items):
                outside[name] = frozenset(name_of(item, keys) for item in items) - set(counts)
        return Inherited(data, outside)

    def _base(self, kind: str) -> Node | None:
        bundle, report = self._gathered(kind), Report()
        base: Node | None = None
        if kind == "rules" and bundle.rules_file:
            base = self._shelf.tree(bundle.rules_file, report)
        for folder in reversed(bundle.folders[1:]):
            path = os.path.join(folder, f"{kind}.yaml")
            tree = self._shelf.tree(path, report) if self._shelf.holds(path) else None
            if tree is not None:
                base = merge(base, tree, report) if base else tree
        return base

    def _inherits(self, kind: str) -> bool:
        return self._base(kind) is not None

    def _own(self, kind: str) -> Any:
        text = self._texts.get(kind)
        return NOTHING if text is None else text.plain

    def _gathered(self, kind: str) -> Bundle:
        if kind not in self._bundles:
            self._bundles[kind] = gather(self.folder, (kind,), Report(), self._shelf)
        return self._bundles[kind]

    def _put(self, kind: str, text: YamlText) -> None:
        self._texts[kind] = text
        self._refresh()

    def _refresh(self) -> None:
        self._shelf.texts = {kind: text.text for kind, text in self._texts.items()}
        self._bundles.clear()
