"""The record of the whole campaign, carried out: what it has to come to."""

from __future__ import annotations

from typing import Any

from game.scenario.documents import SourceDoc
from game.scenario.package import load_record, load_scenario
from game.scenario.record import Record

Lines = list[dict[str, Any]]
NAME = "deir_ez_zor_2017"


def test_it_has_all_65_days(real: Lines) -> None:
    assert len(real) == 66
    assert real[0]["date"] == "2017-09-14"
    assert real[64]["date"] == "2017-11-17"
    assert real[65]["reading"] == "seed"


def test_no_order_is_refused(real: Lines) -> None:
    refused = [
        (day["date"], order["order"], order["refusal"])
        for day in real[:65]
        for order in day["orders"]
        if not order["legal"]
    ]
    assert refused == []
    assert real[65]["illegal"] == 0
    assert real[65]["orders"] == sum(len(day["orders"]) for day in real[:65]) > 100


def test_few_decrees_and_each_with_its_reason(real: Lines) -> None:
    assert len(real[65]["decrees"]) <= 10
    assert all(decree["reason"] for decree in real[65]["decrees"])


def test_control_is_as_in_the_table_every_evening(real: Lines) -> None:
    assert real[65]["control_mismatches"] == []


def test_every_objective_is_decided_on_its_day(real: Lines) -> None:
    late = [
        (objective["id"], objective["historical"], objective["met_on"], objective["lost_on"])
        for objective in real[64]["objectives"]
        if objective["historical"] not in (objective["met_on"], objective["lost_on"])
        # Held from its day on, to the end.
        and not (objective["status"] == "met" and objective["id"] == "D03")
    ]
    assert late == []
    assert real[65]["objectives_on_date"] == real[65]["objectives"] == 41


def test_the_ring_closes_on_17_october_and_stays_closed(real: Lines) -> None:
    closed = [day["date"] for day in real[:65] if day["ring_closed"]]
    assert closed == [day["date"] for day in real[:65] if day["date"] >= "2017-10-17"]


def test_the_city_is_taken_on_3_november(real: Lines) -> None:
    by_date = {day["date"]: day["share"]["city"] for day in real[:65]}
    assert by_date["2017-11-02"]["isil"] > 0
    assert by_date["2017-11-03"] == {"government": 100.0}


def test_four_fifths_of_kati_are_taken_on_10_november(real: Lines) -> None:
    by_date = {day["date"]: day["share"]["kati_island"] for day in real[:65]}
    assert "government" not in by_date["2017-11-09"]
    assert 80 <= by_date["2017-11-10"]["government"] < 100
    assert by_date["2017-11-17"] == {"government": 100.0}


def test_the_last_surrender_is_on_the_last_day(real: Lines) -> None:
    last = real[64]["objectives"]
    surrender = next(objective for objective in last if objective["id"] == "G30")
    assert surrender["met_on"] == "2017-11-17"


def test_outcomes_of_the_record_are_possible_and_have_their_chance(real: Lines) -> None:
    chances = [order["chance"] for day in real[:65] for order in day["orders"]]
    assert all(0 < chance <= 1 for chance in chances)
    assert any(chance < 1 for chance in chances)


def test_the_journal_shows_every_entry_once_on_its_day(real: Lines) -> None:
    journal = load_record(NAME).journal.journal
    expected = {e.id: e.date.isoformat() for e in journal if e.shown_in == "journal"}
    shown = [(entry, day["date"]) for day in real[:65] for entry in day["journal"]]
    assert len(shown) == len(expected) == real[65]["journal_entries"]
    assert dict(shown) == expected


def test_every_statement_of_the_ground_document_can_be_reached() -> None:
    record = load_record(NAME)
    stated = [row.id for row in record.sources.sources if _of_ground_document(row)]
    assert len(stated) == 133
    assert [row for row in stated if row not in _cited(record)] == []


def _of_ground_document(row: SourceDoc) -> bool:
    return row.id.startswith("S")


def _cited(record: Record) -> set[str]:
    """Rows that the journal, the texts around the battle or the order of battle rest on."""
    oob = load_scenario(NAME).oob
    sections = (*record.briefing.briefing, *record.briefing.aftermath)
    return {
        *(row for entry in record.journal.journal for row in entry.rows),
        *(row for section in sections for row in section.sources),
        *(row for item in (*oob.formations, *oob.units, *oob.leaders) for row in item.sources),
    }
