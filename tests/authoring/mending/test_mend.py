"""Slips of form are put right in place; everything else stays byte for byte and is told."""

from __future__ import annotations

import shutil
from datetime import date as Day  # noqa: N812 - as in the documents
from pathlib import Path

import pytest

from game.authoring.mending import Mended, mend
from game.authoring.mending.saving import save
from game.authoring.mending.schema_line import put_schemas_beside, with_schema_line
from game.authoring.mending.values import read_date
from game.scenario.layout import FILES
from game.scenario.package import validate

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny package whose files name the schemas beside it."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def changed_lines(mended: Mended) -> list[str]:
    """The lines that mending has put in the place of others."""
    found = []
    for kind, text in mended.after.items():
        old = mended.before[kind].splitlines()
        found += [line.strip() for line in text.splitlines() if line not in old]
    return found


CASES = [
    ("forces.yaml", "hidden: true", "hiden: true  # not seen", ["hidden: true  # not seen"]),
    ("forces.yaml", "hidden: true", "Hidden: true", ["hidden: true"]),
    ("forces.yaml", "    hidden: true", '    "hiden": true', ['"hidden": true']),
    ("scenario.yaml", "kind: training", "kind: Training", ["kind: training"]),
    ("scenario.yaml", "kind: training", "kind: trainng", ["kind: training"]),
    ("journal.yaml", "grade: B", "grade: b", ["grade: B"]),
    ("scenario.yaml", "start: 2017-09-14", "start: 14.09.2017", ["start: 2017-09-14"]),
    (
        "scenario.yaml",
        "start: 2017-09-14",
        "start: 2017/9/14 # a day",
        ["start: 2017-09-14 # a day"],
    ),
    ("scenario.yaml", "start: 2017-09-14", "start: 20170914", ["start: 2017-09-14"]),
    ("scenario.yaml", "start: 2017-09-14", 'start: "2017-9-14"', ['start: "2017-09-14"']),
    ("forces.yaml", 'at: "4_2"', 'at: "4,2"', ['at: "4_2"']),
    ("forces.yaml", 'at: "4_2"', "at: 4-2", ["at: 4_2"]),
    ("forces.yaml", 'at: "4_2"', "at: 4.2", ["at: 4_2"]),
    ("map.yaml", 'label: "3_2"', 'label: "3:2"', None),
    ("map.yaml", "width: 8", "width: '8'", ["width: 8"]),
    ("forces.yaml", "hidden: true", "hidden: yes", ["hidden: true"]),
    ("scenario.yaml", "id: tiny", "id: 7", ['id: "7"']),
    ("scenario.yaml", "format: 1", 'format: "1"', ["format: 1"]),
    ("forces.yaml", "formation: garrison\n", "formation: Garrison\n", ["formation: garrison"]),
    ("forces.yaml", "unit: b1", "unit: B1", None),
    ("scenario.yaml", "id: tiny", "id:\u00a0tiny", ["id: tiny"]),
]


@pytest.mark.parametrize(("name", "old", "new", "lines"), CASES, ids=[case[2] for case in CASES])
def test_one_slip(tiny: Path, name: str, old: str, new: str, lines: list[str] | None) -> None:
    edit(tiny, name, old, new)
    mended = mend(str(tiny))
    assert not mended.problems
    assert len(mended.changes) == 1
    if lines is not None:
        assert changed_lines(mended) == lines


LEFT = [
    ("forces.yaml", "unit: b1", "unit: b9"),  # b1, b2 and b3 are as near
    ("forces.yaml", "formation: garrison\n", "formation: garison\n"),  # an id, not only capitals
    ("scenario.yaml", "start: 2017-09-14", "start: 3/10/2017"),
    ("forces.yaml", 'at: "4_2"', "at: somewhere"),
    ("forces.yaml", "steps: 3, at: 2_2", "steps: three, at: 2_2"),
    ("forces.yaml", "id: b2", "id: b1"),
    ("forces.yaml", "hidden: true", "zzzz: true"),
    ("forces.yaml", "strength: [80, 120]", "strength: [80, 120"),
]


@pytest.mark.parametrize(("name", "old", "new"), LEFT, ids=[case[2] for case in LEFT])
def test_what_the_author_has_to_decide_is_left(tiny: Path, name: str, old: str, new: str) -> None:
    edit(tiny, name, old, new)
    mended = mend(str(tiny))
    assert mended.before == mended.after
    assert mended.changes == ()
    assert mended.problems


def test_many_slips_at_once(tiny: Path) -> None:
    for name, old, new, _ in (CASES[0], CASES[3], CASES[5], CASES[6], CASES[10]):
        if (name, old) != ("scenario.yaml", "hidden"):
            edit(tiny, name, old, new)
    mended = mend(str(tiny))
    assert not mended.problems
    assert len(mended.changes) == 5


def test_commas_between_hexes(tiny: Path) -> None:
    edit(tiny, "map.yaml", "hexes: 3_2 4_2 3_3,", 'hexes: "3_2, 4_2, 3_3",')
    mended = mend(str(tiny))
    assert not mended.problems
    assert 'hexes: "3_2 4_2 3_3",' in mended.after["map"]


