"""From what a YAML text says to what it should say: the stretches of text to be replaced.

Old and new data are walked together. Values that are equal yield nothing; keys and items that come
or go take their lines with them; the rest of the text, comments and layout, is not looked at.
Splices at one offset stand in the order in which they are to be applied, the outermost first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from game.authoring.yaml_block_text import amended_block
from game.authoring.yaml_changes import Change, changes, like_for
from game.authoring.yaml_flow import flow_splices
from game.authoring.yaml_layout import Splice, Spot, line_end, line_start, next_line
from game.authoring.yaml_writing import (
    STEP,
    after_dash,
    after_key,
    inline,
    lines_of,
    list_step,
    scalar,
)

_COMMENT: Final = re.compile(r"[ \t]*#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a value hangs: under a key, behind a dash, or at the top of the file."""

    start: int
    """Offset behind the colon or dash."""
    indent: int
    """Column of the key or dash."""
    flow: bool = False
    name: str | None = None
    """The key; None behind a dash."""
    step: int = STEP


def amend_root(text: str, root: Spot, wanted: dict[str, Any]) -> list[Splice]:
    """Return the splices that make the data of a whole text those wanted."""
    amender = _Amender(text)
    if not root.keys and not root.flow:
        if wanted:
            gap = "\n" if text and not text.endswith(("\n", "\r")) else ""
            amender.splice(len(text), len(text), gap + lines_of(wanted, 0) + "\n")
    elif not wanted:
        amender.splice(root.start, root.end, "{}")
    elif (not root.flow and not set(root.keys or ()) & set(wanted)) or (
        root.flow and not root.keys
    ):
        amender.splice(root.start, root.end, lines_of(wanted, 0))
    else:
        amender.mapping(root, wanted, _Slot(root.start, root.col, root.flow))
    return amender.splices


