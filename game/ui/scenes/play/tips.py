"""Tooltips of the playing screen: what the pointer rests on, after the wait of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.play.map_tools import hex_tip
from game.ui.toolkit.callouts import TOOLTIP_MS, Tooltip, draw_tooltip, tooltip_of

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


@dataclass(frozen=True, slots=True)
class _Told:
    """A tooltip, what it is about, and where it may stand (None: anywhere)."""

    tip: Tooltip
    around: Rect
    within: Rect | None = None


class Tips:
    """Waits for the pointer to rest, and tells what is under it."""

    def __init__(self, scene: PlayScene) -> None:
        self.scene = scene
        self._rest = 0
        self._at = (-1, -1)

    @property
    def _delay(self) -> int | None:
        return TOOLTIP_MS.get(self.scene.app.settings.tooltips)

    def update(self, ms: int) -> None:
        """Let time pass over a pointer at rest."""
        pos, delay = self.scene.app.mouse, self._delay
        before, self._rest = self._rest, self._rest + ms if pos == self._at else 0
        self._at = pos
        if delay is not None and before < delay <= self._rest and self._told() is not None:
            self.scene.app.redraw()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the tooltip, if the pointer has rested long enough."""
        scene, pos, delay = self.scene, self.scene.app.mouse, self._delay
        if delay is None or self._rest < delay or pos != self._at or scene.pressing:
            return
        told = self._told()
        if told is not None:
            draw_tooltip(surface, scene.theme, told.tip, pos, told.around, told.within)

    def _told(self) -> _Told | None:
        """What there is to say under the pointer."""
        scene, pos = self.scene, self.scene.app.mouse
        control = scene.controls.at(pos)
        if control is not None:
            tip = tooltip_of(control)
            if control.kind == "area" and control.hint:
                tip = Tooltip(control.hint, control.facts)
            return None if tip is None else _Told(tip, control.shown)
        if not scene.map.rect.collidepoint(pos) or scene.watching or "counters" not in scene.layers:
            return None
        h = scene.map.hex_at(pos)
        tip = hex_tip(scene, h)
        if tip is None:
            return None
        size = scene.map.width
        around = Rect(0, 0, size, size)
        x, y = scene.map.to_screen(h)
        around.center = (round(x), round(y))
        return _Told(tip, around, scene.map.rect)
