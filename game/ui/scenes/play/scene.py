"""The playing screen: bar, map, column, log."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.session import Session
from game.ui.map.boxes_strip import BoxesStrip
from game.ui.map.minimap import Minimap
from game.ui.map.store import map_folder
from game.ui.map.view import MapView
from game.ui.motion import Fade
from game.ui.scenes.play import (
    digest,
    fire_sheet,
    log,
    map_tools,
    odds_sheet,
    others_panel,
    questions,
    side_panels,
    tool_panels,
    top_bar,
    unit_panel,
)
from game.ui.scenes.play.frame_layout import frame_of
from game.ui.scenes.play.guide_desk import GuideDesk
from game.ui.scenes.play.live_files import LiveFiles
from game.ui.scenes.play.numbers import signed, with_sign
from game.ui.scenes.play.tips import Tips
from game.ui.toolkit.callouts import TOAST_MS, draw_toast
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import measure

if TYPE_CHECKING:
    from game.ui.app import App

Lay = Callable[["PlayScene", Rect], None]

PANELS: Final[dict[str, Lay]] = {
    "unit": unit_panel.lay,
    "digest": digest.lay,
    "others": others_panel.lay,
    "idle": questions.lay_idle,
    "question": questions.lay_question,
    "objectives": side_panels.lay_objectives,
    "oob": side_panels.lay_oob,
    "biography": side_panels.lay_biography,
    "statistics": side_panels.lay_statistics,
    "fire": fire_sheet.lay,
    "orders": tool_panels.lay_orders,
    "layers": tool_panels.lay_layers,
    "menu": tool_panels.lay_menu,
    "saves": tool_panels.lay_saves,
    "find": tool_panels.lay_find,
    "why": tool_panels.lay_why,
}


class PlayScene(GuideDesk):
    """One game on the screen."""

    unkept = False
    """The game is a trial: it is never kept on the disk by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._told: tuple[str, str, int] | None = None
        self._pressed: tuple[int, tuple[int, int]] | None = None
        self._dragged = False
        self._tips = Tips(self)
        self._started = False
        self._closed = False
        self._moves_elsewhere = False
        self._fade = Fade()
        self._column_shown: tuple[object, ...] = ()
        self.files = LiveFiles(self)

    def again(self, session: Session) -> PlayScene:
        """Return a screen like this one for another version of the game."""
        return PlayScene(session)

    def look_like(self, other: PlayScene) -> None:
        """Show the map as another screen did, without a digest of what was read there."""
        camera, before = self.map.camera, other.map.camera
        camera.step, camera.x, camera.y = before.step, before.x, before.y
        self.map.pan(0, 0)
        self.layers, self.digest_shown_for = set(other.layers), other.digest_shown_for
        self.sel = type(self.sel)(cursor=other.sel.cursor)
        self.refresh()
        self.app.relayout()

    # --- coming and going -------------------------------------------------------------------

    def enter(self, app: App) -> None:
        """Make the map, keep the game on the disk, begin the morning."""
        super().enter(app)
        self.theme = app.theme
        scenario = self.session.scenario
        self.map = MapView(scenario, app.theme, map_folder())
        self.map.wake = app.wake
        self.minimap = Minimap(scenario, app.theme)
        self.boxes = BoxesStrip(scenario, app.theme)
        self.frame = frame_of(app.theme, app.size)
        self.boxes.folded = self.frame.compact
        self.map.resize(self.map_rect_early(app))
        self.map.camera.step = self.first_zoom()
        self.refresh()
        self._look_at_start()
        self.keep_on_disk()

    def map_rect_early(self, app: App) -> Rect:
        """Where the map is before the first layout."""
        self.screen = Rect((0, 0), app.size)
        return self.turned(self.frame.map)

    def _look_at_start(self) -> None:
        """Bring what the scenario is about into view, or the middle of the own units."""
        own = list(self.view.scenario.focus) or [
            now.at
            for n, now in enumerate(self.view.units)
            if self.view.scenario.oob.units[n].side == self.viewer and now.at != NOWHERE
        ]
        if own:
            grid = self.view.scenario.board.grid
            middle = min(own, key=lambda h: sum(grid.distance(h, other) for other in own))
            self.map.centre_on(middle)

    def leave(self) -> None:
        """Stop the map's worker."""
        if not self._closed:
            self._closed = True
            self.thinker.close()
            self.map.close()

    def resume(self) -> None:
        """Come back from a screen above."""
        if hasattr(self, "frame"):
            self.refresh()
            self.app.relayout()

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay out the whole screen for its size and what is open."""
        self.begin(app)
        self.controls.parts = ["top", "map", "column", "bottom"]
        self.map.set_theme(app.theme)
        if self.minimap_stale(app):
            self.minimap = Minimap(self.session.scenario, app.theme)
            self._minimap_theme = app.theme
        open_ = self.drawer_open or self.odds is not None
        self.frame = frame_of(app.theme, app.size, open_)
        self.map.resize(self.map_rect())
        self._change_column(app)
        map_tools.lay(self)
        map_tools.lay_boxes(self)
        if self.frame.kind == "drawer" and not open_:
            self._drawer_handle()
        else:
            self._column()
        top_bar.lay(self)
        log.lay(self)
        self.files.lay()
        if self.guide is not None and self.guide.shown:
            self.guide.lay(self)

    def _change_column(self, app: App) -> None:
        """Let the old panel fade when another one is opened in its place."""
        kind = "odds" if self.odds is not None else self.panel_name
        shown = (kind, self.screen.size, self.frame.kind, app.theme)
        if self._column_shown[1:] == shown[1:] and self._column_shown != shown:
            self._fade.begin(app.surface, self.turned(self.frame.column), self.tempo)
        self._column_shown = shown

    def minimap_stale(self, app: App) -> bool:
        """True if the minimap was made for another look."""
        return getattr(self, "_minimap_theme", None) is not app.theme

    def _drawer_handle(self) -> None:
        area, px = self.frame.map, self.px
        size = px(32)
        self.add(
            Control(
                "drawer", Rect(area.right - size - px(8), area.y + px(8), size, size), "icon",
                icon="menu", framed=True, hint=self.w("play.drawer"), part="map",
                action=self.open_drawer,
            )
        )  # fmt: skip

    def open_drawer(self) -> None:
        """Slide the column over the map."""
        self.drawer_open = True
        self.app.relayout()

    def _column(self) -> None:
        theme, rect, px = self.theme, self.frame.column, self.px
        self.add(Control("column_ground", Rect(rect), "area", part=""))
        self.fill(rect, theme.bg1)
        self.fill(Rect(rect.x, rect.y, px(1), rect.h), theme.line)
        self.minimap_rect = None
        body = Rect(rect)
        if self.frame.kind == "wide" and self.odds is None and self.panel_name == "unit":
            high = px(256) + px(24)
            if rect.h - high >= px(440):
                body.h -= high
                self.minimap_rect = self.turned(
                    Rect(rect.x + px(16), body.bottom + px(12), rect.w - px(32), px(256))
                )
                self.fill(Rect(rect.x, body.bottom, rect.w, px(1)), theme.line)
                self.minimap.show(self.view.control)
                self.minimap.place(self.minimap_rect)
        if self.odds is not None:
            odds_sheet.lay(self, body)
        else:
            PANELS[self.panel_name](self, body)
        if self.frame.kind == "drawer":
            size = px(28)
            self.add(
                Control(
                    "drawer_close", Rect(rect.x - size - px(4), rect.y + px(8), size, size), "icon",
                    icon="x", framed=True, hint=self.w("common.close"), part="column",
                    action=self.close_drawer,
                )
            )  # fmt: skip

    def close_drawer(self) -> None:
        """Slide the column away."""
        self.drawer_open = False
        self.odds = None
        if self.panel_name not in ("digest",):
            self.panel_name = "unit"
        self.refresh()
        self.app.relayout()

    def toast(self, text: str, kind: str = "ok") -> None:
        """Tell something about a file; what went wrong stays until the next click."""
        self._told = (text, kind, 0 if kind == "x" else self.app.clock_ms + TOAST_MS)
        self.app.redraw()

    def toggle_log(self) -> None:
        """L: open or close the log; in the wide layout it is always open."""
        self.log_open = not self.log_open
        self.app.relayout()

    # --- keys -------------------------------------------------------------------------------

    def back(self) -> bool:
        """Esc: close the innermost thing that is open; then the guide; with nothing, the menu."""
        if self.files.close():
            pass
        elif self.aim is not None:
            self.aim, self.message = None, ""
        elif self.via:
            self.drop_way_point()
        elif self.odds is not None:
            self.close_odds()
        elif self.panel_name == "why" and self.explain_from_digest:
            self.explain_from_digest = False
            self.panel_name = "digest"
        elif self.panel_name == "digest":
            self.begin_turn()
        elif self.panel_name == "others":
            self.skip()
        elif self.panel_name != "unit":
            self.close_panel()
        elif self.log_open and self.frame.compact:
            self.log_open = False
        elif self.message:
            self.message = ""
        elif self.sel != type(self.sel)(cursor=self.sel.cursor):
            self.sel = type(self.sel)(cursor=self.sel.cursor)
            self.drawer_open = False
        elif self.guide is not None and self.guide.shown:
            self.put_guide_away()
        else:
            self.open_menu()
        self.refresh()
        self.app.relayout()
        return True

    # --- time -------------------------------------------------------------------------------

    def update(self, dt_ms: int) -> bool:
        """Let the others play, the camera glide, tiles arrive."""
        if not self._started and self.app.scene is self:
            self._started = True
            self._begin()
        self._tips.update(dt_ms)
        moving, self._moves_elsewhere = self.map.update(dt_ms), self._fade.update(dt_ms)
        moving |= self.run_show(dt_ms)
        if not self.session.waits and self.app.scene is self:
            if self.others_play() and self.app.scene is self:
                self.refresh()
                self.app.relayout()
            self._moves_elsewhere = True
        if self.app.scene is self:
            self.files.update(dt_ms)
        if self.app.notice:
            self.toast(self.app.notice, "x")
            self.app.notice = ""
        if self._told and self._told[2] and self.app.clock_ms > self._told[2]:
            self._told = None
            self.app.redraw()
        return moving or self._moves_elsewhere

    def moving_areas(self) -> list[Rect]:
        """Only the map moves, unless a panel fades or the game goes on."""
        return [] if self._moves_elsewhere else self.map_areas()

    def _begin(self) -> None:
        if self.session.ended:
            self.finish()
        elif self.session.waits:
            self.arrived()
        else:
            self.begin_others()

    # --- drawing ----------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map, then what lies on it, then the panels."""
        limit = surface.get_clip()
        if not self.map.rect.contains(limit):
            surface.fill(self.theme.bg0)
        if self.map.rect.colliderect(limit):
            self._draw_map(surface)
        self.draw_pieces(surface, self.pieces)
        if self.minimap_rect is not None and self.panel_name == "unit" and (self.odds is None):
            self.minimap.draw(surface, self.map)
        self.controls.draw(surface, self.theme)
        self._fade.draw(surface)
        if self.guide is not None and self.guide.shown:
            self.guide.draw(surface, self)
        self._tips.draw(surface)
        if self._told is not None:
            text, kind, _ = self._told
            x = self.map.rect.left + self.px(16)
            if self.theme.rtl:
                x = self.map.rect.right - self.px(16)
            draw_toast(surface, self.theme, text, (x, self.map.rect.bottom - self.px(66)), kind)

    def _draw_map(self, surface: pygame.Surface) -> None:
        self.map.draw(surface)
        self.boxes.draw_ways(surface, self.map)
        map_tools.scale_bar(surface, self)
        if self.odds is not None and self.odds.sheet is not None:
            self._sum_note(surface)

    def _sum_note(self, surface: pygame.Surface) -> None:
        """The sum of the attack beside its target."""
        model = self.odds
        assert model is not None
        assert model.sheet is not None
        row = model.odds_row
        ratio = self.w("odds.ratio", attack=row[0], defence=row[1])
        first = self.w("odds.net_shift", odds=ratio, shift=signed(model.sheet.net))
        second = self.w("odds.total_formula", shift=with_sign(model.added))
        px = self.px
        wide = max(measure(self.theme, first, 12)[0],
                   measure(self.theme, second, 14, "semibold")[0]) + px(24)  # fmt: skip
        x, y = self.map.to_screen(model.order.target)
        half = self.map.width // 2
        rect = Rect(int(x) + half + px(8), int(y) - half - px(24), wide, px(48))
        if rect.right > self.map.rect.right:
            rect.right = int(x) - half - px(8)
        rect.clamp_ip(self.map.rect)
        map_tools.draw_note(surface, self.theme, [first, second], rect)
