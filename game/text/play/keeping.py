"""Undo, saving, loading and leaving, as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.order_text import write
from game.scenario.package import load_record
from game.scenario.problems import ScenarioError
from game.session import load, save
from game.storage.listing import SaveEntry, list_saves
from game.storage.notice import StorageError
from game.text.play.spelling import sentence

if TYPE_CHECKING:
    from game.text.play.game import TextGame


def undo(game: TextGame, _rest: list[str]) -> None:
    """Take the last order back, or say why not."""
    last = game.session.log[-1] if game.session.log else None
    why = game.session.undo()
    if why or last is None:
        game.console.tell(f"Nothing can be taken back: {why}.")
    else:
        game.console.say(f"Taken back: {last.text}")


def redo(game: TextGame, _rest: list[str]) -> None:
    """Give the order again that was taken back last."""
    why = game.session.redo()
    if why:
        game.console.tell(sentence(why))
    else:
        game.console.say(f"Done again: {write(game.session.scenario, game.session.log[-1].order)}")


def save_game(game: TextGame, rest: list[str]) -> None:
    """Save under the name typed, or the day."""
    name = " ".join(rest) or game.names.day(game.session.state.turn)
    try:
        save(game.session, name)
    except StorageError as error:
        game.console.tell(error.notice.text)
    else:
        game.console.say(f"Saved as {name!r}.")


def load_game(game: TextGame, rest: list[str]) -> None:
    """List the saves, or load the one of a number."""
    entries = list_saves()
    if not rest:
        if not entries:
            game.console.say("There are no saved games yet.")
        for number, entry in enumerate(entries, 1):
            game.console.say(f"{number}. {_told(game, entry)}")
        return
    number = int(rest[0]) if rest[0].isascii() and rest[0].isdigit() else 0
    if not 1 <= number <= len(entries):
        game.console.tell(f"There is no save {rest[0]!r}; `load` lists them with their numbers.")
        return
    try:
        session = load(entries[number - 1].path)
        briefing = load_record(session.ref or session.scenario.id).briefing
    except StorageError as error:
        game.console.tell(error.notice.text)
    except ScenarioError as error:
        game.console.tell(f"The scenario of this save cannot be used: {error}")
    else:
        game.briefing = briefing
        game.adopt(session)


def _told(game: TextGame, entry: SaveEntry) -> str:
    if entry.problem:
        return f"{entry.path.name}: {entry.problem.text}"
    name = entry.name or {"auto": "kept as played", "quick": "quick save"}.get(entry.kind, "")
    state = "over" if entry.ended else f"day {entry.turn} of {entry.turns}"
    return f"{name}: {entry.title}, {entry.date}, {state}."


def leave(game: TextGame, _rest: list[str]) -> None:
    """Leave; the autosave has everything."""
    game.over = True
    game.console.say("The game is kept; `load` brings it back.")
