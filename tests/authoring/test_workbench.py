"""A package on the workbench: problems live, undo without end, saving with care."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from game.authoring import edit, ground, units
from game.authoring.keeping import ChangedOnDisk
from game.authoring.workbench import Workbench
from game.authoring.yaml_text import CannotEdit
from game.scenario.package import load_scenario, validate


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def changed_lines(old: bytes, new: bytes) -> list[str]:
    before, after = old.decode().splitlines(), new.decode().splitlines()
    diff = difflib.unified_diff(before, after, lineterm="", n=0)
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]


def test_one_unit_moved_is_one_line_on_the_disk(bench: Workbench, campaign: Path) -> None:
    before = contents(campaign)
    bench.edit(units.move("tig_1", "18_22"))
    assert bench.dirty
    assert contents(campaign) == before, "nothing is written before saving"
    bench.save()
    assert not bench.dirty
    after = contents(campaign)
    assert {name for name in before if before[name] != after[name]} == {"forces.yaml"}
    assert changed_lines(before["forces.yaml"], after["forces.yaml"]) == [
        "-    at: 17_21",
        "+    at: 18_22",
    ]
    assert not validate(campaign)
    scenario = load_scenario(campaign)
    unit = scenario.oob.units[scenario.oob.unit_index["tig_1"]]
    assert scenario.board.grid.label(unit.hex) == "18_22"


def test_problems_are_those_of_validate(bench: Workbench) -> None:
    assert not bench.problems
    playable = bench.scenario
    bench.edit(units.change("tig_1", type="assualt"))
    (problem,) = bench.problems
    assert problem.path == "units[0].type"
    assert problem.suggestion == "assault"
    assert bench.texts["forces"].splitlines()[problem.line - 1].strip() == "type: assualt"
    assert bench.scenario is playable, "the last state without mistakes"
    assert bench.sketch is not None
    assert "tig_1" not in bench.sketch.oob.unit_index, "it could not be drawn"
    bench.save()
    assert [str(p) for p in validate(bench.folder)] == [str(p) for p in bench.problems]


def test_undo_of_everything_gives_the_same_bytes(bench: Workbench, campaign: Path) -> None:
    before, texts = contents(campaign), bench.texts
    edits = [
        units.move("tig_1", "14_13"),
        units.add({"formation": "tig", "type": "armour", "name": {"en": "New"}, "steps": 2}),
        units.remove(["rg_1", "rg_2"]),
        units.copy(["wag_1"], "3_3"),
        ground.paint("terrain", [0, 1, 60], "urban"),
        ground.paint("landmass", [0, 1, 60], "a_new_isle"),
        ground.paint("control", [0, 1], ""),
        ground.paint("population", [0, 1], "3"),
        edit.put("briefing", ("questions",), [{"en": "Why?"}]),
        edit.remove("objectives", ("objectives", "G01")),
    ]
    seen = [bench.texts]
    for one in edits:
        assert bench.edit(one), one.name
        seen.append(bench.texts)
    bench.save()
    while bench.undo():
        seen.pop()
        assert bench.texts == seen[-1]
    assert bench.texts == texts
    bench.save()
    assert contents(campaign) == before
    for one in edits:
        step = bench.redo()
        assert step is not None
        assert step.name == one.name
    assert not bench.redo()


def test_an_edit_that_cannot_be_done_changes_nothing(bench: Workbench) -> None:
    texts = bench.texts
    wrong = edit.together("both", units.move("tig_1", "14_13"), units.move("nobody", "14_13"))
    with pytest.raises(CannotEdit, match="nobody"):
        bench.edit(wrong)
    assert bench.texts == texts
    assert bench.undoable is None
    assert bench.get("forces", ("units", "tig_1", "at")) == "17_21"
    assert not bench.edit(units.move("tig_1", "17_21")), "nothing to do is no step"


def test_a_stroke_of_the_brush_is_one_step(bench: Workbench) -> None:
    for number in range(5):
        bench.edit(ground.paint("terrain", [number], "urban", stroke="pull"))
    bench.end_stroke()
    bench.edit(ground.paint("terrain", [9], "urban", stroke="pull"))
    bench.undo()
    assert bench.sketch is not None
    urban = [t.id for t in bench.sketch.rules.terrains].index("urban")
    assert list(bench.sketch.board.terrain[:10]) == [urban] * 5 + list(
        bench.sketch.board.terrain[5:10]
    )
    assert bench.sketch.board.terrain[9] != urban
    bench.undo()
    assert not bench.dirty


def test_a_file_changed_by_another_program_is_not_overwritten(
    bench: Workbench, campaign: Path
) -> None:
    file = campaign / "forces.yaml"
    theirs = file.read_text(encoding="utf-8").replace("at: 17_21", "at: 16_21")
    bench.edit(units.move("tig_1", "18_22"))
    file.write_text(theirs, encoding="utf-8")
    assert bench.changed_outside() == ("forces",)
    with pytest.raises(ChangedOnDisk, match=r"forces\.yaml") as refused:
        bench.save()
    assert refused.value.files == ("forces",)
    assert file.read_text(encoding="utf-8") == theirs
    assert bench.reload(("forces",))
    assert bench.get("forces", ("units", "tig_1", "at")) == "16_21"
    bench.undo()
    assert bench.get("forces", ("units", "tig_1", "at")) == "18_22"
    bench.save()
    assert "at: 18_22" in file.read_text(encoding="utf-8")


def test_a_file_changed_elsewhere_is_left_alone_if_not_edited(
    bench: Workbench, campaign: Path
) -> None:
    other = campaign / "events.yaml"
    theirs = other.read_bytes() + b"# theirs\n"
    other.write_bytes(theirs)
    bench.edit(units.move("tig_1", "18_22"))
    bench.save()
    assert other.read_bytes() == theirs
    assert bench.changed_outside() == ("events",)
    bench.reload()
    assert bench.texts["events"].endswith("# theirs\n")
    assert bench.changed_outside() == ()


def test_saving_over_is_possible_when_asked_for(bench: Workbench, campaign: Path) -> None:
    bench.edit(units.move("tig_1", "18_22"))
    (campaign / "forces.yaml").write_text("units: []\n", encoding="utf-8")
    bench.save(over=True)
    assert "at: 18_22" in (campaign / "forces.yaml").read_text(encoding="utf-8")


def test_a_crash_loses_nothing(bench: Workbench, campaign: Path) -> None:
    bench.edit(units.move("tig_1", "18_22"))
    texts = bench.texts
    del bench
    again = Workbench(campaign)
    assert again.rescued is not None
    again.edit(units.move("tig_2", "18_22"))
    assert again.bring_back(), "new work does not push out what was rescued"
    assert again.texts == texts
    again.save()
    assert Workbench(campaign).rescued is None


def test_bytes_that_are_no_text_come_back_as_they_were(campaign: Path) -> None:
    file = campaign / "briefing.yaml"
    file.write_bytes(b"# \xff\xfe\n" + file.read_bytes())
    bad = file.read_bytes()
    bench = Workbench(campaign)
    assert "not UTF-8" in str(bench.problems)
    bench.edit(units.move("tig_1", "18_22"))
    bench.save()
    assert file.read_bytes() == bad
    assert bench.get("forces", ("units", "tig_1", "at")) == "18_22"
