"""The cache gives the same scenario, notices every change, and never gets in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario.package import ScenarioError, list_scenarios, load_record, load_scenario
from game.scenario.structure import flatten, structure
from tests.scenario.packages import Package

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FURAT_CACHE_DIR", str(tmp_path / "cache"))


def cache_files() -> list[Path]:
    return sorted(Path(os.environ["FURAT_CACHE_DIR"]).glob("*.json"))


def test_hit_equals_miss(tiny: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    miss = load_scenario(tiny.folder)
    assert len(cache_files()) == 1

    def unwanted(*arguments: object, **named: object) -> None:
        raise AssertionError("the cache was not used")

    monkeypatch.setattr("game.scenario.build.build", unwanted)
    hit = load_scenario(tiny.folder)
    assert hit == miss
    assert hit is not miss
    assert hit.content_hash == miss.content_hash
    assert hit.board.grid is miss.board.grid


def test_record_hit_equals_miss(tiny: Package) -> None:
    miss = load_record(tiny.folder)
    assert len(cache_files()) == 1
    assert load_record(tiny.folder) == miss


def test_flatten_and_structure_are_inverse(tiny: Package) -> None:
    scenario = load_scenario(tiny.folder, cache=False)
    data = json.loads(json.dumps(flatten(scenario)))
    assert structure(type(scenario), data) == scenario
    assert cache_files() == []


def test_every_byte_counts_but_comments_keep_the_content(tiny: Package) -> None:
    before = load_scenario(tiny.folder)
    tiny.edit("forces.yaml", "leaders:", "# a remark\nleaders:")
    remark = load_scenario(tiny.folder)
    tiny.edit("forces.yaml", "steps: 3, at: 2_2", "steps: 4, at: 2_2")
    after = load_scenario(tiny.folder)
    assert before.content_hash == remark.content_hash != after.content_hash
    assert after.oob.units[0].steps == 4


def test_record_files_do_not_change_the_content(tiny: Package) -> None:
    before = load_scenario(tiny.folder)
    tiny.edit("journal.yaml", "The first day.", "Another day.")
    assert load_scenario(tiny.folder).content_hash == before.content_hash
    assert load_record(tiny.folder).journal.journal[0].text.en == "Another day."


def test_a_parent_that_changes_is_noticed(copy: object, tiny: Package) -> None:
    child = Package(tiny.folder.parent / "child")
    child.folder.mkdir()
    child.write("scenario.yaml", "id: child\nextends: tiny\n")
    assert load_scenario(child.folder).oob.units[0].steps == 3
    tiny.edit("forces.yaml", "steps: 3, at: 2_2", "steps: 4, at: 2_2")
    assert load_scenario(child.folder).oob.units[0].steps == 4


def test_a_stray_file_is_noticed(tiny: Package) -> None:
    load_scenario(tiny.folder)
    tiny.write("evnts.yaml", "events: []\n")
    with pytest.raises(ScenarioError):
        load_scenario(tiny.folder)


def test_broken_scenarios_are_not_kept(tiny: Package) -> None:
    tiny.edit("forces.yaml", "type: fighters", "type: fihgters")
    with pytest.raises(ScenarioError):
        load_scenario(tiny.folder)
    assert cache_files() == []


@pytest.mark.parametrize("junk", ["", "{", "[]", "null", '{"stamp": 1}', "\udcff"])
def test_junk_in_the_cache_is_passed_over(tiny: Package, junk: str) -> None:
    scenario = load_scenario(tiny.folder)
    (path,) = cache_files()
    path.write_bytes(junk.encode("utf-8", "surrogateescape"))
    assert load_scenario(tiny.folder) == scenario


def test_misshapen_data_in_the_cache_are_passed_over(tiny: Package) -> None:
    scenario = load_scenario(tiny.folder)
    (path,) = cache_files()
    kept = json.loads(path.read_text(encoding="utf-8"))
    for number in range(len(kept["data"])):
        broken = {**kept, "data": kept["data"][:number]}
        path.write_text(json.dumps(broken), encoding="utf-8")
        assert load_scenario(tiny.folder) == scenario


def test_a_cache_that_cannot_be_written(tiny: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tiny.folder.parent / "file"
    file.touch()
    monkeypatch.setenv("FURAT_CACHE_DIR", str(file / "below"))
    assert load_scenario(tiny.folder) == load_scenario(tiny.folder)


def test_a_warm_start_imports_neither_yaml_nor_pydantic(tiny: Package) -> None:
    load_scenario(tiny.folder)
    code = (
        "import sys\n"
        "from game.scenario.package import load_scenario\n"
        f"load_scenario({str(tiny.folder)!r})\n"
        "heavy = {'yaml', 'pydantic', 'pathlib', 'platformdirs', 'game.scenario.documents'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    bare = [sys.executable, "-S", "-c", code]
    done = subprocess.run(bare, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


def test_list_of_scenarios(copy: object, tiny: Package) -> None:
    broken = Package(tiny.folder.parent / "broken")
    broken.folder.mkdir()
    broken.write("scenario.yaml", "id: broken\n")
    for _ in range(2):
        first, second = list_scenarios(tiny.folder.parent)
        assert (first.id, first.title.en, first.kind) == ("broken", "broken", "")
        assert first.errors > 0
        assert (second.id, second.title.ar, second.kind) == ("tiny", "المخاضة", "training")
        assert (second.errors, str(second.start), str(second.end)) == (
            0,
            "2017-09-14",
            "2017-09-20",
        )
        assert [side.id for side in second.sides] == ["blue", "red", "green"]
