"""Names stand for ids where they can mean one thing, and lists of orders are short to hear."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from game.scenario.documents import BriefingDoc
from game.scenario.package import load_scenario
from game.session import Seat, Session
from game.text.play import Console, TextGame
from game.text.play.spelling import sentence, summed, with_ids
from tests.session.battle import BATTLE


@pytest.fixture(scope="module")
def game() -> TextGame:
    seats = {"government": Seat("human"), "isil": Seat("human"), "sdf": Seat("human")}
    session = Session.new(load_scenario("deir_ez_zor_2017"), 1, seats)
    console = Console(io.StringIO(), io.StringIO(), iter(()))
    return TextGame(session, BriefingDoc(briefing=()), console)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hatla", "hatla"),
        ("AL-HAMIDIYAH", "hamidiyah"),
        ("al hamidiyah to government forces", "hamidiyah to government"),
        ("tiger forces, 1st assault group 14_13", "tig_1 14_13"),
        ("29_31 with tig_1 air 1", "29_31 with tig_1 air 1"),
        ("nowhere at all", "nowhere at all"),
    ],
)
def test_a_name_is_read_as_its_id(game: TextGame, typed: str, read: str) -> None:
    assert " ".join(with_ids(game, typed.split())) == read


def test_no_name_of_a_hidden_unit_is_known() -> None:
    cards = tuple(replace(card, name=f"The {card.id} band") for card in BATTLE.oob.units)
    named = replace(BATTLE, oob=replace(BATTLE.oob, units=cards))
    session = Session.new(named, 1, {"red": Seat("human"), "blue": Seat("human")})
    console = Console(io.StringIO(), io.StringIO(), iter(()))
    game = TextGame(session, BriefingDoc(briefing=()), console)
    assert with_ids(game, ["the", "red_1", "band"]) == ["red_1"]
    assert with_ids(game, ["the", "blue_1", "band"]) == ["blue_1"]
    hidden = ["the", "blue_2", "band"]
    assert with_ids(game, hidden) == hidden


def test_a_remark_becomes_a_sentence() -> None:
    assert sentence("there is none") == "There is none."
    assert sentence("did you mean 'it'?") == "Did you mean 'it'?"


def test_many_orders_of_a_verb_are_one_item() -> None:
    many = [f"withdraw red_1 {n}_2" for n in range(8)]
    assert summed(["hold red_1", *many]) == [
        "hold red_1",
        "withdraw red_1 0_2, 1_2, 2_2, 3_2, 4_2, 5_2, 6_2 or 7_2",
    ]
    assert summed(many[:3]) == many[:3]
