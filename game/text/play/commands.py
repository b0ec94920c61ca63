"""What can be typed besides orders: the table from which `help` is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from game.text.play import answers, keeping, standing

if TYPE_CHECKING:
    from game.text.play.game import TextGame

Run = Callable[["TextGame", list[str]], None]


@dataclass(frozen=True, slots=True)
class Command:
    """Something to be typed. `names` are ways to say it, the first one is shown."""

    names: tuple[str, ...]
    takes: str
    """What may follow, as a reader sees it."""
    does: str
    run: Run
    verbatim: bool = False
    """What follows is taken as it is typed, not for names of the map."""


COMMANDS: Final = (
    Command(
        ("situation",), "", "the day, whose turn it is, points, objectives due", standing.situation
    ),
    Command(("objectives",), "", "your objectives with their dates", standing.objectives),
    Command(
        ("units",),
        "[enemy|SIDE|BOX]",
        "units of your side, or those known of others",
        answers.units,
    ),
    Command(("unit",), "UNIT", "all about a unit", answers.unit),
    Command(("idle",), "", "units that have been told nothing today", answers.idle),
    Command(
        ("describe hex", "describe", "hex"),
        "HEX|PLACE",
        "a hex: ground, units, its neighbours",
        answers.describe,
    ),
    Command(
        ("nearest enemy", "nearest"),
        "[UNIT|HEX]",
        "the enemies nearest to a unit or hex",
        answers.nearest,
    ),
    Command(("reach",), "UNIT", "where a unit can go, named ground first", answers.reach),
    Command(
        ("orders",), "[UNIT]", "the legal orders of a unit, or those of no one unit", answers.orders
    ),
    Command(("targets",), "", "enemy hexes that can be attacked, and with what", answers.targets),
    Command(
        ("odds",),
        "attack HEX with UNIT ...",
        "the odds sheet of an attack, without attacking",
        answers.odds,
    ),
    Command(("supply",), "", "your units that are not supplied", answers.supply),
    Command(("crossings",), "", "the crossings and their state", answers.crossings),
    Command(("boxes",), "", "areas off the map, who holds them, what is in them", answers.boxes),
    Command(("map",), "[HEX|PLACE]", "a map in letters around a hex", answers.city_map),
    Command(
        ("what changed", "changed"),
        "",
        "what the others did since your last turn",
        standing.changed,
    ),
    Command(("why",), "", "what the computer had in mind with the orders you saw", standing.why),
    Command(("log",), "[N]", "your last orders", standing.log),
    Command(("rule", "rules"), "[NUMBER]", "a section of the rules, or their list", standing.rule),
    Command(("briefing",), "", "the briefing of the scenario", standing.briefing),
    Command(("result",), "", "how the game stands on its dials", standing.result),
    Command(("undo",), "", "take the last order back", keeping.undo),
    Command(("redo",), "", "give it again", keeping.redo),
    Command(("save",), "[NAME]", "save the game under a name", keeping.save_game, True),
    Command(("load",), "[NUMBER]", "list the saves, or load one of them", keeping.load_game),
    Command(
        ("quit", "exit"), "", "leave; the game is kept and `load` brings it back", keeping.leave
    ),
)
"""Every command but `help` and the orders themselves."""

HELP: Final = ("help", "?")


def find(line: str) -> tuple[Command, list[str]] | None:
    """Return the command a line begins with and the words after it; None if there is none."""
    words = line.split()
    for length in (2, 1):
        start = " ".join(words[:length]).lower()
        for command in COMMANDS:
            if start in command.names:
                return command, words[length:]
    return None


def meant(word: str, verbs: tuple[str, ...]) -> str:
    """Return the nearest command or order to a word, empty if nothing is near."""
    known = [name.split()[0] for command in COMMANDS for name in command.names]
    near = get_close_matches(word.lower(), [*known, *verbs, *HELP], n=1, cutoff=0.6)
    return near[0] if near else ""
