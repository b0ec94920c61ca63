"""A scenario that begins on a later day: the morning is that of the record, the rest goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.engine.apply import apply
from game.engine.new_game import new_game
from game.engine.orders import NextDay, Recorded
from game.engine.state import GameState, Status
from game.history.chronicle import Chronicle
from game.history.opening import opening_package
from game.history.settling import quiet_dice
from game.scenario.package import load_record, load_scenario, validate
from tests.history.conftest import replayed

CAMPAIGN = "deir_ez_zor_2017"


@pytest.fixture(scope="module")
def mornings() -> dict[str, GameState]:
    """The campaign's own state on some mornings, after the events of the day."""
    wanted = ("2017-10-18", "2017-10-25")
    chronicle = Chronicle(load_scenario(CAMPAIGN), load_record(CAMPAIGN))
    found, eve = {}, None
    for day in chronicle.days():
        if day.date in wanted and eve is not None:
            found[day.date] = apply(eve, Recorded(NextDay(), quiet_dice()))[0]
        if day.date == wanted[-1]:
            break
        eve = day.state
    return found


def written(folder: Path, first: str, last: str | None = None) -> Path:
    """Write the package that begins on a day into a folder of its name."""
    until = date.fromisoformat(last) if last else None
    package = folder / "later"
    package.mkdir()
    scenario, record = load_scenario(CAMPAIGN), load_record(CAMPAIGN)
    day = date.fromisoformat(first)
    for name, text in opening_package(scenario, record, day, until, name="later").items():
        (package / name).write_text(text, encoding="utf-8")
    assert str(validate(package)) == ""
    return package


@pytest.mark.parametrize("day", ["2017-10-18", "2017-10-25"])
def test_morning_is_that_of_the_record(
    tmp_path: Path, mornings: dict[str, GameState], day: str
) -> None:
    scenario = load_scenario(written(tmp_path, day, "2017-11-03"))
    state, there = new_game(scenario, recorded=True)[0], mornings[day]
    assert state.control == there.control
    assert state.boxes == there.boxes
    assert (state.rubble, state.works, state.population) == (
        there.rubble,
        there.works,
        there.population,
    )
    assert state.crossings == there.crossings
    assert [belt.known for belt in state.belts] == [belt.known for belt in there.belts]
    assert state.relations == there.relations
    assert [(m.air, m.car_bombs, m.replacements) for m in state.means[:1]] == [
        (m.air, m.car_bombs, m.replacements) for m in there.means[:1]
    ]
    units = {card.id: state.units[n] for n, card in enumerate(scenario.oob.units)}
    for card, now in zip(there.scenario.oob.units, there.units, strict=True):
        here = units.get(card.id)
        if here is None:
            assert now.status not in (Status.ON_MAP, Status.IN_BOX), card.id
        elif now.status in (Status.ON_MAP, Status.IN_BOX):
            assert (here.status, here.at, here.box, here.steps) == (
                (now.status, now.at, now.box, now.steps)
            ), card.id
            assert (here.supply, here.cut_days, here.hidden, here.stand_fast) == (
                (now.supply, now.cut_days, now.hidden, now.stand_fast)
            ), card.id
    seats = {
        card.id: scenario.oob.units[now.unit].id
        for card, now in zip(scenario.oob.leaders, state.leaders, strict=True)
        if now.unit >= 0
    }
    assert seats == {
        card.id: there.scenario.oob.units[now.unit].id
        for card, now in zip(there.scenario.oob.leaders, there.leaders, strict=True)
        if now.unit >= 0
    }


def test_record_goes_on_from_there(tmp_path: Path) -> None:
    *days, account = replayed(written(tmp_path, "2017-10-25", "2017-11-03"))
    assert (days[0]["date"], days[-1]["date"]) == ("2017-10-25", "2017-11-03")
    assert (account["illegal"], account["control_mismatches"]) == (0, [])
    assert account["orders"] > 50
    assert account["objectives_on_date"] == account["objectives"] > 5


def test_first_day_changes_only_dates(tmp_path: Path) -> None:
    package = written(tmp_path, "2017-09-14", "2017-09-20")
    assert {path.stem for path in package.iterdir()} == {"scenario", "objectives"}
    scenario, campaign = load_scenario(package), load_scenario(CAMPAIGN)
    assert scenario.turns == 7
    assert scenario.board == campaign.board
    assert {card.id for card in scenario.oob.units} >= {"tig_1", "d4_1"}
    assert "marm" not in scenario.oob.unit_index  # it comes on the 24th


def test_text_is_short_and_says_what_it_is(tmp_path: Path) -> None:
    package = written(tmp_path, "2017-10-25")
    forces = (package / "forces.yaml").read_text(encoding="utf-8").splitlines()
    assert forces[0] == "# yaml-language-server: $schema=../schema/forces.schema.json"
    assert forces[1] == f"# {CAMPAIGN} on the morning of 2017-10-25: only what is different then."
    assert len(forces) < 90
    assert load_scenario(package).turns == 24


@pytest.mark.parametrize(
    ("first", "last"),
    [("2017-09-13", "2017-09-20"), ("2017-10-01", "2017-11-18"), ("2017-10-02", "2017-10-01")],
)
def test_days_outside_are_refused(first: str, last: str) -> None:
    scenario, record = load_scenario(CAMPAIGN), load_record(CAMPAIGN)
    with pytest.raises(ValueError, match="runs from 2017-09-14 to 2017-11-17, not from"):
        opening_package(scenario, record, date.fromisoformat(first), date.fromisoformat(last))
