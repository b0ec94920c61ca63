"""Roads, tracks, outlines of districts, runways and the hex grid of a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pygame

from game.engine.board import Board
from game.ui.map.courses import Courses, RoadCourse
from game.ui.map.geometry import (
    ROW,
    TIP,
    Bools,
    Floats,
    centres,
    principal_axis,
    relaxed,
    runs,
    spline,
)
from game.ui.map.looks import Look
from game.ui.map.palette import Palette, Weights, weights
from game.ui.map.pen import Pen, ink

OUTLINES_FROM: Final = 40
"""Zoom above which districts are outlined."""
_SMALLEST_AIRFIELD: Final = 4


def paint_outlines(pen: Pen, courses: Courses, palette: Palette) -> None:
    """Draw the dashed lines between districts."""
    if pen.w <= OUTLINES_FROM:
        return
    w, colour = pen.w, ink(palette.district, 170)
    for points in courses.outlines:
        if pen.window.sees(points, 0.5):
            pen.dashed(pen.at(points), weights(w).district, colour, 0.075 * w, 0.045 * w)


def paint_roads(pen: Pen, courses: Courses, gaps: Sequence[Gap], palette: Palette) -> None:
    """Draw all roads, casings first; roads end at the gaps of broken bridges."""
    seen = [road for road in courses.roads if pen.window.sees(road.points, 0.5)]
    width = weights(pen.w)
    for casing in (True, False):
        for road in seen:
            path = pen.at(road.points)
            if road.kind == "track":
                if casing:
                    colour = ink(palette.track)
                    pen.dashed(path, width.track, colour, 0.11 * pen.w, 0.06 * pen.w)
                continue
            fill, case = _widths(road, width)
            high = road.kind == "highway"
            if casing:
                colour = ink(palette.highway_case if high else palette.road_case)
                fill += 2 * case
            else:
                colour = ink(palette.highway if high else palette.road)
            for run in runs(_open(road.points, gaps)):
                if len(run) > 1:
                    pen.stroke(path[run], fill, colour)


Gap = tuple[float, float, float]
"""Where a road is cut: x, y, radius, in hexes."""


def _widths(road: RoadCourse, width: Weights) -> tuple[float, float]:
    if road.kind == "highway":
        return width.highway, width.highway_case
    if road.kind == "street":
        return width.street, width.road_case
    return width.road, width.road_case


def _open(points: Floats, gaps: Sequence[Gap]) -> Bools:
    open_ = np.ones(len(points), bool)
    for x, y, radius in gaps:
        open_ &= ((points - (x, y)) ** 2).sum(1) > radius**2
    return open_


def airfields(board: Board, terrain_looks: tuple[Look, ...]) -> list[tuple[int, ...]]:
    """Return the hexes of each airfield large enough for a runway."""
    left = {i for i, terrain in enumerate(board.terrain) if terrain_looks[terrain].airfield}
    fields = []
    while left:
        todo = [left.pop()]
        field = []
        while todo:
            i = todo.pop()
            field.append(i)
            for n in board.grid.neighbours[i]:
                if n in left:
                    left.remove(n)
                    todo.append(n)
        if len(field) >= _SMALLEST_AIRFIELD:
            fields.append(tuple(sorted(field)))
    return fields


def paint_runway(pen: Pen, board: Board, hexes: tuple[int, ...], palette: Palette) -> None:
    """Draw a runway with its taxiway, sheds and perimeter along the longer axis of an airfield."""
    spots = centres(board.grid, hexes)
    if not pen.window.sees(spots, 1.5):
        return
    middle, along, across = principal_axis(spots)
    reach = float(np.ptp((spots - middle) @ along)) / 2 + 0.35
    k = reach / 3.35  # the drawing is made for this half-length
    w = pen.w

    def at(u: float, v: float) -> list[float]:
        spot: list[float] = (middle + along * (u * k) + across * v).tolist()
        return spot

    def box(u0: float, u1: float, v0: float, v1: float) -> Floats:
        return pen.at([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)])

    corners = (
        (-3.35, -0.75), (-2, -0.95), (2, -0.95), (3.3, -0.75), (3.45, 0.1),
        (3.2, 0.8), (1.2, 1.05), (-2, 0.95), (-3.35, 0.7), (-3.35, -0.75),
    )  # fmt: skip
    fence = spline(relaxed([at(u, v) for u, v in corners], 1))
    width = max(0.8, weights(w).road_case)
    pen.dashed(pen.at(fence), width, ink(palette.track, 190), 0.12 * w, 0.07 * w)
    for part in (
        (-2.6, 2.6, 0.27, 0.31), (-2.6, -2.5, 0, 0.3), (2.5, 2.6, 0, 0.3),
        (-0.75, -0.67, 0, 0.3), (0.9, 0.98, 0, 0.3), (-1.1, 1.3, 0.31, 0.52),
    ):  # fmt: skip
        pen.fill(box(*part), ink(palette.shed, 210))
    pen.fill(box(-3, 3, -0.095, 0.095), ink(palette.road_case))
    rim = 0.022 if w > 40 else 0.035
    pen.fill(box(-3 + rim, 3 - rim, -0.095 + rim, 0.095 - rim), ink(palette.shed))
    line = pen.at([at(-2.8, 0), at(2.8, 0)])
    pen.dashed(line, max(0.7, 0.014 * w), ink(palette.road), 0.14 * w, 0.12 * w)


def paint_grid(pen: Pen, board: Board, palette: Palette) -> None:
    """Draw the hexsides of a window, half a pixel wide."""
    grid = board.grid
    left, top, right, bottom = pen.window.bounds(1)
    rows = np.arange(max(0, int(top / ROW) - 1), min(grid.height, int(bottom / ROW) + 2))
    columns = np.arange(max(0, int(left) - 1), min(grid.width, int(right) + 2))
    if not len(rows) or not len(columns):
        return
    row, col = (a.ravel() for a in np.meshgrid(rows, columns, indexing="ij"))
    x, y = col + 0.5 * (row & 1), row * ROW
    tips = ((0, -TIP), (0.5, -TIP / 2), (0.5, TIP / 2), (0, TIP), (-0.5, TIP / 2), (-0.5, -TIP / 2))
    six = np.stack([np.stack([x + dx, y + dy], -1) for dx, dy in tips], 1)
    paths = pen.at(six)
    colour = ink(palette.grid, 46 if pen.w < 30 else 120)
    edge = (col == 0) | (row == grid.height - 1)
    for path in paths[:, :4].tolist():
        pygame.draw.lines(pen.surface, colour, False, path)
    for path in paths[edge][:, (3, 4, 5, 0)].tolist():
        pygame.draw.lines(pen.surface, colour, False, path)
