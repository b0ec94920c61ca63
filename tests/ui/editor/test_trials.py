"""Trying a scenario out from a later day, and back to where the author was at work."""

from __future__ import annotations

import time
from collections.abc import Callable

from game.history.chronicle import Chronicle
from game.scenario.package import load_record, load_scenario
from game.ui.scenes.editor.trial import TrialScene
from tests.ui.editor.author import Author

Begin = Callable[..., Author]


def played(author: Author) -> TrialScene:
    """Wait until the trial has begun."""
    until = time.monotonic() + 30
    while not isinstance(author.app.scene, TrialScene) and time.monotonic() < until:
        author.app.step([], 16)
        time.sleep(0.002)
    scene = author.app.scene
    assert isinstance(scene, TrialScene)
    return scene


def test_a_trial_from_a_later_day_stands_as_the_record_has_it(begin: Begin) -> None:
    author = begin()
    view = author.scene.map
    assert view is not None
    author.scene.select(("forces", ("units", "r1")))
    author.scene.zoom(+1)()
    before = (view.camera.x, view.camera.y, view.camera.step, author.scene.selected)
    author.key("Shift+F5")
    assert author.has("trial_begin")
    author.click("trial_more")
    author.click("trial_more")
    assert author.scene.trial.turn == 3
    author.key("F5")
    trial = played(author)
    state = trial.session.state
    assert state.turn == 3
    days = Chronicle(load_scenario(author.folder), load_record(author.folder)).days()
    eve = next(day.state for day in days if day.turn == 2)
    at = {card.id: unit.at for card, unit in zip(eve.scenario.oob.units, eve.units, strict=True)}
    now = {c.id: u.at for c, u in zip(state.scenario.oob.units, state.units, strict=True)}
    assert now["b1"] == at["b1"] != state.scenario.oob.units[0].hex
    author.app.pop()
    author.app.step([], 16)
    after = author.scene.map
    assert after is not None
    assert (after.camera.x, after.camera.y, after.camera.step, author.scene.selected) == before
    assert author.scene.opened == "form"


def test_what_is_assumed_is_told(begin: Begin) -> None:
    author = begin()
    trial, w = author.scene.trial, author.scene.w
    author.key("Shift+F5")
    assert trial.assumed() == w("author.trial_first")
    trial.choose(2)
    assert trial.assumed() == w("author.trial_record")
    trial.choose(5)
    assert trial.assumed().startswith(w("author.trial_record_ends", date="@").partition("@")[0])
    (author.folder / "history.yaml").write_text("days: []\n", encoding="utf-8")
    author.scene.bench.reload()
    assert trial.assumed() == w("author.trial_no_record")
    author.scene.test()
    assert played(author).session.state.turn == 5


def test_the_day_may_be_written(begin: Begin) -> None:
    author = begin()
    author.key("Shift+F5")
    author.write("trial_day", "18 Sep")
    assert author.scene.trial.turn == 5
    author.write("trial_day", "day 2")
    assert author.scene.trial.turn == 2
    author.write("trial_day", "1 May 1999")
    assert author.scene.trial.turn == 2
    assert "1 May 1999" in author.scene.said[0]
    author.scene.trial.choose(99)
    assert author.scene.trial.turn == author.scene.trial.turns


def test_another_side_can_be_played(begin: Begin) -> None:
    author = begin()
    author.key("Shift+F5")
    author.click("trial_side_red")
    author.click("trial_begin")
    session = played(author).session
    assert [session.scenario.oob.sides[number].id for number in session.humans] == ["red"]


def test_waiting_ends_with_an_edit_or_a_press(begin: Begin) -> None:
    author = begin()
    scene = author.scene
    scene.trial.choose(4)
    scene.trial.begin()
    if scene.trial.waiting:  # the days may be there at once
        scene.edit(lambda: scene.bench.put(("forces", ("units", "r1")), ("steps",), 3))
        scene.trial.update()
        assert not scene.trial.waiting
    assert scene.bench.can_test
