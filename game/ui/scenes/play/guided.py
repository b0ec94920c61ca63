"""The guided first turn: short steps on the scenario itself, each with a line to its subject.

A step ends with Next, or when what it asks for has been done. Skip is always there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.state import Status
from game.ui.scenes.play.guide_steps import LOG, MINIMAP, Deed, Step
from game.ui.scenes.play.reach import targets_of
from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import draw_lines, draw_text, line_height, wrap

if TYPE_CHECKING:
    from game.ui.scenes.play.guide_desk import GuideDesk

_WIDTH: Final = 374


@dataclass
class Guide:
    """Where the guided turn stands."""

    scene: GuideDesk
    steps: tuple[Step, ...]
    step: int = 0
    plate: Rect | None = None

    def __post_init__(self) -> None:
        """Remember for whom the steps are."""
        self.side = self.scene.viewer
        self._lang = self.scene.theme.lang
        self._come_to()

    @property
    def now(self) -> Step:
        """The step that is shown."""
        return self.steps[self.step]

    @property
    def shown(self) -> bool:
        """Whether there is anything to show: not while others play, nor to another player."""
        scene = self.scene
        return scene.session.waits and scene.viewer == self.side and not scene.watching

    def did(self, deed: Deed) -> None:
        """Something was done on the screen: a step that asked for it is over.

        So are steps before it that only told something, or asked to select its unit: nobody who
        goes ahead has to press Next for what is done.
        """
        for ahead, step in enumerate(self.steps[self.step :]):
            if step.ended_by(deed):
                self._go_on(ahead + 1)
                return
            told = step.until == "select" and (step.unit == NOWHERE or step.unit in deed.units)
            if step.until and not told:
                return

    def next(self) -> None:
        """Go on; after the last step the guided turn is over."""
        self._go_on(1)

    def _go_on(self, steps: int) -> None:
        if self.step + steps >= len(self.steps):
            self.scene.end_guide()
            return
        self.step += steps
        self._come_to()
        self.scene.app.relayout()

    def _come_to(self) -> None:
        """Bring what the step speaks of into view."""
        scene, now = self.scene, self.now
        if now.picks and now.until != "select" and scene.sel.unit == NOWHERE:
            scene.next(+1)
        if now.attacks and not scene.targets:
            self._find_attacker()
        h = self._hex()
        if h != NOWHERE:
            scene.bring_into_view(h)

    def _find_attacker(self) -> None:
        """Select a unit that could attack somebody, if there is one."""
        scene = self.scene
        unit = next((n for n in scene.idle() if targets_of(scene.view, n)), NOWHERE)
        if unit != NOWHERE:
            scene.select_unit(unit)
            scene.bring_into_view(scene.view.units[unit].at)

    def _hex(self) -> int:
        """The hex a step of a scenario points at: its unit's until that is selected.

        NOWHERE if the step points at a control of the screen instead.
        """
        scene, now = self.scene, self.now
        further = now.hex != NOWHERE or now.controls
        if now.unit != NOWHERE and not (further and scene.sel.unit == now.unit):
            unit = scene.view.units[now.unit]
            if unit.status is Status.ON_MAP:
                return unit.at
        return now.hex

    # --- layout -----------------------------------------------------------------------------

    def subject(self) -> tuple[int, int] | None:
        """The point on the screen the step speaks of."""
        scene = self.scene
        h = self._hex()
        if self.now.picks:
            h = self._picked()
        if self.now.attacks and scene.targets:
            h = scene.targets[0]
        if h != NOWHERE:
            x, y = scene.map.to_screen(h)
            return (round(x), round(y)) if scene.map.rect.collidepoint(x, y) else None
        for name in self.now.controls:
            control = scene.controls.get(name)
            if control is not None:
                return _edge(control.shown, scene.map.rect)
            if name == LOG:
                return scene.turned(scene.frame.bottom).center
            if name == MINIMAP and scene.minimap_rect is not None:
                return scene.minimap_rect.center
        return None

    def _picked(self) -> int:
        """What is selected; a hex to move to; or who could be selected."""
        scene, h = self.scene, self.scene.sel.hex
        if self.now.until == "select" and h == NOWHERE:
            idle = scene.idle()
            return scene.view.units[idle[0]].at if idle else NOWHERE
        if self.now.until == "move" and scene.reach.costs:
            grid = scene.view.scenario.board.grid
            return min(
                scene.reach.costs, key=lambda there: (abs(grid.distance(h, there) - 2), there)
            )
        return h

    def lay(self, scene: GuideDesk) -> None:
        """Put the plate's buttons on the screen, away from what it speaks of."""
        theme, px, w = scene.theme, scene.px, scene.w
        if self._lang != theme.lang:
            self._lang, self.steps = theme.lang, scene.guide_steps()
        width = min(px(_WIDTH), scene.screen.w - px(32))
        inner = width - 2 * px(18)
        told = self.now
        text = [line for part in told.text.split("\n") for line in wrap(theme, part, 14, inner)]
        now = wrap(theme, told.now, 14, inner, "semibold") if told.now else []
        title = wrap(theme, told.title, 16, inner, "semibold")
        high = px(20) + line_height(theme, 12) + px(4) + len(title) * line_height(theme, 16)
        high += len(text) * line_height(theme, 14) + px(8) + len(now) * line_height(theme, 14)
        high += px(16) + px(32) + px(16)
        rect = self._placed(scene, width, high)
        self.plate = rect
        self._lines = (title, text, now)
        scene.controls.add(Control("guide_ground", Rect(rect), "area", part=""))
        last = self.step + 1 == len(self.steps)
        next_ = Control(
            "guide_next", Rect(0, 0, 0, 0), "button", w("tip.done" if last else "tip.next"),
            on_plate=True, part="guide", action=self.next,
        )  # fmt: skip
        skip = Control(
            "guide_skip", Rect(0, 0, 0, 0), "button", w("tip.skip"), on_plate=True, part="guide",
            action=scene.put_guide_away,
        )  # fmt: skip
        y = rect.bottom - px(16) - px(32)
        right = rect.right - px(18)
        for control in (next_,) if last else (next_, skip):
            wide = natural_size(theme, control)[0]
            spot = Rect(right - wide, y, wide, px(32))
            control.rect = theme.mirrored(spot, rect)
            scene.controls.add(control)
            right -= wide + px(10)
        rule = told.rule
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

    def _placed(self, scene: GuideDesk, width: int, high: int) -> Rect:
        """A place on the map that leaves the subject free."""
        px, area = scene.px, scene.map.rect.inflate(-2 * scene.px(8), -2 * scene.px(8))
        spot = self.subject()
        if spot is None:
            rect = Rect(0, 0, width, high)
            rect.midbottom = (area.centerx, area.bottom - px(8))
            return rect.clamp(area)
        off, aside = px(72), px(120) if spot[0] < area.centerx else -px(120)
        around = [
            Rect(spot[0] + aside - width // 2, spot[1] + off, width, high),
            Rect(spot[0] + aside - width // 2, spot[1] - off - high, width, high),
            Rect(spot[0] + off, spot[1] - high // 2, width, high),
            Rect(spot[0] - off - width, spot[1] - high // 2, width, high),
            Rect(area.right - width, area.bottom - high, width, high),
            Rect(area.left + px(48), area.bottom - high, width, high),
        ]
        counters, size = self._counters(), scene.map.width
        subject = Rect(0, 0, size, size)
        subject.center = spot

        def hidden(rect: Rect) -> int:
            """How much of what matters lies under the plate: the subject most of all."""
            return 100 * rect.colliderect(subject) + len(rect.collidelistall(counters))

        return min((rect.clamp(area) for rect in around), key=hidden)

    def _counters(self) -> list[Rect]:
        """Where units are seen on the screen."""
        scene = self.scene
        size = scene.map.width
        seen = (scene.view.units[n] for n in scene.session.visible_units(scene.viewer))
        places = {now.at for now in seen if now.status is Status.ON_MAP}
        found = []
        for x, y in map(scene.map.to_screen, places):
            rect = Rect(0, 0, size, size)
            rect.center = (round(x), round(y))
            found.append(rect)
        return found

    def draw(self, surface: pygame.Surface, scene: GuideDesk) -> None:
        """Draw the line to the subject, the plate and its controls."""
        if self.plate is None:
            return
        theme, px, rect = scene.theme, scene.px, self.plate
        spot = self.subject()
        if spot is not None and not rect.collidepoint(spot):
            bend = scene.map.rect.top if spot[1] <= scene.map.rect.top else None
            _pointer(surface, rect, spot, theme.ink, theme.plate, px(2), bend)
        painter.panel(surface, theme, rect, theme.plate, theme.ink, 2)
        inner = Rect(rect.x + px(18), rect.y + px(14), rect.w - 2 * px(18), 0)
        step = scene.w("tip.step", step=self.step + 1, steps=len(self.steps))
        draw_text(surface, theme, step, inner.topleft, 12, theme.ink2, width=inner.w)
        inner.y += line_height(theme, 12) + px(4)
        title, text, now = self._lines
        inner.y = draw_lines(surface, theme, title, inner, 16, theme.ink, "semibold").bottom
        inner.y = draw_lines(surface, theme, text, inner, 14, theme.ink2).bottom + px(8)
        draw_lines(surface, theme, now, inner, 14, theme.ink, "semibold")
        _controls(surface, scene)

    _lines: tuple[list[str], list[str], list[str]] = ([], [], [])


def _controls(surface: pygame.Surface, scene: GuideDesk) -> None:
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


def _edge(shown: Rect, area: Rect) -> tuple[int, int]:
    """The point of a control at which a line from the map meets it, so that its words stay free."""
    if shown.bottom <= area.top:
        return shown.midbottom
    if shown.top >= area.bottom:
        return shown.midtop
    return shown.midleft if shown.centerx > area.centerx else shown.midright


def _pointer(
    surface: pygame.Surface,
    rect: Rect,
    spot: tuple[int, int],
    ink: tuple[int, int, int],
    casing: tuple[int, int, int],
    width: int,
    bend: int | None,
) -> None:
    """Draw the line; to what lies above the map it goes along the edge of the bar, over no text."""
    start = (min(max(spot[0], rect.left + 12), rect.right - 12),
             rect.top if spot[1] < rect.top else rect.bottom)  # fmt: skip
    if rect.top <= spot[1] <= rect.bottom:
        start = (rect.left if spot[0] < rect.left else rect.right, spot[1])
    corners = [start, spot]
    if bend is not None and start[0] != spot[0]:
        corners = [start, (start[0], bend), (spot[0], bend), spot]
    pygame.draw.lines(surface, casing, False, corners, 3 * width)
    pygame.draw.lines(surface, ink, False, corners, width)
    pygame.draw.circle(surface, casing, spot, 3 * width)
    pygame.draw.circle(surface, ink, spot, 2 * width)
