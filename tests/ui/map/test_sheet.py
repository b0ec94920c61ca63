"""Chunks are cuttings of one picture, and the pictures hold what they should."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.engine.board import CrossingState
from game.engine.scenario import Scenario
from game.ui.map.palette import DARK, LIGHT
from game.ui.map.sheet import Sheet, starting_crossings
from game.ui.map.store import board_key
from game.ui.map.thumbnail import thumbnail
from game.ui.map.window import Window


@pytest.fixture(scope="module")
def sheet(tiny: Scenario) -> Sheet:
    return Sheet(tiny)


def picture(sheet: Sheet, scenario: Scenario, window: Window) -> np.ndarray:
    holding = sheet.holding(scenario.board.start_control)
    surface = sheet.picture(window, holding, starting_crossings(scenario))
    return pygame.surfarray.array3d(surface).astype(int)


@pytest.mark.parametrize("w", [32, 64])
def test_chunks_fit_together(sheet: Sheet, tiny: Scenario, w: int) -> None:
    x, y = -16, -16
    whole = picture(sheet, tiny, Window(w, x, y, 384, 256))
    for dx in (0, 192):
        for dy in (0, 128):
            part = picture(sheet, tiny, Window(w, x + dx, y + dy, 192, 128))
            off = abs(whole[dx : dx + 192, dy : dy + 128] - part)
            assert (off.max(2) > 12).mean() < 0.002
            assert off.mean() < 0.12


def test_water_towns_and_sides_are_where_the_board_has_them(sheet: Sheet, tiny: Scenario) -> None:
    w = 64
    board = tiny.board
    window = Window(w, -32, -38, 544, 352)
    land = sheet.land(window)
    a, b = next(
        (i, n)
        for i in range(board.grid.size)
        for d, n in enumerate(board.grid.around[i])
        if n >= 0 and board.rivers[6 * i + d] == 2
    )
    (ax, ay), (bx, by) = board.grid.centre(a), board.grid.centre(b)
    x, y = round((ax + bx) / 2 * w) + 32, round((ay + by) / 2 * w) + 38
    near = land.dry[x - 8 : x + 9, y - 8 : y + 9]
    assert near.min() == 0
    assert land.dry[32, 38] == 255


def test_a_bridge_that_falls_changes_the_picture_around_it_only(
    sheet: Sheet, tiny: Scenario
) -> None:
    window = Window(64, -32, -38, 544, 352)
    states = starting_crossings(tiny)
    ferry = next(n for n, state in enumerate(states) if state is CrossingState.FERRY)
    other = tuple(CrossingState.HEAVY if n == ferry else s for n, s in enumerate(states))
    before = pygame.surfarray.array3d(sheet.overlay(window, states)).astype(int)
    after = pygame.surfarray.array3d(sheet.overlay(window, other)).astype(int)
    xs, ys = np.nonzero(abs(before - after).max(2))
    assert len(xs)
    x, y = sheet.sites[ferry].middle * 64 + (32, 38)
    assert abs(xs - x).max() < 40
    assert abs(ys - y).max() < 40


def test_rubble_breaks_houses_where_it_lies_and_more_of_them_by_level(tiny: Scenario) -> None:
    kinds = [terrain.rubble_to is not None for terrain in tiny.rules.terrains]
    town = next(n for n, breaks in enumerate(kinds) if breaks)
    board = replace(tiny.board, terrain=bytes([town]) * tiny.board.grid.size)
    sheet = Sheet(replace(tiny, board=board))
    window, states = Window(64, -32, -38, 544, 352), starting_crossings(tiny)
    whole = pygame.surfarray.array3d(sheet.overlay(window, states)).astype(int)
    counts = []
    for level in (1, 2):
        rubble = bytearray(board.grid.size)
        rubble[19] = level
        broken = pygame.surfarray.array3d(sheet.overlay(window, states, bytes(rubble))).astype(int)
        xs, ys = np.nonzero(abs(broken - whole).max(2))
        x, y = board.grid.centre(19)
        assert abs(xs - (x * 64 + 32)).max() < 64
        assert abs(ys - (y * 64 + 38)).max() < 64
        counts.append(len(xs))
    assert 0 < counts[0] < counts[1]


def test_the_cache_knows_what_the_picture_depends_on(tiny: Scenario, large: Scenario) -> None:
    assert board_key(tiny, LIGHT) == board_key(tiny, LIGHT)
    assert len({board_key(tiny, LIGHT), board_key(tiny, DARK), board_key(large, LIGHT)}) == 3


def test_a_kept_tile_is_read_again(tiny: Scenario, tmp_path) -> None:  # type: ignore[no-untyped-def]
    window = Window(32, 0, 0, 64, 64)
    first = Sheet(tiny, LIGHT, tmp_path).ground.paint(window)
    kept = list(tmp_path.rglob("*.npz"))
    assert kept
    second = Sheet(tiny, LIGHT, tmp_path).ground.paint(window)
    assert np.array_equal(first, second)
    kept[0].write_bytes(b"no picture")
    third = Sheet(tiny, LIGHT, tmp_path).ground.paint(window)
    assert np.array_equal(first, third)


def test_a_thumbnail_has_the_size_that_was_asked_for(tiny: Scenario, large: Scenario) -> None:
    for scenario in (tiny, large):
        image = thumbnail(scenario, (121, 80))
        assert image.get_size() == (121, 80)
        colours = pygame.surfarray.array3d(image).reshape(-1, 3)
        assert len(np.unique(colours, axis=0)) > 50
    assert thumbnail(tiny, (60, 60), [9, 10, 11]).get_size() == (60, 60)
