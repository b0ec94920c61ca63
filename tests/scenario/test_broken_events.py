"""What events and objectives can get wrong though their shape is right."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "objectives.yaml",
        "places: [town]",
        "places: [twon]",
        [
            'objectives.yaml:7:14: objectives[0].places[0]: unknown place "twon", did you mean "town"?'
        ],
        id="objective_place",
    ),
    pytest.param(
        "objectives.yaml",
        "places: [town]",
        "places: []",
        ["objectives.yaml:7:13: objectives[0].places: an objective needs a place"],
        id="objective_noplace",
    ),
    pytest.param(
        "objectives.yaml",
        "earliest: 2017-09-15",
        "earliest: 2017-09-19",
        [
            "objectives.yaml:9:15: objectives[0].earliest: the earliest day (2017-09-19) is after the latest (2017-09-18)"
        ],
        id="objective_order",
    ),
    pytest.param(
        "objectives.yaml",
        "latest: 2017-09-20",
        "latest: 2017-09-21",
        [
            "objectives.yaml:21:13: objectives[1].latest: 2017-09-21 is after the end of the scenario (2017-09-20)"
        ],
        id="objective_latest",
    ),
    pytest.param(
        "objectives.yaml",
        "historical: 2017-09-17",
        "historical: 2017-09-01",
        [
            "objectives.yaml:11:17: objectives[0].historical: 2017-09-01 is before the start of the scenario (2017-09-14)"
        ],
        id="objective_hist",
    ),
    pytest.param(
        "objectives.yaml",
        "percent: 30",
        "percent: 130",
        ["objectives.yaml:19:14: objectives[1].percent: should be at most 100, not 130"],
        id="objective_percent",
    ),
    pytest.param(
        "objectives.yaml",
        "weight: 3",
        "weight: -3",
        ["objectives.yaml:12:13: objectives[0].weight: cannot be negative"],
        id="objective_weight",
    ),
    pytest.param(
        "objectives.yaml",
        "id: hold_town",
        "id: take_town",
        [
            'objectives.yaml:13:9: objectives[1].id: objective "take_town" is there twice, first on line 3'
        ],
        id="objective_dup",
    ),
    pytest.param(
        "events.yaml",
        "fired: bridge_repaired",
        "fired: bridge_repared",
        [
            'events.yaml:23:19: events[1].when.any[0].fired: unknown event "bridge_repared", did you mean "bridge_repaired"?'
        ],
        id="event_fired",
    ),
    pytest.param(
        "events.yaml",
        "met: take_town",
        "met: take_twn",
        [
            'events.yaml:24:17: events[1].when.any[1].met: unknown objective "take_twn", did you mean "take_town"?'
        ],
        id="event_met",
    ),
    pytest.param(
        "events.yaml",
        "{flag: repaired}",
        "{}",
        [
            "events.yaml:26:19: events[1].when.any[3].none[0]: the condition tests nothing; to happen at once, give `since:` the first day"
        ],
        id="event_nocond",
    ),
    pytest.param(
        "events.yaml",
        "at: rear",
        "at: raer",
        [
            'events.yaml:24:50: events[1].when.any[1].none[0].at: unknown place or box "raer", did you mean "rear"?'
        ],
        id="event_at",
    ),
    pytest.param(
        "events.yaml",
        "at: rear",
        "at: far",
        [
            'events.yaml:24:50: events[1].when.any[1].none[0].at: box "far" has no place in it; add one to map.yaml with `box: far`'
        ],
        id="event_box_empty",
    ),
    pytest.param(
        "events.yaml",
        "state: intact",
        "state: whole",
        [
            'events.yaml:25:41: events[1].when.any[2].state: unknown state of a crossing "whole" (there are: intact, destroyed, open_site, ferry, pontoon, heavy, broken)'
        ],
        id="event_state",
    ),
    pytest.param(
        "events.yaml",
        "{crossing: old_bridge, state: intact}",
        "{crossing: old_bridge}",
        ['events.yaml:25:22: events[1].when.any[2].crossing: "crossing" needs "state"'],
        id="event_nostate",
    ),
    pytest.param(
        "events.yaml",
        "on: 2017-09-19",
        "on: 2017-10-19",
        [
            "events.yaml:27:16: events[1].when.any[4].on: 2017-10-19 is after the end of the scenario (2017-09-20)"
        ],
        id="event_on",
    ),
    pytest.param(
        "events.yaml",
        "side: blue, holds: town, percent: 50",
        "holds: town",
        ['events.yaml:6:38: events[0].when.holds: "holds" needs "side"'],
        id="event_holds",
    ),
    pytest.param(
        "events.yaml",
        "unit: b1, at: rear",
        "unit: b1",
        ['events.yaml:24:42: events[1].when.any[1].none[0].unit: "unit" needs "at"'],
        id="event_unit",
    ),
    pytest.param(
        "events.yaml",
        "percent: 50",
        "percent: 0",
        ["events.yaml:6:65: events[0].when.percent: should be at least 1, not 0"],
        id="event_percent",
    ),
    pytest.param(
        "events.yaml",
        "chance: 50",
        "chance: 101",
        ["events.yaml:31:13: events[1].chance: should be at most 100, not 101"],
        id="chance",
    ),
    pytest.param(
        "events.yaml",
        "do: support, side: blue, value: air, amount: 1",
        "do: support, side: blue, value: air",
        ['events.yaml:11:9: events[0].effects[3]: "support" needs "amount"'],
        id="effect_key",
    ),
    pytest.param(
        "events.yaml",
        "do: control, place: camp",
        "do: control, place: camp, box: rear",
        [
            'events.yaml:9:9: events[0].effects[1]: "control" needs one of "hexes", "place" and "box", not 2 of them'
        ],
        id="effect_where",
    ),
    pytest.param(
        "events.yaml",
        "do: control, place: camp, side",
        "do: control, side",
        [
            'events.yaml:9:9: events[0].effects[1]: "control" needs one of "hexes", "place" and "box"'
        ],
        id="effect_nowhere",
    ),
    pytest.param(
        "events.yaml",
        "value: intact",
        "value: intackt",
        [
            'events.yaml:8:53: events[0].effects[0].value: unknown value "intackt", did you mean "intact"?'
        ],
        id="effect_value",
    ),
    pytest.param(
        "events.yaml",
        "{do: message}",
        "{do: message, unit: r1}",
        ['events.yaml:17:23: events[0].effects[9].unit: "message" has no use for "unit"'],
        id="effect_extra",
    ),
    pytest.param(
        "events.yaml",
        "places: [town, camp]}",
        "places: [town, camp], days: 2}",
        ['events.yaml:14:71: events[0].effects[6].days: "agreement" has no use for "days"'],
        id="effect_agreement_days",
    ),
    pytest.param(
        "events.yaml",
        "side: blue, value: air",
        "side: nobody, value: air",
        [
            'events.yaml:11:29: events[0].effects[3].side: unknown side "nobody" (there are: blue, red, green)'
        ],
        id="effect_nobody",
    ),
    pytest.param(
        "events.yaml",
        "{do: message}",
        "{do: massage}",
        [
            'events.yaml:17:14: events[0].effects[9].do: should be one of control, place_unit, remove_unit, lose_steps, suppress, reveal, lose_leader, relation, crossing, support, harm, population, ..., not "massage", did you mean "message"?'
        ],
        id="effect_do",
    ),
    pytest.param(
        "events.yaml",
        "leader: colonel",
        "leader: general",
        [
            'events.yaml:15:35: events[0].effects[7].leader: unknown leader "general" (there are: colonel)'
        ],
        id="effect_leader",
    ),
    pytest.param(
        "events.yaml",
        "unit: r1, amount: 1",
        "unit: r1, amount: 9",
        ["events.yaml:29:44: events[1].effects[0].amount: should be at most 8, not 9"],
        id="effect_steps",
    ),
    pytest.param(
        "events.yaml",
        "unit: r1, amount: 1",
        "unit: rr1, amount: 1",
        ['events.yaml:29:32: events[1].effects[0].unit: unknown unit "rr1", did you mean "r1"?'],
        id="effect_unit",
    ),
    pytest.param(
        "events.yaml",
        "side: blue, other: green",
        "side: blue, other: blue",
        ["events.yaml:13:43: events[0].effects[5].other: the other side should be a different one"],
        id="effect_other",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
