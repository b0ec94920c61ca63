"""What play and replay say about the off-map boxes on their tags."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.state import GameState
from game.ui.map.box_tags import BoxWords
from game.ui.map.boxes_strip import BoxesStrip
from game.ui.toolkit.words import Words


def days_told(words: Words, days: int) -> str:
    """Return how long a way is."""
    return words("common.days", count=days) if days else words("boxes.same_day")


def box_words(
    words: Words,
    strip: BoxesStrip,
    state: GameState,
    name: Callable[[int], str],
    holder: Callable[[int], str],
) -> BoxWords:
    """Return the words of the tags; `name` is that of a box, `holder` that of a side."""

    def note(box: int) -> str:
        _, days = strip.step_to(box)
        return words("boxes.note", side=holder(state.boxes[box]), days=days_told(words, days))

    def facts(box: int) -> tuple[str, ...]:
        return (
            words("boxes.held_by", side=holder(state.boxes[box])),
            *ways(words, state, box, name),
        )

    def tab(units: int) -> str:
        return words("boxes.tab_units", count=units) if units else words("boxes.tab")

    return BoxWords(name, note, facts, tab, words("boxes.fold"))


def ways(words: Words, state: GameState, box: int, name: Callable[[int], str]) -> list[str]:
    """Return where one gets to from a box and in how many days: a line each."""
    card = state.scenario.board.boxes[box]
    found = []
    if card.entries:
        found.append(words("boxes.to_map", days=days_told(words, card.entry_days)))
    links = [
        words("boxes.link", box=name(other), days=days_told(words, days))
        for other, days in card.links
    ]
    if links:
        found.append(words("boxes.to_boxes", boxes=words("boxes.comma").join(links)))
    return found
