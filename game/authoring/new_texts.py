"""The texts of a new package, commented for whoever opens them first."""

from __future__ import annotations

from collections.abc import Callable


def package(name: str, title: str, size: tuple[int, int], hex_km: float) -> dict[str, str]:
    """Return the files of a small scenario from nothing; `title` is the whole line of it."""
    return {
        "scenario": _SCENARIO.format(id=name, title=title),
        "map": _map(*size, hex_km),
        "forces": _forces(*size),
        "objectives": _OBJECTIVES,
        "events": _EVENTS,
        "briefing": _BRIEFING,
    }


def extending(name: str, parent: str, title: str) -> dict[str, str]:
    """Return the files of a scenario that starts from another one."""
    return {"scenario": _EXTENDING.format(id=name, parent=parent, title=title)}


def rows(width: int, height: int, letter: Callable[[int, int], str]) -> str:
    """Return rows of letters as they lie on the map, indented under a key."""
    return "".join(
        "    " + " " * (row % 2) + " ".join(letter(col, row) for col in range(width)) + "\n"
        for row in range(height)
    )


def _map(width: int, height: int, hex_km: float) -> str:
    middle, col = height // 2, width // 2
    ground = rows(width, height, lambda c, r: "v" if (c, r) == (col, middle) else "d")
    people = rows(width, height, lambda c, r: "1" if (c, r) == (col, middle) else "0")
    holders = rows(width, height, lambda c, _: "W" if c < col else "." if c == col else "E")
    road = " ".join(f"{c}_{middle}" for c in range(width))
    return _MAP.format(
        width=width, height=height, hex_km=f"{hex_km:g}" if hex_km % 1 else f"{hex_km:.1f}",
        ground=ground, holders=holders, people=people, road=road,
        village=f"{col}_{middle}", west=f"0_{middle}", east=f"{width - 1}_{middle}",
    )  # fmt: skip


def _forces(width: int, height: int) -> str:
    middle = height // 2
    return _FORCES.format(west=f"1_{middle}", east=f"{width - 2}_{middle}")


_SCENARIO = """\
# What the scenario is. `furat validate FOLDER` checks all files and names every mistake.
format: 1
id: {id}   # the name of the folder
{title}
kind: training   # or historical, counterfactual
start: 2000-01-01   # the first day is turn 1
end: 2000-01-10
summary:
  en: Two sides, one road, and a village in the middle.
  ar: طرفان وطريق واحدة وقرية في الوسط.

# In the order of play within a day. Colours: government, isil, sdf, a, b, c.
sides:
  - id: west
    name: {{en: Western force, ar: القوة الغربية}}
    colour: a
  - id: east
    name: {{en: Eastern force, ar: القوة الشرقية}}
    colour: b

# Sides are hostile unless something else is said here:
# relations:
#   - {{between: [west, east], are: neutral}}
"""

_MAP = """\
# The map. A hex is column_row, counted from 0_0 in the north-west; odd rows lie half a hex right.
width: {width}
height: {height}
hex_km: {hex_km}   # from flat to flat

# One letter for each hex; blanks do not count. The letters are those of the rules: d desert,
# h hills, f farmland, v village, s suburb, u urban, U dense_urban, i industrial, a airbase, b base,
# o oilgas. The legend may add others.
terrain:
  legend: {{}}
  rows: |
{ground}
# A river runs between two landmasses: give every hex one, and the water is on their border.
# landmass:
#   legend: {{W: west_bank, E: east_bank}}
#   rows: |
#     W W W E E E ...

# Who holds what at the start; . is nobody.
control:
  legend: {{W: west, E: east}}
  rows: |
{holders}
# People: 0 none, 1 few, 2 many, 3 a dense quarter.
population: |
{people}
# A road is a chain of neighbouring hexes: highway, road, street or track.
roads:
  - id: main_road
    name: {{en: Main road, ar: الطريق الرئيسية}}
    kind: road
    hexes: {road}

# What objectives, events and the reader call by name.
places:
  - id: village
    name: {{en: The village, ar: القرية}}
    kind: village
    hexes: {village}

# Areas off the map. A side draws supply from a box it holds, along roads from the entry hex.
boxes:
  - id: west_rear
    name: {{en: Western rear, ar: مؤخرة الغرب}}
    control: west
    supplies: [west]
  - id: east_rear
    name: {{en: Eastern rear, ar: مؤخرة الشرق}}
    control: east
    supplies: [east]
entries:
  - {{id: west_entry, name: {{en: Western road, ar: الطريق الغربية}}, hex: {west}, box: west_rear}}
  - {{id: east_entry, name: {{en: Eastern road, ar: الطريق الشرقية}}, hex: {east}, box: east_rear}}
"""

_FORCES = """\
# Who fights. A unit belongs to a formation, and by it to a side. Types are those of the rules:
# militia, infantry, motorised, mechanised, armour, assault, guard, engineer, garrison ...
formations:
  - id: w_brigade
    name: {{en: Western brigade, ar: اللواء الغربي}}
    side: west
  - id: e_brigade
    name: {{en: Eastern brigade, ar: اللواء الشرقي}}
    side: east

# `at` is a hex; `box` puts a unit off the map instead. With `arrives: 2000-01-03` it comes then.
units:
  - id: w_1
    name: {{en: 1st western battalion, ar: الكتيبة الغربية 1}}
    formation: w_brigade
    type: infantry
    steps: 3
    at: {west}
  - id: e_1
    name: {{en: 1st eastern battalion, ar: الكتيبة الشرقية 1}}
    formation: e_brigade
    type: infantry
    steps: 3
    at: {east}

# Points each day of a period: air and artillery. car_bombs, replacements and
# attacks come once.
support:
  - {{side: west, artillery: 1}}
"""

_OBJECTIVES = """\
# What is to be reached, by when. In full until `earliest`, less and less until `latest`.
objectives:
  - id: W1
    side: west
    name: {en: The village, ar: القرية}
    text:
      en: Take the village before the others have dug in.
      ar: سيطر على القرية قبل أن يتحصّن فيها الآخرون.
    places: [village]
    condition: all_hexes
    earliest: 2000-01-05
    latest: 2000-01-10
"""

_EVENTS = """\
# What happens by itself. Take the marks away from the lines below to try one.
events: []
# events:
#   - id: rain
#     title: {en: Rain, ar: مطر}
#     text: {en: The tracks are mud., ar: الدروب وحل.}
#     when: {on: 2000-01-03}
#     effects:
#       - {do: message}
"""

_BRIEFING = """\
# What is read before and after the battle.
briefing:
  - title: {en: The situation, ar: الوضع}
    text:
      en: The village lies between the lines. Nobody holds it yet.
      ar: تقع القرية بين الخطين، ولا يسيطر عليها أحد بعد.
questions:
  - {en: Who should have been first in the village?, ar: من كان ينبغي أن يسبق إلى القرية؟}
"""

_EXTENDING = """\
# This scenario starts from {parent} and holds only what differs. A file left out is taken over
# whole; in a file given, keys and items with a known id are changed, new ones added:
#
#   units:
#     - {{id: some_unit, at: 14_13}}      # in forces.yaml: only its place is another
#     - {{id: other_unit, remove: true}}  # not in this scenario
format: 1
id: {id}   # the name of the folder
extends: {parent}
{title}
kind: counterfactual   # or historical, training
"""
