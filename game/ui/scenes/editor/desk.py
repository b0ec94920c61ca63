"""What all parts of the editor share: the bench, the map, the hand, what is selected and open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.scenario.problems import Problem
from game.ui.map.view import MapView
from game.ui.scenes.editor.areas import Areas
from game.ui.scenes.editor.kinds import KINDS, Ref, kind_of, section_of
from game.ui.scenes.editor.tools import BY_ID, Hand
from game.ui.scenes.editor.workshop import Workshop
from game.ui.scenes.file_news import News
from game.ui.scenes.page import Page
from game.ui.toolkit.callouts import TOAST_MS
from game.ui.toolkit.controls import ScrollArea

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scenes.editor.save_as_panel import SaveAs

OFF_MAP: Final = -1


@dataclass(frozen=True)
class Question:
    """A question in the column, with its answers: (id, words, deed)."""

    text: str
    answers: tuple[tuple[str, str, Callable[[], None]], ...]
    note: str = ""


class Desk(Page):
    """State of the editor, and the small deeds every part needs."""

    contexts = ("editor", "map", "everywhere")

    areas: Areas
    save_as: SaveAs

    def __init__(self, bench: Workshop) -> None:
        super().__init__()
        self.bench = bench
        self.map: MapView | None = None
        self.hand = Hand()
        self.selected: Ref | None = None
        self.units: frozenset[str] = frozenset()
        """Ids of the units that are selected together."""
        self.cursor = OFF_MAP
        self.hover = OFF_MAP
        self.opened = "list"
        self.section = "map"
        self.kind = "place"
        self.question: Question | None = None
        self.news: News | None = None
        self.aim: tuple[str, Callable[[int], None]] | None = None
        """What the next click on a hex is for, and what it does."""
        self.found_text = ""
        self.list_text = ""
        self.problem_at = -1
        """Number of the problem that is pointed out, -1 for none."""
        self.pointed: Problem | None = None
        """The problem that was pointed out last."""
        self.list_open = False
        self.form_open = False
        self.scroll: dict[str, ScrollArea] = {}
        self.layers: set[str] = {"grid", "control", "labels", "counters"}
        self.said = ("", "ok", 0)
        """What the toast says, its icon, and when it ends (0 = when it has been read)."""

    # --- selecting --------------------------------------------------------------------------

    def select(self, ref: Ref | None, *, look: bool = False) -> None:
        """Select a thing and show its form; with `look` the map goes there."""
        self.finish_writing()
        self.selected, self.question = ref, None
        self.units = frozenset()
        kind = kind_of(ref) if ref is not None else None
        if kind is not None:
            self.section, self.kind = section_of(kind.id), kind.id
            self.opened = "form"
            self.form_open = True
        elif ref is not None:
            self.opened, self.form_open = "form", True
        else:
            self.opened = self.resting_panel()
        self.scroll.pop("form", None)
        if look and ref is not None:
            self.look_at(self.bench.hex_of(ref))
        self.mark_map()
        self.app.relayout()

    def resting_panel(self) -> str:
        """What the column shows when nothing is selected: what the tool paints with, or a list."""
        return "tool" if self.hand.tool.id in _PAINTING else "list"

    def take(self, tool: str) -> Callable[[], None]:
        """Return what takes a tool in the hand."""

        def act() -> None:
            self.finish_writing()
            self.aim = None
            self.hand.tool = BY_ID[tool]
            kinds = self.hand.tool.kinds
            keep = (
                self.selected is not None
                and (kind := kind_of(self.selected)) is not None
                and (tool == "select" or kind.id in kinds)
            )
            if tool in _PAINTING:
                self.section = "map"
            if kinds and not keep:
                self.kind = kinds[0]
                self.section = section_of(kinds[0])
            if not keep:
                self.select(None)
            elif tool in _PAINTING:
                self.opened = "tool"
            self.mark_map()
            self.app.relayout()

        return act

    def take_mode(self, mode: str) -> Callable[[], None]:
        """Return what lets the tool do another of the things it can."""

        def act() -> None:
            self.hand.modes[self.hand.tool.id] = mode
            self.mark_map()
            self.app.relayout()

        return act

    def show_kind(self, kind: str) -> Callable[[], None]:
        """Return what shows the list of a kind; of a single thing its form."""

        def act() -> None:
            made = KINDS[kind]
            self.section, self.kind = section_of(kind), kind
            self.list_text = ""
            self.scroll.pop("list", None)
            if made.single:
                self.select((made.file, ()))
            else:
                self.selected, self.opened = None, "list"
            self.form_open = True
            self.mark_map()
            self.app.relayout()

        return act

    def show_section(self, section: str) -> Callable[[], None]:
        """Return what shows the kinds under a heading."""

        def act() -> None:
            from game.ui.scenes.editor.kinds import SECTIONS

            self.show_kind(SECTIONS[section][0].id)()

        return act

    def show_panel(self, name: str) -> None:
        """Open a panel in the column; the one that is open is closed."""
        self.finish_writing()
        self.opened = name if self.opened != name else self.home_panel()
        self.form_open = True
        self.app.relayout()

    def home_panel(self) -> str:
        """The panel below those that were opened: form, tool or list."""
        return "form" if self.selected is not None else self.resting_panel()

    def close_panel(self) -> None:
        """Go back to the form, the tool or the list."""
        self.question = None
        self.opened = self.home_panel()
        self.app.relayout()

    def ask(self, question: Question) -> None:
        """Ask a question in the column."""
        self.question, self.opened, self.form_open = question, "question", True
        self.app.relayout()

    def finish_writing(self) -> None:
        """Take over what stands in a field that is being written."""
        raise NotImplementedError

    # --- the map ----------------------------------------------------------------------------

    def mark_map(self) -> None:
        """Lay anew over the map what is selected, painted and wrong."""
        raise NotImplementedError

    def look_at(self, here: int) -> None:
        """Bring a hex into view, if it is not."""
        view = self.map
        if view is None or here < 0 or here >= view.scenario.board.grid.size:
            return
        inner = view.rect.inflate(-view.rect.w // 6, -view.rect.h // 6)
        if not inner.collidepoint(view.to_screen(here)):
            view.centre_on(here, animate=not self.app.reduced_motion)

    def toggle_layer(self, name: str) -> Callable[[], None]:
        """Return what shows or hides a layer of the map."""

        def act() -> None:
            self.layers ^= {name}
            self.mark_map()
            self.app.relayout()

        return act

    def zoom(self, step: int, pos: tuple[int, int] | None = None) -> Callable[[], None]:
        """Return what zooms in or out, about a point or the middle."""

        def act() -> None:
            if self.map is not None:
                self.map.zoom_at(pos or self.map.rect.center, step)
                self.app.redraw()

        return act

    def map_rect(self) -> Rect:
        """Where the map is on the screen in this language."""
        return self.turned(self.areas.map)

    # --- telling ----------------------------------------------------------------------------

    def toast(self, text: str, kind: str = "ok") -> None:
        """Say something for a while; what went wrong stays until the next click or key."""
        self.said = (text, kind, 0 if kind == "x" else self.app.clock_ms + TOAST_MS)
        self.app.say(text)
        self.app.redraw()

    def toast_over(self) -> None:
        """Take away what has been said for long enough."""
        text, _, ends = self.said
        if text and 0 < ends <= self.app.clock_ms:
            self.said = ("", "ok", 0)
            self.app.redraw()

    def toast_read(self, event: pygame.event.Event) -> None:
        """Take away what went wrong, once somebody has done something."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN) and self.said[2] == 0:
            self.said = ("", "ok", 0)

    def enter(self, app: App) -> None:
        """Come onto the app."""
        super().enter(app)
        self.theme = app.theme


_PAINTING: Final = frozenset({"terrain", "river", "road", "control"})
"""Tools whose panel shows what they paint with."""
