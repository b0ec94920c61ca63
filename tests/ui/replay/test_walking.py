"""From one day to the next units walk; a press ends it."""

from game.ui.motion import Walkers
from tests.ui.replay.conftest import press


def _walking(scene) -> bool:
    return any(isinstance(one, Walkers) for one in scene.map.view.overlays)


def test_units_walk_to_the_next_day_and_stand_there(replay) -> None:
    scene = replay(3)
    press(scene, "PgDn")
    assert scene.head.turn == 4
    assert _walking(scene)
    scene.app.step([], 700)
    assert not _walking(scene)


def test_a_press_ends_the_walk(replay) -> None:
    scene = replay(3)
    press(scene, "PgDn")
    press(scene, "Y")
    assert not _walking(scene)


def test_nothing_walks_backwards_over_days_or_without_movement(replay) -> None:
    scene = replay(5)
    press(scene, "PgUp")
    assert not _walking(scene)
    press(scene, "End")
    assert not _walking(scene)
    scene = replay(3, animation="off")
    press(scene, "PgDn")
    assert not _walking(scene)
