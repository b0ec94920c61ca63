"""What is probably not meant in a package that is right in form."""

# ruff: noqa: E501 - the messages stand as they are read

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - as in the documents

import pytest

from game.scenario.build import build
from game.scenario.layout import ids, shipped
from game.scenario.package import examine, load_scenario
from game.scenario.warnings.day_words import named_days
from game.scenario.warnings.look import Look
from tests.scenario.packages import Package

Edit = tuple[str, str, str]

FAR: Edit = (
    "map.yaml",
    "  - {id: depot,",
    '  - {id: far_bank, name: {en: Far bank, ar: ض}, kind: town, hexes: "6_2"}\n  - {id: depot,',
)
TO_FAR: Edit = ("objectives.yaml", "    places: [town]", "    places: [far_bank]")
NO_BOATS: Edit = ("scenario.yaml", "colour: a, boats: true", "colour: a")
NO_BRIDGE: Edit = (
    "events.yaml",
    "      - {do: crossing, crossing: old_bridge, value: intact}\n",
    "",
)
LAND: Edit = ("map.yaml", 'river: none, sides: "3_5|4_5"', 'river: main, sides: "3_5|4_5"')
FERRY: Edit = (
    "map.yaml",
    "between: [3_2, 4_2], state: ferry, owner: blue",
    "between: [3_4, 4_4], state: ferry, owner: red",
)
LATE = tuple(
    ("forces.yaml", old, new)
    for old, new in (
        ("steps: 3, at: 2_2", "steps: 3, box: rear, arrives: 2017-09-19"),
        ("start_steps: 2, at: 2_2", "start_steps: 2, box: rear, arrives: 2017-09-19"),
        ("box: rear, arrives: 2017-09-16", "box: rear, arrives: 2017-09-20"),
    )
)
HISTORICAL: Edit = ("scenario.yaml", "kind: training", "kind: historical")
STRENGTHS = tuple(
    ("forces.yaml", old, f"{old}, strength: {men}")
    for old, men in (
        ("steps: 3, at: 2_2", "[200, 400]"),
        ("start_steps: 2, at: 2_2", "[100, 200]"),
        ("box: rear, arrives: 2017-09-16", "[1000, 9000]"),
    )
)

