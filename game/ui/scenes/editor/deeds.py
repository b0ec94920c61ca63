"""What the author does on the map: strokes, clicks, moving units, undo."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.authoring.symmetry import mirrored
from game.ui.map.overlays import Cursor, Goal, People
from game.ui.scenes.editor import brush
from game.ui.scenes.editor.form_deeds import FormDeeds
from game.ui.scenes.editor.kinds import Ref, kind_of
from game.ui.scenes.editor.marks import Chain, Outline, Paint, Plates, Sides
from game.ui.scenes.editor.workshop import Ink

_LAYERS: Final = frozenset({"grid", "numbers", "control", "labels", "counters"})
_PLAIN: Final = (126, 107, 79)


@dataclass
class Stroke:
    """What was painted since the button was pressed."""

    hexes: dict[int, None] = field(default_factory=dict)
    sides: dict[tuple[int, int], None] = field(default_factory=dict)
    chain: list[int] = field(default_factory=list)
    last: int = -1
    last_side: tuple[int, int] | None = None


class Deeds(FormDeeds):
    """The part of the editor that changes what is on the map."""

    stroke: Stroke | None = None
    carried: str | None = None
    """Id of the unit that is being dragged."""
    _side: tuple[int, int] | None = None
    """The hexside under the pointer."""
    _plates: Plates | None = None

    # --- what lies over the map -------------------------------------------------------------

    def mark_map(self) -> None:
        """Lay anew over the map what is selected, painted and wrong."""
        view = self.map
        if view is None:
            return
        view.layers = {name for name in self.layers if name in _LAYERS}
        found: list[object] = []
        people = self.hand.job == "control.people" or "people" in self.layers
        if people and self.bench.state is not None:
            found.append(People(self.bench.state.population))
        found += self._painted()
        found += self._selected()
        self._plates = Plates(self.bench.plate_spots())
        found.append(self._plates)
        if self.cursor >= 0 and self.controls.part == "map":
            found.append(Cursor(self.cursor))
        view.overlays = found  # type: ignore[assignment]
        self.app.redraw()

    def _painted(self) -> list[object]:
        found: list[object] = []
        stroke, hand = self.stroke, self.hand
        colour = next((i.colour for i in self.bench.inks(hand.job) if i.id == self.ink()), None)
        if stroke is not None and stroke.hexes:
            found.append(Paint(frozenset(stroke.hexes), colour or _PLAIN))
        if stroke is not None and stroke.sides:
            found.append(Sides(tuple(stroke.sides), colour or self.theme.accent_map))
        if stroke is not None and stroke.chain:
            found.append(Chain(tuple(stroke.chain)))
        if stroke is None and hand.subject == "hexes" and self.hover >= 0 and self.aim is None:
            found.append(Outline(frozenset(self._under_brush(-1, self.hover))))
        if stroke is None and self._side is not None and hand.tool.id == "river":
            found.append(Sides((self._side,), self.theme.accent_map))
        if self.aim is not None and self.hover >= 0:
            found.append(Goal(self.hover))
        if self.carried is not None and self.hover >= 0:
            found.append(Goal(self.hover))
        return found

    def _selected(self) -> list[object]:
        hexes = frozenset(self.bench.hexes_of(self.selected)) if self.selected else frozenset()
        if self.units:
            spots = (self.bench.hexes_of(("forces", ("units", unit))) for unit in self.units)
            hexes |= {here for found in spots for here in found}
        return [Outline(hexes, strong=True)] if hexes else []

    def told_of_hex(self, here: int) -> str:
        """Return number, ground and place of a hex in one line."""
        return self.bench.told_of_hex(here, self.theme.lang)

    # --- strokes ----------------------------------------------------------------------------

    def _under_brush(self, start: int, end: int) -> list[int]:
        grid = self.bench.grid
        if grid is None:
            return []
        found = brush.touched(grid, start, end, self.hand.size)
        return list(mirrored(grid, found, self.hand.mirror))

    def _side_at(self, pos: tuple[int, int]) -> tuple[int, int] | None:
        grid, view = self.bench.grid, self.map
        if grid is None or view is None:
            return None
        return brush.side_at(grid, *view.camera.point(pos))

    def point_at(self, pos: tuple[int, int]) -> None:
        """Take note of the hexside under the pointer."""
        on_side = self.hand.subject == "sides" or self.hand.job == "river.crossing"
        self._side = self._side_at(pos) if on_side else None

    def begin_stroke(self, pos: tuple[int, int]) -> None:
        """Put the brush on the map."""
        grid, view = self.bench.grid, self.map
        if grid is None or view is None or not self.ink_needed():
            return
        here = view.hex_at(pos)
        if self.hand.fill and self.hand.subject == "hexes":
            if here >= 0:
                same = self.bench.sameness(self.hand.job)
                hexes = mirrored(grid, brush.filled(grid, here, same), self.hand.mirror)
                self.stroke = Stroke(dict.fromkeys(hexes))
            return
        self.stroke = Stroke()
        self.go_on_with_stroke(pos)

    def go_on_with_stroke(self, pos: tuple[int, int]) -> None:
        """Draw the brush on to a point."""
        stroke, grid, view = self.stroke, self.bench.grid, self.map
        assert stroke is not None
        assert grid is not None
        assert view is not None
        if self.hand.fill and self.hand.subject == "hexes":
            return
        if self.hand.subject == "sides":
            side = self._side_at(pos)
            chain = brush.sides_between(grid, stroke.last_side, side)
            stroke.sides.update(dict.fromkeys(brush.mirrored_sides(grid, chain, self.hand.mirror)))
            stroke.last_side = side or stroke.last_side
        else:
            here = view.hex_at(pos)
            if here < 0:
                return
            if self.hand.subject == "chain":
                self._draw_chain(stroke, here)
            else:
                stroke.hexes.update(dict.fromkeys(self._under_brush(stroke.last, here)))
            stroke.last = here
        self.mark_map()

    def _draw_chain(self, stroke: Stroke, here: int) -> None:
        """Draw a road on to a hex; going back takes the last hexes off again."""
        chain, grid = stroke.chain, self.bench.grid
        assert grid is not None
        steps = grid.line(chain[-1], here)[1:] if chain else (here,)
        for step in steps:
            if len(chain) > 1 and chain[-2] == step:
                chain.pop()
            elif not chain or chain[-1] != step:
                chain.append(step)

    def end_stroke(self) -> None:
        """Take the brush off: what was painted becomes one edit."""
        stroke, self.stroke = self.stroke, None
        if stroke is None:
            return
        job, ink = self.hand.job, self.ink()
        if self.hand.subject == "sides":
            self.edit(lambda: self.bench.paint_sides(ink, tuple(stroke.sides)))
        elif self.hand.subject == "chain":
            self._end_road(tuple(stroke.chain), ink)
        elif stroke.hexes:
            target = self.selected if job == "place.hexes" else None
            self.edit(lambda: self.bench.paint(job, ink, tuple(stroke.hexes), target))

    def _end_road(self, chain: tuple[int, ...], ink: str) -> None:
        if len(chain) == 1:
            ref = self.bench.road_at(chain[0])
            if ref is not None:
                self.select(ref)
            return
        if chain:
            made = self.edit(lambda: self.bench.draw_road(ink, chain, self.selected))
            if made is not None:
                self.select(made)

    # --- clicks -----------------------------------------------------------------------------

    def clicked(self, pos: tuple[int, int]) -> None:
        """Do what the tool does at a point."""
        view = self.map
        assert view is not None
        here = view.hex_at(pos)
        if self._plates is not None and self.aim is None:
            number = self._plates.at(view, pos)
            if number is not None:
                self.go_to_problem(self.bench.problem_of_plate(number))
                return
        if pygame.key.get_mods() & pygame.KMOD_ALT and here >= 0:
            self.pick_ink(here)
            return
        self.cursor = here
        self.use_tool(here, pos)

    def use_tool(self, here: int, pos: tuple[int, int] | None = None) -> None:
        """Do what the tool does in a hex; without a point it was asked for by key."""
        if here < 0:
            return
        if self.aim is not None:
            _, deed = self.aim
            self.aim = None
            deed(here)
            self.app.relayout()
            return
        view = self.map
        if self.hand.subject and pos is None and view is not None:
            x, y = view.to_screen(here)
            self.begin_stroke((round(x), round(y)))
            self.end_stroke()
            return
        if self.hand.job == "river.crossing":
            side = self._side_at(pos) if pos is not None else self._side
            self._crossing(side)
            return
        found = self.things_at(here, pos)
        if found:
            again = self.selected in found
            at = (found.index(self.selected) + 1) % len(found) if again else 0  # type: ignore[arg-type]
            self.select(found[at])
        elif self.hand.tool.id in ("unit", "place", "box"):
            self.add_at(here)
        else:
            self.select(None)

    def things_at(self, here: int, pos: tuple[int, int] | None) -> list[Ref]:
        """Return what the tool can pick in a hex, the unit under the pointer first."""
        kinds = self.hand.tool.kinds
        found = [
            ref
            for ref in self.bench.things_at(here)
            if not kinds or ((kind := kind_of(ref)) is not None and kind.id in kinds)
        ]
        unit = self.unit_under(pos) if pos is not None else None
        if unit is not None and (not kinds or "unit" in kinds):
            ref: Ref = ("forces", ("units", unit))
            if self.selected != ref:
                return [ref]
        return found

    def _crossing(self, side: tuple[int, int] | None) -> None:
        if side is None:
            return
        ref = self.bench.crossing_at(side)
        if ref is None and self.ink_needed():
            ref = self.edit(lambda: self.bench.add_crossing(self.ink(), side))
        if ref is not None:
            self.select(ref)

    def pick_at(self, pos: tuple[int, int]) -> None:
        """Right click: take the ground under the pointer on the brush, or select what is there."""
        view = self.map
        here = view.hex_at(pos) if view is not None else -1
        if here < 0:
            return
        if self.aim is not None:
            self.aim = None
            self.app.relayout()
        elif self.hand.subject == "hexes" and self.hand.tool.id != "place":
            self.pick_ink(here)
        else:
            found = self.bench.things_at(here)
            self.select(found[0] if found else None)

    def pick_ink(self, here: int) -> None:
        """Take what is in a hex on the brush."""
        ink = self.bench.ink_at(self.hand.job, here)
        if ink is not None:
            self.hand.inks[self.hand.job] = ink
            self.app.relayout()

    def pick_at_pointer(self) -> None:
        """P: take what is under the pointer, or the hex cursor, on the brush."""
        here = self.hover if self.hover >= 0 else self.cursor
        if here >= 0:
            self.pick_ink(here)

    def act_at_cursor(self) -> None:
        """Enter: use the tool at the hex cursor."""
        if self.cursor >= 0:
            self.use_tool(self.cursor)
            self.mark_map()

    # --- inks -------------------------------------------------------------------------------

    def ink(self) -> str:
        """What is painted with: what was chosen, or the first there is."""
        inks = self.bench.inks(self.hand.job)
        chosen = self.hand.inks.get(self.hand.job)
        if chosen is not None and any(ink.id == chosen for ink in inks):
            return chosen
        return inks[0].id if inks else ""

    def ink_needed(self) -> bool:
        """True if the tool can paint now; says why not otherwise."""
        if self.hand.job == "place.hexes":
            kind = kind_of(self.selected) if self.selected else None
            if kind is None or kind.id != "place":
                self.toast(self.w("author.place_first"), "info")
                return False
        return True

    def ink_name(self, ink: Ink) -> str:
        """Return an ink in words."""
        named = ink.name_ar if self.theme.lang == "ar" and ink.name_ar else ink.name
        return self.w(ink.word) if ink.word else named

    # --- units ------------------------------------------------------------------------------

    def unit_under(self, pos: tuple[int, int]) -> str | None:
        """Return the id of the unit whose counter is at a point."""
        view = self.map
        number = view.unit_at(pos) if view is not None else None
        return (
            view.scenario.oob.units[number].id if view is not None and number is not None else None
        )

    def drop_unit(self, unit: str, pos: tuple[int, int]) -> None:
        """Put the unit that was dragged, and those selected with it, down in a hex."""
        view = self.map
        here = view.hex_at(pos) if view is not None else -1
        if here < 0:
            return
        moved = self.units if unit in self.units else frozenset({unit})
        self.edit(lambda: self.bench.move_units(unit, moved, here))
        if len(moved) == 1:
            self.select(("forces", ("units", unit)))

    def select_within(self, band: pygame.Rect) -> None:
        """Select the units whose hexes lie in a box on the screen."""
        view, state = self.map, self.bench.state
        if view is None or state is None:
            return
        found = [
            view.scenario.oob.units[number].id
            for here, units in view.counters.stacks.items()
            if band.collidepoint(view.to_screen(here))
            for number in units
        ]
        self.select(("forces", ("units", found[0])) if len(found) == 1 else None)
        self.units = frozenset(found) if len(found) > 1 else frozenset()
        if self.units:
            self.toast(self.w("author.units_selected", count=len(self.units)))
        self.mark_map()
