"""Mouse and keyboard of the playing screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pygame

from game.engine.board import NOWHERE
from game.ui.scenes.play.map_desk import MapDesk

_PAN: Final = 96
_DRAG: Final = 6
_PANS: Final = {
    "pan_left": (1, 0), "pan_right": (-1, 0), "pan_up": (0, 1), "pan_down": (0, -1),
}  # fmt: skip


class HandsDesk(MapDesk):
    """The part of the screen that takes events."""

    _told: tuple[str, str, int] | None = None
    _pressed: tuple[int, tuple[int, int]] | None = None
    _dragged = False

    @property
    def pressing(self) -> bool:
        """Whether a button of the mouse is held down on the map."""
        return self._pressed is not None

    def toggle_log(self) -> None:
        """Open or close the log."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event: controls first, then minimap and map."""
        if event.type == pygame.MOUSEBUTTONDOWN and self._told and self._told[2] == 0:
            self._told = None
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            watched = self.watching
            if self.stop_show() and watched and getattr(event, "key", 0) == pygame.K_ESCAPE:
                return True  # only that; anything else does what it always does
        if event.type == pygame.KEYDOWN and self._before_controls(event):
            return True
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION):
            rect = self.minimap_rect
            if rect is not None and self.panel_name == "unit" and self.odds is None:
                h = self.minimap.handle(event)
                if h is not None:
                    self.map.centre_on(h)
                    return True
        over_map = self._on_map(event)
        if not over_map or self._pressed is None:
            before = self.controls.part
            used = self.controls.handle(event)
            if self.controls.part != before:
                self.lay_overlays()
            if used:
                return True
        return self._map_event(event, over_map)

    def _before_controls(self, event: pygame.event.Event) -> bool:
        """Keys of the odds sheet, and Ctrl+Enter, which a focused button must not take."""
        if (self.odds is not None or self.fire is not None) and self._odds_key(event):
            return True
        focused = self.controls.focused()
        if focused is not None and focused.kind == "field":
            return False
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if self.app.keys.action(event, ("play",)) == "end_turn" and ctrl:
            self.ask_end_turn()
            return True
        return False

    def _odds_key(self, event: pygame.event.Event) -> bool:
        typed = getattr(event, "unicode", "")
        change = self.change_points if self.odds is not None else self.change_fire
        moves = {"[": ("air", -1), "]": ("air", +1), "{": ("guns", -1), "}": ("guns", +1)}
        if typed in moves:
            change(*moves[typed])()
            return True
        if event.key in (pygame.K_LEFTBRACKET, pygame.K_RIGHTBRACKET) and not typed:
            step = -1 if event.key == pygame.K_LEFTBRACKET else +1
            what = "guns" if event.mod & pygame.KMOD_SHIFT else "air"
            change(what, step)()
            return True
        return False

    def _on_map(self, event: pygame.event.Event) -> bool:
        pos = getattr(event, "pos", None)
        if event.type == pygame.MOUSEWHEEL:
            pos = self.app.mouse
        if pos is None or not self.map.rect.collidepoint(pos):
            return False
        return self.controls.at(pos) is None and not any(
            area.rect.collidepoint(pos) for area in self.controls.areas
        )

    def _map_event(self, event: pygame.event.Event, over_map: bool) -> bool:
        if event.type == pygame.MOUSEWHEEL and over_map:
            self.zoom(1 if event.y > 0 else -1, self.app.mouse)
            return True
        if event.type == pygame.MOUSEBUTTONDOWN and over_map and event.button in (1, 2, 3):
            self._pressed, self._dragged = (event.button, event.pos), False
            self.controls.set_focus("")
            self.controls.part = "map"
            return True
        if event.type == pygame.MOUSEMOTION:
            return self._motion(event, over_map)
        if event.type == pygame.MOUSEBUTTONUP and self._pressed is not None:
            button, _ = self._pressed
            self._pressed = None
            if not self._dragged and over_map and event.button == button and button != 2:
                self._clicked(event, button)
            return True
        return False

    def _motion(self, event: pygame.event.Event, over_map: bool) -> bool:
        if self._pressed is not None:
            _, start = self._pressed
            moved = abs(event.pos[0] - start[0]) + abs(event.pos[1] - start[1])
            if self._dragged or moved > self.px(_DRAG):
                self._dragged = True
                self.map.pan(event.rel[0], event.rel[1])
                self.app.redraw(*self.map_areas())
                return True
        h = self.map.hex_at(event.pos) if over_map else NOWHERE
        if h != self.hover:
            self.hover = h
            self.lay_overlays()
            self.app.redraw(*self.map_areas())
            return True
        return False

    def _clicked(self, event: pygame.event.Event, button: int) -> None:
        h = self.map.hex_at(event.pos)
        ctrl = bool(pygame.key.get_mods() & (pygame.KMOD_CTRL | pygame.KMOD_META))
        ctrl = ctrl or bool(getattr(event, "ctrl", False))
        if pygame.key.get_mods() & pygame.KMOD_SHIFT and not ctrl and self.sel.unit != NOWHERE:
            self.go_by(h)
            return
        if self.odds is not None and ctrl:
            self.toggle_hex(h)
            return
        if button == 3:
            self.act_at(h, plain=True)
            return
        unit = self.map.unit_at(event.pos)
        if (
            unit is not None
            and self.aim is None
            and self.odds is None
            and self.view.scenario.oob.units[unit].side == self.viewer
            and self.view.units[unit].at != self.sel.hex
            and self.panel_name != "digest"
        ):
            self.select_unit(unit)
            return
        self.act_at(h)

    def act(self, action: str) -> bool:
        """Do what a key of the table asks for."""
        if action.startswith("cursor_"):
            self.move_cursor(action)
            return True
        if action in _PANS:
            dx, dy = _PANS[action]
            self.map.pan(self.px(dx * _PAN), self.px(dy * _PAN))
            return True
        done = self._actions().get(action)
        if done is None:
            return False
        done()
        return True

    def _actions(self) -> dict[str, Callable[[], None]]:
        middle = self.map.rect.center
        return {
            "next_unit": lambda: self.next(+1),
            "previous_unit": lambda: self.next(-1),
            "hold": self.hold,
            "attack": self.attack_key,
            "end_turn": self.ask_end_turn,
            "undo": self.undo,
            "redo": self.redo,
            "reach": self.toggle_reach,
            "enemy_reach": self.toggle_layer("zoc"),
            "objectives": self.toggle("objectives"),
            "order_of_battle": self.toggle("oob"),
            "statistics": self.toggle("statistics"),
            "act": self.enter_key,
            "way_point": lambda: self.go_by(self.sel.cursor),
            "centre": self.centre_selection,
            "zoom_in": lambda: self.zoom(+1, middle),
            "zoom_out": lambda: self.zoom(-1, middle),
            "zoom_reset": self.zoom_reset,
            "supply_own": self.toggle_layer("supply_own"),
            "supply_enemy": self.toggle_layer("supply_enemy"),
            "hide_counters": self.toggle_layer("counters"),
            "grid": self.toggle_layer("numbers"),
            "layers": self.toggle("layers"),
            "save": self.open_saves,
            "load": self.open_saves,
            "quick_save": self.quick_save,
            "quick_load": self.quick_load,
            "why": self.why_last,
            "find": self.toggle("find"),
            "log": self.toggle_log,
            "compare": self.compare,
        }

    def enter_key(self) -> None:
        """Enter on the map acts at the cursor; in the digest it begins the turn."""
        if self.panel_name == "digest":
            self.begin_turn()
        elif self.odds is not None:
            self.controls.set_focus("attack", visible=True)
        elif self.sel.cursor != NOWHERE:
            self.act_at(self.sel.cursor)
