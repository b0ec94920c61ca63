"""Sides can be told apart without colour vision, and states without colour at all."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.engine.state import Supply
from game.ui.map.counters import Look, card_picture, picture
from game.ui.map.palette import ZOOMS
from game.ui.map.side_looks import NOBODY, side_look

SIDES = ("government", "isil", "sdf")
# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
MACHADO = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: tuple[int, int, int]) -> NDArray[np.float64]:
    v = np.array(colour) / 255
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def lab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def luminance(colour: tuple[int, int, int]) -> float:
    return float(linear(colour) @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("eye", MACHADO)
def test_bodies_of_sides_are_far_apart_for_every_eye(eye: str) -> None:
    bodies = {side: lab(MACHADO[eye] @ linear(side_look(side).body)) for side in SIDES}
    bodies["unknown"] = lab(MACHADO[eye] @ linear(NOBODY.body))
    for (one, a), (other, b) in combinations(bodies.items(), 2):
        assert np.linalg.norm(a - b) >= 15, (eye, one, other)


def test_bodies_of_sides_differ_in_grey() -> None:
    tones = sorted(lab(linear(side_look(side).body))[0] for side in SIDES)
    assert all(b - a >= 10 for a, b in pairwise(tones))


def test_sides_have_different_patterns() -> None:
    assert len({side_look(side).pattern for side in SIDES}) == 3


@pytest.mark.parametrize("side", SIDES)
def test_marks_are_readable_on_every_body(side: str) -> None:
    look = side_look(side)
    high, low = sorted((luminance(look.body), luminance(look.mark)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def grey(surface: pygame.Surface) -> NDArray[np.float64]:
    ground = pygame.Surface(surface.get_size())
    ground.fill((239, 229, 207))
    ground.blit(surface, (0, 0))
    return pygame.surfarray.array3d(pygame.transform.grayscale(ground))[..., 0].astype(float)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("width", [w for w in ZOOMS if w >= 30])
def test_each_state_changes_the_card_in_grey(side: str, width: int) -> None:
    plain = Look(side, fit=2)
    states = [
        Look(side, fit=1, suppressed=1),
        Look(side, fit=1, lost=1),
        Look(side, fit=2, supply=Supply.LOW),
        Look(side, fit=2, supply=Supply.ISOLATED),
        Look(side, fit=2, acted=True),
        Look(side, fit=2, leader=True),
        Look(side, fit=2, hidden=True),
        Look(side, unknown=True, frame="unknown"),
    ]
    pictures = [grey(picture(look, width)) for look in (plain, *states)]
    for one, other in combinations(range(len(pictures)), 2):
        apart = np.abs(pictures[one] - pictures[other])
        assert (apart > 40).sum() >= 3, (side, width, one, other)


def test_low_supply_is_lighter_than_cut_off() -> None:
    low = grey(card_picture(Look("isil", supply=Supply.LOW), 42))
    cut = grey(card_picture(Look("isil", supply=Supply.ISOLATED), 42))
    assert low[-16:, :14].mean() > cut[-16:, :14].mean() + 20
