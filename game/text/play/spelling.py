"""Names that are typed in place of ids: what the lists show can be written back as it stands."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from game.text.page import listed

if TYPE_CHECKING:
    from game.text.play.game import TextGame

_IGNORED = re.compile(r"[^\w]+")


def with_ids(game: TextGame, words: list[str]) -> list[str]:
    """Return the words with the names in them as ids; names count in any case, hyphened or not.

    The longest name wins, so that a unit called after a quarter is not taken for the quarter.
    Words that are no name come back as they are.
    """
    kept: list[str] = []
    names = _names(game)
    most = max((len(name.split()) for name in names), default=0)
    at = 0
    while at < len(words):
        for length in range(min(most, len(words) - at), 0, -1):
            said = _plain(" ".join(words[at : at + length]).rstrip("!"))
            if said in names:
                kept.append(names[said])
                at += length
                break
        else:
            kept.append(words[at])
            at += 1
    return kept


def sentence(text: str) -> str:
    """Return a remark as a sentence: a capital before, a full stop after unless it asks."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('?', '.')) else '.'}"


def summed(texts: list[str], few: int = 6) -> list[str]:
    """Return written orders as a list to be heard: many of one verb become one item."""
    by_verb: dict[str, list[str]] = {}
    for text in texts:
        by_verb.setdefault(text.split()[0], []).append(text)
    told: list[str] = []
    for group in by_verb.values():
        if len(group) <= few:
            told += group
        else:
            words = [text.split() for text in group]
            columns = zip(*words, strict=False)
            alike = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
            things = list(dict.fromkeys(rest[alike] for rest in words if len(rest) > alike))
            start = " ".join(words[0][:alike])
            told.append(f"{start} {listed(things).replace(' and ', ' or ')}")
    return told


def _names(game: TextGame) -> dict[str, str]:
    """Ids by their names as they are said; a name of two things stands for neither."""
    scenario, seen = game.session.scenario, game.session.visible_units()
    board, oob = scenario.board, scenario.oob
    things = [(card.name, card.id) for n, card in enumerate(oob.units) if n in seen]
    things += [(leader.name, leader.id) for leader in oob.leaders]
    things += [(place.name, place.id) for place in board.places]
    things += [(box.name, box.id) for box in board.boxes]
    things += [(site.name, site.id) for site in board.crossings]
    things += [(side.name, side.id) for side in oob.sides]
    ids: dict[str, set[str]] = {}
    for name, thing in things:
        ids.setdefault(_plain(name), set()).add(thing)
    return {name: found.pop() for name, found in ids.items() if name and len(found) == 1}


def _plain(name: str) -> str:
    return " ".join(_IGNORED.sub(" ", name.lower()).split())
