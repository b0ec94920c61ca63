"""What headers and forces can get wrong though their shape is right."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "forces.yaml",
        "name: {en: Garrison}, side: red",
        "name: {en: Garrison}, side: rad",
        ['forces.yaml:4:48: formations[1].side: unknown side "rad", did you mean "red"?'],
        id="formation_side",
    ),
    pytest.param(
        "forces.yaml",
        "formation: garrison\n",
        "formation: garison\n",
        [
            'forces.yaml:11:16: units[3].formation: unknown formation "garison", did you mean "garrison"?'
        ],
        id="unit_formation",
    ),
    pytest.param(
        "forces.yaml",
        "type: fighters",
        "type: fighter",
        ['forces.yaml:12:11: units[3].type: unknown unit type "fighter", did you mean "fighters"?'],
        id="unit_type",
    ),
    pytest.param(
        "forces.yaml",
        "box: rear, arrives",
        "box: rear, at: 1_1, arrives",
        [
            'forces.yaml:8:5: units[2]: a unit starts "at" a hex or in a "box": give one of them, not both'
        ],
        id="at_and_box",
    ),
    pytest.param(
        "forces.yaml",
        '    at: "4_2"\n',
        "",
        ['forces.yaml:9:5: units[3]: a unit starts "at" a hex or in a "box": give one of them'],
        id="neither",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        'at: "8_2"',
        ["forces.yaml:14:9: units[3].at: hex 8_2 is off the map: columns run 0 to 7, rows 0 to 5"],
        id="off_map",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        "at: somewhere",
        ['forces.yaml:14:9: units[3].at: "somewhere" is no hex: write column_row, as in "14_13"'],
        id="not_hex",
    ),
    pytest.param(
        "forces.yaml",
        'at: "4_2"',
        'at: "2_2"',
        [
            "forces.yaml:14:9: units[3].at: hex 2_2 is held by blue, an enemy",
            "forces.yaml:14:9: units[3].at: an enemy unit starts on hex 2_2 too",
        ],
        id="enemy_hex",
    ),
    pytest.param(
        "forces.yaml",
        "steps: 3, at: 2_2",
        "steps: 9, at: 2_2",
        [
            "forces.yaml:6:104: units[0].steps: should be at most 8, not 9",
            "forces.yaml:7:105: units[1].at: 10 steps start on hex 2_2 (at most 8)",
        ],
        id="steps_9",
    ),
    pytest.param(
        "forces.yaml",
        "steps: 3, at: 2_2",
        "steps: 0, at: 2_2",
        ["forces.yaml:6:104: units[0].steps: should be at least 1, not 0"],
        id="steps_0",
    ),
    pytest.param(
        "forces.yaml",
        "start_steps: 2",
        "start_steps: 5",
        [
            "forces.yaml:7:98: units[1].start_steps: 5 steps at the start are more than the 4 of the unit"
        ],
        id="start_steps",
    ),
    pytest.param(
        "forces.yaml",
        "start_steps: 2, at: 2_2",
        "at: 2_2}\n  - {id: b9, name: {en: x}, formation: brigade, type: infantry, steps: 2, at: 2_2",
        ["forces.yaml:8:79: units[2].at: 9 steps start on hex 2_2 (at most 8)"],
        id="stack_steps",
    ),
    pytest.param(
        "forces.yaml",
        "start_steps: 2, at: 2_2}",
        "start_steps: 2, at: 2_2}\n  - {id: b8, name: {en: x}, formation: brigade, type: infantry, steps: 1, at: 2_2}\n  - {id: b9, name: {en: x}, formation: brigade, type: infantry, steps: 1, at: 2_2}",
        ["forces.yaml:9:79: units[3].at: 4 units start on hex 2_2 (at most 3)"],
        id="stack_units",
    ),
    pytest.param(
        "forces.yaml",
        "arrives: 2017-09-16",
        "arrives: 2017-09-13",
        [
            "forces.yaml:8:108: units[2].arrives: 2017-09-13 is before the start of the scenario (2017-09-14)"
        ],
        id="arrives_before",
    ),
    pytest.param(
        "forces.yaml",
        "arrives: 2017-09-16",
        "arrives: 2017-09-21",
        [
            "forces.yaml:8:108: units[2].arrives: 2017-09-21 is after the end of the scenario (2017-09-20)"
        ],
        id="arrives_after",
    ),
    pytest.param(
        "forces.yaml",
        "[80, 120]",
        "[120, 80]",
        ["forces.yaml:16:15: units[3].strength: the low estimate (120) is above the high one (80)"],
        id="strength",
    ),
    pytest.param(
        "forces.yaml",
        "unit: b1",
        "unit: b7",
        ['forces.yaml:18:70: leaders[0].unit: unknown unit "b7" (there are: b1, b2, b3, r1)'],
        id="leader_unit",
    ),
    pytest.param(
        "forces.yaml",
        "unit: b1",
        "unit: r1",
        ['forces.yaml:18:70: leaders[0].unit: unit "r1" is of another side'],
        id="leader_side",
    ),
    pytest.param(
        "forces.yaml",
        "until: 2017-09-18",
        "until: 2017-09-10",
        [
            "forces.yaml:18:81: leaders[0].until: 2017-09-10 is before the start of the scenario (2017-09-14)"
        ],
        id="leader_until",
    ),
    pytest.param(
        "forces.yaml",
        "air: 2",
        "air: -2",
        ["forces.yaml:20:23: support[0].air: cannot be negative"],
        id="support_neg",
    ),
    pytest.param(
        "forces.yaml",
        "since: 2017-09-16, until: 2017-09-30",
        "since: 2017-09-16, until: 2017-09-15",
        [
            "forces.yaml:21:43: support[1].until: 2017-09-15 is before the beginning of the period (2017-09-16)"
        ],
        id="support_rev",
    ),
    pytest.param(
        "forces.yaml",
        "since: 2017-09-16",
        "since: 2071-09-16",
        [
            "forces.yaml:21:24: support[1].since: 2071-09-16 is after the end of the scenario (2017-09-20)",
            "forces.yaml:21:43: support[1].until: 2017-09-30 is before the beginning of the period (2071-09-16)",
        ],
        id="support_late",
    ),
    pytest.param(
        "forces.yaml",
        "hex: 4_3",
        "hex: 4_33",
        [
            "forces.yaml:23:34: belts[0].hex: hex 4_33 is off the map: columns run 0 to 7, rows 0 to 5"
        ],
        id="belt",
    ),
    pytest.param(
        "forces.yaml",
        "[4_2, 5_3]",
        "[4_2, 0_2]",
        ["forces.yaml:25:37: tunnels[0].ends: a tunnel is 1 to 3 hexes long, not 4"],
        id="tunnel_long",
    ),
    pytest.param(
        "scenario.yaml",
        "end: 2017-09-20",
        "end: 2017-09-10",
        ["scenario.yaml:8:6: end: the end (2017-09-10) is before the start (2017-09-14)"],
        id="end_before",
    ),
    pytest.param(
        "scenario.yaml",
        "end: 2017-09-20",
        "end: 9999-12-31",
        ["scenario.yaml:8:6: end: the scenario lasts 2915474 days (at most 1000)"],
        id="end_late",
    ),
    pytest.param(
        "scenario.yaml",
        "between: [blue, green]",
        "between: [blue, grean]",
        [
            'scenario.yaml:15:22: relations[0].between[1]: unknown side "grean", did you mean "green"?'
        ],
        id="relation",
    ),
    pytest.param(
        "scenario.yaml",
        "between: [blue, green]",
        "between: [blue, blue]",
        ["scenario.yaml:15:15: relations[0].between: a relation is between two different sides"],
        id="relation_self",
    ),
    pytest.param(
        "scenario.yaml",
        "{id: green,",
        "{id: contested,",
        [
            'scenario.yaml:13:10: sides[2].id: "contested" has a meaning of its own; use another id',
            'scenario.yaml:15:22: relations[0].between[1]: unknown side "green" (there are: blue, red, contested)',
            'events.yaml:13:43: events[0].effects[5].other: unknown side "green" (there are: blue, red, contested)',
        ],
        id="side_id",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: training\ngraded: purple",
        ['scenario.yaml:7:9: graded: unknown side "purple" (there are: blue, red, green)'],
        id="graded",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: training\nrules: standart",
        ['scenario.yaml:7:8: rules: there are no rules "standart", did you mean "standard"?'],
        id="rules_name",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: training\nrules: own",
        ["scenario.yaml:7:8: rules: `rules: own` needs a rules.yaml in the package"],
        id="rules_own",
    ),
    pytest.param(
        "scenario.yaml",
        "kind: training",
        "kind: training\nextends: ../../etc",
        ['scenario.yaml:7:10: extends: there is no scenario "../../etc" to extend'],
        id="extends_path",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
