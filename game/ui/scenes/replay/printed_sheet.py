"""The whole map of a day as a printed sheet: title, areas off the map, legend, scale and north."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.engine.state import GameState
from game.storage.folders import data_folder
from game.ui.map.box_tags import Edge
from game.ui.map.boxes_strip import EDGES, BoxesStrip, Room
from game.ui.map.legend import WIDTH, Legend, LegendWords
from game.ui.map.margin import FRAME
from game.ui.map.palette import LIGHT, ZOOMS
from game.ui.map.store import map_folder
from game.ui.scenes.box_words import box_words
from game.ui.scenes.page import Page
from game.ui.scenes.replay.naming import Naming
from game.ui.scenes.replay.viewpoint import units_seen
from game.ui.toolkit.callouts import TOAST_MS
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import draw_text, line_height, wrap
from game.ui.toolkit.theme import Theme, theme
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.map.view import MapView

_SIDE: Final = 346
_ABOVE: Final = 46
_LEAST_HIGH: Final = 960
_LARGEST: Final = 1240
"""Width of the printed map up to which a larger zoom is taken."""
_EDGE: Final = 36
_NOTES: Final = 0.56
"""Where scale and notes begin, as a share of the height."""


class PrintedSheet(Page):
    """Shows the sheet as large as the window allows, and saves it as a picture."""

    def __init__(self, state: GameState, title: tuple[str, str], turns: int) -> None:
        """`title` is that of the scenario in the language of the window and in the other one."""
        super().__init__()
        self.state = state
        self.printed: pygame.Surface | None = None
        """The finished sheet."""
        self.view: MapView | None = None
        self._title = title
        self._turns = turns
        self._made: Theme | None = None
        self._note = ""
        self._note_until = 0

    # --- the scene --------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Start the map if need be, and lay out the buttons."""
        self.begin(app)
        self.controls.parts = ["buttons"]
        wanted = theme("light", 1.0, app.theme.lang)
        if self._made != wanted:
            self._start(wanted)
        self.put(self.screen.copy(), self._show)
        px, tall = self.px, self.px(36)
        save = Control(
            "save", Rect(0, 0, 0, 0), "primary", self.w("sheet.save"), icon="note",
            enabled=self.printed is not None, why=self.w("sheet.drawing"), action=self.save,
        )  # fmt: skip
        back = Control(
            "back", Rect(0, 0, 0, 0), "button", self.w("sheet.back"),
            key=app.keys.cap("back"), action=self._leave,
        )  # fmt: skip
        y = self.screen.h - px(16)
        for control in (back, save):
            y -= tall
            control.part = "buttons"
            control.rect = Rect(px(16), y, natural_size(self.theme, control)[0], tall)
            self.add(control)
            y -= px(8)

    def _leave(self) -> None:
        self.app.pop()

    def update(self, dt_ms: int) -> bool:
        """Let the map be drawn; True while it is."""
        if self._note and self.app.clock_ms > self._note_until:
            self._note = ""
            self.app.redraw()
        if self.view is None or self.printed is not None:
            return False
        self.view.update(dt_ms)
        if not self.view.wait(0):
            return True
        self.printed = self._finished()
        self.app.relayout()
        return False

    def busy(self) -> bool:
        """True while the sheet is being drawn."""
        return self.printed is None

    def leave(self) -> None:
        """Stop drawing."""
        if self.view is not None:
            self.view.close()
            self.view = None

    def _show(self, surface: pygame.Surface, _: Rect) -> None:
        """Draw the sheet, or that it is coming, on its paper."""
        surface.fill(LIGHT.paper)
        if self.printed is not None:
            size = self.printed.get_size()
            share = min(1.0, surface.get_width() / size[0], surface.get_height() / size[1])
            shown = self.printed
            if share < 1:
                wanted = round(size[0] * share), round(size[1] * share)
                shown = pygame.transform.smoothscale(shown, wanted)
            surface.blit(shown, shown.get_rect(center=self.screen.center))
        else:
            text = self.w("sheet.drawing")
            draw_text(surface, self.theme, text, self.screen.center, 16, LIGHT.ink, align="centre")
        if self._note:
            bottom = self.screen.h - self.px(16 + 2 * (36 + 8)) - line_height(self.theme, 12)
            x = self.screen.right - self.px(16) if self.theme.rtl else self.px(16)
            draw_text(surface, self.theme, self._note, (x, bottom), 12, LIGHT.ink)

    def save(self) -> None:
        """Write the sheet as a PNG."""
        if self.printed is None:
            return
        scenario = self.state.scenario
        path: Path = data_folder() / "exports" / f"{scenario.id}-{self.state.turn:03}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.printed, path)
        except (OSError, pygame.error) as error:
            self._note = self.w("replay.export_failed", why=str(error))
        else:
            self._note = self.w("replay.exported", path=str(path))
        self._note_until = self.app.clock_ms + TOAST_MS
        self.app.redraw()

    # --- the sheet --------------------------------------------------------------------------

    def _start(self, wanted: Theme) -> None:
        from game.ui.map.view import MapView

        self.leave()
        self._made, self.printed = wanted, None
        view = MapView(self.state.scenario, wanted, map_folder())
        grid = self.state.scenario.board.grid
        fits = [step for step, w in enumerate(ZOOMS) if (grid.width + 0.5) * w <= _LARGEST]
        view.camera.step = fits[-1] if fits else 0
        bounds = view.sheet.bounds(view.width)
        high = max(_LEAST_HIGH, bounds.h + 2 * _ABOVE)
        view.resize(Rect(0, 0, bounds.w + 2 * _SIDE, high))
        view.centre_on(grid.index(grid.width // 2, grid.height // 2))
        view.layers.discard("numbers")
        view.show(self.state, units_seen(self.state))
        self.view = view

    def _finished(self) -> pygame.Surface:
        """Draw all that stands round the map."""
        view, skin = self.view, self._made
        assert view is not None
        assert skin is not None
        paper = pygame.Surface(view.rect.size)
        view.draw(paper)
        x0, y0 = view.to_screen(0)
        bounds = view.sheet.bounds(view.width).move(round(x0), round(y0))
        left = Rect(_EDGE, bounds.top, WIDTH, bounds.h)
        right = Rect(paper.get_width() - _EDGE - WIDTH, bounds.top, WIDTH, bounds.h)
        top = self._heading(paper, skin, left)
        lowest = self._boxes(paper, skin, view, (left, top + 8), right)
        self._scale(paper, skin, view, left)
        names = Naming(self.state.scenario, self.app.words)
        corner = right.x, max(lowest + 28, round(bounds.top + 0.24 * bounds.h))
        Legend(paper, skin, view.sheet, self.state, self._legend_words(names)).draw(corner)
        return paper

    def _heading(self, paper: pygame.Surface, skin: Theme, box: Rect) -> int:
        own, other = self._title
        y, ink = box.y - FRAME, LIGHT.ink
        for text, size in ((own, 20), (other, 16)):
            for row in wrap(skin, text, size, box.w, "semibold"):
                draw_text(paper, skin, row, (box.x, y), size, ink, "semibold", width=box.w)
                y += line_height(skin, size)
        paper.fill(LIGHT.frame, (box.x, y + 4, box.w, 2))
        y += 12
        scenario, turn = self.state.scenario, self.state.turn
        names = Naming(scenario, self.app.words)
        day = date(skin.lang, names.turn(turn), "long")
        metres = round(scenario.board.hex_km * 1000)
        told = self.w("sheet.turn", turn=turn, all=self._turns, metres=metres)
        for text, size, colour, weight in (
            (self.w("sheet.situation", date=day), 13, ink, "semibold"),
            (told, 12, LIGHT.ink_soft, "regular"),
        ):
            for row in wrap(skin, text, size, box.w, weight):  # type: ignore[arg-type]
                draw_text(paper, skin, row, (box.x, y), size, colour, weight, width=box.w)  # type: ignore[arg-type]
                y += line_height(skin, size)
        return y

    def _boxes(
        self,
        paper: pygame.Surface,
        skin: Theme,
        view: MapView,
        left: tuple[Rect, int],
        right: Rect,
    ) -> int:
        """Draw the areas off the map and the ways from them; returns where the right ones end."""
        strip = BoxesStrip(self.state.scenario, skin)
        strip.show(self.state, units_seen(self.state))
        area = paper.get_rect()
        top: dict[Edge, int] = {"left": left[1] - 34, "right": right.y - FRAME - 34}
        inset: dict[Edge, int] = dict.fromkeys(EDGES, _EDGE)
        strip.layout(Room(area, top=top, inset=inset, wide=WIDTH))
        names = Naming(self.state.scenario, self.app.words)
        told = box_words(self.app.words, strip, self.state, names.box_at, names.side_short)
        strip.draw_ways(paper, view)
        strip.draw_tags(paper, told, view.counters.look)
        ends = [tag.rect.bottom for tag in strip.tags if tag.edge == "right"]
        return max(ends, default=right.y)

    def _scale(self, paper: pygame.Surface, skin: Theme, view: MapView, box: Rect) -> None:
        """Draw a bar of five parts, north, and what is drawn for reading only."""
        km = next((n for n in (1, 2, 5, 10, 20, 50) if self._length(view, n) >= 36), 100)
        part = round(self._length(view, km))
        x, y = box.x, box.y + round(_NOTES * box.h)
        ink, frame = LIGHT.ink, LIGHT.frame
        for number in range(5):
            piece = Rect(x + number * part, y, part, 6)
            paper.fill(frame if number % 2 == 0 else LIGHT.halo, piece)
            pygame.draw.rect(paper, frame, piece, 1)
        for number in range(6):
            at = x + number * part, y + 8
            draw_text(paper, skin, str(number * km), at, 12, ink, align="centre")
        unit = self.w("sheet.km")
        draw_text(paper, skin, unit, (x + 5 * part + 14, y + 8), 12, ink, align="left")
        middle, tip = box.right - 12, y - 30
        points = [(middle, tip), (middle + 8, tip + 34), (middle, tip + 28), (middle - 8, tip + 34)]
        pygame.draw.polygon(paper, frame, points)
        draw_text(paper, skin, "N", (middle, tip - 18), 13, ink, "semibold", "centre")
        y += 8 + line_height(skin, 12) + 12
        for row in wrap(skin, self.w("sheet.note"), 12, box.w):
            draw_text(paper, skin, row, (x, y), 12, LIGHT.ink_soft, width=box.w)
            y += line_height(skin, 12)

    def _length(self, view: MapView, km: float) -> float:
        return view.width * km / self.state.scenario.board.hex_km

    def _legend_words(self, names: Naming) -> LegendWords:
        words = self.app.words

        def crossing(kind: str, state: str) -> str:
            key = f"author.crossing_{kind}_{state}"
            return words(key if words.has(key) else f"play.crossing_{state}")

        return LegendWords(
            title=self.w("sheet.legend"),
            side=names.side,
            terrain=names.terrain,
            crossing=crossing,
            roads=(self.w("sheet.highway"), self.w("sheet.road"), self.w("sheet.track")),
            counters=(
                self.w("sheet.fit"), self.w("sheet.suppressed"),
                self.w("sheet.low"), self.w("sheet.cut_off"),
            ),
        )  # fmt: skip


def open_sheet(app: App, state: GameState, title: tuple[str, str], turns: int) -> PrintedSheet:
    """Show a state as a printed sheet."""
    scene = PrintedSheet(state, title, turns)
    app.push(scene)
    return scene
