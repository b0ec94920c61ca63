"""The screen and the sheet: one is the inverse of the other at every zoom and place."""

from __future__ import annotations

import pygame
import pytest

from game.engine.scenario import Scenario
from game.ui.map.camera import GLIDE_MS, Camera
from game.ui.map.palette import ZOOMS


@pytest.fixture
def camera(large: Scenario) -> Camera:
    camera = Camera(large.board, pygame.Rect(30, 40, 801, 599))
    camera.centre_on(large.board.grid.index(120, 130), animate=False)
    return camera


@pytest.mark.parametrize("step", range(len(ZOOMS)))
@pytest.mark.parametrize("shift", [(0, 0), (1, 0), (137, -59), (-3001, 2222), (99999, 99999)])
def test_the_hex_under_the_centre_of_a_hex_is_that_hex(
    camera: Camera, large: Scenario, step: int, shift: tuple[int, int]
) -> None:
    grid = large.board.grid
    camera.zoom_at(camera.rect.center, step - camera.step)
    camera.pan(*shift)
    x, y = camera.point(camera.rect.center)
    middle = grid.at_point(x, y)
    near = list(grid.disc(max(0, middle), 4))
    for i in near:
        assert grid.at_point(*camera.point(camera.to_screen(i))) == i
        px, py = (round(v) for v in camera.to_screen(i))
        assert grid.at_point(*camera.point((px, py))) == i


def test_zooming_keeps_the_point_under_the_pointer(camera: Camera) -> None:
    pos = (camera.rect.x + 200, camera.rect.y + 450)
    before = camera.point(pos)
    while camera.zoom_at(pos, +1):
        after = camera.point(pos)
        assert abs(after[0] - before[0]) < 1.5 / camera.w
        assert abs(after[1] - before[1]) < 1.5 / camera.w
        before = after
    assert camera.step == len(ZOOMS) - 1
    assert not camera.zoom_at(pos, +1)


def test_a_pan_moves_by_whole_pixels(camera: Camera, large: Scenario) -> None:
    i = large.board.grid.index(120, 130)
    x, y = camera.to_screen(i)
    camera.pan(7, -5)
    moved = camera.to_screen(i)
    assert moved[0] - x == pytest.approx(7)
    assert moved[1] - y == pytest.approx(-5)


def test_the_sheet_cannot_be_lost(camera: Camera) -> None:
    for shift in ((10**6, 0), (0, 10**6), (-(10**6), -(10**6))):
        camera.pan(*shift)
        x, y = camera.point(camera.rect.center)
        assert -1 < x < 257
        assert -1 < y < 223


def test_a_map_smaller_than_the_screen_stays_in_the_middle(tiny: Scenario) -> None:
    camera = Camera(tiny.board, pygame.Rect(0, 0, 1000, 800))
    before = camera.origin
    camera.pan(300, 200)
    assert camera.origin == before


def test_a_glide_ends_where_a_jump_does(camera: Camera, large: Scenario) -> None:
    goal = large.board.grid.index(60, 70)
    camera.centre_on(goal, animate=True)
    assert camera.gliding
    places = [camera.origin]
    while camera.update(GLIDE_MS // 4):
        places.append(camera.origin)
    assert len(set(places)) == 5
    glided = camera.origin
    camera.centre_on(goal, animate=False)
    assert glided == camera.origin
    assert not camera.update(1000)


def test_the_whole_of_a_small_sheet_is_shown_as_near_as_it_fits(
    camera: Camera, tiny: Scenario
) -> None:
    assert camera.whole_sheet() == -1
    near = Camera(tiny.board, pygame.Rect(0, 0, 800, 640))
    near.step = near.whole_sheet()
    grid = tiny.board.grid
    assert near.step >= 0
    corners = (0, grid.size - 1)
    assert all(near.rect.collidepoint(near.to_screen(corner)) for corner in corners)
    near.step += 1
    assert not all(near.rect.collidepoint(near.to_screen(corner)) for corner in corners)
