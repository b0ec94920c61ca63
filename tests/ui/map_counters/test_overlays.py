"""Overlays draw in the map's window only, and say what the rules say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.engine.rules.movement import range_of
from game.engine.state import GameState, Harm, Status
from game.ui.map.hex_areas import outline, pattern_tile
from game.ui.map.history_front import differing
from game.ui.map.map_text import half_points
from game.ui.map.overlays import (
    Attack,
    Cursor,
    DigestNumbers,
    Goal,
    HarmNotes,
    HexMarks,
    HistoryFront,
    ObjectiveBadges,
    Overlay,
    Path,
    People,
    Pins,
    Reach,
    Selection,
    Targets,
    Zone,
    harm_notes,
    held_apart,
    objective_badges,
    reach_of,
    supply_zone,
    zoc_zone,
)
from game.ui.map.palette import ZOOMS
from game.ui.map.screen_map import centre, hexagon
from game.ui.map.strokes import dashes
from tests.ui.map_counters.fake_view import FakeView

LookAt = Callable[..., FakeView]


def every_overlay(state: GameState) -> list[Overlay]:
    grid = state.scenario.board.grid
    here = grid.parse("24_27")
    disc = grid.disc(here, 2)
    history = bytearray(state.control)
    for h in disc:
        history[h] = 1 - history[h] if history[h] < 2 else 0
    return [
        Reach({h: 2 * grid.distance(here, h) for h in disc}, frozenset(grid.ring(here, 2))),
        Path(grid.line(here, grid.parse("27_29"))),
        Goal(grid.parse("25_27")),
        Targets(frozenset({here})),
        Selection(here, 2),
        Selection(here, 0),
        Cursor(here),
        Attack(here, grid.around[here][:2]),
        *(
            Zone(frozenset(disc), style)
            for style in ("supply_own", "supply_enemy", "zoc", "changed", "area")
        ),
        People(bytes(3 if h in disc else 0 for h in range(grid.size))),
        HexMarks({here: "up", grid.around[here][0]: "down", grid.around[here][1]: "disc"}),
        HistoryFront(state.control, bytes(history)),
        Pins(((here, "A", "x"), (here, "C", "y"))),
        DigestNumbers(((here, 1), (here, 12))),
        HarmNotes(((here, 1), (here, 3))),
        ObjectiveBadges(((here, "open"), (here, "lost"))),
    ]


@pytest.mark.parametrize("width", ZOOMS)
def test_overlays_stay_in_the_window(state: GameState, look_at: LookAt, width: int) -> None:
    view = look_at(width)
    view.rect = pygame.Rect(60, 40, 520, 400)
    surface = pygame.Surface((640, 480))
    for overlay in every_overlay(state):
        surface.fill((239, 229, 207))
        blank = pygame.surfarray.array3d(surface)
        overlay.draw(surface, view)
        changed = (pygame.surfarray.array3d(surface) != blank).any(2)
        if not (isinstance(overlay, People) and width < 30):
            assert changed.any(), overlay
        changed[60:580, 40:440] = False
        assert not changed.any(), overlay
        assert surface.get_clip() == surface.get_rect()


def test_costs_are_written_in_halves() -> None:
    assert [half_points(n) for n in (0, 1, 2, 5, 16)] == ["0", "½", "1", "2½", "8"]


def test_reach_is_the_range_of_the_rules(state: GameState) -> None:
    unit = next(n for n, u in enumerate(state.units) if u.status is Status.ON_MAP and u.mp > 0)
    found = range_of(state, unit)
    reach = reach_of(state, unit, found)
    assert reach.costs == found.cost
    assert reach.stops <= set(found.cost)


def test_the_fill_is_a_fifth_of_the_accent(
    state: GameState, look_at: LookAt, paper: pygame.Surface
) -> None:
    view = look_at(112)
    here = state.scenario.board.grid.parse("24_27")
    Reach({here: 0}).draw(paper, view)
    at = tuple(round(v) + 12 for v in centre(view, here))
    expected = [
        0.8 * p + 0.2 * a for p, a in zip((239, 229, 207), view.theme.accent_map, strict=True)
    ]
    assert np.abs(np.array(paper.get_at(at)[:3]) - expected).max() <= 2


def test_an_outline_goes_round_an_area_once(state: GameState) -> None:
    grid = state.scenario.board.grid
    here = grid.parse("24_27")
    (one,) = outline(grid, frozenset({here})).pieces
    assert len(one) == 7
    assert one[0] == one[-1]
    ring = frozenset(grid.ring(here, 1))
    assert sum(len(piece) - 1 for piece in outline(grid, ring).pieces) == 6 + 18


def test_of_a_long_line_only_the_pieces_in_view_are_drawn(
    state: GameState, look_at: LookAt
) -> None:
    view = look_at(64)
    grid = state.scenario.board.grid
    lines = outline(grid, frozenset(range(grid.size)) - {grid.parse("24_27")})
    assert len(lines.pieces) > 20
    (hole,) = lines.near(view, 3)
    here = hexagon(centre(view, grid.parse("24_27")), 64)
    assert {(round(x), round(y)) for x, y in hole} == {(round(x), round(y)) for x, y in here}


@pytest.mark.parametrize("pattern", ["dots", "hatch", "back_hatch", "crosses"])
def test_patterns_run_on_into_the_next_hex(pattern: str) -> None:
    """The right half of a tile continues in the left half of the next one."""
    tile = pygame.surfarray.array_alpha(pattern_tile(64, pattern, (0, 0, 0), 200)).astype(int)  # type: ignore[arg-type]
    rows = slice(22, 50)
    left, right = tile[1:5, rows].sum(1), tile[-5:-1, rows].sum(1)
    assert left.sum() > 0 or pattern in ("dots", "crosses")
    assert abs(left.sum() - right.sum()) <= 0.35 * max(1, left.sum() + right.sum())


def test_dashes_are_cut_by_length() -> None:
    cut = dashes([(0.0, 0.0), (10.0, 0.0), (10.0, 34.0)], 14, 8)
    assert [[*dash] for dash in cut] == [
        [(0.0, 0.0), (10.0, 0.0), (10.0, 4.0)],
        [(10.0, 12.0), (10.0, 26.0)],
    ]


def test_historys_front_is_drawn_only_where_it_differs(state: GameState) -> None:
    board = state.scenario.board
    assert not differing(board, state.control, state.control)
    assert HistoryFront(state.control, state.control).lines(board) == []
    history = bytearray(state.control)
    here = next(
        h
        for h in range(board.grid.size)
        if state.control[h] == 1
        and all(n >= 0 and state.control[n] == 1 for n in board.grid.around[h])
    )
    history[here] = 0
    assert len(differing(board, state.control, bytes(history))) == 6
    assert len(HistoryFront(state.control, bytes(history)).lines(board)) == 1
    assert held_apart(state.control, bytes(history), 1) == {here: "up"}
    assert held_apart(bytes(history), state.control, 1) == {here: "down"}
    assert held_apart(state.control, bytes(history), 2) == {}


def test_supply_and_zones_come_from_the_rules(state: GameState) -> None:
    own = state.scenario.oob.side_index["government"]
    assert supply_zone(state, own, own=True).style == "supply_own"
    assert supply_zone(state, own, own=True).hexes
    assert supply_zone(state, 0, own=False).style == "supply_enemy"
    assert zoc_zone(state, own).hexes


def test_objectives_and_harm_become_badges(state: GameState) -> None:
    own = state.scenario.oob.side_index["government"]
    badges = objective_badges(state, own).badges
    assert badges
    assert {mark for _, mark in badges} <= {"open", "half", "held", "lost"}
    harmed = replace(state, harm=(Harm(1, 7, 0, "air"), Harm(2, 7, 1, "air"), Harm(2, 9, 0, "x")))
    assert harm_notes(harmed).notes == ((7, 2), (9, 1))


def test_pins_are_found_and_stand_side_by_side(state: GameState, look_at: LookAt) -> None:
    view = look_at(64)
    here = state.scenario.board.grid.parse("24_27")
    pins = Pins(((here, "A", "x"), (here, "B", "y")))
    first, second = (box for box, _ in pins._boxes(view))
    assert not first.colliderect(second)
    assert pins.at(view, first.center) == 0
    assert pins.at(view, second.center) == 1
    assert pins.at(view, (5, 5)) is None
