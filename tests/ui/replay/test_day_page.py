"""Panels belong to the day that is shown: each is a function of the film and the day."""

import json

import pytest

from game.history.film import Film
from game.ui.scenes.replay.day_page import day_page
from game.ui.scenes.replay.viewpoint import seen, units_seen
from tests.ui.replay.conftest import press


def test_a_page_does_not_depend_on_how_it_was_reached(replay, film: Film) -> None:
    scene = replay(1)
    texts: dict[int, list[str]] = {}
    for chords in (["PgDn"] * 8, ["End"], ["PgUp"] * 3, ["Home"], ["Right"] * 6, ["Left"] * 2):
        for chord in chords:
            press(scene, chord)
            turn = scene.head.turn
            assert scene.page == day_page(film, turn)
            assert scene.map.view.shown is film.day(turn).state
            told = [piece.text for piece in scene.pieces if piece.text]
            told += [c.label + c.note for c in scene.controls.controls]
            assert texts.setdefault(turn, told) == told


def test_entries_pins_and_orders_are_of_the_day(whole: Film) -> None:
    page = day_page(whole, 34)
    assert page.date == "2017-10-17"
    assert len(page.entries) == 10
    assert {pin.entry for pin in page.pins} <= {entry.id for entry in page.entries}
    assert [page.count(grade) for grade in "ABC"] == [1, 4, 5]
    given = [doc for day in whole.record.history.days if day.date.isoformat() == page.date
             for segment in day.segments for doc in segment.orders]  # fmt: skip
    assert {deed.text for deed in page.orders} >= {doc.order for doc in given if doc.order != "end"}


def test_a_day_that_is_not_there_has_its_journal(whole: Film) -> None:
    page = day_page(Film(whole.scenario, whole.record), 34)
    assert page.state is None
    assert page.orders == ()
    assert len(page.entries) == 10


@pytest.mark.parametrize("turn", [1, 9, 34, 51, 65])
def test_the_last_chip_is_the_whole_city_once_it_is_near(whole: Film, turn: int) -> None:
    page = day_page(whole, turn)
    names = [whole.scenario.objectives[chip.number].id for chip in page.chips]
    assert len(names) == len(set(names)) == 5
    assert names[-1] == "G28"


def test_objectives_tell_their_day(whole: Film) -> None:
    ring = next(n for n, o in enumerate(whole.scenario.objectives) if o.id == "G15")
    told = {turn: next(a for a in day_page(whole, turn).aims if a.number == ring)
            for turn in (30, 34, 40)}  # fmt: skip
    assert (told[30].fact, told[30].days) == ("due", 4)
    assert (told[34].mark, told[34].fact) == ("held", "reached_today")
    assert (told[40].fact, told[40].turn) == ("since", 34)


def test_a_side_sees_no_hidden_enemy_and_only_its_own_orders(whole: Film) -> None:
    page = day_page(whole, 34)
    everybody, isil, government = (units_seen(seen(page.state, who)) for who in (-1, 0, 1))
    assert isil <= everybody
    assert government < everybody
    assert {deed.side for deed in page.orders_of(1)} <= {1}
    assert len(page.orders_of(-1)) == len(page.orders)


def test_a_contested_entry_is_given_no_verdict(replay) -> None:
    scene = replay(34)
    texts = [text for doc in scene.page.entries for text in (doc.text, *doc.claims)]
    told = json.dumps([text.en for text in texts])
    assert "But" not in told
    assert not any(word in told.lower() for word in ("in truth", "in fact", "actually"))
