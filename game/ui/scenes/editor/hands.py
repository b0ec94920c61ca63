"""Mouse and keyboard of the editor: painting, picking, dragging, moving about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pygame

from game.ui.scenes.editor.deeds import Deeds
from game.ui.scenes.play.selection import DIRECTION_KEYS

_PAN: Final = 96
_DRAG: Final = 6
_PANS: Final = {
    "pan_left": (1, 0), "pan_right": (-1, 0), "pan_up": (0, 1), "pan_down": (0, -1),
}  # fmt: skip
_LATER: Final = frozenset({"map", "everywhere"})


class Hands(Deeds):
    """The part of the editor that takes events."""

    def __init__(self, *values: object) -> None:
        super().__init__(*values)  # type: ignore[arg-type]
        self._pressed: tuple[int, tuple[int, int]] | None = None
        self._dragged = False
        self._panning = False
        self._space = False
        self.banded: pygame.Rect | None = None
        """The box that is being drawn round units."""

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event: a dropped file, the controls, then the map."""
        self.toast_read(event)
        if event.type == pygame.DROPFILE:
            self.dropped(event.file)
            return True
        if event.type in (pygame.KEYDOWN, pygame.KEYUP) and event.key == pygame.K_SPACE:
            focused = self.controls.focused()
            if focused is None:
                self._space = event.type == pygame.KEYDOWN
                return True
            self._space = False
        over_map = self._on_map(event)
        if not (over_map or self._pressed is not None):
            return self._control(event)
        if self._pressed is None and event.type != pygame.MOUSEWHEEL:
            self.controls.handle(event)
        return self._map_event(event, over_map)

    def _control(self, event: pygame.event.Event) -> bool:
        before = self.controls.focus
        used = self.controls.handle(event)
        if before and before != self.controls.focus:
            self.left_field(before)
        if event.type == pygame.MOUSEMOTION and self.hover != -1:
            self.hover = -1
            self.mark_map()
            return True
        return used

    def _on_map(self, event: pygame.event.Event) -> bool:
        pos = getattr(event, "pos", None)
        if event.type == pygame.MOUSEWHEEL:
            pos = self.app.mouse
        if pos is None or self.map is None or not self.map.rect.collidepoint(pos):
            return False
        return self.controls.at(pos) is None and not any(
            area.rect.collidepoint(pos) for area in self.controls.areas
        )

    # --- the pointer on the map -------------------------------------------------------------

    def _map_event(self, event: pygame.event.Event, over_map: bool) -> bool:
        if event.type == pygame.MOUSEWHEEL and over_map:
            self.zoom(1 if event.y > 0 else -1, self.app.mouse)()
            return True
        if event.type == pygame.MOUSEBUTTONDOWN and over_map and event.button in (1, 2, 3):
            return self._down(event)
        if event.type == pygame.MOUSEMOTION:
            return self._motion(event, over_map)
        if event.type == pygame.MOUSEBUTTONUP and self._pressed is not None:
            return self._up(event)
        return False

    def _down(self, event: pygame.event.Event) -> bool:
        self.finish_writing()
        self.controls.set_focus("")
        self.controls.part = "map"
        self._pressed, self._dragged = (event.button, event.pos), False
        self._panning = event.button != 1 or self._space
        alt = bool(pygame.key.get_mods() & pygame.KMOD_ALT)
        if not self._panning and self.aim is None and not alt and self.hand.subject:
            self.begin_stroke(event.pos)
        return True

    def _motion(self, event: pygame.event.Event, over_map: bool) -> bool:
        view = self.map
        assert view is not None
        here = view.hex_at(event.pos) if over_map or self._pressed else -1
        moved = here != self.hover
        self.hover = here
        if self._pressed is None:
            if moved or self.hand.subject == "sides":
                self.point_at(event.pos)
                self.mark_map()
                return True
            return False
        start = self._pressed[1]
        far = abs(event.pos[0] - start[0]) + abs(event.pos[1] - start[1])
        self._dragged = self._dragged or far > self.px(_DRAG)
        if self._panning:
            if self._dragged:
                view.pan(event.rel[0], event.rel[1])
            return True
        if self.stroke is not None:
            self.go_on_with_stroke(event.pos)
        elif self._dragged and self.aim is None:
            self._drag(start, event.pos)
        return True

    def _drag(self, start: tuple[int, int], pos: tuple[int, int]) -> None:
        """Carry the unit that was taken hold of, or draw a box round units."""
        if self.carried is None and self.banded is None:
            self.carried = self.unit_under(start)
        if self.carried is None:
            left, top = min(start[0], pos[0]), min(start[1], pos[1])
            size = (abs(pos[0] - start[0]), abs(pos[1] - start[1]))
            self.banded = pygame.Rect((left, top), size)
        self.mark_map()
        self.app.redraw()

    def _up(self, event: pygame.event.Event) -> bool:
        assert self._pressed is not None
        button = self._pressed[0]
        if event.button != button:
            return True
        self._pressed = None
        band, self.banded = self.banded, None
        carried, self.carried = self.carried, None
        if self.stroke is not None:
            self.end_stroke()
        elif carried is not None:
            self.drop_unit(carried, event.pos)
        elif band is not None:
            self.select_within(band)
        elif not self._dragged and button != 2 and not self._panning:
            self.clicked(event.pos)
        elif not self._dragged and button == 3:
            self.pick_at(event.pos)
        self.mark_map()
        return True

    # --- keys -------------------------------------------------------------------------------

    def act(self, action: str) -> bool:
        """Do what a key of the table asks for."""
        if action.startswith("cursor_"):
            self.move_cursor(DIRECTION_KEYS[action])
            return True
        if action.startswith("tool_"):
            self.take(action.removeprefix("tool_"))()
            return True
        if action in _PANS and self.map is not None:
            dx, dy = _PANS[action]
            self.map.pan(self.px(dx * _PAN), self.px(dy * _PAN))
            self.app.redraw()
            return True
        done = self._actions().get(action)
        if done is None:
            return False
        done()
        return True

    def _actions(self) -> dict[str, Callable[[], None]]:
        return {
            "editor_undo": self.undo,
            "editor_redo": self.redo,
            "act": self.act_at_cursor,
            "centre": self.centre,
            "whole_map": self.whole_map,
            "zoom_in": self.zoom(+1),
            "zoom_out": self.zoom(-1),
            "hide_counters": self.toggle_layer("counters"),
            "grid": self.toggle_layer("numbers"),
            "layers": lambda: self.show_panel("layers"),
            "brush_smaller": lambda: self.take_size(max(1, self.hand.size - 1))(),
            "brush_larger": lambda: self.take_size(min(3, self.hand.size + 1))(),
            "fill": self.toggle_fill,
            "mirror": self.next_mirror,
            "pick": self.pick_at_pointer,
            "add_item": self.add_item,
            "delete_item": self.delete_selected,
            "duplicate_item": self.duplicate_selected,
            "copy": self.copy_units,
            "paste": self.paste_units,
            "resize_map": lambda: self.show_panel("resize"),
            "next_problem": lambda: self.step_problem(+1),
            "previous_problem": lambda: self.step_problem(-1),
            "save": self.save,
            "quick_save": self.test,
            "test_from_day": self.open_trial,
            "save_as": self.save_as.open,
            "open_outside": self.open_outside,
            "load": self.open_other,
            "find": self.open_find,
            "log": self.toggle_list,
        }

    def centre(self) -> None:
        """C: bring what is selected, or the cursor, to the middle."""
        raise NotImplementedError

    def whole_map(self) -> None:
        """Home: show as much of the map as there is room for."""
        raise NotImplementedError

    def move_cursor(self, direction: int) -> None:
        """Move the hex cursor one hex; it appears in the middle of what is seen."""
        view = self.map
        if view is None:
            return
        grid = view.scenario.board.grid
        if not 0 <= self.cursor < grid.size:
            there = view.hex_at(view.rect.center)
            self.cursor = there if there >= 0 else grid.size // 2
        elif grid.around[self.cursor][direction] >= 0:
            self.cursor = grid.around[self.cursor][direction]
        self.look_at(self.cursor)
        self.controls.set_focus("")
        self.controls.part = "map"
        self.mark_map()
        self.app.say(self.told_of_hex(self.cursor))
