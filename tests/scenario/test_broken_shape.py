"""Keys, types and choices: what the shape of a file can get wrong."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "hiden: true",
        ['forces.yaml:15:5: units[3].hiden: unknown key "hiden", did you mean "hidden"?'],
        id="unknown_key",
    ),
    pytest.param(
        "forces.yaml",
        "hidden: true",
        "zzzzzz: true",
        [
            'forces.yaml:15:5: units[3].zzzzzz: unknown key "zzzzzz" (known here: id, name, formation, type, steps, at, box, arrives, start_steps, hidden, stand_fast, echelon, ...)'
        ],
        id="unknown_key_no_near",
    ),
    pytest.param(
        "forces.yaml",
        "belts:",
        "belst:",
        ['forces.yaml:22:1: belst: unknown key "belst", did you mean "belts"?'],
        id="unknown_top_key",
    ),
    pytest.param(
        "forces.yaml",
        '    steps: 2\n    at: "4_2"\n',
        '    at: "4_2"\n',
        ['forces.yaml:9:5: units[3].steps: "steps" is required'],
        id="missing_key",
    ),
    pytest.param(
        "forces.yaml",
        "steps: 3, at: 2_2",
        "steps: three, at: 2_2",
        ['forces.yaml:6:104: units[0].steps: should be a whole number, not "three"'],
        id="word_for_number",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id: 7",
        ["scenario.yaml:4:5: id: should be a text, not the number 7; put it in quotes"],
        id="number_for_text",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: 8.5",
        ["map.yaml:2:8: width: should be a whole number, not the number 8.5"],
        id="fraction",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny",
        "id:",
        ["scenario.yaml:4:4: id: should be a text, not empty"],
        id="null",
    ),
    pytest.param(
        "scenario.yaml",
        "start: 2017-09-14",
        "start: 2017-09-31",
        ['scenario.yaml:7:8: start: should be a date such as 2017-09-14, not "2017-09-31"'],
        id="bad_date",
    ),
    pytest.param(
        "scenario.yaml",
        "start: 2017-09-14",
        "start: 20170914",
        ["scenario.yaml:7:8: start: should be a date such as 2017-09-14, not the number 20170914"],
        id="date_num",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: trainning",
        [
            'scenario.yaml:6:7: kind: should be one of historical, counterfactual, training, not "trainning", did you mean "training"?'
        ],
        id="choice_near",
    ),
    pytest.param(
        "map.yaml",
        "kind: track",
        "kind: lane",
        [
            'map.yaml:47:11: roads[1].kind: should be one of highway, road, street, track, not "lane"'
        ],
        id="choice",
    ),
    pytest.param(
        "scenario.yaml",
        "format: 1",
        "format: 2",
        ["scenario.yaml:3:9: format: should be 1, not the number 2"],
        id="format_2",
    ),
    pytest.param(
        "scenario.yaml",
        "summary: {en: Two sides and a river.}",
        "summary: Two sides and a river.",
        [
            'scenario.yaml:9:10: summary: should be a text in two languages, {en: ..., ar: ...}, not "Two sides and a river."'
        ],
        id="text_for_Text",
    ),
    pytest.param(
        "map.yaml",
        "legend: {x: urban}",
        "legend: [x, urban]",
        ["map.yaml:6:11: terrain.legend: should be a mapping (`key: value`), not a list"],
        id="list_for_map",
    ),
    pytest.param(
        "objectives.yaml",
        "places: [town]",
        "places: {town: 1}",
        ["objectives.yaml:7:13: objectives[0].places: should be a list, not a mapping"],
        id="map_for_list",
    ),
    pytest.param(
        "forces.yaml",
        "ends: [4_2, 5_3]",
        "ends: [4_2]",
        ["forces.yaml:25:37: tunnels[0].ends: should have 2 items, not 1"],
        id="tuple_short",
    ),
    pytest.param(
        "forces.yaml",
        "ends: [4_2, 5_3]",
        "ends: [4_2, 5_3, 5_4]",
        ["forces.yaml:25:37: tunnels[0].ends: should have 2 items, not 3"],
        id="tuple_long",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
