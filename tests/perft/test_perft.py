"""The counts in the files of this folder stand (see `counting`)."""

from __future__ import annotations

import pytest

from tests.boards import BOARDS
from tests.perft.counting import Card, cards, divide, perft

CARDS = [(card, depth) for _path, card in cards() for depth in range(1, len(card.counts) + 1)]


@pytest.mark.parametrize(
    ("card", "depth"), CARDS, ids=[f"{card.board}-{depth}" for card, depth in CARDS]
)
def test_counts(card: Card, depth: int) -> None:
    start = card.start()
    found, told = perft(start, depth), card.counts[depth - 1]
    if found != told:
        parts = [f"  {count:6} {order}" for order, count in divide(start, depth).items()]
        listed = "\n".join(parts)
        pytest.fail(f"perft {depth} of {card.board}: {found}, the file has {told}\n{listed}")


def test_every_board_is_counted() -> None:
    assert {card.board for card, _depth in CARDS} == set(BOARDS)


def test_the_parts_make_the_whole() -> None:
    card = CARDS[0][0]
    assert sum(divide(card.start(), 2).values()) == card.counts[1]
