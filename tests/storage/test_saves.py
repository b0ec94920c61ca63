"""The folder of a save: written whole or not at all, read up to its last good line."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.chain import Body
from game.storage.journal import Journal
from game.storage.listing import continuable, list_saves, prune_autosaves
from game.storage.meta import FORMAT, Meta, read_meta
from game.storage.notice import StorageError
from game.storage.saves import (
    Snapshot,
    delete_save,
    now,
    read_save,
    snapshots_of,
    write_save,
)

SEATS = {"blue": {"kind": "human", "level": "normal"}, "red": {"kind": "none", "level": "normal"}}
BODIES: list[Body] = [
    {"do": "order", "order": "end", "turn": 1},
    {"do": "order", "order": "dawn", "then": 2, "turn": 1},
]


def meta(kind: str = "named", name: str = "My game / الفرات", **more: object) -> Meta:
    """The first page of a save."""
    page = Meta("tiny", "abc", "The ford", "2017-09-14", 7, 3, SEATS, kind, name, now())
    return replace(page, **more)  # type: ignore[arg-type]


def test_a_save_comes_back_whole() -> None:
    folder = write_save(meta(), BODIES)
    found = read_save(folder)
    assert found.meta == replace(meta(), saved=found.meta.saved)
    assert list(found.chain.bodies) == BODIES
    assert found.notice is None


def test_two_saves_of_one_name_lie_side_by_side() -> None:
    folders = {write_save(meta(), BODIES) for _ in range(3)}
    assert len(folders) == 3
    assert len(list_saves()) == 3


def test_the_list_says_where_each_game_stands() -> None:
    write_save(meta(), BODIES)
    entry = list_saves()[0]
    assert (entry.kind, entry.name, entry.scenario) == ("named", "My game / الفرات", "tiny")
    assert (entry.turn, entry.turns, entry.date) == (2, 7, "2017-09-15")
    assert entry.humans == ("blue",)
    assert not entry.ended
    assert entry.saved is not None


def test_the_latest_game_that_is_not_over_is_continued() -> None:
    assert continuable() is None
    older = write_save(meta(saved="2026-01-01T10:00:00+00:00"), BODIES)
    over = [*BODIES, {"do": "order", "order": "end", "turn": 2, "ended": True}]
    write_save(meta(saved="2026-01-03T10:00:00+00:00"), over)
    newer = write_save(meta(saved="2026-01-02T10:00:00+00:00"), BODIES)
    assert [entry.path for entry in list_saves()][1:] == [newer, older]
    found = continuable()
    assert found is not None
    assert found.path == newer


def test_a_broken_save_is_listed_with_what_is_wrong() -> None:
    folder = write_save(meta(), BODIES)
    (folder / "meta.json").write_text("{", encoding="utf-8")
    (folder.parent / "empty").mkdir()
    assert [entry.problem.code for entry in list_saves() if entry.problem] == [
        "save_damaged",
        "save_missing",
    ]
    assert continuable() is None


def test_a_save_of_a_newer_format_is_refused_with_both_versions() -> None:
    folder = write_save(meta(), BODIES)
    page = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    page.update(format=FORMAT + 1, game="9.0", more={"of": "it"})
    (folder / "meta.json").write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(
        StorageError, match=r"made by Furat 9\.0 in format 2\. You have Furat"
    ) as it:
        read_save(folder)
    assert it.value.notice.code == "save_newer"


@pytest.mark.parametrize("field", ["seed", "scenario_hash", "seats", "name"])
def test_a_changed_first_page_is_refused(field: str) -> None:
    folder = write_save(meta(), BODIES)
    page = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    page[field] = 4
    (folder / "meta.json").write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(StorageError, match=r"meta\.json is not as it was written"):
        read_save(folder)


@pytest.mark.parametrize("text", [b"", b"[]", b"3", b'{"format": 1}', b'{"format": "1"}', b"\xff"])
def test_no_first_page_raises_anything_else(text: bytes) -> None:
    with pytest.raises(StorageError):
        read_meta(text, "here")


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as error:
        read_save(tmp_path / "nowhere")
    assert error.value.notice.code == "save_missing"


def test_half_a_save_is_never_listed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_save(meta(), BODIES)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(StorageError, match="No space left"):
            write_save(meta(), BODIES)
    assert len(list_saves()) == 1
    assert len(list((data / "saves").iterdir())) == 1


def test_a_deleted_save_is_gone(data: Path) -> None:
    folder = write_save(meta(), BODIES)
    delete_save(folder)
    assert list(folder.parent.iterdir()) == []
    with pytest.raises(StorageError):
        delete_save(folder)


def test_only_the_latest_autosaves_stay() -> None:
    folders = [write_save(meta("auto", ""), BODIES) for _ in range(4)]
    for age, folder in enumerate(folders):
        os.utime(folder / "orders.jsonl", (10_000 - age, 10_000 - age))
    named = write_save(meta(), BODIES)
    prune_autosaves(keep=2)
    assert {entry.path for entry in list_saves()} == {named, *folders[:2]}


def test_snapshots_are_those_of_the_good_lines_latest_first() -> None:
    folder = write_save(meta(), BODIES)
    chain = read_save(folder).chain
    head = meta().head
    snapshots = [
        Snapshot(1, 0, head, "d0", [0]),
        Snapshot(2, 2, chain.links[1], "d2", [2]),
        Snapshot(3, 2, chain.links[0], "d3", [3]),
        Snapshot(4, 9, chain.links[1], "d4", [4]),
    ]
    folder = write_save(meta(), BODIES, snapshots)
    (folder / "state_5.json").write_text("{", encoding="utf-8")
    assert snapshots_of(read_save(folder)) == [snapshots[1], snapshots[0]]


def test_a_journal_goes_on_where_the_save_is_good() -> None:
    folder = write_save(meta("auto"), BODIES)
    orders = folder / "orders.jsonl"
    with orders.open("ab") as file:
        file.write(b'{"do":"order","or')
    save = read_save(folder)
    assert save.notice is not None
    assert save.notice.code == "save_torn"
    journal = Journal.after(save)
    journal.append({"do": "undo", "turn": 2})
    again = read_save(folder)
    assert [body["do"] for body in again.chain.bodies] == ["order", "order", "undo"]
    assert again.notice is None
    assert (folder / "orders.rest").read_bytes() == b'{"do":"order","or'


def test_two_games_do_not_write_to_one_journal() -> None:
    folder = write_save(meta("auto"), [])
    mine, other = Journal.after(read_save(folder)), Journal.after(read_save(folder))
    other.append(BODIES[0])
    with pytest.raises(StorageError) as error:
        mine.append(BODIES[0])
    assert error.value.notice.code == "save_taken"
    other.append(BODIES[1])
    assert len(read_save(folder).chain.bodies) == 2


def test_a_full_disk_leaves_the_journal_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_save(meta("auto"), BODIES[:1])
    journal = Journal.after(read_save(folder))
    write = os.write

    def half(handle: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(28, "No space left on device")
        return write(handle, data[:-10])

    with monkeypatch.context() as patch:
        patch.setattr("os.write", half)
        with pytest.raises(StorageError, match="No space left"):
            journal.append(BODIES[1])
    assert read_save(folder).notice is None
    journal.append(BODIES[1])
    assert len(read_save(folder).chain.bodies) == 2