CASES = [
    pytest.param(
        [FAR, TO_FAR, NO_BOATS, NO_BRIDGE, LAND, FERRY],
        [
            "objectives.yaml:7:13: warning: objectives[0].places: no way leads any unit of blue to these places [unreachable]"
        ],
        id="no way over the river",
    ),
    pytest.param([FAR, TO_FAR, NO_BRIDGE, LAND, FERRY], [], id="boats go everywhere"),
    pytest.param([FAR, TO_FAR, NO_BOATS, LAND, FERRY], [], id="an event mends the bridge"),
    pytest.param([FAR, TO_FAR, NO_BOATS, NO_BRIDGE, FERRY], [], id="a way by land"),
    pytest.param(
        [FAR, TO_FAR, *LATE],
        [
            "objectives.yaml:7:13: warning: objectives[0].places: no unit of blue can be there before 2017-09-20; the latest day is 2017-09-18 [unreachable]"
        ],
        id="everybody arrives too late",
    ),
    pytest.param(
        [("objectives.yaml", "    places: [town]", "    places: [camp]")],
        [
            "objectives.yaml:8:16: warning: objectives[0].condition: this is fulfilled when the game begins [met-at-start]"
        ],
        id="met at the start",
    ),
    pytest.param(
        [("objectives.yaml", "condition: all_hexes", "condition: linked")],
        [
            "objectives.yaml:7:13: warning: objectives[0].places: a link has two ends: name two places at least [one-place]"
        ],
        id="a link with one end",
    ),
    pytest.param(
        [("objectives.yaml", "{en: Take the town.}", "{en: Take 3_2 and 5_2.}")],
        [
            "objectives.yaml:6:29: warning: objectives[0].text.en: the text names hex 5_2, which is in none of the places [other-hex]"
        ],
        id="a hex of no place",
    ),
    pytest.param(
        [("objectives.yaml", "Take the town.", "Take the town by 18 September.")],
        [],
        id="the latest day in words",
    ),
    pytest.param(
        [("objectives.yaml", "Take the town.", "Take the town by 19 September.")],
        [
            'objectives.yaml:6:33: warning: objectives[0].text.en: the text says "19 September", which is neither earliest, latest nor historical day of the objective [date]'
        ],
        id="another day in words",
    ),
    pytest.param(
        [("objectives.yaml", "{en: Take the town.}", "{en: Take the town., ar: حتى 19 أيلول}")],
        [
            'objectives.yaml:6:40: warning: objectives[0].text.ar: the text says "19 أيلول", which is neither earliest, latest nor historical day of the objective [date]'
        ],
        id="another day in Arabic",
    ),
    pytest.param(
        [("briefing.yaml", "A river and a town.", "On 18 Sept. it began. In May 2016 too.")],
        [],
        id="a day the record has",
    ),
    pytest.param(
        [("briefing.yaml", "{en: A river and a town.}", '{en: "The start, 2017-09-21; 11 May."}')],
        [],
        id="days before and after are background",
    ),
    pytest.param(
        [
            ("scenario.yaml", "end: 2017-09-20", "end: 2017-09-29"),
            ("briefing.yaml", "A river and a town.", "The end came on September 27."),
        ],
        [
            'briefing.yaml:3:61: warning: briefing[0].text.en: the text says "September 27", of which no other file of the scenario knows [date]'
        ],
        id="a day nobody else knows",
    ),
    pytest.param(
        [("objectives.yaml", "historical: 2017-09-17", "historical: 2017-09-16")],
        [
            "objectives.yaml:11:17: warning: objectives[0].historical: the day is 2017-09-16, but by control.yaml blue holds all of these places from 2017-09-17 [date]"
        ],
        id="two files, two days",
    ),
    pytest.param(
        [
            ("map.yaml", "  - {id: west_gate, name: {en: West gate}, hex: 0_2, box: rear}\n", ""),
            ("map.yaml", "entries:\n", "entries: []\n"),
        ],
        [
            "forces.yaml:6:5: warning: units[0]: no source of supply reaches b1 at 2_2, b2 at 2_2, from the first day on [unsupplied]",
            'forces.yaml:8:93: warning: units[2].box: no way leads from box "rear" to the map [no-way]',
        ],
        id="a box without an entry",
    ),
    pytest.param(
        [
            (
                "forces.yaml",
                "units:\n",
                "  - {id: spare, name: {en: S, ar: ض}, side: red}\nunits:\n",
            )
        ],
        [
            'forces.yaml:5:10: warning: formations[2].id: no unit belongs to formation "spare" [unused]'
        ],
        id="a formation of nobody",
    ),
    pytest.param(
        [("events.yaml", "{flag: repaired}", "{flag: repaird}")],
        [
            'events.yaml:16:26: warning: events[0].effects[8].flag: no condition asks for flag "repaired", did you mean "repaird"? [flag]',
            'events.yaml:26:26: warning: events[1].when.any[3].none[0].flag: nothing sets flag "repaird", did you mean "repaired"? [flag]',
        ],
        id="a flag misspelt",
    ),
    pytest.param(
        [("events.yaml", "        - {none: [{flag: repaired}]}\n", "")],
        [
            'events.yaml:16:26: warning: events[0].effects[8].flag: no condition asks for flag "repaired" [flag]'
        ],
        id="a flag nobody asks for",
    ),
    pytest.param(
        STRENGTHS,
        [
            "forces.yaml:8:130: warning: units[2].strength: about 2500 men for each step, where the units of this scenario have about 88 [strength]"
        ],
        id="a digit too many",
    ),
    pytest.param(
        [HISTORICAL],
        [
            "events.yaml:3:9: warning: events[0].id: the event names no source: give the rows of sources.yaml it rests on [no-source]"
        ],
        id="an event without a source",
    ),
    pytest.param(
        [HISTORICAL, ("history.yaml", "unit: b2}], sources: [S1]}", "unit: b2}]}")],
        [
            "events.yaml:3:9: warning: events[0].id: the event names no source: give the rows of sources.yaml it rests on [no-source]",
            "history.yaml:5:18: warning: days[0].decrees[0].reason: the decree names no source: give the rows of sources.yaml it rests on [no-source]",
        ],
        id="a decree without a source",
    ),
    pytest.param(
        [("scenario.yaml", "id: tiny", "id: other")],
        [
            'scenario.yaml:4:5: warning: id: the folder is called "tiny", and that is the name under which the game finds the scenario; call both the same [folder-name]'
        ],
        id="the folder has another name",
    ),
]


