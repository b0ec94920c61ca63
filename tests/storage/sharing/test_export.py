"""One file of a scenario: what goes in, and that it is always the same."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.package import ScenarioError, load_scenario
from game.storage.sharing import SharingError, export
from game.storage.sharing.manifest import NAME

Author = Callable[[str], Path]


def manifest(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        found: dict[str, object] = json.loads(archive.read(NAME))
    return found


def test_the_same_package_gives_the_same_bytes(author: Author, tmp_path: Path) -> None:
    folder = author("ford")
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    export(str(folder), str(first))
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    export(str(folder), str(second))
    assert first.read_bytes() == second.read_bytes()


def test_it_names_itself_and_every_file(parcel: Path, tmp_path: Path) -> None:
    found = manifest(parcel)
    assert (found["id"], found["title"], found["version"]) == ("ford", "The ford", "1")
    assert found["credits"] == ["A. N. Author"]
    assert found["content_hash"] == load_scenario(tmp_path / "author" / "ford").content_hash
    with zipfile.ZipFile(parcel) as archive:
        names = archive.namelist()
        assert archive.read("ford/map.yaml") == (tmp_path / "author/ford/map.yaml").read_bytes()
    assert names[0] == NAME
    assert names[1:] == sorted(found["files"])  # type: ignore[call-overload]
    assert "ford/history.yaml" in names


def test_what_no_package_holds_is_left_out_and_told(author: Author, tmp_path: Path) -> None:
    folder = author("ford")
    (folder / "README.md").write_text("# The ford\n", encoding="utf-8")
    (folder / "map.yaml~").write_text("old", encoding="utf-8")
    (folder / "cheat.py").write_text("import os", encoding="utf-8")
    (folder / ".hidden").write_text("", encoding="utf-8")
    (folder / "drafts").mkdir()
    done = export(str(folder), str(tmp_path / "ford.zip"))
    assert done.left_out == ("ford/cheat.py", "ford/drafts", "ford/map.yaml~")
    assert "ford/README.md" in done.manifest.files


def test_the_folder_may_have_another_name(author: Author, tmp_path: Path) -> None:
    folder = author("ford").rename(tmp_path / "author" / "working copy")
    done = export(str(folder), str(tmp_path / "ford.zip"))
    assert {name.partition("/")[0] for name in done.manifest.files} == {"ford"}


def test_own_scenarios_it_extends_go_with_it(author: Author, tmp_path: Path) -> None:
    author("ford")
    child = tmp_path / "author" / "night"
    child.mkdir()
    (child / "scenario.yaml").write_text("id: night\nextends: ford\n", encoding="utf-8")
    done = export(str(child), str(tmp_path))
    assert done.path == str(tmp_path / "night-1.zip")
    assert done.brought == ("ford",)
    assert {"night/scenario.yaml", "ford/map.yaml"} <= set(done.manifest.files)


def test_shipped_ones_are_named_with_their_hash(tmp_path: Path) -> None:
    child = tmp_path / "author" / "later"
    child.mkdir(parents=True)
    (child / "scenario.yaml").write_text("id: later\nextends: deir_ez_zor_2017\n", encoding="utf-8")
    done = export(str(child), str(tmp_path))
    shipped = load_scenario("deir_ez_zor_2017").content_hash
    assert done.manifest.rests_on == {"deir_ez_zor_2017": shipped}
    assert list(done.manifest.files) == ["later/scenario.yaml"]


def test_rules_beside_the_package_go_with_it(author: Author, tmp_path: Path) -> None:
    folder = author("ford")
    standard = Path("scenarios/rules/standard.yaml")
    (folder.parent / "rules").mkdir()
    text = (Path(__file__).parents[3] / standard).read_text(encoding="utf-8")
    (folder.parent / "rules" / "harsh.yaml").write_text(text, encoding="utf-8")
    header = folder / "scenario.yaml"
    header.write_text(header.read_text(encoding="utf-8") + "rules: harsh\n", encoding="utf-8")
    assert "rules/harsh.yaml" in export(str(folder), str(tmp_path)).manifest.files


def test_a_broken_scenario_is_not_shared(author: Author, tmp_path: Path) -> None:
    folder = author("ford")
    (folder / "forces.yaml").write_text("formations: 1\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="should be a list"):
        export(str(folder), str(tmp_path))
    assert not list(tmp_path.glob("*.zip*"))


def test_nothing_is_written_over(author: Author, tmp_path: Path) -> None:
    folder, target = author("ford"), tmp_path / "thesis.zip"
    target.write_text("my thesis", encoding="utf-8")
    with pytest.raises(SharingError, match="is there already"):
        export(str(folder), str(target))
    assert target.read_text(encoding="utf-8") == "my thesis"
    export(str(folder), str(target), replace=True)
    assert zipfile.is_zipfile(target)


def test_shipped_scenarios_need_no_package(tmp_path: Path) -> None:
    with pytest.raises(SharingError, match="everybody has it"):
        export("deir_ez_zor_2017", str(tmp_path))


def test_a_place_that_is_not_there(author: Author, tmp_path: Path) -> None:
    with pytest.raises(SharingError, match="cannot be written: No such file or directory"):
        export(str(author("ford")), str(tmp_path / "no" / "where.zip"))


def test_notes_have_to_be_utf_8(author: Author, tmp_path: Path) -> None:
    folder = author("ford")
    (folder / "notes.txt").write_bytes("café".encode("latin-1"))
    with pytest.raises(SharingError, match=r"notes\.txt is not UTF-8"):
        export(str(folder), str(tmp_path))
