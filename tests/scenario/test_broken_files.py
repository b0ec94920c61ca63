"""Files that are no scenario files at all: absent, empty, huge, binary, hostile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.package import ScenarioError, load_scenario, validate
from tests.scenario.packages import Package

MEGABYTE = 1_000_000

CASES = [
    pytest.param("", "1:1: the file is empty", id="empty"),
    pytest.param("# nothing\n", "1:1: the file is empty", id="only comments"),
    pytest.param(
        "- 1\n",
        "1:1: the file should consist of `key: value` lines, not of a list",
        id="list",
    ),
    pytest.param(
        "hello\n",
        "1:1: the file should consist of `key: value` lines, not of a single value",
        id="one word",
    ),
    pytest.param(
        "width: 8\n".encode("utf-16"), "1:1: the file is UTF-16; save it as UTF-8", id="utf-16"
    ),
    pytest.param(
        b"\xef\xbb\xbfwidth: 8\n",
        "1:1: the file begins with a byte order mark; save it as UTF-8 without one",
        id="byte order mark",
    ),
    pytest.param(
        b"width: 8\0\n", "1:1: this is not a text file (it holds zero bytes)", id="zero byte"
    ),
    pytest.param(
        b"width: 8\norigin: caf\xe9\n",
        "2:12: not UTF-8: byte 0xe9 has no meaning here",
        id="latin-1",
    ),
    pytest.param(
        bytes(range(1, 256)), "3:115: not UTF-8: byte 0x80 has no meaning here", id="binary"
    ),
    pytest.param(
        "a: " + "[" * 50 + "]" * 50, "1:43: values are nested more than 40 deep", id="deep list"
    ),
    pytest.param(
        "a:" + "".join("\n" + " " * i + "a:" for i in range(1, 60)),
        "41:41: values are nested more than 40 deep",
        id="deep mapping",
    ),
    pytest.param(
        "a: &a [x]\n" + "".join(f"b{i}: [*a, *a, *a]\n" for i in range(20)),
        "1:4: anchors (&a) are not allowed: write the value out in full",
        id="alias bomb",
    ),
    pytest.param(
        "a: *b\n", "1:4: aliases (*b) are not allowed: write the value out in full", id="alias"
    ),
    pytest.param(
        "# x\n" * 1_000_001, "1:1: the file is too large (at most 4,000,000 bytes)", id="too large"
    ),
    pytest.param(
        "a: [" + "1," * 60_000 + "]\n",
        "1:99999: the file holds more than 50,000 values",
        id="too many values",
    ),
    pytest.param(
        "a: " + "x" * 700_000,
        "1:4: a text of 700,000 characters is too long (at most 600,000)",
        id="too long a text",
    ),
]


@pytest.mark.parametrize(("data", "told"), CASES)
def test_unusable_file(tiny: Package, data: str | bytes, told: str) -> None:
    tiny.write("map.yaml", data)
    assert tiny.heads() == [f"map.yaml:{told}"]


@pytest.mark.parametrize("name", ["scenario", "map", "forces"])
def test_required_file_missing(tiny: Package, name: str) -> None:
    (tiny.folder / f"{name}.yaml").unlink()
    heads = tiny.heads()
    assert heads == [f"{name}.yaml:1:1: the file is missing; every scenario has a {name}.yaml"]


def test_folder_in_place_of_a_file(tiny: Package) -> None:
    (tiny.folder / "events.yaml").unlink()
    (tiny.folder / "events.yaml").mkdir()
    assert tiny.heads() == ["events.yaml:1:1: this is a folder, not a file"]


def test_dangling_link(tiny: Package) -> None:
    (tiny.folder / "events.yaml").unlink()
    (tiny.folder / "events.yaml").symlink_to(tiny.folder / "nowhere.yaml")
    assert tiny.heads() == ["events.yaml:1:1: there is no such file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_does_not_block(tiny: Package) -> None:
    (tiny.folder / "events.yaml").unlink()
    os.mkfifo(tiny.folder / "events.yaml")
    expected = "events.yaml:1:1: the file cannot be read: it is not a regular file"
    assert tiny.heads() == [expected]


def test_unreadable_file(tiny: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    # The superuser may read everything, so the refusal is made up.
    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("game.scenario.reader.source._read_bytes", refuse)
    assert "scenario.yaml:1:1: the file may not be read (permission denied)" in tiny.heads()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("evnts.yaml", ', did you mean "events.yaml"?'),
        ("map.yml", ', did you mean "map.yaml"?'),
        ("zzzz.yaml", ""),
    ],
)
def test_file_of_an_unknown_name(tiny: Package, name: str, told: str) -> None:
    tiny.write(name, "events: []\n")
    assert tiny.heads() == [f"{name}:1:1: no file of a scenario is called {name}{told}"]


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("./nowhere", './nowhere:1:1: there is no folder "./nowhere"'),
        ("../../etc/passwd", '../../etc/passwd:1:1: there is no folder "../../etc/passwd"'),
        ("zzzz", 'zzzz:1:1: there is no scenario "zzzz"'),
        ("", ':1:1: there is no scenario ""'),
        ("a\0b", 'a�b:1:1: there is no scenario "a�b"'),
    ],
)
def test_no_such_scenario(ref: str, told: str) -> None:
    assert [str(problem) for problem in validate(ref)] == [told]
    with pytest.raises(ScenarioError) as caught:
        load_scenario(ref)
    assert str(caught.value) == told


def test_misspelt_id_of_a_shipped_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "river_crossing").mkdir()
    (tmp_path / "river_crossing" / "scenario.yaml").touch()
    monkeypatch.setattr("game.scenario.layout.shipped", lambda: str(tmp_path))
    with pytest.raises(ScenarioError) as caught:
        load_scenario("river_crosing")
    (problem,) = caught.value.problems
    told = 'there is no scenario "river_crosing", did you mean "river_crossing"?'
    assert (problem.message, problem.suggestion) == (told, "river_crossing")


def _repeat(head: str, text: str) -> str:
    return head + text * ((MEGABYTE - len(head)) // len(text))


HOSTILE: dict[str, Callable[[], str]] = {
    "brackets": lambda: _repeat("", "["),
    "dashes": lambda: _repeat("", "- "),
    "items": lambda: "units:\n" + "- 1\n" * 49_000,
    "mappings": lambda: "units:\n" + "- {a: 1}\n" * 16_000,
    "tags": lambda: _repeat("units:\n", "- !!python/object:os.system 1\n"),
    "blank lines": lambda: _repeat("", "\n"),
    "quotes": lambda: _repeat('a: "', "\\n"),
    "unknown names": lambda: (
        "formations: []\nunits:\n"
        + "- {id: u, name: {en: x}, formation: brigad, type: infantri, steps: 3, at: 9_9}\n" * 2_900
    ),
    "one hex": lambda: (
        "formations: [{id: f, name: {en: F}, side: blue}]\nunits:\n"
        + "".join(
            f"- {{id: u{i}, name: {{en: x}}, formation: f, type: infantry, steps: 3, at: 0_0}}\n"
            for i in range(2_900)
        )
    ),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_large_hostile_files_are_refused_quickly(tiny: Package, text: Callable[[], str]) -> None:
    validate(tiny.folder)  # imports pydantic and builds its validators
    tiny.write("forces.yaml", text())
    start = time.process_time()
    problems = validate(tiny.folder)
    # Measured: 0.03 to 0.7 s. The bound leaves room for a slow machine with other tests on it.
    assert time.process_time() - start < 3
    assert len(problems) > 0
    assert len(problems.items) <= 200
