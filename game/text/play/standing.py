"""What a player asks about the day, the aims, the others and the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.engine.rules.attack_supply import attacks_left
from game.engine.rules.dials import grade
from game.engine.rules.objectives import condition_holds, status
from game.engine.scenario import Objective
from game.engine.state import GameState
from game.scenario.package import data_root
from game.text.names import Names
from game.text.page import counted
from game.text.reasons import reason_line
from game.text.telling import sentences

if TYPE_CHECKING:
    from game.text.play.game import TextGame

_DUE_SOON = 3
"""Days within which an objective is told with the situation."""


def situation(game: TextGame, _rest: list[str]) -> None:
    """Tell the day, the points, and what is due."""
    session, names = game.session, game.names
    side, state = session.side, session.view()
    means = state.means[side]
    told = [f"{names.day(state.turn)}, day {state.turn} of {session.scenario.turns}."]
    told.append(f"Points left today: air {means.air}, artillery {means.artillery}.")
    attacks = attacks_left(state, side)
    if attacks is not None:
        told.append(f"Attacks that can be supplied: {attacks}.")
    if means.car_bombs:
        told.append(f"Car bombs: {means.car_bombs}.")
    if means.replacements:
        told.append(f"Replacement steps: {means.replacements}.")
    if means.limited_until >= state.turn:
        told.append(f"Tighter rules of engagement until {names.day(means.limited_until)}.")
    idle = len(session.idle_units())
    told.append(f"{counted(idle, 'unit has', 'units have')} no orders yet.")
    for number, aim in enumerate(session.scenario.objectives):
        due = aim.side == side and status(state, number) == "open"
        if due and aim.latest - state.turn <= _DUE_SOON:
            told.append(_aim(names, state, number, aim))
    game.console.items(told)


def objectives(game: TextGame, _rest: list[str]) -> None:
    """List the objectives of the side, then those of others."""
    session, state = game.session, game.session.view()
    for other, card in enumerate(session.scenario.oob.sides):
        own = [(n, o) for n, o in enumerate(session.scenario.objectives) if o.side == other]
        if own:
            game.console.heading(card.name)
            game.console.items(_aim(game.names, state, n, o) for n, o in own)
    if not session.scenario.objectives:
        game.console.say("This scenario has none.")


def _aim(names: Names, state: GameState, number: int, aim: Objective) -> str:
    now = state.objectives[number]
    match status(state, number):
        case "met":
            how = f"{'held' if aim.hold else 'reached'} on {names.day(now.met_on)}"
        case "missed":
            how = f"lost on {names.day(now.lost_on)}"
        case _:
            stands = "stands now" if condition_holds(state, aim) else "does not stand now"
            until = "hold until" if aim.hold else "by"
            how = f"open, {stands}, {until} {names.day(min(aim.latest, state.scenario.turns))}"
    real = f"; in history {names.day(aim.historical)}" if aim.historical else ""
    return f"{aim.id} {aim.name}: {how}{real}. {aim.text}"


def changed(game: TextGame, _rest: list[str]) -> None:
    """Tell what the others did, as far as it was seen."""
    names = game.names
    lines = game.session.digest_of_other_sides()
    told = []
    for line in lines:
        texts = sentences(names, line.events)
        if texts:
            told.append(" ".join(texts))
    if not game.console.items(told):
        game.console.say("Nothing was seen of the others.")


def why(game: TextGame, _rest: list[str]) -> None:
    """Tell what the computers had in mind with those of their orders that were seen."""
    names, told = game.names, []
    for line in game.session.digest_of_other_sides():
        entry = game.session.log[line.entry] if line.entry >= 0 else None
        if entry is not None and entry.reason:
            texts = sentences(names, line.events)
            told.append(f"{' '.join(texts[:1])} Reason: {reason_line(names, entry.reason)}.")
    if not game.console.items(told):
        game.console.say("No order of a computer was seen.")


def log(game: TextGame, rest: list[str]) -> None:
    """List the last orders of the own side."""
    most = int(rest[0]) if rest and rest[0].isascii() and rest[0].isdigit() else 20
    own = [entry for entry in game.session.log if entry.side == game.session.side][-most:]
    lines = [f"{game.names.day(entry.turn)}: {entry.text}" for entry in own]
    if not game.console.items(lines):
        game.console.say("You have given no orders yet.")


def briefing(game: TextGame, _rest: list[str]) -> None:
    """Read the briefing out."""
    for section in game.briefing.briefing:
        game.console.heading(section.title.en)
        game.console.tell(section.text.en)
    if not game.briefing.briefing:
        game.console.say("This scenario has no briefing.")


def result(game: TextGame, _rest: list[str]) -> None:
    """Tell the grade of each person's side with its dials, and the questions to think about."""
    session = game.session
    state = session.state if session.ended else session.view()
    names = session.scenario.rules.grades.names
    so_far = "" if session.ended else ", so far"
    for side in session.humans or range(len(session.scenario.oob.sides)):
        marks = grade(state, side)
        game.console.heading(f"{game.names.side(side)}: {names[marks.index]}{so_far}")
        game.console.items(
            f"{dial.name}: {dial.value}, {names[dial.grade]}" for dial in marks.dials
        )
    objectives(game, [])
    if session.ended and game.briefing.questions:
        game.console.heading("Questions to think about")
        game.console.items(question.en for question in game.briefing.questions)


def rule(game: TextGame, rest: list[str]) -> None:
    """Read a section of the rules, or list them."""
    text = (data_root() / "docs" / "rules.md").read_text(encoding="utf-8")
    if not rest:
        game.console.items(re.findall(r"^#{2,3} (\d.*)$", text, re.MULTILINE))
        return
    found = re.search(
        rf"^#{{2,3}} {re.escape(rest[0])} .*?(?=^#{{2,3}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if found is None:
        game.console.tell(f"There is no section {rest[0]}; `rules` lists them.")
        return
    for line in found.group().splitlines():
        if line.startswith("#"):
            game.console.heading(line.lstrip("# "))
        elif line.startswith(("|", "-", "<!--")):
            game.console.say(*([] if line.startswith("<!--") else [line]))
        else:
            game.console.tell(_plain(line))


def _plain(line: str) -> str:
    """A line of the rules without the marks of its markup."""
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    return re.sub(r"[*`]", "", line)
