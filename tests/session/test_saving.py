"""Saves: what is loaded is the game that was saved, or is refused, or says what it lost."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.ai.by_lot import ByLot
from game.ai.commander import Reason, Why
from game.engine.orders import EndTurn, Hold
from game.engine.scenario import Scenario
from game.scenario.package import load_record, load_scenario
from game.session import (
    Seat,
    Session,
    begin_autosave,
    continue_game,
    load,
    quick_load,
    quick_save,
    save,
)
from game.storage.listing import continuable, list_saves
from game.storage.meta import FORMAT
from game.storage.notice import StorageError
from tests.session.battle import BATTLE, HOTSEAT, played, played_to, session, step

TINY = Path(__file__).parents[1] / "scenario" / "data" / "tiny"


def find(_ref: str) -> Scenario:
    """The battle has no files."""
    return BATTLE


def back(path: Path) -> Session:
    """A save of the battle, loaded."""
    return load(path, find=find, autosave=False)


def same(a: Session, b: Session) -> None:
    """The same game, as far as anyone can tell."""
    assert a.state == b.state
    assert a.script == b.script
    assert [entry.text for entry in a.log] == [entry.text for entry in b.log]
    assert (a.seed, a.seats, a.viewer, a.side, a.ended) == (
        b.seed, b.seats, b.viewer, b.side, b.ended,
    )  # fmt: skip
    assert (a.undo_blocked, a.can_redo, a.undo_end) == (b.undo_blocked, b.can_redo, b.undo_end)
    for side in range(len(a.scenario.oob.sides)):
        assert a.digest_of_other_sides(side=side) == b.digest_of_other_sides(side=side)
        assert a.replay_of_other_turn(side=side) == b.replay_of_other_turn(side=side)


@given(st.integers(0, 10_000), st.integers(0, 70))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_saved_is_loaded(seed: int, deeds: int) -> None:
    it = played(seed, deeds)
    again = back(save(it, "a name"))
    assert again.notice is None
    same(again, it)
    assert again.recall()
    assert again.log == it.log
    assert again.undo() == it.undo()
    assert again.state == it.state


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_a_loaded_game_goes_on_as_the_other_would(seed: int) -> None:
    it = played(seed, 30)
    again = back(save(it, ""))
    for one in (it, again):
        rng = random.Random(seed)
        for _ in range(20):
            if not one.ended:
                step(one, rng)
    same(again, it)


def test_the_autosave_follows_every_order() -> None:
    it = session(7)
    begin_autosave(it)
    for order in (Hold("red_1"), EndTurn(), Hold("blue_1"), EndTurn()):
        it.submit(order)
        entry = continuable()
        assert entry is not None
        assert entry.kind == "auto"
        same(back(entry.path), it)
    it.undo()
    it.advance()
    it.submit(Hold("red_2"))
    it.undo()
    same(back(list_saves()[0].path), it)
    assert list_saves()[0].turn == 2


def test_a_snapshot_spares_the_way_and_changes_nothing() -> None:
    it = played_to(11, 4)
    path = save(it, "")
    again = back(path)
    assert not again.recalled
    for snapshot in path.glob("state_*.json"):
        snapshot.unlink()
    slow = back(path)
    assert slow.recalled
    same(again, slow)
    assert slow.log == it.log


@pytest.mark.parametrize("damage", ["{", '{"line": 1}', "other"])
def test_a_broken_snapshot_is_passed_over(damage: str) -> None:
    it = played_to(11, 4)
    path = save(it, "")
    for snapshot in path.glob("state_*.json"):
        text = snapshot.read_text(encoding="utf-8")
        text = text.replace('"data":[', '"data":[1') if damage == "other" else damage
        snapshot.write_text(text, encoding="utf-8")
    again = back(path)
    assert again.recalled
    assert again.notice is None
    same(again, it)


def test_a_broken_chain_is_cut_at_the_last_good_line_and_said() -> None:
    it = played(5, 30)
    path = save(it, "")
    orders = path / "orders.jsonl"
    lines = orders.read_bytes().splitlines(keepends=True)
    lines[9] = lines[9].replace(b'"turn":', b'"turn": ')
    orders.write_bytes(b"".join(lines))
    again = back(path)
    assert again.notice is not None
    assert again.notice.code == "save_cut"
    assert f"line 10 of its orders. The game goes on from the last good one; {len(lines) - 9}" in (
        again.notice.text
    )
    assert again.script == it.script[:9]


def test_a_torn_autosave_is_carried_on_before_the_torn_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("game.session.saving.load.__kwdefaults__", _with(find))
    it = session(7)
    begin_autosave(it)
    it.submit(Hold("red_1"))
    it.submit(Hold("red_2"))
    orders = list_saves()[0].path / "orders.jsonl"
    orders.write_bytes(orders.read_bytes()[:-9])
    again = continue_game()
    assert again is not None
    assert again.notice is not None
    assert again.notice.code == "save_torn"
    assert [entry.text for entry in again.log] == ["hold red_1"]
    again.submit(Hold("red_3"))
    assert len(list_saves()) == 1
    assert [entry.text for entry in back(list_saves()[0].path).log] == ["hold red_1", "hold red_3"]


def _with(find: object) -> dict[str, object]:
    return {**(load.__kwdefaults__ or {}), "find": find}


def test_a_save_whose_scenario_has_changed_is_refused() -> None:
    path = save(session(), "")
    other = replace(BATTLE, content_hash="another")
    with pytest.raises(StorageError, match="has changed since this game was saved") as error:
        load(path, find=lambda _: other, autosave=False)
    assert error.value.notice.code == "save_other_scenario"


def test_a_save_whose_scenario_is_gone_is_refused() -> None:
    it = session()
    it.ref = "/nowhere/at/all"
    with pytest.raises(StorageError, match="cannot be read") as error:
        load(save(it, ""), autosave=False)
    assert error.value.notice.code == "save_no_scenario"


def test_a_newer_save_is_refused() -> None:
    path = save(session(), "") / "meta.json"
    page = json.loads(path.read_text(encoding="utf-8"))
    page["format"] = FORMAT + 1
    path.write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(StorageError, match="Update Furat"):
        back(path.parent)


def test_orders_that_lead_elsewhere_now_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    it = played_to(5, 3)
    path = save(it, "")
    for snapshot in path.glob("state_*.json"):
        snapshot.unlink()
    ends = [n for n, body in enumerate(it.script) if "state" in body]
    with monkeypatch.context() as patch:
        count = iter(range(1000))
        true = Session._carry_out

        def differently(self: Session, *order: Any) -> object:
            entry = true(self, *order)
            later = isinstance(order[0], EndTurn) and next(count) >= 1
            return replace(entry, digest="elsewhere") if later else entry

        patch.setattr(Session, "_carry_out", differently)
        again = back(path)
    assert again.notice is not None
    assert again.notice.code == "save_diverged"
    assert again.script == it.script[: ends[1]]


def test_if_yesterday_leads_elsewhere_now_the_game_goes_on_from_this_morning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    it = played_to(5, 3)
    path = save(it, "")
    with monkeypatch.context() as patch:
        true = Session._carry_out

        def differently(self: Session, *order: Any) -> object:
            entry = true(self, *order)
            return replace(entry, digest="elsewhere") if entry.turn < 3 and entry.digest else entry

        patch.setattr(Session, "_carry_out", differently)
        again = back(path)
        assert not again.recalled
    assert again.notice is None
    assert again.state == it.state


def test_quick_save_has_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.session.saving.load.__kwdefaults__", _with(find))
    assert quick_load() is None
    it = session()
    quick_save(it)
    it.submit(Hold("red_1"))
    quick_save(it)
    assert [entry.kind for entry in list_saves()] == ["quick"]
    again = quick_load()
    assert again is not None
    same(again, it)
    assert {entry.kind for entry in list_saves()} == {"quick", "auto"}


def test_one_can_go_back_to_the_morning_of_any_turn() -> None:
    it = played_to(11, 4)
    path = save(it, "")
    for turn in range(1, it.state.turn + 1):
        again = load(path, find=find, turn=turn, autosave=False)
        assert (again.state.turn, again.state.active) == (turn, 0)
        assert again.log == [] or again.log[-1].text == "dawn"
        assert again.notice is None


def test_a_full_disk_does_not_stop_the_game(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    it = session()
    begin_autosave(it)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", fail)
        patch.setattr("os.fsync", fail)
        assert it.submit(Hold("red_1")) is None
        assert it.notice is not None
        assert it.notice.code == "save_unwritable"
        assert it.submit(EndTurn()) is None
    it.submit(EndTurn())
    it.advance()
    same(back(list_saves()[0].path), it)


def test_seats_come_back_with_the_commanders_of_their_levels_and_their_reasons() -> None:
    it = Session.new(BATTLE, 1, {"red": Seat("computer", "random"), "blue": Seat()})
    it.advance()
    assert it.log[0].reason == Reason(Why.CHANCE)
    it.sit("blue", Seat("computer", "nobody"))
    path = save(it, "")
    again = load(path, find=find, autosave=False)
    assert again.seats == it.seats
    assert isinstance(again.seats["red"].commander, ByLot)
    assert again.seats["blue"].commander is None
    assert [entry.reason for entry in again.log] == [entry.reason for entry in it.log]


def test_names_are_free(data: Path) -> None:
    names = ["دير الزور", "a/b\\c:*?", "..", "", "x" * 300, "CON"]
    for name in names:
        same(back(save(session(), name)), session())
    assert {entry.name for entry in list_saves()} == set(names)
    assert all(len(path.name) < 80 for path in (data / "saves").iterdir())


# --- leaving history -----------------------------------------------------------------------------


def branch(turn: int, seats: dict[str, Seat] | None = None) -> Session:
    """The tiny record, taken over by red."""
    scenario, record = load_scenario(TINY), load_record(TINY)
    return Session.from_history(scenario, record, turn, "red", seats, 9, ref=str(TINY))


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_branch_begins_on_the_morning_of_its_day(turn: int) -> None:
    it = branch(turn)
    assert (it.state.turn, it.state.active, it.state.recorded) == (turn, 0, False)
    assert it.state.dice.seed == 9
    assert it.seats["red"].kind == "human"
    assert {seat.kind for side, seat in it.seats.items() if side != "red"} == {"computer"}
    it.advance()
    assert it.viewer == it.side == it.scenario.oob.side_index["red"]


def test_a_branch_is_the_history_up_to_its_day() -> None:
    from game.history.chronicle import Chronicle

    scenario, record = load_scenario(TINY), load_record(TINY)
    evening = next(iter(Chronicle(scenario, record).days())).state
    quick = Session.from_history(scenario, record, 2, "red", None, 9, evening=evening)
    assert quick.state == branch(2).state
    with pytest.raises(ValueError, match="evening"):
        Session.from_history(scenario, record, 3, "red", None, 9, evening=evening)
    with pytest.raises(ValueError, match="no turn 99"):
        Session.from_history(scenario, record, 99, "red")


@pytest.mark.parametrize("helped", [True, False])
def test_a_branch_is_saved_by_its_day(helped: bool) -> None:
    it = branch(2, HOTSEAT | {"red": Seat("human")})
    it.advance()
    it.submit(EndTurn())
    path = save(it, "")
    assert list_saves()[0].branch_turn == 2
    if not helped:
        for snapshot in path.glob("state_*.json"):
            snapshot.unlink()
    again = load(path, autosave=False)
    assert (again.state, again.script) == (it.state, it.script)
    assert again.branch == it.branch
    assert again.begun == it.begun


def test_a_branch_from_another_history_is_refused() -> None:
    path = save(branch(2), "")
    for snapshot in path.glob("state_*.json"):
        snapshot.unlink()
    record = load_record(TINY)
    empty = replace(record, history=replace(record.history, days=()))
    with pytest.raises(StorageError, match="that history has changed") as error:
        load(path, find_record=lambda _: empty, autosave=False)
    assert error.value.notice.code == "save_other_record"
