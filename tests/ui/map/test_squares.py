"""The picture in squares is the one that would be painted afresh, whatever has happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.engine.scenario import Scenario
from game.engine.state import GameState
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
)
from game.ui.map.palette import ZOOMS
from game.ui.map.squares import SQUARE, Squares
from game.ui.map.view import MapView

MakeView = Callable[..., MapView]


@pytest.fixture
def state(tiny_state: GameState) -> GameState:
    return tiny_state


def everything(state: GameState) -> list[Overlay]:
    """One of each overlay."""
    board = state.scenario.board
    size = board.grid.size
    history = bytes(1 - side if n % 5 == 0 and side < 2 else side
                    for n, side in enumerate(state.control))  # fmt: skip
    every = frozenset(range(size))
    return [
        People(bytes(n % 4 for n in range(size))),
        Zone(every - {3, 9}, "supply_own"),
        Zone(every - {20}, "supply_enemy"),
        Zone(frozenset(range(0, size, 3)), "zoc"),
        Zone(frozenset({1, 2, 11}), "changed"),
        HistoryFront(state.control, history),
        HexMarks({4: "up", 5: "down", 6: "disc"}),
        Reach({n: n for n in range(10, 30)}, frozenset({12, 25})),
        Path([10, 11, 12]),
        Goal(12),
        Targets(frozenset({7, 8})),
        Attack(13, (12, 14)),
        Selection(22, 2),
        Selection(23, 0),
        Cursor(24),
        Pins([(26, "A", "x"), (26, "B", "y"), (27, "C", "z")]),
        DigestNumbers([(28, 1), (28, 2)]),
        HarmNotes([(29, 1), (30, 3)]),
        ObjectiveBadges([(31, "open"), (32, "half"), (33, "held"), (34, "lost")]),
    ]


def picture(view: MapView) -> np.ndarray:
    surface = pygame.Surface((view.rect.right + 20, view.rect.bottom + 10), 0, 32)
    view.draw(surface)
    return pygame.surfarray.array3d(surface)


def afresh(view: MapView) -> np.ndarray:
    """What the view shows when nothing of the last picture is left."""
    view._painting.forget()
    return picture(view)


@pytest.mark.parametrize("step", range(len(ZOOMS)))
def test_after_dragging_the_picture_is_the_one_painted_afresh(
    make_view: MakeView, tiny: Scenario, state: GameState, step: int
) -> None:
    view = make_view(tiny)
    view.show(state)
    view.set_zoom(step)
    view.overlays = everything(state)
    assert view.wait(20_000)
    for dx, dy in ((0, 0), (37, -11), (-101, 63), (-7, 5), (260, 130)):
        view.pan(dx, dy)
        assert view.wait(20_000)
        assert (picture(view) == afresh(view)).all()


def test_whatever_changes_is_painted_again(
    make_view: MakeView, tiny: Scenario, state: GameState
) -> None:
    view = make_view(tiny)
    view.show(state)
    view.set_zoom(3)
    view.overlays = everything(state)
    assert view.wait(20_000)
    picture(view)
    units = tuple(replace(unit, at=max(0, unit.at - 1)) for unit in state.units)
    moved = replace(state, units=units)
    control = bytes(0 if n < 20 else side for n, side in enumerate(state.control))
    for overlays in (everything(state)[:-3], [Path([10, 17]), *everything(state)[3:]], []):
        view.overlays = list(overlays)
        assert (picture(view) == afresh(view)).all()
    for now, overlays in (
        (moved, [Goal(17), Cursor(3)]),
        (replace(moved, control=control), []),
    ):
        view.show(now)
        view.overlays = list(overlays)
        assert view.wait(20_000)
        assert (picture(view) == afresh(view)).all()
    view.layers = {"grid", "control"}
    assert view.wait(20_000)
    assert (picture(view) == afresh(view)).all()


def test_what_moves_is_drawn_in_every_frame(
    make_view: MakeView, tiny: Scenario, state: GameState
) -> None:
    class Moving:
        over = True
        drawn = 0

        def draw(self, surface: pygame.Surface, view: object) -> None:
            self.drawn += 1

    view = make_view(tiny)
    view.show(state)
    assert view.wait(20_000)
    moving = Moving()
    view.overlays = [moving]
    before = picture(view)
    assert (picture(view) == before).all()
    assert moving.drawn == 2


def test_only_what_is_missing_is_painted() -> None:
    painted: list[pygame.Rect] = []

    def paint(surface: pygame.Surface, area: pygame.Rect) -> bool:
        painted.append(area.copy())
        surface.fill((area.x % 251, area.y % 251, 7), (0, 0, area.w, area.h))
        return len(painted) > 1

    screen = pygame.Surface((600, 400), 0, 32)
    squares = Squares(paint)
    area = pygame.Rect(10, 20, 600, 400)
    squares.show(screen, area, (0, 0))
    assert painted == [pygame.Rect(0, 0, 3 * SQUARE, 2 * SQUARE)]
    squares.show(screen, area, (0, 0))
    assert len(painted) == 1
    squares.show(screen, area.move(SQUARE, 0), (0, 0))
    assert painted[1:] == [pygame.Rect(3 * SQUARE, 0, SQUARE, 2 * SQUARE)]
    squares.spoil([pygame.Rect(SQUARE + 5, 5, 3, 3)])
    squares.show(screen, area.move(SQUARE, 0), (0, 0))
    assert painted[2:] == [pygame.Rect(SQUARE, 0, SQUARE, SQUARE)]
    assert squares.spoil_rough()
    assert not squares.spoil_rough()
    squares.show(screen, area.move(SQUARE, 0), (0, 0))
    assert len(painted) > 3
