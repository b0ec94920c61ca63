"""What a map can get wrong though its shape is right."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: 123456789012",
        ["map.yaml:2:8: width: should be at most 512, not 123456789012"],
        id="12_digits",
    ),
    pytest.param(
        "map.yaml",
        "width: 8",
        "width: -8",
        ["map.yaml:2:8: width: should be at least 1, not -8"],
        id="neg_width",
    ),
    pytest.param(
        "map.yaml",
        "hex_km: 1.0",
        "hex_km: 0",
        ["map.yaml:4:9: hex_km: should be more than 0 and at most 1000, not 0"],
        id="hex_km",
    ),
    pytest.param(
        "map.yaml",
        "d d f x x f h h",
        "d d f x x f h",
        ["map.yaml:10:5: terrain.rows: row 2 has 7 letters, the map is 8 wide"],
        id="row_short",
    ),
    pytest.param(
        "map.yaml",
        "     d d d d f d d d\n",
        "",
        ["map.yaml:7:9: terrain.rows: there are 5 rows, the map is 6 high"],
        id="row_missing",
    ),
    pytest.param(
        "map.yaml",
        "d d f x x f h h",
        "d d f x x q h h",
        [
            'map.yaml:10:15: terrain.rows: letter "q" is not in the legend (U, a, b, d, f, h, i, o, r, s, u, v, ...)'
        ],
        id="letter",
    ),
    pytest.param(
        "map.yaml",
        "{x: urban}",
        "{x: urbn}",
        ['map.yaml:6:15: terrain.legend.x: unknown terrain "urbn", did you mean "urban"?'],
        id="legend_unknown",
    ),
    pytest.param(
        "map.yaml",
        "{x: urban}",
        "{xx: urban}",
        [
            'map.yaml:6:12: terrain.legend.xx: a legend explains single letters, not "xx"',
            'map.yaml:10:11: terrain.rows: letter "x" is not in the legend (U, a, b, d, f, h, i, o, r, s, u, v, ...)',
        ],
        id="legend_letters",
    ),
    pytest.param(
        "map.yaml",
        "{b: blue, r: red}",
        "{b: blue, r: read}",
        ['map.yaml:28:24: control.legend.r: unknown side "read", did you mean "red"?'],
        id="legend_side",
    ),
    pytest.param(
        "map.yaml",
        "00030000",
        "00040000",
        ['map.yaml:40:6: population: a level of population is a digit from 0 to 3, not "4"'],
        id="pop",
    ),
    pytest.param(
        "map.yaml",
        "between: [west, island]",
        "between: [west, iland]",
        [
            'map.yaml:24:21: channels[0].between[1]: unknown landmass "iland", did you mean "island"?'
        ],
        id="channel",
    ),
    pytest.param(
        "map.yaml",
        '"3_5|4_5"',
        "3_5-4_5",
        [
            'map.yaml:26:26: hexsides[0].sides: "3_5-4_5" is no hexside: write two hexes, as in 10_0|11_0'
        ],
        id="hexside_form",
    ),
    pytest.param(
        "map.yaml",
        '"3_5|4_5"',
        '"3_5|5_5"',
        ["map.yaml:26:27: hexsides[0].sides: 3_5 and 5_5 are not neighbours"],
        id="hexside_far",
    ),
    pytest.param(
        "map.yaml",
        '"3_5|4_5"',
        '"3_5|3_6"',
        [
            "map.yaml:26:31: hexsides[0].sides: hex 3_6 is off the map: columns run 0 to 7, rows 0 to 5"
        ],
        id="hexside_off",
    ),
    pytest.param(
        "map.yaml",
        "0_2 1_2 2_2 3_2}",
        "0_2 1_2 3_2}",
        ["map.yaml:44:71: roads[0].hexes: 1_2 and 3_2 follow each other but are not neighbours"],
        id="road_gap",
    ),
    pytest.param(
        "map.yaml",
        "      7_2",
        "      7_4",
        ["map.yaml:50:7: roads[1].hexes: 6_2 and 7_4 follow each other but are not neighbours"],
        id="road_gap_folded",
    ),
    pytest.param(
        "map.yaml",
        "0_2 1_2 2_2 3_2}",
        "0_2 1_2 2_22 3_2}",
        [
            "map.yaml:44:71: roads[0].hexes: hex 2_22 is off the map: columns run 0 to 7, rows 0 to 5",
        ],
        id="road_off",
    ),
    pytest.param(
        "map.yaml",
        "hexes: 0_2 1_2 2_2 3_2}",
        "hexes: 0_2}",
        ["map.yaml:44:63: roads[0].hexes: a road needs two hexes at least"],
        id="road_one",
    ),
    pytest.param(
        "map.yaml",
        "between: [3_2, 4_2], state: ferry",
        "between: [0_2, 1_2], state: ferry",
        ["map.yaml:53:56: crossings[1].between: no river runs between 0_2 and 1_2"],
        id="crossing_dry",
    ),
    pytest.param(
        "map.yaml",
        "between: [3_2, 4_2], state: ferry",
        "between: [3_2, 5_2], state: ferry",
        ["map.yaml:53:56: crossings[1].between: 3_2 and 5_2 are not neighbours"],
        id="crossing_far",
    ),
    pytest.param(
        "map.yaml",
        "owner: blue",
        "owner: blu",
        ['map.yaml:53:89: crossings[1].owner: unknown side "blu", did you mean "blue"?'],
        id="crossing_owner",
    ),
    pytest.param(
        "map.yaml",
        "kind: base, box: rear}",
        "kind: base, box: rear, hexes: 1_1}",
        [
            'map.yaml:57:5: places[2]: a place has "hexes" or lies in a "box": give one of them, not both'
        ],
        id="place_both",
    ),
    pytest.param(
        "map.yaml",
        "kind: base, box: rear}",
        "kind: base}",
        [
            'map.yaml:57:5: places[2]: a place has "hexes" or lies in a "box": give one of them',
            'events.yaml:24:50: events[1].when.any[1].none[0].at: box "rear" has no place in it; add one to map.yaml with `box: rear`',
        ],
        id="place_none",
    ),
    pytest.param(
        "map.yaml",
        "hexes: 3_2 4_2 3_3, label",
        "hexes: 3_2 14_2 3_3, label",
        [
            "map.yaml:55:69: places[0].hexes: hex 14_2 is off the map: columns run 0 to 7, rows 0 to 5"
        ],
        id="place_off",
    ),
    pytest.param(
        "map.yaml",
        "{id: camp,",
        "{id: town,",
        [
            'map.yaml:56:10: places[1].id: place "town" is there twice, first on line 55',
            'events.yaml:9:30: events[0].effects[1].place: unknown place "camp" (there are: town, depot)',
            'events.yaml:14:64: events[0].effects[6].places[1]: unknown place "camp" (there are: town, depot)',
        ],
        id="place_dup",
    ),
    pytest.param(
        "map.yaml",
        "{id: camp,",
        "{id: the camp,",
        [
            'map.yaml:56:10: places[1].id: an id is made of letters, digits, _ . and -, not "the camp"',
            'events.yaml:9:30: events[0].effects[1].place: unknown place "camp", did you mean "the camp"?',
            'events.yaml:14:64: events[0].effects[6].places[1]: unknown place "camp", did you mean "the camp"?',
        ],
        id="bad_id",
    ),
    pytest.param(
        "map.yaml",
        "hex: 0_2, box: rear",
        "hex: 0_2, box: reer",
        ['map.yaml:59:59: entries[0].box: unknown box "reer", did you mean "rear"?'],
        id="entry_box",
    ),
    pytest.param(
        "map.yaml",
        "to: far",
        "to: fer",
        ['map.yaml:61:62: boxes[0].links[0].to: unknown box "fer", did you mean "far"?'],
        id="box_link",
    ),
    pytest.param(
        "map.yaml",
        "to: far",
        "to: rear",
        ["map.yaml:61:62: boxes[0].links[0].to: a box cannot be linked to itself"],
        id="box_self",
    ),
    pytest.param(
        "map.yaml",
        "days: 2}",
        "days: -2}",
        ["map.yaml:61:73: boxes[0].links[0].days: cannot be negative"],
        id="box_days",
    ),
    pytest.param(
        "map.yaml",
        "supplies: [blue]",
        "supplies: [bleu]",
        ['map.yaml:61:89: boxes[0].supplies[0]: unknown side "bleu", did you mean "blue"?'],
        id="supplies",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