def fresh(package: Package, edits: list[Edit]) -> list[str]:
    """Edit a package; return the heads of the warnings it did not have before."""

    def heads() -> list[str]:
        return [package.head(problem) for problem in examine(package.folder)]

    old = {head.partition(": warning: ")[2] for head in heads()}
    for name, before, after in edits:
        package.edit(name, before, after)
    # How many texts have no Arabic is another test's business.
    return [
        head
        for head in heads()
        if head.partition(": warning: ")[2] not in old and "[no-arabic]" not in head
    ]


@pytest.mark.parametrize(("edits", "heads"), CASES)
def test_warned_with_file_line_and_column(
    tiny: Package, edits: list[Edit], heads: list[str]
) -> None:
    assert fresh(tiny, edits) == heads


def test_lost_at_the_start(tiny: Package) -> None:
    # Red has one hex of four: three of the town, and the depot in the rear counts as one.
    told = [tiny.head(p) for p in examine(tiny.folder) if p.code == "lost-at-start"]
    assert told == [
        "objectives.yaml:18:16: warning: objectives[1].condition: the holder does not fulfil this when the game begins [lost-at-start]"
    ]
    tiny.edit("objectives.yaml", "percent: 30", "percent: 25")
    assert "lost-at-start" not in {problem.code for problem in examine(tiny.folder)}


@pytest.mark.parametrize("name", ids(shipped()))
def test_shipped_scenarios_have_no_warnings(name: str) -> None:
    assert str(examine(name)) == ""


def test_missing_arabic_is_told_once_a_file(tiny: Package) -> None:
    told = [p for p in examine(tiny.folder) if p.code == "no-arabic" and "scenario" in p.file]
    assert [(p.line, p.message) for p in told] == [
        (9, "a text without Arabic (`ar: ...`), and 2 more in this file")
    ]


def test_accepted_for_the_whole_package(tiny: Package) -> None:
    header = tiny.folder / "scenario.yaml"
    header.write_text(
        "# accepted: unsupplied\n" + header.read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert "unsupplied" not in {problem.code for problem in examine(tiny.folder)}


def test_units_that_are_said_to_be_cut_off(tiny: Package) -> None:
    tiny.edit("forces.yaml", "    hidden: true", "    cut_off: 3")
    assert "unsupplied" not in {problem.code for problem in examine(tiny.folder)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - id: r1\n", "  - id: r1  # accepted: unsupplied\n"),
        ("  - id: r1\n", "  # accepted: no-arabic, unsupplied\n  - id: r1\n"),
    ],
)
def test_an_accepted_warning_is_quiet(tiny: Package, old: str, new: str) -> None:
    assert "unsupplied" in {problem.code for problem in examine(tiny.folder)}
    tiny.edit("forces.yaml", old, new)
    assert "unsupplied" not in {problem.code for problem in examine(tiny.folder)}


