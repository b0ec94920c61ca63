"""The title by keyboard alone and by mouse."""

import shutil
import time
from pathlib import Path

import pygame
import pytest

from game.scenario.layout import shipped
from game.ui import flow
from game.ui.app import App
from game.ui.scenes import scenario_cards, thumbnail_store, title
from game.ui.scenes.about import AboutScene
from game.ui.scenes.editor.scene import EditorScene
from game.ui.scenes.note import NoteScene
from game.ui.scenes.scenario_cards import Offer, offers, own_folder
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.side_choice import SideChoiceScene
from game.ui.scenes.title import TitleScene
from tests.ui.frame.hands import click, find, press

CHIEF = "deir_ez_zor_2017"


@pytest.fixture(autouse=True)
def all_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test is not about which screens a build has."""
    monkeypatch.setattr(flow, "can_play", lambda: True)
    monkeypatch.setattr(flow, "can_watch", lambda: True)


def many(count: int) -> list[Offer]:
    """Return the shipped scenario as if it were several, each with its own id."""
    from dataclasses import replace

    first = offers()[0]
    return [Offer(replace(first.entry, id=f"{CHIEF}_{n}")) for n in range(count)]


def wait(app: App) -> int:
    """Let time pass until all that is made or checked behind the title has come; count pictures."""
    drawn = 0
    for _ in range(3000):
        drawn += app.step([], 16)
        if not app.scene.busy():
            return drawn + app.step([], 16)
        time.sleep(0.01)
    raise AssertionError("the title never comes to rest")


def test_keyboard_alone_reaches_everything(make_app) -> None:
    app = make_app()
    app.push(TitleScene(many(4)))
    reached = set()
    for _ in range(4):
        for _ in range(12):
            reached.add(app.scene.controls.focus)
            press(app, "Tab")
        press(app, "F6")
    assert reached >= {
        control.id for control in app.scene.controls.controls if control.kind != "tab"
    }
    assert any(name.startswith("tab_") for name in reached)


def test_arrows_walk_from_the_column_into_the_grid_and_back(make_app) -> None:
    app = make_app()
    app.push(TitleScene(many(5)))
    assert app.scene.controls.focus == "watch"
    press(app, "Down")
    assert app.scene.controls.focus == "play"
    press(app, "Right")
    assert app.scene.controls.focus == f"card_{CHIEF}_0"
    press(app, "Right")
    assert app.scene.controls.focus == f"card_{CHIEF}_1"
    press(app, "Down")
    assert app.scene.controls.focus == f"card_{CHIEF}_4"
    press(app, "Left", "Left")
    assert app.scene.controls.focus == "play"


def test_enter_on_a_card_asks_for_the_side(make_app) -> None:
    app = make_app()
    app.push(TitleScene(offers()))
    click(app, "play")
    assert app.scene.controls.focus == f"card_{CHIEF}"
    press(app, "Enter")
    assert isinstance(app.scene, SideChoiceScene)
    press(app, "Esc")
    assert isinstance(app.scene, TitleScene)
    assert app.scene.controls.focus == f"card_{CHIEF}"


@pytest.mark.parametrize(
    ("name", "scene"),
    [("settings", SettingsScene), ("about", AboutScene), ("note", NoteScene),
     (f"card_{CHIEF}", SideChoiceScene)],
)  # fmt: skip
def test_mouse_opens_what_it_says(make_app, name: str, scene: type) -> None:
    app = make_app()
    app.push(TitleScene(offers()))
    click(app, name)
    assert isinstance(app.scene, scene)
    press(app, "Esc")
    assert isinstance(app.scene, TitleScene)


def test_watch_shows_the_history_of_the_chief_scenario(make_app, monkeypatch) -> None:
    watched = []
    monkeypatch.setattr(flow, "watch", lambda app, ref: watched.append(ref))
    app = make_app()
    app.push(TitleScene())
    press(app, "Enter")
    assert watched == [CHIEF]


def test_quit(make_app) -> None:
    app = make_app()
    app.push(TitleScene([]))
    click(app, "quit")
    assert not app.running


def test_tabs_choose_what_is_shown(make_app) -> None:
    app = make_app()
    app.push(TitleScene(many(2)))
    click(app, "tab_counterfactual")
    assert app.scene.controls.get(f"card_{CHIEF}_0") is None
    click(app, "tab_historical")
    find(app, f"card_{CHIEF}_0")
    assert find(app, "tab_historical").current


def test_cards_that_do_not_fit_are_counted_and_scrolled_to(make_app) -> None:
    app = make_app()
    app.push(TitleScene(many(10)))
    area = find(app, f"card_{CHIEF}_0").area
    assert title.more_below(app.scene, area) == "4 more below · PgDn"
    press(app, "PgDn")
    assert find(app, f"card_{CHIEF}_0").area.offset > 0
    press(app, "PgUp")
    assert find(app, f"card_{CHIEF}_0").area.offset == 0


def test_a_broken_scenario_of_ones_own_is_a_row_with_its_first_error(make_app) -> None:
    home = Path(own_folder())
    shutil.copytree(Path(shipped()) / CHIEF, home / "my_variant")
    shutil.copytree(Path(shipped()) / "rules", home / "rules")
    header = home / "my_variant" / "scenario.yaml"
    text = header.read_text("utf-8").replace("id: deir_ez_zor_2017", "id: my_variant")
    header.write_text(text.replace("graded: government", "graded: goverment"), "utf-8")
    app = make_app()
    app.push(TitleScene())
    wait(app)
    row = next(c for c in app.scene.controls.controls if c.id.startswith("broken_"))
    assert "scenario.yaml line" in row.why
    assert "goverment" in row.why
    click(app, "tab_mine")
    assert find(app, "tab_mine").label == "Mine 1"
    app.scene.controls.activate(row.id)
    assert isinstance(app.scene, EditorScene)
    assert "goverment" in app.scene.bench.problems[0].message


def test_pictures_of_cards_come_from_behind(make_app, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnail_store, "kept", lambda *wish: None)
    app = make_app()
    scene = TitleScene(offers())
    app.push(scene)
    app.step([], 16)
    size = next(iter(scene.thumbnails._asked))[1]
    assert scene.thumbnails.get(CHIEF, size) is None
    assert wait(app) >= 1
    assert scene.thumbnails.get(CHIEF, size).get_size() == size


def test_a_picture_is_kept_for_the_next_start(make_app) -> None:
    app = make_app()
    app.push(TitleScene(offers()))
    wait(app)
    size = next(iter(app.scene.thumbnails._asked))[1]
    again = make_app()
    again.push(TitleScene(offers()))
    picture = again.scene.thumbnails.get(CHIEF, size)
    before = app.scene.thumbnails.get(CHIEF, size)
    assert pygame.image.tobytes(picture, "RGB") == pygame.image.tobytes(before, "RGB")
    assert not again.scene.busy()


def test_scenarios_nobody_has_checked_follow_one_by_one(
    make_app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FURAT_CACHE_DIR", str(tmp_path / "cache"))
    home = Path(own_folder())
    for name in ("first", "second"):
        (home / name).mkdir(parents=True)
        (home / name / "scenario.yaml").write_text(f"id: {name}\nextends: lirna\n")
    monkeypatch.setattr(scenario_cards, "shipped", lambda: str(tmp_path / "none"))
    app = make_app()
    app.push(TitleScene())
    assert app.scene.busy()
    assert not [c for c in app.scene.controls.controls if c.part == "cards"]
    app.step([], 16)
    wait(app)
    assert {c.id for c in app.scene.controls.controls if c.part == "cards"} == {
        f"card_{home / name}" for name in ("first", "second")
    }
    app.replace(TitleScene())
    assert len([c for c in app.scene.controls.controls if c.part == "cards"]) == 2
