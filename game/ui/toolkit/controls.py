"""The controls of one frame: drawn, hit by the mouse and walked by the keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.control import Control, Kind, State
from game.ui.toolkit.field_text import draw_field, written
from game.ui.toolkit.focus import GROUPED, after, neighbour, stops
from game.ui.toolkit.look import draw_control, draw_group_borders
from game.ui.toolkit.measures import natural_size
from game.ui.toolkit.scrolling import STEP, ScrollArea
from game.ui.toolkit.sliders import value_at, value_of_key
from game.ui.toolkit.theme import Theme, theme
from game.ui.toolkit.writing import ENTER, Writing, text_of

__all__ = ["Control", "ControlList", "Kind", "ScrollArea", "State", "natural_size"]

LEAST_HIT: Final = 32
"""Logical width and height that every control answers to at least."""
_DRAG: Final = 6
_BLEED: Final = 12
"""Twice the pixels by which a control may be drawn beside its rect."""
_ARROWS: Final = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


@dataclass
class ControlList(Writing):
    """Holds the controls of a scene. Between two layouts it keeps only focus, pointer and caret.

    `parts` is the order in which F6 goes; without it, that of the controls. A part may be empty
    (the map): then `part` names it and no control has the focus.
    """

    theme: Theme = field(default_factory=theme)
    parts: list[str] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    areas: list[ScrollArea] = field(default_factory=list)
    focus: str = ""
    part: str = ""
    focus_visible: bool = False
    mouse: tuple[int, int] = (-1, -1)
    pressed: str = ""
    caret: int = 0
    anchor: int = -1
    _grip: ScrollArea | None = None
    _grip_at: int = 0
    _from: tuple[int, int] = (0, 0)

    def begin(self, theme: Theme | None = None) -> None:
        """Forget the controls of the last frame, but not where the focus is."""
        self.controls.clear()
        self.areas.clear()
        if theme is not None:
            self.theme = theme

    def add(self, control: Control) -> Control:
        """Add a control (and the scroll area it lies in)."""
        self.controls.append(control)
        if control.area is not None and all(control.area is not area for area in self.areas):
            self.areas.append(control.area)
        return control

    def extend(self, controls: Iterable[Control]) -> None:
        """Add several controls."""
        for control in controls:
            self.add(control)

    def add_area(self, area: ScrollArea) -> ScrollArea:
        """Add a part that scrolls, even if no control lies in it."""
        if all(area is not known for known in self.areas):
            self.areas.append(area)
        return area

    def get(self, name: str) -> Control | None:
        """Return a control by its id."""
        return next((control for control in self.controls if control.id == name), None)

    def at(self, pos: tuple[int, int]) -> Control | None:
        """Return the control at a point: the one on top, or else a small one close by."""
        for control in reversed(self.controls):
            if control.shown.collidepoint(pos) and control.hit(pos):
                return control
        least = self.theme.px(LEAST_HIT)
        for control in reversed(self.controls):
            small = control.rect.w < least or control.rect.h < least
            if small and control.hit(pos, least):
                return control
        return None

    def focused(self) -> Control | None:
        """Return the control that has the focus."""
        return self.get(self.focus) if self.focus else None

    def set_focus(self, name: str, visible: bool | None = None) -> None:
        """Give the focus to a control, or take it away with an empty id."""
        control = self.get(name)
        if name != self.focus:
            self.caret, self.anchor = len(text_of(control)) if control is not None else 0, -1
        self.focus = name
        if control is not None:
            self.part = control.part
            if control.area is not None and self.pressed != name:
                control.area.reveal(control.rect, self.theme.px(8))
        if visible is not None:
            self.focus_visible = visible

    def hovered(self) -> Control | None:
        """Return the control under the pointer."""
        return self.at(self.mouse)

    def draw(
        self,
        surface: pygame.Surface,
        theme: Theme | None = None,
        mouse: tuple[int, int] | None = None,
        focus: str | None = None,
    ) -> None:
        """Draw all controls, then the scroll bars, then the ring of the focus."""
        skin = theme or self.theme
        self.theme = skin
        under = self.at(self.mouse if mouse is None else mouse)
        lit = self.focus if focus is None else focus
        whole = surface.get_clip()
        near = whole.inflate(_BLEED, _BLEED)
        for control in self.controls:
            if not control.shown.colliderect(near):
                continue
            if control.area is not None:
                if not control.area.rect.colliderect(control.shown):
                    continue
                surface.set_clip(whole.clip(control.area.rect))
            state = State(
                hovered=control is under and self._grip is None,
                pressed=control.id == self.pressed and control is under and control.enabled,
                focused=control.id == lit,
            )
            draw_control(surface, skin, control, state)
            if control.kind == "field":
                own = written(skin, control)
                draw_field(surface, own, control, state, self.caret, self.anchor)
            surface.set_clip(whole)
        draw_group_borders(surface, skin, self.controls)
        for area in self.areas:
            area.draw(surface, skin, area.bar(skin).collidepoint(self.mouse))
        shown = self.get(lit) if lit and (self.focus_visible or focus is not None) else None
        if shown is not None:
            if shown.area is not None:
                surface.set_clip(whole.clip(shown.area.rect.inflate(skin.px(8), skin.px(8))))
            colour = skin.ink if shown.on_plate else skin.accent
            painter.focus_ring(surface, skin, shown.shown, colour)
            surface.set_clip(whole)

    def handle(self, event: pygame.event.Event) -> bool:
        """Take an event of the mouse or the keyboard; True if it was meant for a control."""
        if event.type == pygame.MOUSEMOTION:
            return self._moved(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._pressed(event.pos)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._released(event.pos)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event.y)
        if event.type == pygame.TEXTINPUT:
            return self._typed(event.text)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        return False

    def activate(self, name: str) -> bool:
        """Do what a click on a control does; False if it is disabled or absent."""
        control = self.get(name)
        if control is None or not control.enabled:
            return False
        if control.kind == "toggle":
            control.current = not control.current
            self._tell(control, control.current)
        elif control.kind in GROUPED:
            self._tell(control, control.value)
        if control.kind not in ("slider", "field") and control.action is not None:
            control.action()
        return True

    def _tell(self, control: Control, value: object) -> None:
        if control.changed is not None:
            control.changed(value)
        if control.kind in ("slider", "field") and control.action is not None:
            control.action()

    # the mouse

    def _moved(self, pos: tuple[int, int]) -> bool:
        before = self.at(self.mouse)
        self.mouse = (int(pos[0]), int(pos[1]))
        if self._grip is not None:
            return self._drag()
        control = self.get(self.pressed)
        if control is not None and control.kind == "slider":
            self._set_value(control, value_at(self.theme, control, self.mouse[0]))
            return True
        if control is not None and control.kind == "field":
            self._point(control, self.mouse, select=True)
            return True
        if control is not None and control.area is not None and control.area.most:
            moved = self._from[1] - self.mouse[1]
            if abs(moved) > self.theme.px(_DRAG):
                self.pressed = ""
                self._grip, self._grip_at = control.area, -1
                return self._drag()
        return self.at(self.mouse) is not before

    def _pressed(self, pos: tuple[int, int]) -> bool:
        self.mouse = self._from = (int(pos[0]), int(pos[1]))
        self.focus_visible = False
        for area in self.areas:
            if area.bar(self.theme).collidepoint(self.mouse):
                thumb = area.thumb(self.theme)
                if not thumb.collidepoint(self.mouse):
                    area.drag_thumb(self.theme, self.mouse[1] - thumb.h // 2)
                    thumb = area.thumb(self.theme)
                self._grip, self._grip_at = area, self.mouse[1] - thumb.top
                return True
        control = self.at(self.mouse)
        if control is None:
            if self.focus and (was := self.focused()) is not None and was.kind == "field":
                self.focus = ""
            inside = next((area for area in self.areas if area.rect.collidepoint(pos)), None)
            if inside is not None and inside.most:
                self._grip, self._grip_at = inside, -1
                return True
            return False
        self.pressed = control.id
        self.set_focus(control.id)
        if control.kind == "slider" and control.enabled:
            self._set_value(control, value_at(self.theme, control, self.mouse[0]))
        elif control.kind == "field":
            self._point(control, self.mouse, select=False)
        return True

    def _released(self, pos: tuple[int, int]) -> bool:
        self.mouse = (int(pos[0]), int(pos[1]))
        if self._grip is not None:
            self._grip = None
            return True
        name, self.pressed = self.pressed, ""
        if not name:
            return False
        under = self.at(self.mouse)
        if under is not None and under.id == name:
            self.activate(name)
        return True

    def _drag(self) -> bool:
        area = self._grip
        assert area is not None
        if self._grip_at >= 0:
            area.drag_thumb(self.theme, self.mouse[1] - self._grip_at)
        else:
            area.scroll(self._from[1] - self.mouse[1])
            self._from = self.mouse
        return True

    def _wheel(self, notches: int) -> bool:
        for area in reversed(self.areas):
            if area.rect.collidepoint(self.mouse):
                area.scroll(-notches * self.theme.px(STEP))
                return True
        return False

    def _set_value(self, control: Control, value: int | float) -> None:
        if control.enabled and value != control.value:
            control.value = value
            self._tell(control, value)

    # the keyboard

    def _key(self, event: pygame.event.Event) -> bool:
        fresh = not getattr(event, "repeat", False)
        if event.key == pygame.K_TAB and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        if event.key == pygame.K_F6:
            return self._next_part(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        control = self.focused()
        if control is None:
            return False
        if control.kind == "field" and self._field_key(control, event):
            return True
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return False
        if control.kind == "slider" and self._slider_key(control, event.key):
            return True
        if event.key in ENTER or event.key == pygame.K_SPACE:
            self.focus_visible = True
            if fresh:
                self.activate(control.id)
            return True
        if event.key in _ARROWS:
            return self._arrow(control, _ARROWS[event.key])
        return False

    def _slider_key(self, control: Control, key: int) -> bool:
        value = value_of_key(self.theme, control, key)
        if value is None:
            return False
        self._set_value(control, value)
        self.focus_visible = True
        return True

    def _tab(self, step: int) -> bool:
        """Go on inside a part."""
        here = self.focused()
        part = here.part if here is not None else self.part
        names = [control.id for control in stops(self.controls, part, self.focus)]
        if not names and not (part and part in self.parts):
            names = [control.id for control in self.controls]
        target = after(names, here.id if here is not None else None, step)
        if target is None:
            return False
        self.set_focus(target, visible=True)
        return True

    def _next_part(self, step: int) -> bool:
        order = self.parts or list(dict.fromkeys(control.part for control in self.controls))
        here = self.focused()
        current = here.part if here is not None else self.part if self.part in order else None
        part = after(order, current, step)
        if part is None:
            return False
        self.part = part
        names = stops(self.controls, part, self.focus)
        name = next((control.id for control in names if control.current), "")
        self.set_focus(name or (names[0].id if names else ""), visible=True)
        self.part = part
        return True

    def _arrow(self, control: Control, way: tuple[int, int]) -> bool:
        """Go to the neighbour on the screen, within the group or the part."""
        target = neighbour(self.controls, control, way)
        if target is None:
            return False
        self.set_focus(target, visible=True)
        return True
