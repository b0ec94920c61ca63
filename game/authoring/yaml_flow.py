"""Items that come and go between brackets."""

from __future__ import annotations

from typing import Any

from game.authoring.yaml_layout import Splice, Spot, line_end, line_start
from game.authoring.yaml_writing import WIDTH, inline, scalar


def flow_splices(
    text: str,
    spot: Spot,
    spans: list[tuple[int, int]],
    gone: list[int],
    added: dict[int, list[Any]],
) -> list[Splice]:
    """Return the splices that drop and add items of a collection in brackets.

    `spans` are starts and ends of its items; at least one stays. `added` gives new items by the
    number of the old one they stand before; those of a mapping are mappings of one key.
    """
    made: list[Splice] = []
    for index, values in added.items():
        written = [_element(value, mapping=spot.keys is not None) for value in values]
        kept = [number for number in range(index) if number not in gone]
        if kept:
            at = spans[kept[-1]][1]
            made.append(Splice(at, at, _appended(text, spot, at, written)))
        else:
            at = spans[0][0]
            made.append(Splice(at, at, "".join(f"{element}, " for element in written)))
    leading = 0
    while leading in gone:
        leading += 1
    if leading:
        made.append(Splice(spans[0][0], spans[leading][0], ""))
    for number in gone:
        if number < leading:
            continue
        start, end = spans[number]
        before = spans[number - 1][1]
        if "#" in text[before:start]:
            # A comment between the two belongs to the one that stays.
            comma = text.index(",", before)
            made += [Splice(comma, comma + 1, ""), Splice(start, end, "")]
        else:
            made.append(Splice(before, end, ""))
    return made


def _appended(text: str, spot: Spot, at: int, written: list[str]) -> str:
    room = WIDTH - (line_end(text, at) - line_start(text, at))
    made = ""
    for element in written:
        if len(element) + 2 > room and spot.col + 1 + len(element) < WIDTH:
            made += ",\n" + " " * (spot.col + 1) + element
            room = WIDTH - spot.col - 1 - len(element)
        else:
            made += ", " + element
            room -= len(element) + 2
    return made


def _element(value: Any, *, mapping: bool) -> str:
    if mapping:
        ((name, below),) = value.items()
        written = inline(below) if isinstance(below, dict | list) else scalar(below, flow=True)
        return f"{scalar(name, flow=True, key=True)}: {written}"
    return inline(value) if isinstance(value, dict | list) else scalar(value, flow=True)
