"""The guided first turn: nine short steps on the scenario itself, each with a line to its subject.

A step ends with Next, or when what it speaks of has been done. Skip is always there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import draw_lines, draw_text, line_height, wrap

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

STEPS: Final = (
    "bar", "select", "reach", "move", "attack", "support", "people", "end_turn", "help",
)  # fmt: skip
_DONE_BY: Final = {"select": "select", "move": "move", "end_turn": "end_turn"}
_RULES: Final = {
    "reach": "2.1", "move": "2.3", "attack": "3.1", "support": "4.1", "people": "4.4",
    "end_turn": "1.1", "bar": "8.1",
}  # fmt: skip
_WIDTH: Final = 374


@dataclass
class Guide:
    """Where the guided turn stands."""

    scene: PlayScene
    step: int = 0
    plate: Rect | None = None

    @property
    def name(self) -> str:
        """The name of the step."""
        return STEPS[self.step]

    def did(self, what: str) -> None:
        """Something was done on the screen: the step that speaks of it is over."""
        if _DONE_BY.get(self.name) == what:
            if self.name == "end_turn":
                self.scene.end_guide()
            else:
                self.next()

    def next(self) -> None:
        """Go on; after the last step the guided turn is over."""
        if self.step + 1 >= len(STEPS):
            self.scene.end_guide()
            return
        self.step += 1
        if self.name == "reach" and self.scene.sel.unit == NOWHERE:
            self.scene.next(+1)
        self.scene.app.relayout()

    # --- layout -----------------------------------------------------------------------------

    def subject(self) -> tuple[int, int] | None:
        """The point on the screen the step speaks of."""
        scene = self.scene
        if self.name in ("reach", "move", "select"):
            return self._on_map()
        names = {
            "bar": ("objectives", "end_turn"), "attack": ("act_attack", "tool_zoom_in"),
            "support": ("points_air", "end_turn"), "people": ("tool_layers",),
            "end_turn": ("end_turn",), "help": ("menu",),
        }[self.name]  # fmt: skip
        for name in names:
            control = scene.controls.get(name)
            if control is not None:
                return control.shown.center
        return None

    def _on_map(self) -> tuple[int, int] | None:
        scene = self.scene
        h = scene.sel.hex
        if self.name == "select" and h == NOWHERE:
            idle = scene.idle()
            h = scene.view.units[idle[0]].at if idle else NOWHERE
        if self.name == "move" and scene.reach.costs:
            here = scene.sel.hex
            grid = scene.view.scenario.board.grid
            h = min(
                scene.reach.costs, key=lambda there: (abs(grid.distance(here, there) - 2), there)
            )
        if h == NOWHERE:
            return None
        x, y = scene.map.to_screen(h)
        return (round(x), round(y)) if scene.map.rect.collidepoint(x, y) else None

    def lay(self, scene: PlayScene) -> None:
        """Put the plate's buttons on the screen, away from what it speaks of."""
        theme, px, w = scene.theme, scene.px, scene.w
        width = min(px(_WIDTH), scene.screen.w - px(32))
        inner = width - 2 * px(18)
        text = wrap(theme, w(f"guide.{self.name}_text"), 14, inner)
        now = wrap(theme, w(f"guide.{self.name}_now"), 14, inner, "semibold")
        title = wrap(theme, w(f"guide.{self.name}_title"), 16, inner, "semibold")
        high = px(20) + line_height(theme, 12) + px(4) + len(title) * line_height(theme, 16)
        high += len(text) * line_height(theme, 14) + px(8) + len(now) * line_height(theme, 14)
        high += px(16) + px(32) + px(16)
        rect = self._placed(scene, width, high)
        self.plate = rect
        self._lines = (title, text, now)
        scene.controls.add(Control("guide_ground", Rect(rect), "area", part=""))
        last = self.step + 1 == len(STEPS)
        next_ = Control(
            "guide_next", Rect(0, 0, 0, 0), "button", w("tip.done" if last else "tip.next"),
            on_plate=True, part="guide", action=self.next,
        )  # fmt: skip
        skip = Control(
            "guide_skip", Rect(0, 0, 0, 0), "button", w("tip.skip"), on_plate=True, part="guide",
            action=scene.end_guide,
        )  # fmt: skip
        y = rect.bottom - px(16) - px(32)
        right = rect.right - px(18)
        for control in (next_, skip):
            wide = natural_size(theme, control)[0]
            spot = Rect(right - wide, y, wide, px(32))
            control.rect = theme.mirrored(spot, rect)
            scene.controls.add(control)
            right -= wide + px(10)
        rule = _RULES.get(self.name)
        if rule:
            link = Control(
                "guide_rule", Rect(0, 0, 0, 0), "link", w("common.rule", number=rule), size=12,
                on_plate=True, part="guide", action=scene.open_rule(rule),
            )  # fmt: skip
            wide = natural_size(theme, link)[0] + 2
            link.rect = theme.mirrored(Rect(rect.x + px(18), y, wide, px(32)), rect)
            scene.controls.add(link)
        if "guide" not in scene.controls.parts:
            scene.controls.parts = ["guide", *scene.controls.parts]

    def _placed(self, scene: PlayScene, width: int, high: int) -> Rect:
        """A place on the map that leaves the subject free."""
        px, area = scene.px, scene.map.rect
        spot = self.subject()
        rect = Rect(0, 0, width, high)
        if spot is None:
            rect.midbottom = (area.centerx, area.bottom - px(16))
        else:
            below = spot[1] + px(72) + high <= area.bottom - px(8)
            rect.top = spot[1] + px(72) if below else max(area.top, spot[1] - px(72) - high)
            rect.centerx = spot[0] + px(120) if spot[0] < area.centerx else spot[0] - px(120)
        rect.clamp_ip(area.inflate(-2 * px(8), -2 * px(8)))
        if spot is not None and rect.inflate(px(20), px(20)).collidepoint(spot):
            side = area.left + px(56) if spot[0] > area.centerx else area.right - width - px(16)
            rect.left = side
        return rect

    def draw(self, surface: pygame.Surface, scene: PlayScene) -> None:
        """Draw the line to the subject, the plate and its controls."""
        if self.plate is None:
            return
        theme, px, rect = scene.theme, scene.px, self.plate
        spot = self.subject()
        if spot is not None and not rect.collidepoint(spot):
            _pointer(surface, rect, spot, theme.ink, theme.plate, px(2))
        painter.panel(surface, theme, rect, theme.plate, theme.ink, 2)
        inner = Rect(rect.x + px(18), rect.y + px(14), rect.w - 2 * px(18), 0)
        step = scene.w("tip.step", step=self.step + 1, steps=len(STEPS))
        draw_text(surface, theme, step, inner.topleft, 12, theme.ink2, width=inner.w)
        inner.y += line_height(theme, 12) + px(4)
        title, text, now = self._lines
        inner.y = draw_lines(surface, theme, title, inner, 16, theme.ink, "semibold").bottom
        inner.y = draw_lines(surface, theme, text, inner, 14, theme.ink2).bottom + px(8)
        draw_lines(surface, theme, now, inner, 14, theme.ink, "semibold")
        _controls(surface, scene)

    _lines: tuple[list[str], list[str], list[str]] = ([], [], [])


