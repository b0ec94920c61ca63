"""A game of one's own beside history."""

import pytest

from game.engine.state import GameState
from game.history.film import Film
from game.session import Seat, Session, begin_autosave, save
from game.ui import flow
from game.ui.map.overlays import HexMarks, HistoryFront
from game.ui.scenes.play import scene_for
from game.ui.scenes.play.scene import PlayScene
from game.ui.scenes.replay import open_own_game
from game.ui.scenes.replay.against_history import against
from game.ui.scenes.replay.comparison import ComparisonScene
from game.ui.scenes.replay.own_game import OwnGame
from tests.ui.replay.conftest import REAL, press


def idle_game(film: Film, first: int = 33, days: int = 4) -> Session:
    """A game in which nobody does anything any more."""
    seats = {side.id: Seat("none") for side in film.scenario.oob.sides}
    session = Session.from_history(
        film.scenario, film.record, first, 1, seats, evening=film.evening(first - 1)
    )
    while session.state.turn < first + days:
        session.advance()
    return session


def own_game(film: Film) -> OwnGame:
    own = OwnGame(idle_game(film), "Idle")
    own.start()
    assert own.wait(20)
    return own


def test_evenings_are_those_that_were_played(film: Film) -> None:
    own = own_game(film)
    assert sorted(own.evenings) == [33, 34, 35, 36, 37]
    assert own.evening(37) == own.session.state
    assert own.evening(34).turn == 34
    assert own.evening(32) is None


def test_history_against_itself_agrees(whole: Film) -> None:
    state: GameState = whole.evening(45)
    told = against(state, state, 1)
    assert told.agree == 100
    assert (told.held_more, told.held_less, told.earlier, told.later) == (0, 0, 0, 0)
    assert told.same == len([row for row in told.rows if not row.open])


def test_what_is_late_is_open(film: Film) -> None:
    own = own_game(film)
    told = against(own.evening(36), film.evening(36), 1, own.first)
    assert told.held_less > 0
    assert told.still_open > 0
    ring = [row for row in told.rows if film.scenario.objectives[row.number].id == "G15"]
    assert ring[0].open
    assert all(max(row.real, row.own or 99) >= own.first for row in told.rows)


def test_the_map_shows_history_only_where_it_differs(make_app, film: Film) -> None:
    app = make_app()
    scene = ComparisonScene(film, REAL, own_game(film))
    app.push(scene)
    app.step([], 0)
    assert scene.head.turn == 37
    kinds = {type(overlay) for overlay in scene.map.view.overlays}
    assert {HistoryFront, HexMarks} <= kinds
    assert scene.map.view.shown is scene.mine
    press(scene, "K")
    assert scene.mode == "mine"
    assert not {HistoryFront, HexMarks} & {type(o) for o in scene.map.view.overlays}
    scene.set_mode("history")
    app.step([], 0)
    assert scene.map.view.shown is scene.theirs
    press(scene, "PgUp", "PgUp", "PgUp", "PgUp", "PgUp")
    assert scene.mine is None
    assert scene.against() is None
    press(scene, "T")
    assert scene.head.turn == 32, "there is no morning of the game to go on from"
    assert scene.said[0]


def test_esc_goes_back_to_the_game(make_app, film: Film, replay) -> None:
    below = replay(34)
    app = below.app
    app.push(ComparisonScene(film, REAL, own_game(film)))
    app.step([], 0)
    press(app.scene, "Ctrl+N")
    press(app.scene, "Esc")
    assert isinstance(app.scene, ComparisonScene)
    press(app.scene, "Esc")
    assert app.scene is below


def test_a_saved_game_is_compared_with_and_gone_on_with(
    replay, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(idle_game(film), "Idle days")
    scene = replay(35)
    app = scene.app
    assert scene.can_compare()
    press(scene, "K")
    other = app.scene
    assert isinstance(other, ComparisonScene)
    assert other.own.wait(20)
    app.step([], 16)
    assert other.head.turn == 35
    assert other.against() is not None
    assert "Idle days" in other.own_name()
    played: list[Session] = []
    monkeypatch.setattr(flow, "play", lambda app, session: played.append(session))
    press(other, "T")
    assert [session.state.turn for session in played] == [35]
    press(other, "Esc")
    assert app.scene is scene


def test_without_a_game_there_is_nothing_to_compare_with(replay) -> None:
    scene = replay(35)
    assert not scene.controls.get("compare").enabled
    press(scene, "K")
    assert scene.app.scene is scene
    assert scene.said[0]


def test_an_own_game_is_shown_again_and_goes_on_from_any_morning(
    make_app, film: Film, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path))
    app = make_app()
    session = idle_game(film)
    session.seats["government"] = Seat("human")
    begin_autosave(session)
    app.push(scene_for(session))
    open_own_game(app, session)
    scene = app.scene
    assert isinstance(scene, ComparisonScene)
    assert (scene.mode, scene.head.turn) == ("mine", 33)
    assert scene.own.wait(20)
    press(scene, "PgDn")
    assert scene.head.turn == 34
    assert scene.mine is scene.own.evening(34)
    press(scene, "T")
    assert isinstance(app.scene, PlayScene)
    assert app.scene.session.state.turn == 34
    assert app.scene.session is not session
    assert session.state.turn == 37
