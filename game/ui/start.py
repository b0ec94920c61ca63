"""Starting: pygame, settings, the first screens."""

from __future__ import annotations

import locale
import threading
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from game.ui.pygame_ce import prepare

if TYPE_CHECKING:
    from game.session import Seat

_LATER: Final = (
    "game.scenario.package",
    "game.ui.map.view",
    "game.ui.scenes.side_choice",
    "game.ui.scenes.replay.scene",
    "game.ui.scenes.play.scene",
)


def start(
    scenario: str | None,
    mode: str | None,
    seats: Mapping[str, Seat] | None = None,
    seed: int | None = None,
) -> int:
    """Open the window on the title, or on a scenario; see `game.ui.run`."""
    prepare()
    from game.storage.folders import config_folder
    from game.storage.settings import FILE, load
    from game.ui import flow
    from game.ui.app import App
    from game.ui.scenes.title import TitleScene
    from game.ui.scenes.title_column import show_note

    first = not (config_folder() / FILE).exists()
    settings, notice = load()
    if first:
        settings.language = system_language()
    app = App(settings)
    if notice is not None:
        app.notice = notice.text
    app.push(TitleScene())
    if scenario is not None and mode == "replay":
        flow.watch(app, scenario)
    elif scenario is not None and seats is not None:
        flow.begin(app, scenario, seats, seed)
    elif scenario is not None:
        flow.choose_side(app, scenario, seed)
    if scenario is not None and not settings.note_seen:
        show_note(app)  # the title, which shows it otherwise, is passed by
    return app.run(warm_up)


def system_language() -> str:
    """Return the language of the system if the game has it, English otherwise."""
    try:
        name = locale.getlocale()[0] or ""
    except ValueError:
        name = ""
    return "ar" if name.startswith("ar") else "en"


def warm_up() -> None:
    """Import what the next screens need, while nobody waits for it."""
    threading.Thread(target=_import_the_rest, daemon=True).start()


def _import_the_rest() -> None:
    for name in _LATER:
        import_module(name)
