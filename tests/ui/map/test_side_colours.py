"""Every colour a scenario may give a side is known to map, counters and cards, and is its own."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.scenario.compile.sides import COLOURS
from game.ui.map.palette import DARK, LIGHT
from game.ui.map.side_looks import side_look
from game.ui.toolkit.theme import THEMES


def apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """How far two colours are from each other, 0 to 765."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_map_and_counters_tell_sides_apart(palette) -> None:  # type: ignore[no-untyped-def]
    for one, other in combinations(COLOURS, 2):
        # The number must not matter: the colour is that of the token.
        assert palette.side(one, 0) == palette.side(one, 3)
        assert apart(palette.side(one, 0).line, palette.side(other, 0).line) > 60, (one, other)
        assert side_look(one).body != side_look(other).body


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_swatches_are_known(theme) -> None:  # type: ignore[no-untyped-def]
    swatches = {token: theme.side(token) for token in COLOURS}
    assert theme.side("nobody knows it") not in swatches.values()
    assert len(set(swatches.values())) == len(COLOURS)
