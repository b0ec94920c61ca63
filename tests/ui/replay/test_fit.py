"""Layout: the map's share, nothing outside, nothing cut, in both languages."""

from itertools import combinations

import pytest

from game.ui.scenes.replay.areas import areas, kind_for
from game.ui.scenes.replay.scene import ReplayScene
from game.ui.toolkit.theme import theme

SIZES = [(1920, 1080, 100), (1366, 768, 100), (1280, 720, 100), (1920, 1080, 200), (960, 540, 100)]


@pytest.mark.parametrize(
    ("size", "scale", "kind"),
    [((1920, 1080), 1, "wide"), ((3840, 2160), 2, "wide"), ((1920, 1080), 1.25, "compact"),
     ((1920, 1080), 1.5, "compact"), ((1366, 768), 1, "compact"), ((1280, 720), 1, "compact"),
     ((1920, 1080), 2, "drawer"), ((960, 540), 1, "drawer")],
)  # fmt: skip
def test_the_map_has_its_share(size: tuple[int, int], scale: float, kind: str) -> None:
    skin = theme("dark", scale)
    assert kind_for(skin, size) == kind
    laid = areas(skin, size)
    assert laid.map.w * laid.map.h >= 0.6995 * size[0] * size[1]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_everything_lies_in_its_place(replay, size: tuple[int, int, int], lang: str) -> None:
    scene = replay(34, size[:2], scale=size[2], language=lang)
    wrong = faults(scene)
    scene.open_drawer(True)
    scene.toggle_log()
    for view in ("menu", "aims", "take", "layers", ""):
        scene.open(view)
        wrong += faults(scene)
    for tab in ("orders", "notes", "journal"):
        scene.show_tab(tab)
        scene.app.step([], 0)
        wrong += faults(scene)
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def faults(scene: ReplayScene) -> list[str]:
    window = scene.app.surface.get_rect()
    controls = scene.controls.controls
    found = [f"outside: {c.id}" for c in controls if c.area is None and not window.contains(c.rect)]
    still = [c for c in controls if c.area is None and c.kind != "area" and c.part != "map"
             and c.part != "column"]  # fmt: skip
    for one, other in combinations(still, 2):
        if one.rect.colliderect(other.rect):
            found.append(f"{one.id} lies on {other.id}")
    for piece in scene.pieces:
        if piece.text and not piece.may_cut and piece.needs > piece.rect.w + 1:
            found.append(f"cut: {piece.text!r} needs {piece.needs}, has {piece.rect.w}")
    for control in still:
        if control.part == "bottom" and control.rect.colliderect(scene.bar.rect):
            found.append(f"{control.id} lies on the time line")
    return found
