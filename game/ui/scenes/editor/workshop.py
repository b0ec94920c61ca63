"""The bench with tools: what is painted with, and every edit the screen asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.authoring import edit as edits
from game.authoring import forms, ground, renaming, resizing, rivers, roads, units
from game.authoring.choices import Choice, blank, choices
from game.authoring.edit import Edit, together
from game.authoring.names import free_id
from game.authoring.workbench import Workbench
from game.authoring.yaml_text import CannotEdit
from game.engine.board import River
from game.ui.map.looks import Look, looks
from game.ui.map.palette import LIGHT
from game.ui.scenes.editor.bench import Bench
from game.ui.scenes.editor.form_fields import Path
from game.ui.scenes.editor.fresh import fresh
from game.ui.scenes.editor.kinds import KINDS, Ref, kind_of
from game.ui.toolkit.theme import Colour

_LAYERS: Final = {
    "terrain.terrain": "terrain",
    "river.landmass": "landmass",
    "control.holders": "control",
    "control.people": "population",
}
_LAND: Final[tuple[Colour, ...]] = (
    (196, 178, 132), (150, 176, 150), (176, 150, 170), (140, 160, 190), (200, 150, 130),
    (170, 170, 110),
)  # fmt: skip
_PEOPLE: Final[tuple[Colour, ...]] = (
    (236, 226, 202), (205, 196, 178), (160, 152, 140), (104, 101, 95),
)  # fmt: skip
_ROADS: Final = ("highway", "road", "street", "track")
_RIVERS: Final = ("main", "channel", "none")
_CROSSINGS: Final = (
    ("bridge", "intact"), ("bridge", "destroyed"), ("causeway", "intact"), ("ferry", "ferry"),
    ("pontoon_site", "open_site"), ("pontoon_site", "pontoon"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ink:
    """Something that can be painted: its id, its names or the key of its word, its colour."""

    id: str
    name: str = ""
    name_ar: str = ""
    word: str = ""
    colour: Colour | None = None


class Workshop(Bench):
    """The bench as the editor uses it."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.fresh_landmass = ""
        """A landmass that was named and has no hex yet."""

    # --- inks -------------------------------------------------------------------------------

    def inks(self, job: str) -> list[Ink]:
        """Return what a tool can paint with."""
        sketch = self.sketch
        if sketch is None:
            return []
        if job == "terrain.terrain":
            found = looks(sketch.rules.terrains)
            return [
                Ink(t.id, t.name, t.name_ar, colour=_ground(look))
                for t, look in zip(sketch.rules.terrains, found, strict=True)
            ]
        if job == "river.landmass":
            names = [*self._landmasses(), self.fresh_landmass]
            names = [name for name in dict.fromkeys(names) if name]
            return [Ink(n, n, colour=_LAND[i % len(_LAND)]) for i, n in enumerate(names)]
        if job == "control.holders":
            inks = LIGHT.sides([side.colour for side in sketch.oob.sides])
            sides = zip(sketch.oob.sides, inks, strict=True)
            found_sides = [Ink(s.id, s.name, s.name_ar, colour=ink.tint) for s, ink in sides]
            return [*found_sides, Ink("", word="author.nobody", colour=LIGHT.desert)]
        if job == "control.people":
            levels = enumerate(_PEOPLE)
            return [Ink(str(n), word=f"author.people_{n}", colour=tone) for n, tone in levels]
        words = {
            "river.sides": [(kind, f"author.river_{kind}") for kind in _RIVERS],
            "road.draw": [(kind, f"author.road_{kind}") for kind in _ROADS],
            "river.crossing": [
                (f"{kind} {state}", f"author.crossing_{kind}_{state}") for kind, state in _CROSSINGS
            ],
        }
        words["road.draw"].append(("", "author.road_none"))
        return [Ink(ident, word=word) for ident, word in words.get(job, [])]

    def _landmasses(self) -> tuple[str, ...]:
        sketch = self.sketch
        return sketch.board.landmass_names if sketch is not None else ()

    def free_landmass(self) -> str:
        """Return a name no landmass has."""
        taken, number = set(self._landmasses()), 1
        while f"land_{number}" in taken:
            number += 1
        return f"land_{number}"

    def ink_at(self, job: str, here: int) -> str | None:
        """Return what lies in a hex of what a tool paints."""
        sketch = self.sketch
        if sketch is None:
            return None
        board = sketch.board
        if job == "terrain.terrain":
            return sketch.rules.terrains[board.terrain[here]].id
        if job == "river.landmass" and board.landmass_names:
            return board.landmass_names[board.landmass[here]]
        if job == "control.holders":
            side = board.start_control[here]
            return sketch.oob.sides[side].id if side < len(sketch.oob.sides) else ""
        return str(board.population[here]) if job == "control.people" else None

    def sameness(self, job: str) -> Callable[[int], object]:
        """Return what tells hexes apart when they are filled."""
        return lambda here: self.ink_at(job, here)

    # --- painting ---------------------------------------------------------------------------

    def paint(self, job: str, ink: str, hexes: Sequence[int], target: Ref | None) -> None:
        """Paint hexes with what the tool has, or give them to a place."""
        if job == "place.hexes" and target is not None:
            kept = self.hexes_of(target)
            wanted = [*kept, *(here for here in hexes if here not in kept)]
            if set(hexes) <= set(kept) and len(kept) > len(hexes):
                wanted = [here for here in kept if here not in hexes]
            self.carry_out(edits.put(target[0], (*target[1], "hexes"), self._labels(wanted)))
            return
        self.carry_out(ground.paint(_LAYERS[job], hexes, ink))

    def _labels(self, hexes: Iterable[int]) -> str:
        grid = self.grid
        return " ".join(grid.label(here) for here in hexes) if grid is not None else ""

    # --- things on lines and hexsides -------------------------------------------------------

    def road_at(self, here: int) -> Ref | None:
        """Return the road that runs through a hex."""
        return next((i.ref for i in self.items("road") if here in self.hexes_of(i.ref)), None)

    def crossing_at(self, side: tuple[int, int]) -> Ref | None:
        """Return the crossing on a hexside."""
        items = self.items("crossing")
        return next((i.ref for i in items if set(self.hexes_of(i.ref)) == set(side)), None)

    def draw_road(self, kind: str, chain: Sequence[int], chosen: Ref | None) -> Ref | None:
        """Draw a road along hexes: the chosen one goes on if it begins at its end."""
        if not kind:
            self.carry_out(roads.erase(chain))
            return None
        made = kind_of(chosen) if chosen is not None else None
        if chosen is not None and made is not None and made.id == "road":
            known = self.hexes_of(chosen)
            if known and chain[0] in (known[0], known[-1]):
                self.carry_out(roads.draw_on(str(chosen[1][-1]), chain))
                return chosen
        before = {item.id for item in self.items("road")}
        row = {**fresh(self, "road", chain[0]), "kind": kind}
        self.carry_out(roads.draw({k: v for k, v in row.items() if k != "id"}, chain))
        return next((item.ref for item in self.items("road") if item.id not in before), None)

    def paint_sides(self, kind: str, sides: Sequence[tuple[int, int]]) -> bool:
        """Let a river run along hexsides, or none."""
        return self.carry_out(rivers.paint(sides, kind))

    def resize(self, edges: dict[str, int]) -> bool:
        """Add rows and columns at the edges of the map, or cut them off."""
        return self.carry_out(resizing.resize(**edges))

    def add_crossing(self, ink: str, side: tuple[int, int]) -> Ref | None:
        """Put a crossing on a hexside of the river."""
        if self.river_at(side) is River.NONE:
            raise CannotEdit("there is no river along this hexside")
        kind, state = ink.split(" ")
        row = fresh(self, "crossing", side[0])
        between = [self._label(here) for here in side]
        return self._insert(
            "crossing", {**row, "kind": kind, "state": state, "between": between}, "new"
        )

    def river_at(self, side: tuple[int, int]) -> River:
        """Return what runs along a hexside."""
        sketch = self.sketch
        if sketch is None:
            return River.NONE
        grid = sketch.board.grid
        return River(sketch.board.rivers[6 * side[0] + grid.direction(*side)])

    # --- things -----------------------------------------------------------------------------

    def add(self, kind: str, here: int) -> Ref | None:
        """Add a new thing of a kind, at a hex if it can have one; returns it."""
        made = KINDS[kind]
        row = fresh(self, kind, here)
        return self._insert(made.id, row, "new")

    def _insert(self, kind: str, row: dict[str, Any], like: str) -> Ref | None:
        made = KINDS[kind]
        rows = self.value((made.file, made.path), (), [])
        if kind in _NAMED:
            taken = {str(r.get("id")) for r in rows if isinstance(r, dict)}
            name = free_id(taken, f"{kind}_1" if like == "new" else like)
            row = {"id": name, **{k: v for k, v in row.items() if k != "id"}}
            self.carry_out(edits.add(made.file, made.path, row))
            return made.file, (*made.path, name)
        self.carry_out(edits.add(made.file, made.path, row))
        return made.file, (*made.path, len(rows))

    def duplicate(self, ref: Ref) -> Ref | None:
        """Make another thing like one."""
        kind, row = kind_of(ref), self.value(ref)
        if kind is None or not isinstance(row, dict):
            raise CannotEdit("there is nothing to copy")
        return self._insert(kind.id, dict(row), str(ref[1][-1]))

    def delete(self, refs: Sequence[Ref]) -> bool:
        """Delete things, all in one step."""
        steps = [edits.remove(ref[0], ref[1]) for ref in refs]
        return self.carry_out(steps[0] if len(steps) == 1 else together("item.remove", *steps))

    # --- units ------------------------------------------------------------------------------

    def move_units(self, lead: str, moved: Iterable[str], here: int) -> bool:
        """Put a unit down in a hex, and others as far from it as they stood."""
        steps = [
            units.move(unit, self._label(there)) for unit, there in self._shifted(lead, moved, here)
        ]
        return self.carry_out(together("unit.move", *steps))

    def _shifted(self, lead: str, names: Iterable[str], here: int) -> list[tuple[str, int]]:
        grid = self.grid
        if grid is None:
            return []
        start = self.hex_of(("forces", ("units", lead)))
        found = []
        for name in sorted(names, key=lambda name: name != lead):
            at = self.hex_of(("forces", ("units", name)))
            if name == lead or start < 0 or at < 0:
                there = here
            else:
                (x0, y0), (x1, y1), (x, y) = map(grid.centre, (start, at, here))
                there = grid.at_point(x + x1 - x0, y + y1 - y0)
            if there < 0:
                raise CannotEdit("not all of them would lie on the map")
            found.append((name, there))
        return found

    def _label(self, here: int) -> str:
        return self._labels([here])

    def paste_units(self, names: Sequence[str], here: int) -> list[str]:
        """Put copies of units at a hex, as they stood together; returns their ids."""
        before = {item.id for item in self.items("unit")}
        kept = [name for name in names if name in before]
        if not kept:
            raise CannotEdit("the units that were copied are gone")
        steps: list[Edit] = [
            units.copy([name], self._label(there))
            for name, there in self._shifted(kept[0], kept, here)
        ]
        self.carry_out(together("unit.copy", *steps))
        return [item.id for item in self.items("unit") if item.id not in before]

    # --- forms ------------------------------------------------------------------------------

    def choices(self, field: forms.Field) -> tuple[Choice, ...]:
        """Return what a field may be set to; empty if anything may be typed."""
        return choices(self.work, field)

    def write(self, ref: Ref, path: Path, text: str, kind: str = "text") -> bool:
        """Put what was typed into a field; an empty text takes the key out."""
        kept = self.value(ref, path)
        typed = text.strip()
        if typed == ("" if kept is None else str(kept).strip("\n")):
            return False
        return self.put(ref, path, _typed(typed, kind))

    def put(self, ref: Ref, path: Path, value: object) -> bool:
        """Give a field a value; None takes the key or the item out."""
        whole = (*ref[1], *path)
        kind = kind_of(ref)
        if path == ("id",) and kind is not None and kind.id in _RENAMED and isinstance(value, str):
            return self.carry_out(renaming.rename(kind.id, str(ref[1][-1]), value))
        if value is None:
            if self.value(ref, path) is None:
                return False
            return self.carry_out(edits.remove(ref[0], whole))
        return self.carry_out(forms.write(ref[0], whole, value))

    def put_hex(self, ref: Ref, path: Path, here: int, several: bool) -> bool:
        """Put a hex into a field; into one of several it is added, or taken out if it is there."""
        label = self._label(here)
        if several:
            labels = str(self.value(ref, path, "")).split()
            labels = [x for x in labels if x != label] if label in labels else [*labels, label]
            label = " ".join(labels)
        return self.put(ref, path, label or None)

    def add_part(self, ref: Ref, path: Path) -> bool:
        """Add an item to a list within a thing, with what it must have."""
        whole = (*ref[1], *path)
        return self.carry_out(edits.add(ref[0], whole, blank(self.work, ref[0], whole)))

    def place_of(self, ref: Ref) -> str:
        """Return where a thing stands, as `forces.yaml`."""
        return f"{ref[0]}.yaml"

    # --- files ------------------------------------------------------------------------------

    def unsaved_files(self) -> list[str]:
        """Return the names of the files that differ from what was saved."""
        found = []
        for name, text in self.work.texts.items():
            path = os.path.join(self.work.folder, f"{name}.yaml")
            try:
                with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
                    same = file.read() == text
            except OSError:
                same = False
            if not same:
                found.append(name)
        return found


_RENAMED: Final = frozenset(
    {
        "place", "crossing", "box", "unit", "formation", "leader", "event", "objective", "source",
        "side",
    }
)  # fmt: skip
"""Kinds whose id other things name: a new one is written wherever the old one stands."""
_NAMED: Final = frozenset(
    {
        "place", "road", "crossing", "box", "entry", "unit", "formation", "leader", "belt",
        "tunnel", "event", "objective", "journal", "source", "side",
    }
)  # fmt: skip


def _typed(text: str, kind: str) -> object:
    """Return what a typed text means in a field of a kind; None if it is empty."""
    if not text:
        return None
    if kind == "ids":
        return [word.strip() for word in text.split(",") if word.strip()]
    if kind == "number":
        for number in (int, float):
            try:
                return number(text.replace("\N{MINUS SIGN}", "-"))
            except ValueError:
                continue
    return text


def _ground(look: Look) -> Colour:
    """The colour of a kind of ground seen from far away."""
    from game.ui.map.sheet import flat_colour

    r, g, b = (int(part) for part in flat_colour(look, LIGHT))
    return r, g, b
