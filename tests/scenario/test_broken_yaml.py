"""YAML that is broken, dangerous, or means something else than it seems to."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "scenario.yaml",
        "boats: true",
        "boats: yes",
        ['scenario.yaml:11:64: sides[0].boats: should be true or false, not "yes"; write true'],
        id="no_is_text",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: 0101",
        ['map.yaml:2:8: width: should be a whole number, not "0101"'],
        id="0101",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: 12:30",
        ['map.yaml:2:8: width: should be a whole number, not "12:30"'],
        id="sexagesimal",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "    hidden: true\n    hidden: false",
        ['forces.yaml:16:5: key "hidden" is given twice, first on line 15'],
        id="dup_key",
    ),
    pytest.param(
        "forces.yaml",
        "{id: garrison, name: {en: Garrison}, side: red}",
        "*red",
        ["forces.yaml:4:5: aliases (*red) are not allowed: write the value out in full"],
        id="alias",
    ),
    pytest.param(
        "forces.yaml",
        "garrison, name: {en: Garrison}",
        "garrison, name: &n {en: Garrison}",
        ["forces.yaml:4:26: anchors (&n) are not allowed: write the value out in full"],
        id="anchor",
    ),
    pytest.param(
        "forces.yaml",
        "formation: garrison\n    type: fighters",
        "formation: garrison\n    type: !!python/object/apply:os.system [ls]",
        [
            'forces.yaml:12:11: tags ("!!python/object/apply:os.system") are not allowed; write the bare value'
        ],
        id="tag",
    ),
    pytest.param(
        "forces.yaml",
        "type: fighters",
        "type: !!str fighters",
        ['forces.yaml:12:11: tags ("!!str") are not allowed; write the bare value'],
        id="tag_str",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "    <<: {hidden: true}",
        [
            'forces.yaml:15:5: units[3].<<: unknown key "<<" (known here: id, name, formation, type, steps, at, box, arrives, start_steps, hidden, stand_fast, echelon, ...)'
        ],
        id="merge_key",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "\thidden: true",
        ["forces.yaml:15:1: not valid YAML: a tab; indent with blanks"],
        id="tab",
    ),
    pytest.param(
        "events.yaml",
        "text: {en: The garrison wavers.}",
        "text: it: wavers",
        ["events.yaml:20:13: not valid YAML: a second colon on the line; put the text in quotes"],
        id="colon",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        'at: "4_2',
        ["forces.yaml:14:9: not valid YAML: the quotes opened here are never closed"],
        id="unclosed",
    ),
    pytest.param(
        "forces.yaml",
        "strength: [80, 120]",
        "strength: [80, 120",
        [
            "forces.yaml:16:15: not valid YAML: the [ opened here is never closed, or a comma is missing"
        ],
        id="unclosed_bracket",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "   hidden: true",
        [
            "forces.yaml:15:4: not valid YAML: this line does not fit the list above it; look at the indentation"
        ],
        id="indent",
    ),
    pytest.param(
        "forces.yaml",
        "leaders:",
        "---\nleaders:",
        ["forces.yaml:17:1: a second document begins here; a file holds one (remove `---`)"],
        id="multi_doc",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "    ? [a]\n    : 1",
        ["forces.yaml:15:7: a key should be a single word, not a list or a mapping"],
        id="complex_key",
    ),
    pytest.param(
        "forces.yaml",
        "    hidden: true",
        "    : true",
        [
            "forces.yaml:15:5: not valid YAML: this line does not fit the ones above it; look at the indentation"
        ],
        id="empty_key",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: " + "9" * 200_000,
        ["map.yaml:2:8: a number of 200000 digits is too long (at most 12)"],
        id="big_int",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: 1234567890123",
        ["map.yaml:2:8: a number of 13 digits is too long (at most 12)"],
        id="13_digits",
    ),
    pytest.param(
        "map.yaml",
        "hex_km: 1.0",
        "hex_km: 1e999",
        ["map.yaml:4:9: the number is too large"],
        id="inf",
    ),
    pytest.param(
        "map.yaml",
        "hex_km: 1.0",
        "hex_km: .nan",
        ['map.yaml:4:9: hex_km: should be a number, not ".nan"'],
        id="nan",
    ),
    pytest.param(
        "scenario.yaml",
        "{en: Blue, ar: الأزرق}",
        '{en: "Bl\\eue"}',
        ["scenario.yaml:11:27: control character U+001B does not belong in a text"],
        id="ctrl_escape",
    ),
    pytest.param(
        "scenario.yaml",
        "en: Blue,",
        "en: Bl\x1bue,",
        ["scenario.yaml:11:29: control character U+001B does not belong in a text"],
        id="ctrl",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
