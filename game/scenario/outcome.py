"""The words with which the record says what came of an order: `take`, `take, mined`, `hold`.

At most one word names the result of the order; the others name what single dice decided, each
with the thing it is about if need be: `surrender i_city_4`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from game.scenario.problems import nearest, printable

RESULTS: Final = ("take", "vacate", "destroy", "hold", "repulse", "suppress")
"""Results of an attack or a bombardment; `game.history.outcomes` has the test for each."""
DICE_WORDS: Final = ("surrender", "broken", "demolished", "collapsed", "stopped", "mined")
"""What one die decided."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome taken apart."""

    result: str
    """One of RESULTS, or empty for any."""
    dice: tuple[tuple[str, str], ...]
    """Words of DICE_WORDS, each with what it is about, or an empty text."""


@dataclass(frozen=True, slots=True)
class WrongOutcome:
    """What is wrong with an outcome, and the near miss in it."""

    message: str
    near: str = ""


def split_outcome(text: str) -> Outcome:
    """Take an outcome apart; words that are none of the known ones are left out."""
    parts = [part.split(maxsplit=1) for part in text.split(",") if part.strip()]
    results = [words[0] for words in parts if words[0] in RESULTS]
    dice = [(words[0], "".join(words[1:])) for words in parts if words[0] in DICE_WORDS]
    return Outcome(results[0] if results else "", tuple(dice))


def check_outcome(text: str, units: Collection[str]) -> WrongOutcome | None:
    """Return what is wrong with an outcome, None if nothing is."""
    results = 0
    for part in text.split(",") if text.strip() else ():
        word, _, subject = part.strip().partition(" ")
        if word not in RESULTS and word not in DICE_WORDS:
            return _unknown("outcome", word, (*RESULTS, *DICE_WORDS))
        results += word in RESULTS
        if subject and word != "surrender":
            return WrongOutcome(f'nothing should follow "{word}", not "{printable(subject)}"')
        if subject and subject.strip() not in units:
            return _unknown("unit", subject.strip(), units)
    if results > 1:
        return WrongOutcome("an order has one result; separate dice words are allowed beside it")
    return None


def _unknown(what: str, word: str, known: Collection[str]) -> WrongOutcome:
    near = nearest(word, known)
    if near:
        rest = f', did you mean "{near}"?'
    else:
        rest = f" (there are: {', '.join(known)})" if len(known) <= 12 else ""
    message = f'unknown {what} "{printable(word)}"{rest}' if word else f"the {what} is missing"
    return WrongOutcome(message, near)
