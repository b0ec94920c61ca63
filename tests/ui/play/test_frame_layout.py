"""The map keeps seven tenths of every window."""

from __future__ import annotations

import pytest

from game.ui.scenes.play.frame_layout import frame_of, kind_of
from game.ui.toolkit.theme import theme


@pytest.mark.parametrize(
    ("size", "scale", "kind"),
    [
        ((1920, 1080), 1.0, "wide"),
        ((3840, 2160), 2.0, "wide"),
        ((1920, 1080), 1.25, "compact"),
        ((1366, 768), 1.0, "compact"),
        ((1280, 720), 1.0, "compact"),
        ((1920, 1080), 2.0, "drawer"),
        ((960, 540), 1.0, "drawer"),
    ],
)
def test_layouts(size: tuple[int, int], scale: float, kind: str) -> None:
    skin = theme("dark", scale, "en")
    frame = frame_of(skin, size)
    assert kind_of(size[0] / scale, size[1] / scale) == frame.kind == kind
    assert frame.map.w * frame.map.h >= 0.699 * size[0] * size[1]
    assert frame.top.h + frame.map.h + frame.bottom.h == size[1]


def test_the_pictures_sizes() -> None:
    skin = theme("dark", 1.0, "en")
    assert frame_of(skin, (1920, 1080)).map.size == (1568, 928)
    assert frame_of(skin, (1280, 720)).map.size == (1008, 640)
