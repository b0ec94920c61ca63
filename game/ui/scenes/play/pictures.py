"""States of the playing screen worth a picture, on the scenario of the whole campaign."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

from game.engine.state import GameState
from game.scenario.package import load_record, load_scenario
from game.session import Seat, Session
from game.session.seats import SeatKind
from game.ui.scene import Picture
from game.ui.scenes.play.reach import targets_of
from game.ui.scenes.play.scene import PlayScene
from game.ui.scenes.thumbnails import looked_at

if TYPE_CHECKING:
    from game.ui.app import App

_SCENARIO = "deir_ez_zor_2017"
_TURN = 42
_SIDE = "government"
_HELD = 3
"""Units that have been told to hold before the picture, so that the turn has a log."""
_STEP_MS = 25


def pictures() -> dict[str, Picture]:
    """Return the pictures by name."""
    return {
        "02_play": lambda app: _show(app, "play"),
        "03_attack": lambda app: _show(app, "attack"),
        "06_result": lambda app: _show(app, "result"),
        "10_digest": lambda app: _show(app, "digest"),
        "10_tip": lambda app: _show(app, "tip"),
    }


@cache
def _evening() -> GameState:
    from game.history.chronicle import Chronicle

    scenario, record = load_scenario(_SCENARIO), load_record(_SCENARIO)
    days = Chronicle(scenario, record).days()
    return next(day.state for day in days if day.turn == _TURN - 1)


def _game(others: SeatKind) -> Session:
    scenario, record = load_scenario(_SCENARIO), load_record(_SCENARIO)
    sides = [side.id for side in scenario.oob.sides]
    seats = {side: Seat("human" if side == _SIDE else others) for side in sides}
    evening = _evening()
    return Session.from_history(evening.scenario, record, _TURN, _SIDE, seats, evening=evening)


def _show(app: App, what: str) -> None:
    scene = PlayScene(_game("computer" if what == "digest" else "none"))
    app.reset(scene)
    app.step([], 0)
    while not scene.session.waits:
        app.step([], _STEP_MS)
        time.sleep(_STEP_MS / 1000)
    fighters = [unit for unit in scene.idle() if targets_of(scene.view, unit)]
    if what == "digest":
        hexes = looked_at(scene.view.scenario) or [0]
        scene.map.centre_on(hexes[len(hexes) // 2])
        return
    scene.begin_turn()
    scene.end_guide()
    for unit in [unit for unit in scene.idle() if unit not in fighters][:_HELD]:
        scene.select_unit(unit)
        scene.hold()
    if fighters:
        scene.select_unit(max(fighters, key=lambda unit: scene.view.units[unit].active))
        scene.map.centre_on(scene.sel.hex)
    if what == "attack":
        scene.attack_key()
        scene.change_points("air", +1)()
    elif what == "tip":
        scene.restart_guide()
        if scene.guide is not None:
            scene.guide.step = 2
            app.relayout()
    elif what == "result":
        scene.finish()