class _Amender:
    def __init__(self, text: str) -> None:
        self.text = text
        self.splices: list[Splice] = []

    def splice(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start, end, text))

    def amend(self, spot: Spot, wanted: Any, slot: _Slot) -> None:
        """Make the value at a spot the wanted one."""
        old = spot.plain()
        nested = isinstance(wanted, dict | list)
        same_type = type(old) is type(wanted) or isinstance(wanted, str)
        if not nested and old == wanted and same_type:
            return
        if isinstance(wanted, dict) and spot.keys and wanted:
            self.mapping(spot, wanted, slot)
        elif isinstance(wanted, list) and spot.items and wanted:
            self.list_(spot, wanted, slot)
        elif not (nested and old == wanted):
            self.replace(spot, wanted, slot)

    def mapping(self, spot: Spot, wanted: dict[str, Any], slot: _Slot) -> None:
        keys = spot.keys or {}
        kept = [name for name in keys if name in wanted]
        if not kept:
            self.replace(spot, wanted, slot)
            return
        fresh = {name: value for name, value in wanted.items() if name not in keys}
        if self._renamed(spot, wanted, fresh):
            return
        names = list(keys)
        spans = [(key.start, max(key.end, key.value.end)) for key in keys.values()]
        if spot.flow:
            gone = [number for number, name in enumerate(names) if name not in wanted]
            added = {names.index(kept[-1]) + 1: [{n: v} for n, v in fresh.items()]} if fresh else {}
            self.splices += flow_splices(self.text, spot, spans, gone, added)
        else:
            self._add_keys(spot, keys[kept[-1]].value.end, keys[kept[-1]].end, fresh)
            self._drop_keys(
                [(*span, name in wanted) for name, span in zip(names, spans, strict=True)]
            )
        for name in kept:
            self.amend(keys[name].value, wanted[name], self._slot(spot, name))

    def _slot(self, spot: Spot, name: str) -> _Slot:
        key = (spot.keys or {})[name]
        colon = key.end if spot.flow else self.text.find(":", key.end) + 1
        return _Slot(colon, spot.col, spot.flow, name, list_step(spot, name))

    def _renamed(self, spot: Spot, wanted: dict[str, Any], fresh: dict[str, Any]) -> bool:
        """Let one key take the place of another, `box` of `at`, in its line."""
        keys = spot.keys or {}
        gone = [name for name in keys if name not in wanted]
        if len(gone) != 1 or len(fresh) != 1:
            return False
        old, (new, value) = keys[gone[0]], next(iter(fresh.items()))
        if old.value.start == old.value.end or old.value.style in ("|", ">"):
            return False
        if isinstance(value, dict | list) or isinstance(old.value.plain(), dict | list):
            return False
        self.splice(old.start, old.end, scalar(new, flow=spot.flow, key=True))
        for name, key in keys.items():
            meant = value if name == gone[0] else wanted[name]
            self.amend(key.value, meant, self._slot(spot, name))
        return True

    def _add_keys(self, spot: Spot, end: int, key_end: int, fresh: dict[str, Any]) -> None:
        if not fresh:
            return
        at = line_end(self.text, max(end, key_end))
        margin = "\n" + " " * spot.col
        self.splice(at, at, "".join(margin + after_key(n, v, spot.col) for n, v in fresh.items()))

    def _drop_keys(self, keys: list[tuple[int, int, bool]]) -> None:
        """Drop lines of keys; each is given with start, end and whether it stays."""
        first = keys[0][0]
        own_line = not self.text[line_start(self.text, first) : first].strip()
        leading = 0
        if not own_line:
            while leading < len(keys) and not keys[leading][2]:
                leading += 1
        if leading:
            # The dash stays where it is, and what follows moves up to it.
            stop = keys[leading - 1][1]
            rest = self.text[stop:]
            self.splice(first, stop + len(rest) - len(rest.lstrip()), "")
        for start, end, stays in keys[leading:]:
            if not stays:
                self.splice(line_start(self.text, start), next_line(self.text, end), "")

    def list_(self, spot: Spot, wanted: list[Any], slot: _Slot) -> None:
        items = spot.items or []
        change = changes([item.plain() for item in items], wanted)
        if not change.pairs:
            self.replace(spot, wanted, slot)
            return
        if spot.flow:
            spans = [(item.start, item.end) for item in items]
            self.splices += flow_splices(self.text, spot, spans, change.gone, change.added)
        elif not self._item_lines(spot, items, change):
            self.replace(spot, wanted, slot)
            return
        dashes = [] if spot.flow else self._dashes(spot, items)
        for number, value in change.pairs.items():
            start = items[number].start if spot.flow else dashes[number] + 1
            self.amend(items[number], value, _Slot(start, spot.col, spot.flow))

    def _item_lines(self, spot: Spot, items: list[Spot], change: Change) -> bool:
        """Add and drop whole lines of items; False if the first item shares its line."""
        dashes = self._dashes(spot, items)
        head = line_start(self.text, dashes[0])
        shared = bool(self.text[head : dashes[0]].strip())
        if shared and (0 in change.gone or 0 in change.added):
            return False
        margin = " " * spot.col
        for index, values in change.added.items():
            kept = [number for number in change.pairs if number < index]
            like = like_for(items, index, values[0])
            made = [after_dash(value, spot.col, like) for value in values]
            if kept:
                at = line_end(self.text, max(items[kept[-1]].end, dashes[kept[-1]] + 1))
                self.splice(at, at, "".join(f"\n{margin}{text}" for text in made))
            elif shared:
                return False
            else:
                self.splice(head, head, "".join(f"{margin}{text}\n" for text in made))
        for number in change.gone:
            end = max(items[number].end, dashes[number] + 1)
            self.splice(line_start(self.text, dashes[number]), next_line(self.text, end), "")
        return True

    def _dashes(self, spot: Spot, items: list[Spot]) -> list[int]:
        dash = re.compile(rf"^ {{{spot.col}}}-(?=\s|$)", re.MULTILINE)
        found = [spot.start]
        for before, item in pairwise(items):
            at = spot.start
            for match in dash.finditer(self.text, next_line(self.text, before.end), item.start + 1):
                at = match.end() - 1
            found.append(at)
        return found

    def replace(self, spot: Spot, wanted: Any, slot: _Slot) -> None:
        """Write a value anew where another stood."""
        if slot.flow:
            made = inline(wanted) if isinstance(wanted, dict | list) else ""
            made = made or scalar(wanted, flow=True, style=spot.style)
            gap = "" if spot.start < spot.end else _gap(self.text, spot.start, slot.name)
            self.splice(spot.start, spot.end, gap + made)
            return
        if spot.style in ("|", ">") and isinstance(wanted, str):
            stretch = amended_block(self.text, spot, wanted)
            if stretch:
                self.splices.append(stretch)
                return
        made = self._written(spot, wanted, slot)
        between = self.text[slot.start : spot.start]
        lone = spot.flow or not (spot.items or spot.keys or spot.style in ("|", ">"))
        if lone and "\n" not in made and not between.strip():
            gap = " " if spot.start == slot.start else ""
            self.splice(spot.start, spot.end, gap + made.lstrip())
            return
        end, notes = spot.end, between.rstrip(" ").rstrip("\r\n") if "#" in between else ""
        if spot.style in ("|", ">"):
            header = self.text[spot.start : line_end(self.text, spot.start)]
            found = _COMMENT.search(header)
            notes = found[0] if found else notes
        tail = self.text[spot.end : line_end(self.text, spot.end)]
        if "\n" in made and tail.strip() and not notes:
            end, notes = end + len(tail), tail
        first, line_feed, rest = made.partition("\n")
        self.splice(slot.start, end, first + notes + line_feed + rest)

    def _written(self, spot: Spot, wanted: Any, slot: _Slot) -> str:
        """Return a value as it follows a colon or dash, with the blank or line break before it."""
        like = None if spot.flow and not spot.items and not spot.keys else spot
        if isinstance(wanted, dict | list) and like and not like.items and not like.keys:
            like = None
        if slot.name is None:
            return after_dash(wanted, slot.indent, like)[1:]
        head = scalar(slot.name, flow=False, key=True) + ":"
        return after_key(slot.name, wanted, slot.indent, like, slot.step)[len(head) :]


def _gap(text: str, at: int, name: str | None) -> str:
    """Return what must stand before a value put where nothing stood, in brackets."""
    if name is None:
        return "" if text[at - 1 : at] in "[ \n" else " "
    return " " if text[at - 1 : at] == ":" else ": "
