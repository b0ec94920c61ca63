"""A sample of the look beside the settings: map, words and counters as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ui.map.counters import Look, card_picture
from game.ui.scenes.scenario_cards import CHIEF
from game.ui.scenes.thumbnails import Thumbnails
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import line_height, wrap
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.settings import SettingsScene

_DAY: Final = "2017-10-25"
_LOOKS: Final = (
    Look("government", "mech_infantry", "battalion", fit=2, suppressed=1, stripe=(196, 132, 40)),
    Look("isil", "infantry", "company", fit=1, suppressed=1, lost=1, frame="diamond"),
    Look("sdf", "infantry", "battalion", fit=2, frame="square"),
)


class Sample:
    """The panel; it can be turned grey to see that colour alone tells nothing."""

    def __init__(self) -> None:
        self.grey = False
        self.box = Rect(0, 0, 0, 0)
        self._pictures: Thumbnails | None = None

    def close(self) -> None:
        """Stop making the picture."""
        if self._pictures is not None:
            self._pictures.close()
            self._pictures = None

    def news(self) -> bool:
        """True once after the picture of the map has come."""
        return self._pictures is not None and self._pictures.news()

    def busy(self) -> bool:
        """True while the picture of the map is being made."""
        return self._pictures is not None and self._pictures.busy

    def lay_out(self, scene: SettingsScene, box: Rect) -> None:
        """Put the panel with its top edge at that of the box."""
        theme, px = scene.theme, scene.px
        if self._pictures is None:
            self._pictures = Thumbnails(scene.app.wake)
        pad = px(16)
        inner = box.w - 2 * pad
        panel = len(scene.pieces)
        y = box.y + px(14)
        title = scene.w("settings.sample", count=scene.app.scale)
        if theme.lang != "ar":
            title = title.upper()
        y += scene.text(title, box.x + pad, y, inner, 12, theme.text2, "semibold") + px(6)
        picture = Rect(box.x + pad, y, inner, min(px(220), scene.screen.h // 4))
        scene.put(picture, self._brush(picture.size))
        y = picture.bottom + px(12)
        day = date(theme.lang, _DAY, "weekday")
        for text, size, colour, weight in (
            (day, 20, theme.text1, "semibold"),
            (scene.w("settings.sample_unit"), 16, theme.text1, "regular"),
            (scene.w("settings.sample_state"), 14, theme.text2, "regular"),
        ):
            y += scene.lines(text, box.x + pad, y, inner, size, colour, weight)  # type: ignore[arg-type]
        y += px(12)
        edge = px(60)
        x = box.x + pad
        for look in self._looks(scene):
            card = card_picture(look, edge)
            if x + card.get_width() > box.right - pad:
                break
            scene.put(Rect((x, y), card.get_size()), self._blit(card))
            x += card.get_width() + px(16)
        y += edge + px(16)
        rows = wrap(theme, scene.w("settings.sample_fact"), 12, inner)
        y += scene.lines(rows, box.x + pad, y, inner, 12, theme.text2)
        link = Control(
            "sample_grey",
            Rect(0, 0, 0, 0),
            "link",
            scene.w("settings.sample_colour" if self.grey else "settings.sample_grey"),
            size=12,
            part="sample",
            action=lambda: self._turn(scene),
        )
        wide = natural_size(theme, link)[0]
        link.rect = Rect(box.x + pad, y, wide, line_height(theme, 12) + px(4))
        scene.add(link)
        y += line_height(theme, 12) + px(14)
        box.h = y - box.y
        scene.panel(box, theme.bg1, theme.line)
        scene.pieces.insert(panel, scene.pieces.pop())
        self.box = scene.turned(box)

    def _looks(self, scene: SettingsScene) -> list[Look]:
        from dataclasses import replace

        settings = scene.app.settings
        bold = settings.skin == "high_contrast"
        style = "plain" if settings.symbols == "plain" else "app6"
        looks = [replace(look, style=style, bold=bold) for look in _LOOKS]  # type: ignore[arg-type]
        if settings.symbols == "alike":
            return [replace(look, frame="rectangle") for look in looks]
        return looks

    def _brush(self, size: tuple[int, int]):  # type: ignore[no-untyped-def]
        def brush(surface: pygame.Surface, rect: Rect) -> None:
            picture = self._pictures.get(CHIEF, size) if self._pictures is not None else None
            if picture is not None:
                surface.blit(self._shown(picture), rect)

        return brush

    def _blit(self, picture: pygame.Surface):  # type: ignore[no-untyped-def]
        return lambda surface, rect: surface.blit(self._shown(picture), rect)

    def _shown(self, picture: pygame.Surface) -> pygame.Surface:
        return pygame.transform.grayscale(picture) if self.grey else picture

    def _turn(self, scene: SettingsScene) -> None:
        self.grey = not self.grey
        scene.app.relayout()
