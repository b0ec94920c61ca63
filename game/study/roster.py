"""Who plays which side, in words: `side=level`, as on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from game.ai.commander import Commander
from game.ai.levels import NAMES, commander
from game.engine.scenario import Scenario
from game.scenario.problems import nearest, printable
from game.scenario.record import Record
from game.study.script import is_script, load_script

USUAL: Final = "normal"
"""Who plays a side for which nobody is named."""


class RosterError(ValueError):
    """Words that name no side, or no commander."""


def default_roster(scenario: Scenario) -> dict[str, str]:
    """Return the commander of each side when none is named: that of the scenario, if there is one
    of this name, or `normal`."""
    return {side.id: side.agent if side.agent in NAMES else USUAL for side in scenario.oob.sides}


def read_roster(scenario: Scenario, words: Iterable[str]) -> dict[str, str]:
    """Return the name of the commander of each side; `words` are `side=level` or `side=script`.

    Raises:
        RosterError: for a side or a commander that does not exist, with the nearest one.
        ScriptError: for a script that cannot be read.
    """
    return default_roster(scenario) | read_named(scenario, words)


def read_named(scenario: Scenario, words: Iterable[str]) -> dict[str, str]:
    """Return the names of the commanders that `words` give to sides, and no others.

    Raises:
        RosterError: for a side or a commander that does not exist, with the nearest one.
        ScriptError: for a script that cannot be read.
    """
    sides = [side.id for side in scenario.oob.sides]
    found: dict[str, str] = {}
    for word in words:
        side, equals, name = word.partition("=")
        if not equals or not name:
            raise RosterError(
                f'"{printable(word)}" names no commander; write SIDE=LEVEL, as {sides[0]}={USUAL}'
            )
        check_side(scenario, side)
        if side in found:
            raise RosterError(f'the side "{side}" is given two commanders')
        check_name(name)
        found[side] = name
    return found


def check_side(scenario: Scenario, name: str) -> None:
    """Check that there is a side of a name; RosterError if there is none."""
    sides = [side.id for side in scenario.oob.sides]
    if name not in sides:
        raise RosterError(_unknown("side", name, sides))


def check_name(name: str) -> None:
    """Check that there is a commander of a name.

    Raises:
        RosterError: if there is none.
        ScriptError: for a script that cannot be read.
    """
    if is_script(name):
        load_script(name)
    elif name not in NAMES:
        raise RosterError(_unknown("commander", name, NAMES) + ", or the path of a script")


def commanders(roster: Mapping[str, str], record: Record | None = None) -> dict[str, Commander]:
    """Return the commanders themselves, each of them new; `record` for those who follow it."""
    return {
        side: load_script(name) if is_script(name) else commander(name, record)
        for side, name in roster.items()
    }


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    every = list(known)
    near = nearest(word, every)
    hint = f', did you mean "{near}"?' if near else ";"
    return f'there is no {what} "{printable(word)}"{hint} There are: {", ".join(every)}'
