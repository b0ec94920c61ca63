"""Packages broken in the ways that editors, tools and habits of other formats break them."""

# ruff: noqa: E501 - the messages stand as they are read

from __future__ import annotations

import pytest

from tests.scenario.packages import TINY, Package

WIDTH = ("map.yaml", "width: 8")
START = ("scenario.yaml", "start: 2017-09-14")
TITLE = ("scenario.yaml", "{en: The ford, ar: المخاضة}")

CASES = [
    # Numbers, words and dates as other formats write them.
    pytest.param(
        *WIDTH,
        "width: 0x8",
        ['map.yaml:2:8: width: should be a whole number, not "0x8"'],
        id="hexadecimal",
    ),
    pytest.param(
        *WIDTH,
        "width: 0o10",
        ['map.yaml:2:8: width: should be a whole number, not "0o10"'],
        id="octal",
    ),
    pytest.param(
        *WIDTH,
        "width: 8_0",
        ['map.yaml:2:8: width: should be a whole number, not "8_0"'],
        id="underscore",
    ),
    pytest.param(
        *WIDTH,
        "width: 8e0",
        ["map.yaml:2:8: width: should be a whole number, not the number 8.0"],
        id="exponent",
    ),
    pytest.param(
        *WIDTH,
        "width: '8'",
        ['map.yaml:2:8: width: should be a whole number, not "8"; take the quotes away'],
        id="quoted number",
    ),
    pytest.param(
        *WIDTH, "width: 0", ["map.yaml:2:8: width: should be at least 1, not 0"], id="zero"
    ),
    pytest.param(
        "map.yaml",
        "hex_km: 1.0",
        "hex_km: '1.0'",
        ['map.yaml:4:9: hex_km: should be a number, not "1.0"; take the quotes away'],
        id="quoted fraction",
    ),
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "hidden: 1",
        ["forces.yaml:15:13: units[3].hidden: should be true or false, not the number 1"],
        id="1 for true",
    ),
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "hidden: 'true'",
        [
            'forces.yaml:15:13: units[3].hidden: should be true or false, not "true"; take the quotes away'
        ],
        id="quoted true",
    ),
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "hidden: on",
        ['forces.yaml:15:13: units[3].hidden: should be true or false, not "on"; write true'],
        id="on for true",
    ),
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "hidden: No",
        ['forces.yaml:15:13: units[3].hidden: should be true or false, not "No"; write false'],
        id="No for false",
    ),
    pytest.param(
        *START,
        "start: 14.09.2017",
        ['scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "14.09.2017"'],
        id="date with dots",
    ),
    pytest.param(
        *START,
        "start: 2017/09/14",
        ['scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "2017/09/14"'],
        id="date with slashes",
    ),
    pytest.param(
        *START,
        "start: 2017-9-14",
        ['scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "2017-9-14"'],
        id="date without zeros",
    ),
    pytest.param(
        *START,
        "start: 2017-09-14T00:00:00",
        [
            'scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "2017-09-14T00:00:00"'
        ],
        id="date with time",
    ),
    pytest.param(
        *START,
        "start: 2017-02-30",
        ['scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "2017-02-30"'],
        id="30 February",
    ),
    pytest.param(
        "forces.yaml",
        "arrives: 2017-09-16",
        "arrives: tomorrow",
        [
            'forces.yaml:8:108: units[2].arrives: should be a date such as 2017-09-14, not "tomorrow"'
        ],
        id="date in words",
    ),
    # Hexes.
    pytest.param(
        "map.yaml",
        "hexes: 3_2 4_2 3_3,",
        "hexes: [3_2, 4_2, 3_3],",
        ["map.yaml:55:65: places[0].hexes: should be a text, not a list"],
        id="hexes as a list",
    ),
    pytest.param(
        "map.yaml",
        "hexes: 3_2 4_2 3_3,",
        'hexes: "3_2, 4_2",',
        ['map.yaml:55:66: places[0].hexes: "3_2," is no hex: write column_row, as in "14_13"'],
        id="hexes with commas",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        'at: "4,2"',
        ['forces.yaml:14:9: units[3].at: "4,2" is no hex: write column_row, as in "14_13"'],
        id="hex with a comma",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        "at: 4-2",
        ['forces.yaml:14:9: units[3].at: "4-2" is no hex: write column_row, as in "14_13"'],
        id="hex with a dash",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        "at: 4.2",
        ["forces.yaml:14:9: units[3].at: should be a text, not the number 4.2; put it in quotes"],
        id="hex as a number",
    ),
    # Lists, mappings, texts in each other's place.
    pytest.param(
        *TITLE,
        "The ford",
        [
            'scenario.yaml:5:8: title: should be a text in two languages, {en: ..., ar: ...}, not "The ford"'
        ],
        id="one language",
    ),
    pytest.param(
        *TITLE,
        "{en: The ford, fr: Le gué}",
        ['scenario.yaml:5:23: title.fr: unknown key "fr" (known here: en, ar)'],
        id="third language",
    ),
    pytest.param(
        *TITLE, "{ar: المخاضة}", ['scenario.yaml:5:8: title.en: "en" is required'], id="no English"
    ),
    pytest.param(
        *TITLE,
        "{en: {en: x}}",
        ["scenario.yaml:5:13: title.en: should be a text, not a mapping"],
        id="text in text",
    ),
    pytest.param(
        "forces.yaml",
        "units:\n",
        "units:\n  -\n",
        ["forces.yaml:6:4: units[0]: should be a mapping (`key: value`), not empty"],
        id="empty item",
    ),
    pytest.param(
        "forces.yaml",
        "units:\n",
        "units:\n  - b0\n",
        ['forces.yaml:6:5: units[0]: should be a mapping (`key: value`), not "b0"'],
        id="bare item",
    ),
    pytest.param(
        "objectives.yaml",
        "places: [town]",
        "places: town",
        ['objectives.yaml:7:13: objectives[0].places: should be a list, not "town"'],
        id="one for a list",
    ),
    pytest.param(
        "forces.yaml",
        "[80, 120]",
        "[80]",
        ["forces.yaml:16:15: units[3].strength: should have 2 items, not 1"],
        id="half a range",
    ),
    pytest.param(
        "forces.yaml",
        "[80, 120]",
        "100",
        ["forces.yaml:16:15: units[3].strength: should be a list, not the number 100"],
        id="a number for a range",
    ),
    pytest.param(
        "scenario.yaml",
        "[blue, green]",
        "[blue, green, red]",
        ["scenario.yaml:15:15: relations[0].between: should have 2 items, not 3"],
        id="three of two",
    ),
    pytest.param(
        "events.yaml",
        "when: {since: 2017-09-16, side: blue, holds: town, percent: 50}",
        "when: tomorrow",
        ['events.yaml:6:11: events[0].when: should be a mapping (`key: value`), not "tomorrow"'],
        id="condition in words",
    ),
    pytest.param(
        "events.yaml",
        "chance: 50",
        "chance: 50%",
        ['events.yaml:31:13: events[1].chance: should be a whole number, not "50%"'],
        id="per cent sign",
    ),
    # The header.
    pytest.param(
        "scenario.yaml",
        "format: 1",
        'format: "1"',
        ["scenario.yaml:3:9: format: should be 1 without quotes"],
        id="quoted format",
    ),
    pytest.param(
        "scenario.yaml",
        "format: 1\n",
        "",
        ['scenario.yaml:3:1: format: "format" is required'],
        id="no format",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: trainng",
        [
            'scenario.yaml:6:7: kind: should be one of historical, counterfactual, training, not "trainng", did you mean "training"?'
        ],
        id="kind misspelt",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "Kind: training",
        [
            'scenario.yaml:3:1: kind: "kind" is required',
            'scenario.yaml:6:1: Kind: unknown key "Kind", did you mean "kind"?',
        ],
        id="key in capitals",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: training\nkind: training",
        ['scenario.yaml:7:1: key "kind" is given twice, first on line 6'],
        id="key twice",
    ),
    pytest.param(
        "scenario.yaml",
        "colour: c",
        "colour: governmnt",
        [
            'scenario.yaml:13:44: sides[2].colour: unknown colour "governmnt", did you mean "government"?'
        ],
        id="colour",
    ),
    pytest.param(
        "scenario.yaml",
        "are: neutral",
        "are: neutrl",
        [
            'scenario.yaml:15:35: relations[0].are: should be one of hostile, neutral, allied, not "neutrl", did you mean "neutral"?'
        ],
        id="relation",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: “tiny”",
        [
            'scenario.yaml:4:5: id: the id of a scenario is made of letters, digits, _ and -, not "“tiny”"'
        ],
        id="curly quotes",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: ../tiny",
        [
            'scenario.yaml:4:5: id: the id of a scenario is made of letters, digits, _ and -, not "../tiny"'
        ],
        id="id that climbs",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: مخاضة",
        [
            'scenario.yaml:4:5: id: the id of a scenario is made of letters, digits, _ and -, not "مخاضة"'
        ],
        id="Arabic id",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: rules",
        [
            'scenario.yaml:4:5: id: a folder "rules" beside scenarios holds something else; use another id'
        ],
        id="id of another folder",
    ),
    # Ids.
    pytest.param(
        "events.yaml",
        "id: panic",
        "id: bridge_repaired",
        ['events.yaml:18:9: events[1].id: event "bridge_repaired" is there twice, first on line 3'],
        id="event twice",
    ),
    pytest.param(
        "map.yaml",
        "id: east_road",
        "id: main_road",
        ['map.yaml:45:9: roads[1].id: road "main_road" is there twice, first on line 44'],
        id="road twice",
    ),
    pytest.param(
        "map.yaml",
        "id: ford",
        "id: old_bridge",
        ['map.yaml:53:10: crossings[1].id: crossing "old_bridge" is there twice, first on line 52'],
        id="crossing twice",
    ),
    pytest.param(
        "forces.yaml",
        "id: colonel",
        "id: the colonel",
        [
            'forces.yaml:18:10: leaders[0].id: an id is made of letters, digits, _ . and -, not "the colonel"',
            'events.yaml:15:35: events[0].effects[7].leader: unknown leader "colonel", did you mean "the colonel"?',
        ],
        id="id with a blank",
    ),
    # Choices.
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "echelon: batalion",
        [
            'forces.yaml:15:14: units[3].echelon: should be one of none, company, battalion, brigade, not "batalion", did you mean "battalion"?'
        ],
        id="echelon",
    ),
    pytest.param(
        "journal.yaml",
        "grade: B",
        "grade: b",
        [
            'journal.yaml:7:12: journal[0].grade: should be one of A, B, C, not "b", did you mean "B"?'
        ],
        id="small grade",
    ),
    pytest.param(
        "events.yaml",
        "grade: B",
        "grade: D",
        ['events.yaml:32:12: events[1].grade: should be one of (empty), A, B, C, not "D"'],
        id="grade D",
    ),
    # What tools leave in files.
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "<<<<<<< HEAD\nid: tiny\n=======",
        ["scenario.yaml:4:1: a mark that merging two versions has left: keep one of them"],
        id="merge conflict",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id:\u00a0tiny",
        ["scenario.yaml:4:4: not valid YAML: a no-break space; use a plain blank"],
        id="no-break space",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id:tiny",
        [
            "scenario.yaml:5:1: not valid YAML: a colon is missing after the key on this or an earlier line"
        ],
        id="no blank after the colon",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: `tiny`",
        ["scenario.yaml:4:5: not valid YAML: a text cannot begin with this sign; put it in quotes"],
        id="backticks",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: @tiny",
        ["scenario.yaml:4:5: not valid YAML: a text cannot begin with this sign; put it in quotes"],
        id="at sign",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: {{ name }}",
        ["scenario.yaml:4:6: a key should be a single word, not a list or a mapping"],
        id="template",
    ),
    pytest.param(
        "scenario.yaml",
        "en: Blue,",
        "en: Bl\ufeffue,",
        ["scenario.yaml:11:29: control character U+FEFF does not belong in a text"],
        id="mark amid the text",
    ),
    pytest.param(
        "scenario.yaml",
        "{en: Blue, ar: الأزرق}",
        '{en: "Bl\\ud800ue"}',
        ["scenario.yaml:11:32: not valid YAML: this escape stands for no character"],
        id="half a character",
    ),
]

