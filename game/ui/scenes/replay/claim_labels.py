"""Where the labels of claims stand beside their dots: never on the curve, a dot or each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

Point = tuple[int, int]

_NO_PLACE: Final = 8.5
"""Worse than a label on a line, better than one on ground that is coloured."""
_LEADER: Final = 3.0
"""For a label so far from its dot that a line has to join them."""
_RINGS: Final = (9, 18, 28, 40, 54)
"""How far such labels stand, in thirds of the height of a line of text."""


@dataclass(frozen=True)
class Placed:
    """A label; where its leader begins and ends if it has one."""

    rect: pygame.Rect
    leader: tuple[Point, Point] | None = None


@dataclass(frozen=True)
class Ground:
    """What labels are laid out on."""

    room: pygame.Rect
    barred: Sequence[pygame.Rect]
    """Where no label may stand."""
    unwanted: Sequence[tuple[pygame.Rect, float]]
    """Where one stands if there is no better place, and what that costs."""
    gap: int
    """Between a dot and its label, in pixels."""
    rtl: bool


def placed(
    dots: Sequence[pygame.Rect], sizes: Sequence[tuple[int, int]], ground: Ground
) -> list[Placed | None]:
    """Return the place of each dot's label; None where there is none.

    Labels are laid out one by one in several orders, and the best of the results is kept.
    """
    number = list(range(len(dots)))
    by_height = sorted(number, key=lambda n: dots[n].y)
    middle = sum(dot.x for dot in dots) / max(1, len(dots))
    from_edges = sorted(number, key=lambda n: -abs(dots[n].x - middle))
    orders = (number, number[::-1], by_height, by_height[::-1], from_edges, from_edges[::-1])
    tried = [_laid(dots, sizes, ground, order) for order in orders]
    return min(tried, key=lambda found: found[0])[1]


def _laid(
    dots: Sequence[pygame.Rect],
    sizes: Sequence[tuple[int, int]],
    ground: Ground,
    order: Sequence[int],
) -> tuple[float, list[Placed | None]]:
    found: list[Placed | None] = [None] * len(dots)
    total = 0.0
    for n in order:
        others = [dot for m, dot in enumerate(dots) if m != n]
        labels = [label for label in found if label is not None]
        cost, found[n] = _best(dots[n], sizes[n], ground, others, labels)
        total += cost
    return total, found


def _best(
    dot: pygame.Rect,
    size: tuple[int, int],
    ground: Ground,
    dots: Sequence[pygame.Rect],
    labels: Sequence[Placed],
) -> tuple[float, Placed | None]:
    best: tuple[float, Placed | None] = (_NO_PLACE, None)
    barred = [*ground.barred, *dots, *(label.rect for label in labels)]
    leaders = [label.leader for label in labels if label.leader is not None]
    for cost, place in _places(dot, size, ground):
        if cost >= best[0] or not ground.room.contains(place.rect):
            continue
        tight = place.rect.inflate(2, -size[1] // 4)
        if tight.collidelist(barred) >= 0 or any(tight.clipline(line) for line in leaders):
            continue
        if place.leader and any(rect.clipline(place.leader) for rect in (*dots, *barred)):
            continue
        cost += max((dear for rect, dear in ground.unwanted if tight.colliderect(rect)), default=0)
        if cost < best[0]:
            best = cost, place
    return best


def _places(
    dot: pygame.Rect, size: tuple[int, int], ground: Ground
) -> Iterator[tuple[float, Placed]]:
    """Yield places with what each costs, those beside the dot first."""
    wide, high = size
    gap, mid = ground.gap, dot.centery - high // 2
    after, before = dot.right + gap, dot.left - gap - wide
    if ground.rtl:
        after, before = before, after
    beside = (
        (after, mid), (before, mid),
        (dot.centerx - wide // 2, dot.bottom + 1), (dot.centerx - wide // 2, dot.top - high),
        (dot.left, dot.bottom + 1), (dot.right - wide, dot.bottom + 1),
        (dot.left, dot.top - high), (dot.right - wide, dot.top - high),
        (after, dot.top - high + gap), (before, dot.bottom - gap),
        (before, dot.top - high + gap), (after, dot.bottom - gap),
    )  # fmt: skip
    for rank, corner in enumerate(beside):
        yield rank / 10, Placed(pygame.Rect(corner, size))
    for ring, thirds in enumerate(_RINGS):
        off = thirds * high // 9
        across = dot.centerx - wide // 2
        for left in (across, dot.centerx, dot.centerx - wide, after + off // 2, before - off // 2):
            for top in (dot.top - high - off, dot.bottom + off):
                rect = pygame.Rect(left, top, wide, high)
                end = (max(rect.left, min(dot.centerx, rect.right - 1)), rect.centery)
                edge = rect.bottom - high // 5 if top < dot.top else rect.top + high // 5
                start = (dot.centerx, dot.top - 1 if top < dot.top else dot.bottom)
                yield (
                    _LEADER + ring + abs(left - across) / (9 * high),
                    Placed(rect, (start, (end[0], edge))),
                )