def test_an_impossible_march(tiny: Package) -> None:
    tiny.write("rules.yaml", "movement: {operational_hexes: 1}\n")
    tiny.edit("history.yaml", "order: attack 4_2 with b1, outcome: take", "order: move b1 7_5")
    told = [tiny.head(p) for p in examine(tiny.folder) if p.code == "march"]
    assert told == [
        "history.yaml:10:21: warning: days[0].segments[0].orders[1].order: b1 was at 3_2 the same morning; 6 hexes are more than 1 a day [march]"
    ]


def test_unit_types_of_own_rules_that_nobody_is_of(tiny: Package) -> None:
    camels = "{id: camels, name: Camels, name_ar: هجانة, moves: leg, factor: 1}"
    tiny.write("rules.yaml", f"unit_types:\n  - {camels}\n")
    told = [tiny.head(p) for p in examine(tiny.folder) if p.code == "unused"]
    assert told == [
        'rules.yaml:2:10: warning: unit_types[14].id: no unit is of type "camels" [unused]'
    ]


def test_a_link_out_of_the_package(tiny: Package) -> None:
    tiny.folder.joinpath("briefing.yaml").rename(tiny.folder.parent / "elsewhere.yaml")
    (tiny.folder / "briefing.yaml").symlink_to(tiny.folder.parent / "elsewhere.yaml")
    told = [tiny.head(p) for p in examine(tiny.folder) if p.code == "link"]
    target = tiny.folder.parent / "elsewhere.yaml"
    assert told == [
        f"briefing.yaml:1:1: warning: a link that leads out of the package, to {target} [link]"
    ]


def test_errors_come_before_warnings(tiny: Package) -> None:
    tiny.edit("forces.yaml", "hidden: true", "hiden: true")
    assert {problem.severity for problem in examine(tiny.folder)} == {"error"}


def test_warnings_keep_nobody_from_playing(tiny: Package) -> None:
    assert examine(tiny.folder).warnings > 0
    assert load_scenario(tiny.folder).id == "tiny"


def test_inherited_texts_are_the_parents_business(tiny: Package) -> None:
    child = tiny.folder.parent / "child"
    child.mkdir()
    (child / "scenario.yaml").write_text(
        "id: child\nextends: tiny\ntitle: {en: C, ar: ض}\n", encoding="utf-8"
    )
    assert {problem.code for problem in examine(child)} == {"unsupplied", "lost-at-start"}


def test_only_a_sound_package_is_looked_at(tiny: Package) -> None:
    tiny.edit("forces.yaml", "hidden: true", "hiden: true")
    with pytest.raises(ValueError, match="without errors"):
        Look(build(str(tiny.folder), record=True))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 3 October", [(2017, 10, 3)]),
        ("26-28 October 2016", [(2016, 10, 26), (2016, 10, 28)]),
        ("Oct. 3, 2017", [(2017, 10, 3)]),
        ("2017-10-03", [(2017, 10, 3)]),
        ("in September 2014", []),
        ("they may 3 times", []),
        ("31 September", []),
        ("في 3 تشرين الأول 2017", [(2017, 10, 3)]),
        ("٣ أكتوبر", [(2017, 10, 3)]),
    ],
)
def test_days_in_words(text: str, days: list[tuple[int, int, int]]) -> None:
    found = [day for named in named_days(text) for day in named.days(2017, 2017)]
    assert found == [Day(*day) for day in days]


def test_what_a_parent_accepts_is_quiet_where_it_is_inherited(tiny: Package) -> None:
    header = tiny.folder / "scenario.yaml"
    text = "# accepted: unsupplied\n" + header.read_text(encoding="utf-8")
    header.write_text(text, encoding="utf-8")
    child = Package(tiny.folder.parent / "child")
    child.folder.mkdir()
    child.write("scenario.yaml", "id: child\nextends: tiny\n")
    assert "unsupplied" not in {problem.code for problem in examine(child.folder)}
    # What the child says itself is its own affair.
    child.write("forces.yaml", "units: [{id: r1, at: 5_2}]\n")
    told = [problem.message for problem in examine(child.folder) if problem.code == "unsupplied"]
    assert told == ["no source of supply reaches r1 at 5_2, from the first day on"]
