"""Everything that is laid over the map, and how the rules' own answers become overlays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol, TypeGuard

import pygame

from game.engine.draft import Position
from game.engine.rules.mobility import Range, stops
from game.engine.rules.objectives import status
from game.engine.rules.supply import network
from game.engine.rules.zoc import enemy_zone
from game.engine.state import GameState
from game.ui.map.history_front import HistoryFront, held_apart
from game.ui.map.overlay_areas import HexMarks, People, Zone, ZoneStyle
from game.ui.map.overlay_notes import DigestNumbers, HarmNotes, ObjectiveBadges, Pins
from game.ui.map.overlay_orders import Attack, Cursor, Goal, Path, Reach, Selection, Targets
from game.ui.map.screen_map import ScreenMap

__all__ = [
    "Attack", "Cursor", "DigestNumbers", "Goal", "HarmNotes", "HexMarks",
    "HistoryFront", "ObjectiveBadges", "Overlay", "Path", "People", "Pins", "Placed", "Reach",
    "Selection", "Targets", "Zone", "ZoneStyle", "harm_notes", "held_apart", "is_placed",
    "objective_badges", "reach_of", "supply_zone", "zoc_zone",
]  # fmt: skip


class Overlay(Protocol):
    """Something laid over the map. What is no `Placed` is drawn in every frame, over all else."""

    over: ClassVar[bool]
    """Whether it is drawn over the counters."""

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""


class Placed(Overlay, Protocol):
    """An overlay that is painted into the map, and painted again when it is not equal any more.

    It must look the same whatever part of the map the window shows.
    """

    def where(self) -> Iterable[int] | None:
        """Hexes it is drawn at, or near; None = anywhere."""


def is_placed(overlay: Overlay) -> TypeGuard[Placed]:
    """Tell whether an overlay is painted into the map."""
    return hasattr(overlay, "where")


def reach_of(p: Position, unit: int, found: Range) -> Reach:
    """Return the reach of a unit, from what the rules found for it."""
    must_stop = stops(p, unit)
    return Reach(found.cost, frozenset(h for h in found.cost if must_stop[h] and found.cost[h]))


def supply_zone(p: Position, side: int, *, own: bool) -> Zone:
    """Return the area a side's supply reaches: dotted for one's own, hatched for others'."""
    reached = network(p, side).all
    return Zone(
        frozenset(h for h, there in enumerate(reached) if there),
        "supply_own" if own else "supply_enemy",
    )


def zoc_zone(p: Position, side: int) -> Zone:
    """Return the hexes in the zone of control of the enemies of a side."""
    return Zone(frozenset(h for h, there in enumerate(enemy_zone(p, side)) if there), "zoc")


def objective_badges(state: GameState, side: int) -> ObjectiveBadges:
    """Return the badges of a side's objectives, each at the first of its places on the map."""
    board = state.scenario.board
    badges = []
    for number, objective in enumerate(state.scenario.objectives):
        if objective.side != side:
            continue
        places = [board.places[n] for n in objective.places]
        hexes = [h for place in places for h in place.hexes]
        here = next((place.label_hex for place in places if place.hexes), None)
        if here is not None:
            badges.append((here, _mark(state, number, hexes)))
    return ObjectiveBadges(tuple(badges))


def harm_notes(state: GameState) -> HarmNotes:
    """Return a note for every hex the ledger names."""
    counts: dict[int, int] = {}
    for entry in state.harm:
        counts[entry.hex] = counts.get(entry.hex, 0) + 1
    return HarmNotes(tuple(counts.items()))


def _mark(state: GameState, number: int, hexes: list[int]) -> str:
    objective = state.scenario.objectives[number]
    now = state.objectives[number]
    how = status(state, number)
    if now.lost_on or how == "missed":
        return "lost"
    if how == "met" or now.standing:
        return "held"
    return "half" if any(state.control[h] == objective.side for h in hexes) else "open"
