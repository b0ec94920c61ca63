"""Figures for the share of the city: whose they are, and that the map counts otherwise."""

from game.engine.new_game import new_game
from game.history.city_share import CityShare, city_share, quarters
from game.history.claims import claims
from game.scenario.package import load_record, load_scenario

SCENARIO = load_scenario("deir_ez_zor_2017")
RECORD = load_record("deir_ez_zor_2017")


def test_every_figure_for_the_city_has_its_claimant() -> None:
    found = claims(SCENARIO, RECORD, SCENARIO.grade_side)
    assert [(c.entry, c.turn, c.voice or c.words, round(c.percent), c.grade) for c in found] == [
        ("J072", 5, "sohr", 75, "C"),
        ("J078", 7, "governor", 40, "C"),
        ("J079", 8, "moscow", 85, "C"),
        ("J113", 32, "sohr", 81, "B"),
        ("J118", 34, "half", 50, "B"),
        ("J127", 34, "army_side", 90, "C"),
        ("J143", 39, "sohr", 92, "B"),
        ("J156", 43, "sohr", 93, "B"),
        ("J189", 50, "al_masdar", 97, "B"),
    ]


def test_a_figure_for_the_enemy_is_what_remains() -> None:
    found = {c.entry: c for c in claims(SCENARIO, RECORD, SCENARIO.grade_side)}
    assert found["J078"].of_other
    assert found["J156"].of_other
    isil = {c.entry: c for c in claims(SCENARIO, RECORD, 0)}
    assert isil["J078"].percent == 60
    assert not isil["J078"].of_other


def test_a_figure_for_an_island_is_none_for_the_city() -> None:
    entries = {c.entry for c in claims(SCENARIO, RECORD, SCENARIO.grade_side)}
    assert not entries & {"J196", "J197"}


def test_quarters_of_a_quarter_are_not_counted_twice() -> None:
    places = SCENARIO.board.places
    names = {places[number].id for number in quarters(SCENARIO)}
    assert "hawiqa" in names
    assert not names & {"hawiqa_west", "hawiqa_east"}
    assert len(names) == 22


def test_the_share_counts_whole_districts() -> None:
    state, _ = new_game(SCENARIO, 1)
    share = city_share(state, SCENARIO.grade_side)
    assert share is not None
    assert share.total == 22
    assert share.percent <= share.upper_percent <= 100
    assert CityShare(11, 2, 22).percent == 50
