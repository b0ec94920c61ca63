"""Where one can go from the replay: a game, a comparison, another reading, other screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


def take_command(scene: ReplayScene, side: int) -> None:
    """Leave history: the day becomes the first of a game of one's own."""
    try:
        from game.ui.scenes.play import open_from_history
    except ImportError:
        scene.refusal = scene.w("replay.take_not")
        scene.app.relayout()
        return
    film = scene.film
    name = film.scenario.oob.sides[side].id
    scene.view = ""
    open_from_history(scene.app, film.scenario, film.record, scene.head.turn, name)


def export(scene: ReplayScene) -> None:
    """Write the day to a file."""
    from game.ui.scenes.replay.export import write_day

    try:
        path = write_day(scene)
    except OSError as error:
        scene.toast(scene.w("replay.export_failed", why=error.strerror or str(error)), "x")
        return
    scene.toast(scene.w("replay.exported", path=str(path)))


def print_sheet(scene: ReplayScene) -> None:
    """Show the whole map of the day as a printed sheet."""
    from game.ui.scenes.replay.printed_sheet import open_sheet

    state, title = scene.map.shown, scene.film.record.header.title
    if state is None:
        return
    own, other = (title.ar, title.en) if scene.theme.lang == "ar" else (title.en, title.ar)
    open_sheet(scene.app, state, (own or other, other if own else ""), scene.line.turns)


def other_reading(scene: ReplayScene) -> str:
    """Return the scenario with another reading of the same days, empty if there is none."""
    from game.ui.scenes.replay.readings import other_reading as find

    return find(scene.film.record.header)


def switch_reading(scene: ReplayScene) -> None:
    """Show the same day in the other reading."""
    from game.ui.scenes.replay import open_replay

    other = other_reading(scene)
    if other:
        open_replay(scene.app, other, scene.head.turn, replace=True)


def show_keys(scene: ReplayScene) -> None:
    """Show the sheet of keys."""
    from game.ui.scenes.keys import KeysScene

    scene.app.push(KeysScene())


def show_settings(scene: ReplayScene) -> None:
    """Show the settings."""
    from game.ui.scenes.settings import SettingsScene

    scene.app.push(SettingsScene())
