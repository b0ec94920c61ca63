"""The editor's screen: bar, tools, map, form, problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ui.map.store import map_folder
from game.ui.map.view import MapView
from game.ui.scenes.editor import (
    form_column,
    list_column,
    panels,
    problem_list,
    tool_column,
    tool_strip,
    top_bar,
)
from game.ui.scenes.editor.areas import areas
from game.ui.scenes.editor.hands import Hands
from game.ui.scenes.editor.save_as_panel import SaveAs, lay_save_as
from game.ui.scenes.editor.saving import Saving
from game.ui.scenes.editor.trial_day import TrialDay
from game.ui.scenes.editor.trial_panel import lay_trial
from game.ui.scenes.file_news import lay_news
from game.ui.scenes.play.map_tools import paper_scale
from game.ui.toolkit.callouts import TOOLTIP_MS, draw_toast, draw_tooltip, tooltip_of
from game.ui.toolkit.controls import Control

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scenes.editor.workshop import Workshop

Lay = Callable[["EditorScene", Rect], None]

PANELS: Final[dict[str, Lay]] = {
    "form": form_column.lay_form,
    "list": list_column.lay_list,
    "tool": tool_column.lay_tool,
    "find": list_column.lay_find,
    "menu": panels.lay_menu,
    "layers": panels.lay_layers,
    "resize": panels.lay_resize,
    "trial": lay_trial,
    "save_as": lay_save_as,
    "question": panels.lay_question,
}


class EditorScene(Hands):
    """One scenario on the workbench."""

    def __init__(self, bench: Workshop) -> None:
        super().__init__(bench)
        self.saving = Saving(self)
        self.save_as = SaveAs(self)
        self.trial = TrialDay(self)
        self.edges = {}
        self._rest = 0
        self._drawn_revision = -1

    # --- coming and going -------------------------------------------------------------------

    def enter(self, app: App) -> None:
        """Open the map on the whole of what there is."""
        super().enter(app)
        self.areas = areas(app.theme, app.size)
        self.screen = Rect((0, 0), app.size)
        self._show_map()
        self.whole_map()
        if self.bench.problems:
            self.list_open = True
        self.saving.begin()

    def resume(self) -> None:
        """Come back from a screen above: the files may have been changed there."""
        self.changed()

    def leave(self) -> None:
        """Stop the workers; what is not saved is kept aside."""
        self.trial.close()
        if self.map is not None:
            self.map.close()

    def back(self) -> bool:
        """Esc: close the innermost thing that is open; with nothing open, leave."""
        self.writing, self.news = None, None
        if self.stroke is not None or self.carried is not None or self.banded is not None:
            self.stroke = self.carried = self.banded = None
            self._pressed = None
        elif self.aim is not None:
            self.aim = None
        elif self.opened_choice:
            self.opened_choice = ""
        elif self.opened not in ("form", "list", "tool"):
            self.close_panel()
        elif self.selected is not None or self.units:
            self.select(None)
        elif self.areas.kind == "drawer" and self.form_open:
            self.form_open = False
        elif self.list_open and self.areas.compact:
            self.list_open = False
        elif self.hand.tool.id != "select":
            self.take("select")()
        else:
            self.leave_editor()
        self.mark_map()
        self.app.relayout()
        return True

    # --- the map ----------------------------------------------------------------------------

    def changed(self) -> None:
        """Show what the files say now."""
        self._point_on()
        self._show_map()
        self.mark_map()
        self.app.relayout()

    def _point_on(self) -> None:
        """Go on pointing the same problem out; if it is gone, the one in its place."""
        found = self.bench.problems
        if self.pointed in found:
            self.problem_at = found.index(self.pointed)
        elif self.problem_at >= len(found):
            self.problem_at = -1

    def _show_map(self) -> None:
        sketch, state = self.bench.sketch, self.bench.state
        if sketch is None or state is None or self._drawn_revision == self.bench.revision:
            return
        self._drawn_revision = self.bench.revision
        old = self.map
        if old is not None and old.take(sketch, state):
            return
        self.map = MapView(sketch, self.app.theme, map_folder())
        self.map.resize(self.turned(self.areas.map))
        self.map.show(state)
        if old is not None:
            self.map.camera.step = old.camera.step
            self.map.camera.x, self.map.camera.y = old.camera.x, old.camera.y
            self.map.pan(0, 0)
            old.close()
        self.hover = self.cursor = -1

    def whole_map(self) -> None:
        """Home: show as much of the map as there is room for."""
        view = self.map
        if view is None:
            return
        grid = view.scenario.board.grid
        best = 0
        for step in range(6):
            view.set_zoom(step)
            if (
                grid.width * view.width <= view.rect.w
                and grid.height * view.width * 0.87 <= view.rect.h
            ):
                best = step
        view.set_zoom(max(best, 1 if grid.size > 200 else best))
        view.centre_on(grid.index(grid.width // 2, grid.height // 2))
        self.app.redraw()

    def centre(self) -> None:
        """C: bring what is selected, or the cursor, to the middle."""
        view = self.map
        here = self.bench.hex_of(self.selected) if self.selected else self.cursor
        if view is not None and 0 <= here < view.scenario.board.grid.size:
            view.centre_on(here, animate=not self.app.reduced_motion)
            self.app.redraw()

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay the whole screen out for its size and what is open."""
        self.begin(app)
        self.controls.parts = ["top", "tools", "map", "form", "problems"]
        self.areas = areas(app.theme, app.size, form_open=self.form_open, list_open=self.list_open)
        if self.map is not None:
            self.map.set_theme(app.theme)
            self.map.resize(self.map_rect())
            tool_strip.lay_map_tools(self)
        else:
            self._no_map()
        tool_strip.lay(self)
        if self.areas.form_open:
            self._form()
        elif self.areas.kind == "drawer":
            self._handle_of_drawer()
        top_bar.lay(self)
        problem_list.lay(self)
        if self.news is not None:
            lay_news(self, self.areas.map, self.news)

    def _no_map(self) -> None:
        area, px = self.areas.map, self.px
        self.fill(area, self.theme.bg0)
        width = min(px(420), area.w - px(32))
        left = area.centerx - width // 2
        self.lines(
            self.w("author.no_map"), left, area.centery - px(40), width, 16, self.theme.text2
        )

    def _form(self) -> None:
        theme, rect, px = self.theme, self.areas.form, self.px
        self.add(Control("form_ground", Rect(rect), "area", part=""))
        self.fill(rect, theme.bg1)
        self.fill(Rect(rect.x, rect.y, px(1), rect.h), theme.line)
        PANELS[self.opened](self, rect)
        if self.areas.kind == "drawer":
            size = px(28)
            self.add(
                Control("drawer_close", Rect(rect.x - size - px(4), rect.y + px(8), size, size),
                        "icon", icon="x", framed=True, hint=self.w("common.close"), part="map",
                        action=self.toggle_drawer)
            )  # fmt: skip

    def _handle_of_drawer(self) -> None:
        area, px = self.areas.map, self.px
        size = px(32)
        self.add(
            Control("drawer", Rect(area.x + px(8), area.y + px(8), size, size), "icon",
                    icon="menu", framed=True, hint=self.w("author.drawer"), part="map",
                    action=self.toggle_drawer)
        )  # fmt: skip

    def toggle_drawer(self) -> None:
        """Slide the form over the map, or away."""
        self.form_open = not self.form_open
        self.app.relayout()

    # --- time and drawing -------------------------------------------------------------------

    def update(self, dt_ms: int) -> bool:
        """Let time pass: tiles arrive, files are looked at, tooltips ripen."""
        self.toast_over()
        if self.app.scene is self:
            self.saving.update(dt_ms)
            self._look(dt_ms)
            self.trial.update()
        delay = TOOLTIP_MS.get(self.app.settings.tooltips, 0)
        before, self._rest = self._rest, self._rest + dt_ms
        if delay and before < delay <= self._rest:
            self.app.redraw()
        return self.map.update(dt_ms) if self.map is not None else False

    def _look(self, dt_ms: int) -> None:
        """Look for warnings while nobody paints or drags."""
        if self.bench.look(dt_ms, busy=self._pressed is not None):
            self._point_on()
            self.mark_map()
            self.app.relayout()

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
            self._rest = 0
        return super().handle(event)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map, what lies on it, the panels, a toast and a tooltip."""
        surface.fill(self.theme.bg0)
        if self.map is not None:
            self.map.draw(surface)
            paper_scale(surface, self, self.map)
            if self.banded is not None:
                pygame.draw.rect(surface, self.theme.casing, self.banded, self.px(3))
                pygame.draw.rect(surface, self.theme.accent_map, self.banded, self.px(1.5))
        self.draw_pieces(surface, self.pieces)
        tool_strip.draw_where(surface, self)
        self.controls.draw(surface, self.theme)
        text, kind, _ = self.said
        if text:
            rect = self.map_rect()
            x = rect.right - self.px(16) if self.theme.rtl else rect.left + self.px(16)
            draw_toast(surface, self.theme, text, (x, rect.bottom - self.px(66)), kind)
        self._tip(surface)

    def _tip(self, surface: pygame.Surface) -> None:
        delay = TOOLTIP_MS.get(self.app.settings.tooltips)
        control = self.controls.at(self.app.mouse)
        if delay is None or self._rest < delay or control is None or control.kind == "area":
            return
        tip = tooltip_of(control)
        if tip is not None:
            draw_tooltip(surface, self.theme, tip, self.app.mouse, control.shown, self.screen)

    def saved_text(self) -> str:
        """Whether the files are saved, and how many are watched."""
        if self.bench.dirty:
            return self.w("author.unsaved")
        return self.w("author.watched", count=self.saving.files)

    # --- other screens ----------------------------------------------------------------------

    def open_settings(self) -> None:
        """Open the settings on top."""
        from game.ui.scenes.settings import SettingsScene

        self.app.push(SettingsScene())

    def open_keys(self) -> None:
        """Open the sheet of keys on top."""
        from game.ui.scenes.keys import KeysScene

        self.app.push(KeysScene())
