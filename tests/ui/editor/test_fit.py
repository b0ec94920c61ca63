"""Every state of the editor, measured: nothing outside, nothing on top of another, nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from game.ui.app import App
from game.ui.scenes.editor import open_choice, open_new
from game.ui.scenes.page import Page
from tests.ui.editor.author import Author
from tests.ui.frame.test_fit import faults as faults_of_page

SIZES = ((1280, 720, 100), (1366, 768, 100), (1920, 1080, 100), (1920, 1080, 200), (960, 540, 100))


@pytest.fixture(autouse=True)
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The map itself is not measured; its worker sleeps."""
    monkeypatch.setattr("game.ui.map.worker.Worker.wake", lambda self: None)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_state_fits(
    begin: Callable[..., Author], size: tuple[int, int, int], lang: str
) -> None:
    author = begin(size[:2], lang, size[2])
    app, scene = author.app, author.scene
    wrong = []

    def look(what: str) -> None:
        scene.form_open = True
        app.relayout()
        app.step([], 0)
        wrong.extend(f"{what}: {fault}" for fault in faults(app))

    look("start")
    for ref in (("forces", ("units", "r1")), ("events", ("events", "panic")),
                ("objectives", ("objectives", "hold_town")), ("map", ("boxes", "rear")),
                ("scenario", ()), ("map", ()), ("history", ("days", 0))):  # fmt: skip
        scene.select(ref)
        look(str(ref))
    scene.select(None)
    for tool in ("terrain", "river", "road", "place", "control", "unit", "box"):
        scene.take(tool)()
        for mode in scene.hand.tool.modes:
            scene.hand.modes[tool] = mode
            look(f"{tool} {mode}")
    for panel in ("menu", "layers", "resize", "find"):
        scene.show_panel(panel)
        look(panel)
        scene.close_panel()
    scene.bench.put(("forces", ("units", "r1")), ("steps",), 99)
    scene.changed()
    scene.list_open = True
    scene.go_to_problem(0)
    look("problem")
    scene.leave_editor()
    look("question")
    assert not wrong, "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_ways_into_it_fit(
    begin: Callable[..., Author], size: tuple[int, int, int], lang: str
) -> None:
    app = begin(size[:2], lang, size[2]).app
    for base in (None, "", "deir_ez_zor_2017"):
        if base is None:
            open_choice(app)
        else:
            open_new(app, base)
        app.step([], 0)
        assert not faults_of_page(app)


def faults(app: App) -> list[str]:
    scene = app.scene
    assert isinstance(scene, Page)
    window = app.surface.get_rect()
    found = []
    controls = [c for c in scene.controls.controls if c.kind != "area"]
    for control in controls:
        if control.area is None:
            inside = window.contains(control.rect)
        else:
            area = control.area.rect
            inside = area.left <= control.rect.left and control.rect.right <= area.right
        if not inside:
            found.append(f"{control.id} {control.rect} lies outside")
    for one, other in combinations(controls, 2):
        if one.area is other.area and one.rect.colliderect(other.rect):
            drawer = "map" in (one.part, other.part) and one.part != other.part
            if not drawer:
                found.append(f"{one.id} {one.rect} lies on {other.id} {other.rect}")
    for piece in scene.pieces:
        if piece.text and not piece.may_cut and piece.needs > piece.rect.w + 1:
            found.append(f"{piece.text[:40]!r} needs {piece.needs}, has {piece.rect.w}")
    return found
