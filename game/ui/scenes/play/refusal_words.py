"""Why an order is refused, in the language of the window.

The rules say it in English, with ids and all. In English that sentence is given with names for the
ids; in another language the sentence belongs to the kind of refusal.
"""

from __future__ import annotations

import re

from game.engine.board import NOWHERE
from game.engine.refusal import Illegal
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.numbers import halves

_WORD = re.compile(r"\b[a-z][a-z0-9_]*\b|\b\d+_\d+\b")
_SITE = re.compile(r"(^|\bat |\bbeside )$")
"""What comes before a crossing in these sentences: ids may be words such as "ford"."""


def refusal_words(
    names: Naming, refused: Illegal, unit: int = NOWHERE, shortfall: tuple[int, int] | None = None
) -> str:
    """Return the sentence of a refusal; with `shortfall`, how much movement is missing."""
    w = names.words
    if shortfall is not None:
        return w("play.not_enough_movement", needs=halves(shortfall[0]), has=halves(shortfall[1]))
    if w.lang == "en":
        return named(names, refused.text)
    name = names.unit(unit) if unit != NOWHERE else ""
    return w(f"refusal.{refused.code.value}", unit=name)


def named(names: Naming, text: str) -> str:
    """Return a sentence of the rules with names in place of ids."""
    oob, board = names.scenario.oob, names.scenario.board

    def told(match: re.Match[str]) -> str:
        word = match[0]
        if word in oob.unit_index and ("_" in word or match.start() == 0):
            return names.unit(oob.unit_index[word])
        if word in oob.leader_index and "_" in word:
            return names.leader(oob.leader_index[word])
        if word in board.crossing_index and ("_" in word or _SITE.search(text, 0, match.start())):
            return names.crossing(board.crossing_index[word])
        if re.fullmatch(r"\d+_\d+", word):
            label = word.replace("_", ",")
            said_before = text[: match.start()].endswith(("hex ", "Hex "))
            return label if said_before else names.words("play.hex_label", label=label)
        return word

    said = _WORD.sub(told, text)
    return said[:1].upper() + said[1:]
