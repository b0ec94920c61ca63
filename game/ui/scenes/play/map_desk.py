"""What the map shows: state, layers, reach, targets, the attack being weighed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from game.engine.board import NOWHERE
from game.engine.rules.presence import side_of, units_at
from game.ui.map.overlays import (
    Attack,
    Cursor,
    Goal,
    Path,
    People,
    Reach,
    Targets,
    Zone,
    objective_badges,
    supply_zone,
    zoc_zone,
)
from game.ui.map.overlays import Selection as Ring
from game.ui.scenes.play.file_desk import FileDesk
from game.ui.scenes.play.order_list import sent_to

_KEPT_LAYERS: Final = frozenset({"grid", "numbers", "control", "labels", "counters"})


class MapDesk(FileDesk):
    """The part of the screen that says what lies on the map."""

    hidden_layers: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Work out reach, targets and overlays, and hand the map what it shows."""
        self.work_out_reach()
        view, beat = self.view, self.reel.now
        state = view if beat is None or beat.state is None else beat.state
        seen = set(self.session.visible_units(self.viewer))
        if beat is not None:
            seen = (seen if beat.seen is None else set(beat.seen)) - {w.unit for w in beat.walks}
        self.map.counters.top = None if self.sel.unit == NOWHERE else self.sel.unit
        self.map.show(state, seen)
        if self.minimap_rect is not None:
            self.minimap.show(view.control)
        self._show_boxes()
        self.map.layers = {name for name in self.layers if name in _KEPT_LAYERS}
        self.lay_overlays()
        self.app.redraw()

    def _show_boxes(self) -> None:
        """Hand the tags of the boxes what they show, and lay them out anew if that is another."""
        view, unit, strip = self.view, self.sel.unit, self.boxes
        strip.show(view, self.session.visible_units(self.viewer))
        strip.selected = self.sel.box
        strip.marked = frozenset()
        if unit != NOWHERE and self.may_order and side_of(view, unit) == self.viewer:
            strip.marked = frozenset(sent_to(view, unit))

    def fold_boxes(self) -> None:
        """Show only the tabs of the boxes, or the boxes again."""
        self.boxes.folded = not self.boxes.folded
        self.app.relayout()

    def lay_overlays(self) -> None:
        """Hand the map what lies over it."""
        if self.watching:
            self.map.overlays = list(self.reel.overlays())
            return
        view = self.view
        found: list[Any] = []
        if "people" in self.layers:
            found.append(People(view.population))
        if "supply_own" in self.layers:
            found.append(supply_zone(view, self.viewer, own=True))
        if "supply_enemy" in self.layers:
            for side in range(len(view.scenario.oob.sides)):
                if side != self.viewer and view.relations[self.viewer][side].value == "hostile":
                    found.append(supply_zone(view, side, own=False))
        if "zoc" in self.layers:
            found.append(zoc_zone(view, self.viewer))
        if self.panel_name == "digest":
            found += self.digest_overlays()
        elif self.odds is not None:
            order = self.odds.order
            known = view.scenario.oob.unit_index
            spots = list(dict.fromkeys(view.units[known[name]].at for name in order.units))
            found.append(Attack(order.target, tuple(spots)))
            found += [Ring(h, self._height(h)) for h in spots]
        elif self.fire is not None:
            found.append(Targets(frozenset(self.fire.hexes)))
        else:
            found += self._reach_overlays()
        if "objectives" in self.layers or self.panel_name == "objectives":
            found.append(objective_badges(view, self.viewer))
        if self.sel.cursor != NOWHERE and self.controls.part == "map":
            found.append(Cursor(self.sel.cursor))
        self.map.overlays = [*found, *self.reel.overlays()]

    def _reach_overlays(self) -> list[Any]:
        found: list[Any] = []
        aim = self.aim
        if aim is not None:
            if aim.reach is not None:
                found.append(Reach(aim.reach.costs, aim.reach.stops))
            elif aim.orders:
                found.append(Zone(frozenset(aim.orders), "zoc") if len(aim.orders) > 200 else
                             Targets(frozenset(aim.orders)))  # fmt: skip
        elif self.reach.costs and "reach" not in self.hidden_layers:
            found.append(Reach(self.reach.costs, self.reach.stops))
        found += [Goal(h) for h in self.via]
        if self.via and self.hover not in self.reach.costs:
            found.append(Path(self.way()))
        reach = aim.reach if aim is not None and aim.reach is not None else self.reach
        if (
            self.hover != NOWHERE
            and self.hover in reach.costs
            and (aim is None or aim.reach is not None)
        ):
            found += [Path(reach.path(self.hover)), Goal(self.hover)]
        elif aim is not None and self.hover in aim.orders:
            found.append(Goal(self.hover))
        if aim is None and self.targets:
            found.append(Targets(frozenset(self.targets)))
        if self.sel.hex != NOWHERE:
            found.append(Ring(self.sel.hex, self._height(self.sel.hex)))
        return found

    def _height(self, h: int) -> int:
        return min(3, len(units_at(self.view, h)))

    def toggle_layer(self, name: str) -> Callable[[], None]:
        """Return what shows or hides a layer of the map."""

        def act() -> None:
            self.layers ^= {name}
            self.refresh()
            self.app.relayout()

        return act

    def zoom(self, step: int, pos: tuple[int, int]) -> None:
        """Zoom in or out about a point."""
        self.map.zoom_at(pos, step)
        self.app.redraw()

    def toggle_reach(self) -> None:
        """M: show or hide where the unit can go."""
        self.hidden_layers ^= {"reach"}
        self.refresh()

    def zoom_reset(self) -> None:
        """0: back to the zoom of the beginning."""
        self.map.set_zoom(self.first_zoom())

    def first_zoom(self) -> int:
        """Return the zoom of the beginning; a small map fills the view."""
        return max(2 if self.frame.compact else 3, self.map.camera.whole_sheet())
