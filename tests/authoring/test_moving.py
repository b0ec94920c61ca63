"""Save as: a package goes on in another folder, under another id."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import edit as edits
from game.authoring import rescue
from game.authoring.new_package import CannotCreate, extending_package
from game.authoring.workbench import Workbench
from game.scenario.package import validate


def test_work_goes_on_there(tiny: Path) -> None:
    work = Workbench(tiny)
    before = {path.name: path.read_bytes() for path in tiny.iterdir() if path.is_file()}
    (tiny / "notes.md").write_text("Read me.\n", encoding="utf-8")
    work.edit(edits.put("forces", ("units", "r1", "steps"), 4))
    there = tiny.parent / "other"
    work.save_as(there)
    assert not work.dirty
    assert not work.changed_outside()
    assert work.folder == str(there)
    assert (there / "notes.md").read_text(encoding="utf-8") == "Read me.\n"
    assert str(validate(there)) == ""
    header = before["scenario.yaml"].decode().replace("id: tiny", "id: other")
    assert (there / "scenario.yaml").read_text(encoding="utf-8") == header
    # The old one is as it was, and nothing of the edit is kept aside for it.
    assert {name: (tiny / name).read_bytes() for name in before} == before
    assert rescue.find(str(tiny)) is None
    work.edit(edits.put("forces", ("units", "r1", "steps"), 5))
    work.save()
    assert "steps: 5" in (there / "forces.yaml").read_text(encoding="utf-8")
    work.undo()
    work.undo()
    assert work.get("scenario", ("id",)) == "tiny"
    work.undo()
    assert work.get("forces", ("units", "r1", "steps")) == 2


@pytest.mark.parametrize("name", ["tiny", "my other", "rules", ""])
def test_folders_that_cannot_be(tiny: Path, name: str) -> None:
    work = Workbench(tiny)
    with pytest.raises(CannotCreate):
        work.save_as(tiny.parent / name)
    assert work.folder == str(tiny)


def test_what_it_builds_on_must_be_found_from_there(tiny: Path, tmp_path: Path) -> None:
    child = extending_package(tiny.parent / "child", str(tiny)).folder
    work = Workbench(child)
    with pytest.raises(CannotCreate, match='no scenario "tiny" to extend'):
        work.save_as(tmp_path / "elsewhere" / "child_2")
    assert not (tmp_path / "elsewhere").exists()
    work.save_as(tiny.parent / "child_2")
    assert str(validate(tiny.parent / "child_2")) == ""


def test_a_broken_package_can_be_moved(tiny: Path) -> None:
    (tiny / "map.yaml").write_text("width: [\n", encoding="utf-8")
    work = Workbench(tiny)
    work.save_as(tiny.parent / "other")
    assert (tiny.parent / "other" / "map.yaml").read_text(encoding="utf-8") == "width: [\n"
