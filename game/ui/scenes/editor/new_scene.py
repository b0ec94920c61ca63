"""A new scenario: its folder, its names, and what it begins from."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.authoring.new_package import (
    CannotCreate,
    NewPackage,
    extending_package,
    imported_package,
    new_package,
)
from game.folders import scenarios_path
from game.scenario.layout import is_name
from game.ui import flow
from game.ui.scenes.editor.world_map import Wish, WorldMap, picture
from game.ui.scenes.page import BarPage
from game.ui.toolkit.controls import Control, ScrollArea, natural_size

if TYPE_CHECKING:
    from game.ui.app import App

_SIZES = ((16, 12), (24, 16), (40, 30), (64, 48))


class NewScene(BarPage):
    """Asks for what a package needs to begin, and opens it in the editor."""

    world: WorldMap

    def __init__(self, base: str = "", geojson: str = "") -> None:
        """`base` is the id or path of the scenario to build on; without it, an empty beginning."""
        super().__init__()
        self.base = base
        self.values = {
            "folder": _free(f"my_{os.path.basename(base)}" if base else "my_scenario"),
            "title": "",
            "title_ar": "",
            "hex_km": "0.5",
            "geojson": geojson,
            "extent": "",
        }
        self.size = _SIZES[1]
        self.refusal = ""
        self._area: ScrollArea | None = None

    def enter(self, app: App) -> None:
        """Come onto the app; a file that was given is laid at once."""
        super().enter(app)
        self.world = WorldMap(app.wake)
        self.world.want(self._wish())

    def update(self, dt_ms: int) -> bool:
        """Let time pass: a map may have been laid."""
        if self.world.update():
            self.app.relayout()
        return False

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; a dropped file is the map."""
        if event.type == pygame.DROPFILE and not self.base:
            self._type("geojson", event.file)
            self.app.relayout()
            return True
        return super().handle(event)

    def layout(self, app: App) -> None:
        """Lay the fields out, one under the other."""
        self.begin(app)
        theme, px = self.theme, self.px
        self.controls.parts = ["bar", "fields"]
        top = self.header(self.w("author.new"))
        width = min(px(560), self.screen.w - 2 * px(24))
        left = (self.screen.w - width) // 2
        box = Rect(left - px(8), top, width + px(28), self.screen.h - top - px(8))
        area = self._area = self.area(self._area, box)
        y = top + px(24)
        what = self.w("author.new_from", name=os.path.basename(self.base)) if self.base else ""
        y += self.lines(what or self.w("author.new_empty"), left, y, width, 14, theme.text2,
                        area=area) + px(16)  # fmt: skip
        for name in ("folder", "title", "title_ar"):
            y = self._field(name, Rect(left, y, width, 0), area)
        y += self.lines(self.w("author.new_where", folder=scenarios_path()), left, y, width, 12,
                        theme.text3, area=area) + px(16)  # fmt: skip
        if not self.base:
            y = self._field("geojson", Rect(left, y, width, 0), area)
            if self.values["geojson"].strip():
                y = self._field("extent", Rect(left, y, width, 0), area)
            else:
                y = self._sizes(left, y, width, area)
            y = self._field("hex_km", Rect(left, y, width, 0), area)
            y = self._preview(left, y, width, area)
        if self.refusal:
            y += self.lines(self.refusal, left, y, width, 14, theme.text1, area=area) + px(12)
        y = self._buttons(left, y, area)
        self.fit_area(area, y)
        if self.controls.focused() is None:
            self.controls.set_focus("folder")

    def _field(self, name: str, box: Rect, area: ScrollArea) -> int:
        px = self.px
        y = box.y + self.text(self.w(f"author.new_{name}"), box.x, box.y, box.w, 12,
                              self.theme.text2, area=area) + px(4)  # fmt: skip
        self.add(
            Control(
                name, Rect(box.x, y, box.w, px(36)), "field", value=self.values[name],
                longest=100, part="fields", area=area, changed=partial(self._type, name),
                submit=self._make,
            )
        )  # fmt: skip
        return y + px(36) + px(14)

    def _preview(self, left: int, y: int, width: int, area: ScrollArea) -> int:
        """What came of the file: a small picture of the map, and what is on it."""
        world, px = self.world, self.px
        if world.busy:
            told = self.w("author.new_laying", done=world.done, all=world.all)
        elif world.failure:
            told = world.failure
        elif world.laid is not None:
            laid = world.laid
            image = picture(laid, (width, px(220)))
            box = Rect(left, y, *image.get_size())
            self.put(box, lambda surface, rect: surface.blit(image, rect) and None, area)
            y = box.bottom + px(6)
            told = self.w(
                "author.new_laid", width=laid.frame.grid.width, height=laid.frame.grid.height,
                roads=len(laid.roads), places=len(laid.places), out=sum(laid.ignored.values()),
            )  # fmt: skip
        else:
            return y
        return y + self.lines(told, left, y, width, 12, self.theme.text2, area=area) + px(12)

    def _wish(self) -> Wish | None:
        """The file to be laid, if there is one and its hexes have a size."""
        path, km = self.values["geojson"].strip(), self.values["hex_km"]
        try:
            size = float(km)
        except ValueError:
            return None
        usable = bool(path) and not self.base and 0.01 <= size <= 100
        return (path, size, self.values["extent"]) if usable else None

    def _sizes(self, left: int, y: int, width: int, area: ScrollArea) -> int:
        px = self.px
        y += self.text(self.w("author.new_size"), left, y, width, 12, self.theme.text2,
                       area=area) + px(4)  # fmt: skip
        each = width // len(_SIZES)
        for number, size in enumerate(_SIZES):
            self.add(
                Control(
                    f"size_{size[0]}", Rect(left + number * each, y, each, px(34)), "segment",
                    f"{size[0]} × {size[1]}", current=size == self.size, group="sizes",
                    part="fields", area=area, action=self._take(size),
                )
            )  # fmt: skip
        return y + px(34) + px(14)

    def _buttons(self, left: int, y: int, area: ScrollArea) -> int:
        make = Control("make", Rect(0, 0, 0, 0), "primary", self.w("author.new_make"),
                       part="fields", area=area, action=self._make)  # fmt: skip
        cancel = Control("cancel", Rect(0, 0, 0, 0), "button", self.w("common.cancel"),
                         part="fields", area=area, action=self.leave_page)  # fmt: skip
        for control in (make, cancel):
            wide = natural_size(self.theme, control)[0] + self.px(16)
            control.rect = Rect(left, y, wide, self.px(36))
            self.add(control)
            left += wide + self.px(8)
        return y + self.px(36) + self.px(16)

    def _type(self, name: str, text: object) -> None:
        given = bool(self.values["geojson"].strip())
        self.values[name], self.refusal = str(text), ""
        if name in ("geojson", "extent", "hex_km"):
            self.world.want(self._wish())
        if given != bool(self.values["geojson"].strip()):
            self.app.relayout()
        self.app.redraw()

    def _take(self, size: tuple[int, int]) -> Callable[[], None]:
        def act() -> None:
            self.size = size
            self.app.relayout()

        return act

    def _make(self) -> None:
        try:
            made = self._made()
        except CannotCreate as error:
            self.refusal = str(error)
            self.app.relayout()
            return
        app = self.app
        app.pop()
        flow.author(app, made.folder)

    def _made(self) -> NewPackage:
        values = {name: text.strip() for name, text in self.values.items()}
        if not is_name(values["folder"] or "_"):
            raise CannotCreate(self.w("author.new_folder_wrong"))
        folder = Path(scenarios_path()) / values["folder"]
        title, title_ar = values["title"], values["title_ar"]
        if self.base:
            return extending_package(folder, self.base, title, title_ar=title_ar)
        try:
            hex_km = float(values["hex_km"])
        except ValueError:
            raise CannotCreate(self.w("author.new_hex_km_wrong")) from None
        if not 0.01 <= hex_km <= 100:
            raise CannotCreate(self.w("author.new_hex_km_wrong"))
        if values["geojson"]:
            if self.world.busy or self.world.laid is None:
                raise CannotCreate(self.world.failure or self.w("author.new_not_laid"))
            return imported_package(folder, self.world.laid, title, title_ar=title_ar)
        return new_package(folder, title, self.size, title_ar=title_ar, hex_km=hex_km)


def _free(name: str) -> str:
    """Return a name that no own scenario has."""
    root, number, found = Path(scenarios_path()), 2, name
    while (root / found).exists():
        found, number = f"{name}_{number}", number + 1
    return found
