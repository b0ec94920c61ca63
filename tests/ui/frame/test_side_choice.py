"""Choosing who plays, and the hand-over between players."""

import pytest

from game.ui import flow
from game.ui.scenes.about import AboutScene
from game.ui.scenes.handover import HandoverFacts, HandoverScene
from game.ui.scenes.side_choice import SideChoiceScene
from tests.ui.frame.hands import click, find, press, write

CHIEF = "deir_ez_zor_2017"
FACTS = HandoverFacts("ISIL", "isil", "Government", "2017-10-25", 42, 65)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list:
    sessions: list = []
    monkeypatch.setattr(flow, "can_play", lambda: True)
    monkeypatch.setattr(flow, "play", lambda app, session: sessions.append(session))
    return sessions


def test_the_player_leads_the_graded_side_and_computers_the_others(make_app, begun) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(SideChoiceScene(CHIEF, seed=7))
    press(app, "Enter")
    (session,) = begun
    kinds = {side: seat.kind for side, seat in session.seats.items()}
    assert kinds == {"isil": "computer", "government": "human", "sdf": "computer"}
    assert session.seed == 7
    assert isinstance(app.scene, AboutScene)


def test_several_people_share_the_screen(make_app, begun) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(SideChoiceScene(CHIEF, seed=7))
    click(app, "seat_isil_human")
    click(app, "begin")
    assert begun[0].seats["isil"].kind == "human"


def test_somebody_must_play(make_app, begun) -> None:
    app = make_app()
    app.push(SideChoiceScene(CHIEF, seed=7))
    click(app, "seat_government_none")
    assert not find(app, "begin").enabled
    click(app, "begin")
    assert begun == []


def test_the_seed_takes_digits_only(make_app, begun) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(SideChoiceScene(CHIEF, seed=12))
    click(app, "seed")
    press(app, "End")
    write(app, "3x4")
    assert app.scene.seed == "1234"
    assert find(app, "seed").value == "1234"
    click(app, "begin")
    assert begun[0].seed == 1234


def test_a_side_without_a_computer_shows_no_levels(make_app, begun) -> None:
    app = make_app()
    app.push(SideChoiceScene(CHIEF, seed=7))
    click(app, "seat_isil_none")
    assert find(app, "seat_isil_none").current
    assert app.scene.controls.get("level_isil_easy") is None


def test_a_level_is_chosen_for_a_computer(make_app, begun) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(SideChoiceScene(CHIEF, seed=7))
    assert find(app, "seat_isil_computer").current
    assert find(app, "level_isil_normal").current
    click(app, "level_isil_easy")
    click(app, "begin")
    assert (begun[0].seats["isil"].kind, begun[0].seats["isil"].level) == ("computer", "easy")


def test_a_broken_scenario_says_why(make_app, tmp_path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\n")
    app = make_app()
    app.push(SideChoiceScene(str(tmp_path)))
    assert any("cannot start" in piece.text for piece in app.scene.pieces)


def test_the_next_player_takes_the_screen(make_app) -> None:
    told: list[str] = []
    app = make_app()
    app.push(AboutScene())
    app.push(HandoverScene(FACTS, lambda: told.append("ready"), lambda: told.append("leave")))
    press(app, "Esc")
    assert isinstance(app.scene, HandoverScene)
    press(app, "Enter")
    assert told == ["ready"]
    assert isinstance(app.scene, AboutScene)


def test_save_and_leave(make_app) -> None:
    told: list[str] = []
    app = make_app()
    app.push(AboutScene())
    app.push(HandoverScene(FACTS, lambda: told.append("ready"), lambda: told.append("leave")))
    press(app, "Ctrl+S")
    assert told == ["leave"]
