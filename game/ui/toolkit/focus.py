"""Where the focus of the keyboard goes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import pygame

from game.ui.toolkit.control import Control

Named = TypeVar("Named")

GROUPED: Final = frozenset({"segment", "tab"})
"""Kinds of which a whole group is one stop; arrow keys go from one to the next."""


def after(order: Sequence[Named], current: Named | None, step: int) -> Named | None:
    """Return the next (or previous) one in a ring; the first (or last) if none is current."""
    if not order:
        return None
    if current is None or current not in order:
        return order[0 if step > 0 else -1]
    return order[(order.index(current) + step) % len(order)]


def towards(
    rects: Sequence[tuple[str, pygame.Rect]], here: pygame.Rect, way: tuple[int, int]
) -> str | None:
    """Return the name of the nearest rect in a direction, or None if none lies there."""
    best: tuple[float, str] | None = None
    for name, rect in rects:
        dx, dy = rect.centerx - here.centerx, rect.centery - here.centery
        along = dx * way[0] + dy * way[1]
        across = abs(dx * way[1]) + abs(dy * way[0])
        if along <= 0 or (across > along and not _overlap(rect, here, way)):
            continue
        distance = along + 3 * across
        if best is None or distance < best[0]:
            best = (distance, name)
    return best[1] if best else None


def _overlap(rect: pygame.Rect, here: pygame.Rect, way: tuple[int, int]) -> bool:
    if way[0]:
        return rect.top < here.bottom and rect.bottom > here.top
    return rect.left < here.right and rect.right > here.left


def stops(controls: Sequence[Control], part: str, focus: str) -> list[Control]:
    """Return the stops of a part: of segments and tabs in a group only the current one."""
    found: list[Control] = []
    groups: dict[str, Control] = {}
    for control in controls:
        if control.part != part or control.kind == "area":
            continue
        if control.kind in GROUPED and control.group:
            known = groups.get(control.group)
            if known is None:
                found.append(control)
                groups[control.group] = control
            elif (control.current and not known.current) or control.id == focus:
                found[found.index(known)] = groups[control.group] = control
            continue
        found.append(control)
    return found


def neighbour(controls: Sequence[Control], here: Control, way: tuple[int, int]) -> str | None:
    """Return the id of the control next to one in a direction, within its group or part."""
    if here.kind in GROUPED:
        peers = [c for c in controls if c.group == here.group and c.kind == here.kind]
    else:
        peers = [c for c in controls if c.part == here.part and c.kind != "area"]
        if here.group:
            peers = [c for c in peers if c.group == here.group]
    return towards([(c.id, c.rect) for c in peers if c is not here], here.rect, way)
