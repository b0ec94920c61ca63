"""Warnings while a package is being edited: looked for in the pauses, never shown as newer."""

from __future__ import annotations

from pathlib import Path

from game.authoring import edit as edits
from game.authoring.second_look import PAUSE_MS, SecondLook
from game.authoring.workbench import Workbench
from game.scenario.package import examine


def looked(work: Workbench) -> SecondLook:
    second = SecondLook(work)
    second.wait()
    return second


def test_they_are_those_of_validate(tiny: Path) -> None:
    work = Workbench(tiny)
    assert looked(work).found == tuple(examine(tiny))
    assert looked(work).found


def test_nothing_is_looked_for_before_a_pause(tiny: Path) -> None:
    second = SecondLook(Workbench(tiny))
    for _ in range(20):
        assert not second.update(PAUSE_MS, busy=True)
    assert not second.update(PAUSE_MS - 1)
    assert second.looking
    assert not second.found


def test_an_edit_makes_them_old_and_ends_the_search(tiny: Path) -> None:
    work = Workbench(tiny)
    second = looked(work)
    before = second.found
    assert "unsupplied" in {problem.code for problem in before}
    second.update(PAUSE_MS)
    work.edit(edits.put("forces", ("units", "r1", "cut_off"), 3))
    second.changed()
    assert second.found == before
    assert not second.current
    second.update(PAUSE_MS)  # begins
    work.edit(edits.put("forces", ("units", "r1", "cut_off"), 4))
    second.changed()
    assert not second.update(1)  # what was begun is thrown away
    second.wait()
    assert second.current
    assert "unsupplied" not in {problem.code for problem in second.found}


def test_with_errors_there_are_none(tiny: Path) -> None:
    work = Workbench(tiny)
    second = looked(work)
    work.edit(edits.put("forces", ("units", "r1", "type"), "ghosts"))
    second.changed()
    assert work.problems
    assert not second.found
    assert not second.looking
    assert not second.update(10 * PAUSE_MS)
    work.undo()
    second.changed()
    second.wait()
    assert second.found