def _controls(surface: pygame.Surface, scene: PlayScene) -> None:
    """Draw the plate's own controls again, over the plate."""
    from game.ui.toolkit.control import State
    from game.ui.toolkit.look import draw_control

    under = scene.controls.at(scene.app.mouse)
    for control in scene.controls.controls:
        if control.part == "guide":
            state = State(control is under, control.id == scene.controls.pressed,
                          control.id == scene.controls.focus)  # fmt: skip
            draw_control(surface, scene.theme, control, state)
            if state.focused and scene.controls.focus_visible:
                painter.focus_ring(surface, scene.theme, control.shown, scene.theme.ink)


def _pointer(
    surface: pygame.Surface,
    rect: Rect,
    spot: tuple[int, int],
    ink: tuple[int, int, int],
    casing: tuple[int, int, int],
    width: int,
) -> None:
    start = (min(max(spot[0], rect.left + 12), rect.right - 12),
             rect.top if spot[1] < rect.top else rect.bottom)  # fmt: skip
    if rect.top <= spot[1] <= rect.bottom:
        start = (rect.left if spot[0] < rect.left else rect.right, spot[1])
    pygame.draw.line(surface, casing, start, spot, 3 * width)
    pygame.draw.line(surface, ink, start, spot, width)
    pygame.draw.circle(surface, casing, spot, 3 * width)
    pygame.draw.circle(surface, ink, spot, 2 * width)
