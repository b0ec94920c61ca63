"""Slips that were once let through, told of twice, or told in words that did not help."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.authoring.workbench import Workbench
from game.scenario.package import examine, validate
from tests.scenario.packages import Package


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("scenario", "en: The ford", 'en: " "', "title.en: the title is empty; menus show it"),
        (
            "scenario",
            "en: The ford",
            'en: "The \\u202eford"',
            "control character U+202E does not belong in a text",
        ),
        (
            "scenario",
            "en: The ford",
            "en: The \u202eford",
            "control character U+202E does not belong in a text",
        ),
        ("events", "    once: false", "    on\u200bce: false", "type plain blanks"),
    ],
)
def test_told(tiny: Package, name: str, old: str, new: str, told: str) -> None:
    tiny.edit(f"{name}.yaml", old, new)
    assert any(told in head for head in tiny.heads()), tiny.heads()


def test_a_dash_without_its_blank(tiny: Package) -> None:
    tiny.write("events.yaml", "events:\n  -id: x\n")
    assert [head.partition(" ")[2] for head in tiny.heads()] == [
        "events: should be a list, not a mapping; put a blank after each dash"
    ]


def test_a_bad_hex_of_a_road_is_told_once(tiny: Package) -> None:
    tiny.edit("map.yaml", "0_2 1_2 2_2", "0_2 1_99 2_2")
    assert len([head for head in tiny.heads() if "roads[" in head]) == 1


@pytest.mark.parametrize(
    ("text", "old", "new", "code"),
    [
        ("map", "kind: town", "kind: metropolis", "kind"),
        ("map", "hex_km:", "waters: [{name: {en: R, ar: ن}, hexes: 0_0}]\nhex_km:", "dry"),
    ],
)
def test_warned(tiny: Package, text: str, old: str, new: str, code: str) -> None:
    assert code not in {problem.code for problem in examine(tiny.folder)}
    path = tiny.folder / f"{text}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert code in {problem.code for problem in examine(tiny.folder)}


def test_an_entry_in_the_middle_is_warned_of(tiny: Package) -> None:
    path = tiny.folder / "map.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if "box: rear" in line and "hex:" in line)
    before, _, rest = lines[at].partition("hex: ")
    old = rest.split(",")[0].split("}")[0]
    lines[at] = f"{before}hex: 2_2{rest.removeprefix(old)}"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "inside" in {problem.code for problem in examine(tiny.folder)}


@pytest.mark.parametrize("name", ["events", "rules"])
def test_the_editor_sees_what_is_no_file(tiny: Package, name: str) -> None:
    path: Path = tiny.folder / f"{name}.yaml"
    path.unlink(missing_ok=True)
    path.mkdir()
    told = [problem.message for problem in validate(tiny.folder)]
    assert told == ["this is a folder, not a file"]
    assert [problem.message for problem in Workbench(tiny.folder).problems] == told
    shutil.rmtree(path)
    assert not Workbench(tiny.folder).problems or name == "events"
