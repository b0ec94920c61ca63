"""The states of the replay that are photographed."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - as elsewhere
from typing import TYPE_CHECKING, Final

from game.history.film import Film

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scene import Picture
    from game.ui.scenes.replay.scene import ReplayScene

_SCENARIO: Final = "deir_ez_zor_2017"
_films: dict[str, Film] = {}


def found() -> dict[str, Picture]:
    """Return the pictures by name."""
    return {
        "1_whole_map": _sheet,
        "04_replay": _journal,
        "04_replay_orders": _orders,
        "04_replay_sources": _sources,
        "04_replay_take": _take,
        "04_replay_notes": _notes,
        "04_replay_silent": _silent,
        "05_comparison": _comparison,
    }


def film(scenario: str = _SCENARIO) -> Film:
    """Return the whole film of a scenario, made once."""
    from game.scenario.package import load_record, load_scenario

    if scenario not in _films:
        made = Film(load_scenario(scenario), load_record(scenario))
        made.start()
        made.wait(made.turns)
        _films[scenario] = made
    return _films[scenario]


def _at(app: App, day: Day) -> ReplayScene:
    from game.ui.scenes.replay.scene import ReplayScene

    scene = ReplayScene(film(), _SCENARIO)
    scene.head.go(scene.line.turn_of(day) or 1)
    app.reset(scene)
    return scene


def _journal(app: App) -> None:
    _at(app, Day(2017, 10, 17))


def _sheet(app: App) -> None:
    from game.ui.scenes.replay.ways_out import print_sheet

    scene = _at(app, Day(2017, 9, 14))
    app.step([], 0)
    print_sheet(scene)


def _silent(app: App) -> None:
    _at(app, Day(2017, 10, 8))


def _orders(app: App) -> None:
    _at(app, Day(2017, 10, 17)).show_tab("orders")


def _sources(app: App) -> None:
    scene = _at(app, Day(2017, 10, 17))
    scene.controls.activate("source:J118")


def _take(app: App) -> None:
    _at(app, Day(2017, 10, 17)).open("take")


def _notes(app: App) -> None:
    from game.ui.scenes.replay.notebook import Note

    scene = _at(app, Day(2017, 10, 17))
    scene.notebook.notes = [
        Note("2017-10-17", "90 percent, and “half”. Half of what?"),
        Note("2017-10-20", "Why did nobody write these days down?"),
    ]
    scene.notebook.bookmarks = {"2017-10-26"}
    scene.show_tab("notes")


def _comparison(app: App) -> None:
    from game.ui.scenes.replay.comparison_sample import show_sample

    show_sample(app, film())
