"""The scenarios that come with the game: right, playable from the first order to the last night."""

from __future__ import annotations

import re
from itertools import islice

import pytest

from game.engine.apply import apply
from game.engine.board import NOWHERE
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.orders import EndTurn, NextDay
from game.engine.rules.turn import is_night
from game.engine.state import IN_PLAY
from game.scenario.layout import ids, shipped
from game.scenario.package import list_scenarios, load_record, load_scenario, validate

SHIPPED = ids(shipped())


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_scenario(name: str) -> None:
    assert str(validate(name)) == ""
    scenario = load_scenario(name)
    assert scenario.id == name
    assert load_scenario(name) == scenario


def test_listed_without_errors() -> None:
    assert [(entry.id, entry.errors) for entry in list_scenarios()] == [
        (name, 0) for name in SHIPPED
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_side_with_units_has_orders_on_the_first_day(name: str) -> None:
    state, _ = new_game(load_scenario(name), 7)
    for side in range(len(state.scenario.oob.sides)):
        assert state.active == side
        cards = zip(state.scenario.oob.units, state.units, strict=True)
        there = any(card.side == side and now.status in IN_PLAY for card, now in cards)
        orders = list(islice(legal_orders(state), 5))
        assert all(why_illegal(state, order) is None for order in orders)
        assert len(orders) > 1 or not there
        state, _ = apply(state, EndTurn())
    assert is_night(state)


@pytest.mark.parametrize("name", SHIPPED)
def test_plays_to_the_last_night_when_nobody_moves(name: str) -> None:
    state, _ = new_game(load_scenario(name), 7)
    while not state.ended:
        state, _ = apply(state, NextDay() if is_night(state) else EndTurn())
    assert state.turn == state.scenario.turns
    undecided = [
        objective.id
        for objective, now in zip(state.scenario.objectives, state.objectives, strict=True)
        if not now.met_on and not now.lost_on and not objective.hold and not objective.keep
    ]
    # A side that does nothing may still see a date come that is the last day's own.
    latest = {objective.id: objective.latest for objective in state.scenario.objectives}
    assert all(latest[name] >= state.turn for name in undecided)


@pytest.mark.parametrize("name", SHIPPED)
def test_objectives_lie_where_somebody_can_come(name: str) -> None:
    scenario = load_scenario(name)
    board = scenario.board
    assert scenario.objectives
    for objective in scenario.objectives:
        assert objective.places, objective.id
        assert objective.weight > 0, objective.id
        for place in objective.places:
            known = board.places[place]
            assert known.hexes or known.box != NOWHERE, (objective.id, known.id)
    sides = {objective.side for objective in scenario.objectives}
    assert len(sides) >= 2, "an objective for one side only makes no contest"


@pytest.mark.parametrize("name", SHIPPED)
def test_texts_are_there_in_both_languages(name: str) -> None:
    record = load_record(name)
    header, briefing = record.header, record.briefing
    assert header.question is not None
    texts = [header.title, header.question, header.summary, *(side.name for side in header.sides)]
    texts += [text for section in briefing.briefing for text in (section.title, section.text)]
    texts += briefing.questions
    assert len(briefing.briefing) >= 2
    assert briefing.questions
    assert all(text.en and text.ar for text in texts)


@pytest.mark.parametrize("name", SHIPPED)
def test_history_names_the_days_of_the_scenario_or_none(name: str) -> None:
    record = load_record(name)
    days = [day.date for day in record.history.days]
    assert all(record.header.start <= day <= record.header.end for day in days)
    if record.header.kind != "historical":
        assert not days


def test_every_entry_of_the_journal_is_there_in_both_languages() -> None:
    digits = re.compile(r"\d[\d,:.]*\d|\d")
    for doc in load_record("deir_ez_zor_2017").journal.journal:
        for text in (doc.text, *doc.claims):
            assert text.ar, doc.id
            told = set(digits.findall(text.ar))
            assert told <= set(digits.findall(text.en)), f"{doc.id} has another figure in Arabic"
