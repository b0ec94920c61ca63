"""Front lines: where they run, and that a change is felt only nearby."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame

from game.engine.scenario import Scenario
from game.ui.map.courses import read_courses
from game.ui.map.fronts import changed_sides, draw_fronts
from game.ui.map.geometry import corner_point, trace
from game.ui.map.sheet import Sheet, starting_crossings
from game.ui.map.window import Window

GOLDEN = Path(__file__).parent / "golden" / "front.png"


def test_chains_cover_each_side_once() -> None:
    sides = {((0, 0), (1, 1)): 1, ((1, 1), (2, 0)): 1, ((1, 1), (1, 3)): 1, ((5, 5), (6, 6)): 2}
    chains = trace(sides)
    laid = sorted((min(p), max(p)) for chain, _ in chains for p in pairwise(chain))
    assert laid == sorted(sides)


def test_a_closed_line_comes_back_to_its_start() -> None:
    ring = [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)]
    sides = {(min(p), max(p)): 0 for p in pairwise(ring)}
    ((chain, _),) = trace(sides)
    assert chain[0] == chain[-1]
    assert len(chain) == 7


def test_each_side_lies_on_its_own_side_of_the_line(large: Scenario) -> None:
    courses = read_courses(large.board)
    fronts = draw_fronts(large.board.grid, large.board.start_control, 2, courses)
    for left, right, points in fronts.lines:
        assert {left, right} == {0, 1}
        step = points[1] - points[0]
        normal = np.array([step[1], -step[0]]) / np.hypot(*step)
        x, y = points[0] + 0.5 * step + 0.5 * normal
        there = large.board.grid.at_point(float(x), float(y))
        assert there < 0 or large.board.start_control[there] == left


def test_a_change_is_felt_only_nearby(large: Scenario) -> None:
    board = large.board
    courses = read_courses(board)
    old = draw_fronts(board.grid, board.start_control, 2, courses)
    hex_ = next(
        i
        for i in range(100 * 256, 101 * 256)
        if any(board.start_control[n] != board.start_control[i] for n in board.grid.neighbours[i])
    )
    control = bytearray(board.start_control)
    control[hex_] = 1 - control[hex_]
    new = draw_fronts(board.grid, bytes(control), 2, courses)
    changed = changed_sides(old, new)
    assert changed
    x, y = board.grid.centre(hex_)
    for side in changed:
        for corner in side:
            cx, cy = corner_point(corner)
            assert abs(cx - x) + abs(cy - y) < 9
    assert changed_sides(old, draw_fronts(board.grid, board.start_control, 2, courses)) == []


def test_a_map_held_by_one_side_or_nobody_has_no_front(large: Scenario) -> None:
    courses = read_courses(large.board)
    for owner in (0, 255):
        fronts = draw_fronts(large.board.grid, bytes([owner]) * large.board.grid.size, 2, courses)
        assert fronts.lines == ()


def test_a_front_looks_as_it_did(tiny: Scenario) -> None:
    """Solid with teeth against dashes; compared loosely, since pygame may round otherwise."""
    sheet = Sheet(tiny)
    window = Window(46, 60, 0, 160, 120)
    holding = sheet.holding(tiny.board.start_control)
    image = sheet.picture(window, holding, starting_crossings(tiny))
    golden = pygame.surfarray.array3d(pygame.image.load(GOLDEN)).astype(int)
    off = abs(pygame.surfarray.array3d(image).astype(int) - golden)
    assert off.mean() < 1.0
    assert (off.max(2) > 40).mean() < 0.01
