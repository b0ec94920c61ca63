"""What the record can get wrong though its shape is right."""

# ruff: noqa: E501 - the messages stand as they are read

import pytest

from tests.scenario.packages import Package

CASES = [
    pytest.param(
        "briefing.yaml",
        "questions:",
        "guide:\n  - {title: {en: A}, text: {en: B}, side: bluee, unit: b22, hex: x, until: mov}\nquestions:",
        [
            'briefing.yaml:5:43: guide[0].side: unknown side "bluee", did you mean "blue"?',
            'briefing.yaml:5:56: guide[0].unit: unknown unit "b22", did you mean "b2"?',
            'briefing.yaml:5:66: guide[0].hex: "x" is no hex: write column_row, as in "14_13"',
            'briefing.yaml:5:76: guide[0].until: unknown deed "mov", did you mean "move"?',
        ],
        id="guide",
    ),
    pytest.param(
        "journal.yaml",
        "rows: [S1]",
        "rows: [S9]",
        ['journal.yaml:8:12: journal[0].rows[0]: unknown source "S9" (there are: S1, S2)'],
        id="journal_row",
    ),
    pytest.param(
        "journal.yaml",
        "[blue, civilians]",
        "[bluee, civilians]",
        ['journal.yaml:11:13: journal[0].sides[0]: unknown side "bluee", did you mean "blue"?'],
        id="journal_side",
    ),
    pytest.param(
        "journal.yaml",
        "date: 2017-09-14",
        "date: 2017-10-14",
        [
            "journal.yaml:4:11: journal[0].date: 2017-10-14 is after the end of the scenario (2017-09-20)"
        ],
        id="journal_date",
    ),
    pytest.param(
        "history.yaml",
        "  - date: 2017-09-15",
        "  - date: 2017-09-13",
        [
            "history.yaml:11:11: days[1].date: 2017-09-13 does not come after 2017-09-14, the day before it in the file",
            "history.yaml:11:11: days[1].date: 2017-09-13 is before the start of the scenario (2017-09-14)",
        ],
        id="history_order",
    ),
    pytest.param(
        "history.yaml",
        "{side: red}",
        "{side: redd}",
        ['history.yaml:13:16: days[1].segments[0].side: unknown side "redd", did you mean "red"?'],
        id="history_side",
    ),
    pytest.param(
        "history.yaml",
        "unit: b2",
        "unit: b22",
        [
            'history.yaml:5:61: days[0].decrees[0].effects[0].unit: unknown unit "b22", did you mean "b2"?'
        ],
        id="history_decree",
    ),
    pytest.param(
        "control.yaml",
        "place: town, date: 2017-09-17",
        "place: twon, date: 2017-09-17",
        ['control.yaml:4:13: control[1].place: unknown place "twon", did you mean "town"?'],
        id="control_place",
    ),
    pytest.param(
        "control.yaml",
        "side: blue",
        "side: bleu",
        ['control.yaml:4:43: control[1].side: unknown side "bleu", did you mean "blue"?'],
        id="control_side",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "heads"), CASES)
def test_told_with_file_line_and_column(
    tiny: Package, name: str, old: str, new: str, heads: list[str]
) -> None:
    tiny.edit(name, old, new)
    assert tiny.heads() == heads
