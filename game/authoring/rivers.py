"""River hexsides, one by one, beside those that the landmasses make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.hexes import grid_of
from game.authoring.yaml_text import CannotEdit
from game.hexes import HexGrid

KINDS: Final = ("main", "channel", "none")

Pair = tuple[int, int]


def paint(sides: Iterable[Pair], kind: str, *, stroke: Hashable = None) -> Edit:
    """Let the main river, a channel or nothing run along hexsides, given as pairs of hexes.

    A hexside that is so by its landmasses is taken out of the list of exceptions.
    """
    pairs = tuple(sides)

    def change(draft: Draft) -> None:
        if kind not in KINDS:
            raise CannotEdit(f'a river is one of {", ".join(KINDS)}, not "{kind}"')
        grid = grid_of(draft)
        for a, b in pairs:
            if grid.direction(a, b) < 0:
                raise CannotEdit(f"{grid.label(a)} and {grid.label(b)} are not neighbours")
        natural = by_landmass(draft, grid)
        exceptions = [pair for pair in pairs if natural.get(frozenset(pair), "none") != kind]
        draft_list(draft, grid, pairs, kind, exceptions)

    return Edit("river.paint", change, (kind,), stroke and ("river", kind, stroke))


def by_landmass(draft: Draft, grid: HexGrid) -> dict[frozenset[int], str]:
    """Return the kind of river along each hexside that lies between two landmasses."""
    rows = draft.get("map", ("landmass", "rows"))
    legend = draft.get("map", ("landmass", "legend")) or {}
    if not isinstance(rows, str):
        return {}
    names = [legend.get(letter, letter) for letter in "".join(rows.split())]
    if len(names) != grid.size:
        raise CannotEdit("the rows of landmass do not fit the map; mend them first")
    channels = draft.get("map", ("channels",)) or []
    narrow = {frozenset(channel["between"]) for channel in channels if "between" in channel}
    found: dict[frozenset[int], str] = {}
    for a in range(grid.size):
        for b in grid.adjacent[6 * a : 6 * a + 6]:
            if b > a and names[a] != names[b]:
                between = frozenset((names[a], names[b]))
                found[frozenset((a, b))] = "channel" if between in narrow else "main"
    return found


def draft_list(
    draft: Draft, grid: HexGrid, pairs: Iterable[Pair], kind: str, exceptions: Iterable[Pair]
) -> None:
    """Take hexsides out of the list of exceptions, and put in those that are of this kind."""
    gone = {frozenset(pair) for pair in pairs}
    entries: list[dict[str, str]] = []
    for entry in draft.get("map", ("hexsides",)) or []:
        words = str(entry.get("sides", "")).split()
        kept = [word for word in words if _pair(grid, word) not in gone]
        if kept or not words:
            same = len(kept) == len(words)
            entries.append(entry if same else {**entry, "sides": " ".join(kept)})
    added = " ".join(f"{grid.label(a)}|{grid.label(b)}" for a, b in exceptions)
    if added:
        number = next((n for n, entry in enumerate(entries) if entry.get("river") == kind), None)
        if number is None:
            entries.append({"river": kind, "sides": added})
        else:
            known = entries[number]
            entries[number] = {**known, "sides": f"{known['sides']} {added}".strip()}
    if entries:
        draft.set("map", ("hexsides",), entries)
    elif draft.get("map", ("hexsides",)) is not None:
        draft.remove("map", ("hexsides",))


def _pair(grid: HexGrid, word: str) -> frozenset[int]:
    try:
        return frozenset(grid.parse(label) for label in word.split("|"))
    except ValueError:
        return frozenset()
