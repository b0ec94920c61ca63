"""Where the values of a YAML text begin and end, so that one can be changed and no other byte.

The tree of `game.scenario.reader` knows where a value begins, for messages. Changing a text needs
the ends too, the dashes of lists and which collections are written in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from game.scenario.reader.scalars import Scalar, resolve

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BLANK_LINES: Final = re.compile("(?:(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)+$")
_MOST_NESTED: Final = 40

Path = tuple[str | int, ...]
"""Keys and numbers of items from the top of a file; a text also finds the item of that id."""


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of a text, from one offset to another, and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Spot:
    """A value and its place: offsets of its first character and of the one after its last.

    A collection without brackets ends where its last value ends; comments and blank lines after
    it belong to no value.
    """

    start: int
    end: int
    col: int
    """Column of the first character, from 0."""
    value: Scalar = None
    style: str = ""
    """How a text is written: bare (empty), quoted (' or ") or a block (| or >)."""
    flow: bool = False
    """True for a collection in brackets."""
    items: list[Spot] | None = None
    """The items, if it is a list."""
    keys: dict[str, Key] | None = None
    """The keys, if it is a mapping."""

    def plain(self) -> Any:
        """Return the bare data: dicts, lists, texts, numbers, true, false, None."""
        if self.items is not None:
            return [item.plain() for item in self.items]
        if self.keys is not None:
            return {name: key.value.plain() for name, key in self.keys.items()}
        return self.value

    def below(self, part: str | int) -> Spot | None:
        """Return the value under a key, a number or an id, if there is one."""
        if self.keys is not None:
            key = self.keys.get(str(part))
            return key.value if key else None
        number = self.number(part)
        return self.items[number] if self.items is not None and number is not None else None

    def number(self, part: str | int) -> int | None:
        """Return the number of an item given by number or by id; None if there is none."""
        items = self.items or []
        if isinstance(part, int):
            return part if 0 <= part < len(items) else None
        for number, item in enumerate(items):
            name = item.keys.get("id") if item.keys else None
            if name is not None and str(name.value.value) == part:
                return number
        return None

    def at(self, path: Path) -> Spot | None:
        """Return the value at a path, if there is one."""
        spot: Spot | None = self
        for part in path:
            spot = spot.below(part) if spot else None
        return spot


@dataclass(slots=True)
class Key:
    """A key of a mapping: its place and the value under it."""

    start: int
    end: int
    value: Spot


@dataclass(slots=True)
class _Open:
    spot: Spot
    pending: tuple[str, int, int] | None = None


def lay_out(text: str) -> Spot | None:
    """Return the value of a YAML text with all places; None for a text without any value.

    Raises:
        ValueError: if it is not YAML, or uses what scenario files may not (aliases, two documents,
            keys given twice).
    """
    root: Spot | None = None
    stack: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and root is not None):
                raise ValueError("aliases and second documents cannot be edited")
            if kind is yaml.ScalarEvent:
                if stack and stack[-1].spot.keys is not None and stack[-1].pending is None:
                    _take_key(stack[-1], event)
                    continue
                done = _scalar(event, text)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                stack.append(_Open(_collection(event)))
                if len(stack) > _MOST_NESTED:
                    raise ValueError(f"values are nested more than {_MOST_NESTED} deep")
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = _close(stack.pop().spot, event)
            else:
                continue
            if stack:
                _put(stack[-1], done)
            else:
                root = done
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return root


def _collection(event: Any) -> Spot:
    mark = event.start_mark
    spot = Spot(mark.index, mark.index, mark.column, flow=bool(event.flow_style))
    if type(event) is yaml.MappingStartEvent:
        spot.keys = {}
    else:
        spot.items = []
    return spot


def _scalar(event: Any, text: str) -> Spot:
    start, end = event.start_mark.index, event.end_mark.index
    style = "" if event.implicit[0] else event.style or ""
    if style in ("|", ">"):
        end = _block_end(text, start, end)
    value = resolve(event.value) if event.implicit[0] else event.value
    return Spot(start, end, event.start_mark.column, value, style)


def _block_end(text: str, start: int, end: int) -> int:
    """Return the end of a block text without its last line break, nor blank lines that follow."""
    end = min(end, len(text))
    header = _BREAK.split(text[start:end], maxsplit=1)[0]
    if "+" in header.partition("#")[0]:
        # Here the blank lines are part of the text.
        last = None
        for last in _BREAK.finditer(text, start, end):  # noqa: B007
            pass
        return last.start() if last is not None and last.end() == end else end
    return start + len(_BLANK_LINES.sub("", text[start:end]))


def _take_key(above: _Open, event: Any) -> None:
    assert above.spot.keys is not None
    if event.value in above.spot.keys:
        raise ValueError(f'key "{event.value}" is given twice')
    above.pending = (event.value, event.start_mark.index, event.end_mark.index)


def _put(above: _Open, spot: Spot) -> None:
    if above.spot.items is not None:
        above.spot.items.append(spot)
        return
    if above.pending is None or above.spot.keys is None:
        raise ValueError("a key should be a single word")
    name, start, end = above.pending
    above.spot.keys[name] = Key(start, end, spot)
    above.pending = None


def _close(spot: Spot, event: Any) -> Spot:
    if spot.flow:
        spot.end = event.end_mark.index
    else:
        inner = [*(spot.items or ()), *(key.value for key in (spot.keys or {}).values())]
        ends = [key.end + 1 for key in (spot.keys or {}).values()]
        spot.end = max([spot.start, *ends, *(value.end for value in inner)])
    return spot


def line_start(text: str, offset: int) -> int:
    """Return the offset of the first character of the line."""
    return max(text.rfind(sign, 0, offset) for sign in "\n\r\x85\u2028\u2029") + 1


def line_end(text: str, offset: int) -> int:
    """Return the offset of the line break that ends the line, or of the end of the text."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """Return the offset after the line break that ends the line, or of the end of the text."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield first offset and end, without its break, of every line that begins in a stretch."""
    at = start
    while at < end:
        stop = line_end(text, at)
        yield at, min(stop, end)
        at = next_line(text, at)