def test_hexes_as_a_list(tiny: Path) -> None:
    edit(tiny, "map.yaml", "hexes: 3_2 4_2 3_3,", "hexes: [3_2, 4_2, 3_3],")
    assert 'hexes: "3_2 4_2 3_3",' in mend(str(tiny)).after["map"]


def test_an_item_that_stands_there_twice(tiny: Path) -> None:
    row = "  - {id: S1, date: 2017-09-14, text: It was so., source: A book}\n"
    edit(tiny, "sources.yaml", row, f"{row}  # again\n{row}")
    mended = mend(str(tiny))
    assert not mended.problems
    assert mended.after["sources"].count("id: S1") == 1


def test_a_line_that_stands_there_twice(tiny: Path) -> None:
    edit(tiny, "scenario.yaml", "kind: training", "kind: training\nkind: training")
    mended = mend(str(tiny))
    assert not mended.problems
    assert mended.after["scenario"].count("kind: training") == 1


def test_a_key_twice_with_two_values_is_left(tiny: Path) -> None:
    edit(tiny, "scenario.yaml", "kind: training", "kind: training\nkind: historical")
    assert mend(str(tiny)).changes == ()


def test_a_missing_format(tiny: Path) -> None:
    edit(tiny, "scenario.yaml", "format: 1\n", "")
    mended = mend(str(tiny))
    assert not mended.problems
    assert "\nformat: 1\nid: tiny\n" in mended.after["scenario"]


def test_tabs(tiny: Path) -> None:
    path = tiny / "history.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  ", "\t"), encoding="utf-8")
    mended = mend(str(tiny))
    assert not mended.problems
    assert "\t" not in mended.after["history"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_other_encodings(tiny: Path, encoding: str) -> None:
    path = tiny / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode(encoding))
    mended = mend(str(tiny))
    assert not mended.problems
    assert mended.after["scenario"] == text


def test_a_missing_schema_line(tiny: Path) -> None:
    path = tiny / "map.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("\n")[2], encoding="utf-8")
    (change,) = mend(str(tiny)).changes
    assert str(change).endswith("map.yaml:1: added the line that names its schema")
    line = "# yaml-language-server: $schema=../schema/map.schema.json\r\n"
    assert with_schema_line("map", "width: 8\r\n") == line + "width: 8\r\n"
    assert with_schema_line("map", "# mine\n# yaml-language-server: $schema=x\n").startswith("# m")


def test_the_schemas_lie_beside(tiny: Path) -> None:
    folder = put_schemas_beside(str(tiny))
    assert folder == str(tiny.parent / "schema")
    assert len(list((tiny.parent / "schema").iterdir())) == len(FILES)
    assert put_schemas_beside(str(tiny)) == folder


def test_saving_keeps_the_old_files(tiny: Path, tmp_path: Path) -> None:
    before = (tiny / "forces.yaml").read_bytes().replace(b"hidden", b"hiden")
    (tiny / "forces.yaml").write_bytes(before)
    others = {path.name: path.stat().st_mtime_ns for path in tiny.iterdir()}
    kept = save(mend(str(tiny)))
    assert (Path(kept) / "forces.yaml").read_bytes() == before
    assert [path.name for path in Path(kept).iterdir()] == ["forces.yaml"]
    assert not validate(tiny)
    now = {path.name: path.stat().st_mtime_ns for path in tiny.iterdir()}
    assert {name for name in now if now[name] != others[name]} == {"forces.yaml"}


def test_files_of_the_extended_scenario_are_not_touched(tiny: Path) -> None:
    edit(tiny, "forces.yaml", "hidden: true", "hiden: true")
    child = tiny.parent / "child"
    child.mkdir()
    text = "# yaml-language-server: $schema=../schema/scenario.schema.json\nid: child\n"
    (child / "scenario.yaml").write_text(f"{text}extends: tiny\n", encoding="utf-8")
    mended = mend(str(child))
    assert mended.changes == ()
    assert mended.problems


def test_a_sound_package_stays_as_it_is(tiny: Path) -> None:
    mended = mend(str(tiny))
    assert (mended.changes, mended.before) == ((), mended.after)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-9-14", Day(2017, 9, 14)),
        ("2017.09.14", Day(2017, 9, 14)),
        ("2017-09-14T00:00:00", Day(2017, 9, 14)),
        ("20170914", Day(2017, 9, 14)),
        ("14.9.2017", Day(2017, 9, 14)),
        ("30/10/2017", Day(2017, 10, 30)),
        ("10/30/2017", Day(2017, 10, 30)),
        ("10/10/2017", Day(2017, 10, 10)),
        ("3/10/2017", None),
        ("2017-02-30", None),
        ("31.09.2017", None),
        ("17-09-14", None),
    ],
)
def test_dates_that_can_mean_one_day(text: str, day: Day | None) -> None:
    assert read_date(text) == day
