"""Lays blocks of Markdown out on a page: wrapped runs of several styles, lists, tables, code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pygame

from game.ui.scenes.reading.markdown import Block, Span
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme

_HEAD_SIZES: Final = {1: 28, 2: 20, 3: 16}
_BODY: Final = 14
_CELL: Final = 12
_WEIGHTS: Final[dict[str, Weight]] = {
    "regular": "regular",
    "semibold": "semibold",
    "mono": "mono",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style, at a place on the page."""

    rect: pygame.Rect
    text: str
    size: float
    weight: Weight
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, or the ground of a head of a table."""

    rect: pygame.Rect
    ground: bool = False


@dataclass(slots=True)
class Prose:
    """A page of text. Always read from left to right: the documentation is in English."""

    runs: list[Run]
    rules: list[Rule]
    heads: list[tuple[int, Block]]
    """Where each heading begins."""
    height: int


def lay_out(theme: Theme, blocks: Iterable[Block], width: int) -> Prose:
    """Return blocks laid out in a column of a width in pixels."""
    setter = _Setter(replace(theme, lang="en", rtl=False), width)
    for block in blocks:
        setter.add(block)
    return Prose(setter.runs, setter.rules, setter.heads, setter.y)


def draw(surface: pygame.Surface, theme: Theme, prose: Prose, at: tuple[int, int]) -> None:
    """Draw what of a page lies within the clip, its top left corner at a point."""
    latin = replace(theme, lang="en", rtl=False)
    clip = surface.get_clip()
    for rule in prose.rules:
        rect = rule.rect.move(at)
        if rect.colliderect(clip):
            surface.fill(theme.bg2 if rule.ground else theme.line, rect)
    for run in prose.runs:
        rect = run.rect.move(at)
        if rect.colliderect(clip):
            colour = theme.text2 if run.quiet else theme.text1
            draw_text(surface, latin, run.text, rect.topleft, run.size, colour, run.weight, "left")


class _Setter:
    """Puts one block under the other."""

    def __init__(self, theme: Theme, width: int) -> None:
        self.theme = theme
        self.width = width
        self.y = 0
        self.runs: list[Run] = []
        self.rules: list[Rule] = []
        self.heads: list[tuple[int, Block]] = []

    def add(self, block: Block) -> None:
        """Put a block under what is there."""
        px = self.theme.px
        if block.kind == "heading":
            size = _HEAD_SIZES.get(block.level, 14)
            self.y += px(24 if block.level == 2 else 16) if self.y else 0
            self.heads.append((self.y, block))
            number = f"{block.number}  " if block.number else ""
            words = [Span(number + block.text, "semibold")]
            self._wrapped(words, 0, self.width, size)
            self.y += px(6)
        elif block.kind == "item":
            indent = px(20 + 20 * block.level)
            mark = f"{block.number}." if block.number else "·"
            self._put(mark, indent - px(16), self.y, _BODY, "semibold")
            self._wrapped(block.spans, indent, self.width, _BODY)
            self.y += px(4)
        elif block.kind == "code":
            for line in block.lines:
                rows = _chunks(self.theme, line, self.width - px(16))
                for row in rows:
                    self._put(row, px(12), self.y, _CELL, "mono")
                    self.y += line_height(self.theme, _CELL)
            self.y += px(12)
        elif block.kind == "table":
            self._table(block)
        else:
            self._wrapped(block.spans, 0, self.width, _BODY)
            self.y += px(10)

    def _put(self, text: str, x: int, y: int, size: float, weight: Weight) -> None:
        wide = measure(self.theme, text, size, weight)[0]
        high = line_height(self.theme, size)
        self.runs.append(Run(pygame.Rect(x, y, wide, high), text, size, weight))

    def _wrapped(self, spans: Sequence[Span], left: int, right: int, size: float) -> None:
        self.y = self._wrap_at(spans, left, right, self.y, size)

    def _wrap_at(self, spans: Sequence[Span], left: int, right: int, top: int, size: float) -> int:
        """Set runs of words from a place on; returns where the last line ends."""
        theme, x, y = self.theme, left, top
        high = line_height(theme, size)
        space = measure(theme, " ", size)[0]
        joined = True
        for span in spans:
            weight = _WEIGHTS[span.style]
            small = size - 1 if weight == "mono" and size > _CELL else size
            for number, word in enumerate(span.text.split(" ")):
                if number:
                    joined = False
                if not word:
                    continue
                for piece in _chunks(theme, word, right - left, small, weight):
                    wide = measure(theme, piece, small, weight)[0]
                    gap = 0 if joined or x == left else space
                    if x + gap + wide > right and x > left:
                        x, y, gap = left, y + high, 0
                    lift = (high - line_height(theme, small)) // 2
                    box = pygame.Rect(x + gap, y + lift, wide, line_height(theme, small))
                    self.runs.append(Run(box, piece, small, weight))
                    x += gap + wide
                    joined = True
            joined = not span.text.endswith(" ")
        return y + high

    def _table(self, block: Block) -> None:
        theme, px = self.theme, self.theme.px
        pad = px(8)
        columns = max(len(row) for row in block.rows)
        wants = [0] * columns
        least = [0] * columns
        for row in block.rows:
            for place, cell in enumerate(row):
                text = "".join(span.text for span in cell)
                wide = measure(theme, text, _CELL, "semibold")[0] + px(4)
                mono = sum(
                    measure(theme, span.text, _CELL, "mono")[0]
                    for span in cell
                    if span.style == "mono"
                )
                wants[place] = max(wants[place], wide, mono)
                longest = max(
                    (measure(theme, w, _CELL, "mono")[0] for w in text.split()), default=0
                )
                least[place] = max(least[place], min(longest, px(120)))
        widths = _shares(wants, least, self.width - 2 * pad * columns)
        for number, row in enumerate(block.rows):
            top, x, bottom = self.y + px(4), 0, self.y
            cells = [_bold(cell) if number == 0 else cell for cell in row]
            ground = len(self.rules)
            for place, cell in enumerate(cells):
                end = self._wrap_at(cell, x + pad, x + pad + widths[place], top, _CELL)
                bottom = max(bottom, end)
                x += widths[place] + 2 * pad
            self.y = bottom + px(4)
            if number == 0:
                box = pygame.Rect(0, top - px(4), min(x, self.width), self.y - top + px(4))
                self.rules.insert(ground, Rule(box, ground=True))
            self.rules.append(Rule(pygame.Rect(0, self.y, min(x, self.width), px(1))))
            self.y += px(1)
        self.y += px(14)


def _bold(cell: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(Span(span.text, "semibold") for span in cell)


def _shares(wants: list[int], least: list[int], room: int) -> list[int]:
    """Share room among columns: what they want if it fits, else the wide ones give way."""
    if sum(wants) <= room:
        return wants
    widths = list(wants)
    for _ in range(200):
        over = sum(widths) - room
        if over <= 0:
            break
        widest = max(range(len(widths)), key=lambda place: widths[place] - least[place])
        if widths[widest] <= least[widest]:
            break
        widths[widest] -= min(over, max(1, (widths[widest] - least[widest]) // 8 + 1))
    if sum(widths) > room:
        scale = room / sum(widths)
        widths = [int(width * scale) for width in widths]
    return widths


def _chunks(
    theme: Theme, word: str, width: int, size: float = _CELL, weight: Weight = "mono"
) -> list[str]:
    """Break a word that is wider than a line."""
    if measure(theme, word, size, weight)[0] <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(theme, pieces[-1] + letter, size, weight)[0] > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
