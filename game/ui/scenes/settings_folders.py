"""Where the player's settings and saves lie, told in the settings."""

from __future__ import annotations

from pygame import Rect

from game.storage.folders import config_folder, data_folder
from game.ui.scenes.page import Page
from game.ui.toolkit.controls import ScrollArea


def lay_folders(page: Page, box: Rect, area: ScrollArea) -> int:
    """Lay out the folders with their paths; returns the height used."""
    theme, px = page.theme, page.px
    x, y, width = box.x + px(12), box.y + px(8), box.w - px(24)
    for name, folder in (("config_folder", config_folder()), ("data_folder", data_folder())):
        y += page.lines(
            page.w(f"settings.{name}"), x, y, width, 14, theme.text1, "semibold", area=area
        )
        y += page.lines(str(folder), x, y, width, 12, theme.text2, "mono", area=area) + px(16)
    return y - box.y