FILES = [
    pytest.param(
        "width: 8".encode("utf-32"), "1:1: the file is UTF-16; save it as UTF-8", id="utf-32"
    ),
    pytest.param(
        "width: 8".encode("utf-16-le"),
        "1:1: this is not a text file (it holds zero bytes)",
        id="utf-16 without a mark",
    ),
    pytest.param(
        "width: 8\n# الأزرق\n".encode("cp1256"),
        "2:3: not UTF-8: byte 0xc7 has no meaning here",
        id="Arabic of Windows",
    ),
    pytest.param(
        b"\x1f\x8b\x08\x00abc\xff",
        "1:1: this is not a text file (it holds zero bytes)",
        id="compressed",
    ),
    pytest.param(
        "# " + "x" * 5_000_000, "1:1: the file is too large (at most 4,000,000 bytes)", id="5 MB"
    ),
    pytest.param("a: " + "[" * 5000, "1:43: values are nested more than 40 deep", id="open lists"),
    pytest.param("{a: " * 5000, "1:161: values are nested more than 40 deep", id="open mappings"),
    pytest.param(
        "a: &a [lol,lol]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
        "1:4: anchors (&a) are not allowed: write the value out in full",
        id="billion laughs",
    ),
    pytest.param(
        "a: {<<: *x}\n",
        "1:9: aliases (*x) are not allowed: write the value out in full",
        id="merge of an alias",
    ),
    pytest.param(
        "<!DOCTYPE html><html></html>",
        "1:1: the file should consist of `key: value` lines, not of a single value",
        id="a web page",
    ),
    pytest.param(
        "import os\nos.system('ls')\n",
        "1:1: the file should consist of `key: value` lines, not of a single value",
        id="a program",
    ),
    pytest.param(
        '{"width": 8,, "height": 6}',
        "1:13: not valid YAML: a value is missing, or a bracket is never closed",
        id="two commas",
    ),
    pytest.param(
        "%YAML 9.9\n---\nwidth: 8",
        "1:1: not valid YAML: leave the %YAML line away",
        id="a version of YAML",
    ),
    pytest.param(
        "width: 8\n...\nheight: 6\n",
        "3:1: not valid YAML: nothing may follow the end mark `...`",
        id="end mark",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads


@pytest.mark.parametrize(("data", "told"), FILES)
def test_unusable_file(tiny: Package, data: str | bytes, told: str) -> None:
    tiny.write("map.yaml", data)
    assert tiny.heads() == [f"map.yaml:{told}"]


def test_a_link_to_itself(tiny: Package) -> None:
    (tiny.folder / "events.yaml").unlink()
    (tiny.folder / "events.yaml").symlink_to("events.yaml")
    (head,) = tiny.heads()
    assert head.startswith("events.yaml:1:1: the file cannot be read: ")


def test_a_link_to_a_device(tiny: Package) -> None:
    (tiny.folder / "events.yaml").unlink()
    (tiny.folder / "events.yaml").symlink_to("/dev/zero")
    told = "events.yaml:1:1: the file cannot be read: it is not a regular file"
    assert tiny.heads() == [told]


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_of_other_systems_are_fine(tiny: Package, end: bytes) -> None:
    tiny.write("forces.yaml", (TINY / "forces.yaml").read_bytes().replace(b"\n", end))
    assert tiny.heads() == []
