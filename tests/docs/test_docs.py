"""The documents agree with the program: rule numbers, places in the code, numbers, examples."""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.engine.apply import apply
from game.engine.dice import chance_at_least, ways
from game.engine.draft import Draft
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.order_text import VERBS, read
from game.engine.orders import Attack, Decree, EndTurn
from game.engine.rules.civilians import risk
from game.engine.rules.effects import EFFECTS
from game.engine.rules.isolation import check_supply
from game.engine.rules.odds import odds, sheet
from game.engine.rules.supply import source_hexes, supplied_units
from game.engine.rules.surrender import modifiers, target
from game.engine.scenario import Effect, Scenario
from game.engine.state import GameState, Offer, Supply
from game.hexes import hops
from game.scenario.compile.effects import MAY, NEEDS
from game.scenario.package import load_scenario

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
SECTIONS = set(re.findall(r"^#{2,3} (\d+(?:\.\d+)?) ", RULES, re.MULTILINE))

Rows = list[list[str]]


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return load_scenario("deir_ez_zor_2017")


@lru_cache(maxsize=1)
def standard() -> dict[str, Any]:
    text = (ROOT / "scenarios" / "rules" / "standard.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = yaml.safe_load(text)
    return document


def table(mark: str) -> Rows:
    """Cells of the table after an HTML comment, header first."""
    _, _, after = RULES.partition(f"<!-- {mark} -->\n")
    assert after, f"no table is marked {mark}"
    rows: Rows = []
    for line in after.splitlines():
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    del rows[1]
    return rows


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# --- rule numbers ---------------------------------------------------------------------------

_NUMBER = r"\d+\.\d+"
_PROSE = re.compile(rf"rules? ((?:{_NUMBER}|\d+)(?:(?:, | and | to |-|, and ){_NUMBER})*)")


def cited(path: Path) -> Iterator[str]:
    """Rule numbers a module names: in prose, in `rule = "..."`, and as bare texts like "3.3"."""
    text = path.read_text(encoding="utf-8")
    for found in _PROSE.findall(text):
        numbers = re.findall(r"\d+(?:\.\d+)?", found)
        yield from numbers
        for low, high in re.findall(rf"({_NUMBER})(?: to |-)({_NUMBER})", found):
            chapter, first = low.split(".")
            yield from (f"{chapter}.{n}" for n in range(int(first), int(high.split(".")[1]) + 1))
    if "/engine/" in path.as_posix():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if re.fullmatch(r"\d\.\d", node.value):
                yield node.value


@pytest.mark.parametrize(
    "path", sorted((ROOT / "game").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_cited_rule_is_a_section(path: Path) -> None:
    assert set(cited(path)) <= SECTIONS


def test_sections_follow_each_other() -> None:
    numbers = re.findall(r"^#{2,3} (\d+(?:\.\d+)?) ", RULES, re.MULTILINE)
    assert len(numbers) == len(set(numbers))
    assert [tuple(map(int, n.split("."))) for n in numbers] == sorted(
        tuple(map(int, n.split("."))) for n in numbers
    )
    assert numbers[-1] == "10"


def test_sections_named_in_the_documents_exist() -> None:
    for path in DOCS:
        text = path.read_text(encoding="utf-8")
        named = re.findall(r"\((?:rule )?(\d\.\d)(?:, (\d\.\d))*[);,]", text)
        found = {n for pair in named for n in pair if n}
        found |= set(re.findall(r"[Rr]ule (\d+\.\d+)", text))
        assert found <= SECTIONS, path.name


# --- places in the code ---------------------------------------------------------------------


@pytest.mark.parametrize("path", DOCS, ids=lambda p: p.name)
def test_named_files_and_names_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name, member in re.findall(
        r"`((?:game|tests|scenarios)/[\w/.]+\.(?:py|yaml))(?::(\w+))?`", text
    ):
        if name.startswith("scenarios/mine"):
            continue
        assert (ROOT / name).is_file(), name
        if member:
            assert member in _defined(ROOT / name), f"{name}:{member}"


@lru_cache
def _defined(path: Path) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        names.update(t.id for t in targets if isinstance(t, ast.Name))
    return frozenset(names)


def test_functions_of_the_reading_list_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, reading = text.partition("## Five minutes of reading")
    reading, _, _ = reading.partition("\n## ")
    for line in reading.splitlines():
        modules = re.findall(r"`(game/[\w/]+\.py)(?::\w+)?`", line)
        known = frozenset().union(*(_defined(ROOT / name) for name in modules))
        loose = set(re.findall(r"`([a-z_]+)`", line))
        assert loose <= known, line


@pytest.mark.parametrize("path", DOCS, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)]+)\)", text):
        name, _, anchor = link.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.is_file(), link
        if anchor:
            heads = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {_anchor(head) for head in heads}, link


def _anchor(head: str) -> str:
    return re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")


def test_every_decision_is_reachable() -> None:
    together = "".join(p.read_text(encoding="utf-8") for p in DOCS)
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        assert path.name in together, path.name


# --- numbers --------------------------------------------------------------------------------

_SCALARS = [k for k, v in standard().items() if isinstance(v, dict) and k != "grades"]


@pytest.mark.parametrize("section", _SCALARS)
def test_numbers_of_a_section(section: str) -> None:
    shown = {}
    for row in table(f"numbers: {section}")[1:]:
        shown[code(row[-2])[0]] = int(row[-1])
    assert shown == standard()[section]


def test_numbers_of_terrain() -> None:
    found = []
    for _name, ident, leg, vehicle, shift, *marks, ruins in table("numbers: terrains")[1:]:
        numbers = (int(leg), int(vehicle), int(shift))
        found.append((code(ident)[0], *numbers, *map(bool, marks), ruins))
    keys = ("built_up", "dense", "armour_counts", "needs_engineers", "streets", "conceals")
    assert found == [
        (t["id"], t["leg"], t["vehicle"], t["shift"], *(t.get(key, False) for key in keys),
         t.get("rubble_to", ""))
        for t in standard()["terrains"]
    ]  # fmt: skip


def test_numbers_of_unit_types() -> None:
    found = [
        (code(a)[0], b, int(c), int(d), e.split(", ")) for a, b, c, d, e in
        table("numbers: unit_types")[1:]
    ]  # fmt: skip
    assert found == [
        (t["id"], t["moves"], t["factor"], t.get("morale", 0), t["traits"])
        for t in standard()["unit_types"]
    ]


def test_numbers_of_the_odds() -> None:
    head, values = table("numbers: odds")
    rows = standard()["odds"]
    assert head[1:] == [f"{r['attack']}:{r['defence']}" for r in rows[:-1]] + ["less"]
    assert [int(v) for v in values[1:]] == [r["value"] for r in rows]


def test_numbers_of_the_strip() -> None:
    head, results = table("numbers: strip")
    tops = [int(re.findall(r"\d+", cell)[-1]) for cell in head[1:-1]]
    rows = standard()["strip"]
    assert tops == [r["upto"] for r in rows[:-1]]
    assert results[1:] == [r["code"] for r in rows]


def test_numbers_of_the_grades() -> None:
    rows = table("numbers: grades")
    assert rows[0][2:] == standard()["grades"]["names"]
    for row in rows[1:]:
        assert [int(v) for v in row[2:-1]] == standard()["grades"][code(row[1])[0]]


def test_average_losses() -> None:
    head, attacker, defender, retreat = table("computed: expectation")
    strip = scenario().rules.strip
    for column, shift in enumerate(map(int, head[1:]), start=1):
        cells = [
            (cases, next(c for c in strip if roll + shift <= c.upto))
            for roll, cases in ways(2, 6).items()
        ]
        lost = sum(n * c.attacker_loss for n, c in cells) / 36
        taken = sum(n * c.defender_loss for n, c in cells) / 36
        assert attacker[column] == f"{lost:.2f}"
        assert defender[column] == f"{taken:.2f}"
        assert int(retreat[column]) == sum(n for n, c in cells if c.retreat)


def test_effects_and_their_keys() -> None:
    shown, besides = {}, {}
    for do, needs, may, _text in table("effects")[1:]:
        keys = [part.strip("` ") for part in needs.split(",")]
        shown[code(do)[0]] = tuple(key for key in keys if key)
        if code(may):
            besides[code(do)[0]] = tuple(code(may))
    assert shown == NEEDS
    assert besides == MAY
    assert set(shown) == set(EFFECTS)


# --- the order language ---------------------------------------------------------------------


def orders() -> Rows:
    return table("orders")[1:]


@pytest.mark.parametrize("row", orders(), ids=lambda row: code(row[-1])[0])
def test_example_orders_can_be_read(row: list[str]) -> None:
    example = code(row[-1])[0]
    assert example.split()[0] == code(row[0])[0].split()[0]
    read(scenario(), example)
    assert row[-2] in SECTIONS


def test_every_verb_has_an_example() -> None:
    assert {code(row[-1])[0].split()[0] for row in orders()} == set(VERBS)


# --- worked examples ------------------------------------------------------------------------


def _hex(label: str) -> int:
    return scenario().board.grid.parse(label)


def _place(unit: str, label: str) -> Effect:
    return Effect("place_unit", unit=unit, hexes=(_hex(label),))


def _attack() -> tuple[GameState, Attack]:
    state, _ = new_game(scenario(), recorded=True)
    state, _ = apply(state, read(scenario(), "dig i_city_3"))
    state, _ = apply(state, EndTurn())
    there = (_place("tig_1", "24_28"), _place("mine", "24_28"), _place("rg_2", "23_26"))
    state, _ = apply(state, Decree("an example", there))
    _, _, after = RULES.partition("<!-- example: attack -->\n```\n")
    order = read(scenario(), after.partition("\n")[0])
    assert isinstance(order, Attack)
    assert why_illegal(state, order) is None
    return state, order


def test_the_odds_sheet() -> None:
    state, order = _attack()
    line = sheet(state, order)
    shown = {row[0]: (row[1], row[2]) for row in table("example: sheet")[1:]}
    assert shown.pop("strength") == (f"{line.attack} : {line.defence}", "3.2")
    assert shown.pop("odds") == (f"{line.value:+d}", "3.2")
    assert shown.pop("shifts") == (f"{line.net:+d}", "3.3")
    assert shown == {s.name: (f"{s.value:+d}", s.rule) for s in line.shifts}
    assert risk(state, order.target) == (10, 36)


def test_the_odds_of_the_example() -> None:
    state, order = _attack()
    line = sheet(state, order)
    rolls, cases, totals, results = (row[1:] for row in table("example: odds"))
    outcomes = odds(state, order)
    assert [int(r) for r in rolls] == [o.roll for o in outcomes]
    assert [int(c) for c in cases] == [o.cases for o in outcomes]
    assert [int(t) for t in totals] == [o.roll + line.value + line.net for o in outcomes]
    assert results == [o.cell.code for o in outcomes]


def test_the_supply_example() -> None:
    state, _ = new_game(scenario())
    index, side = scenario().oob.unit_index, 1
    assert {index["b137_g"], index["b137_1"]} <= supplied_units(state, side)
    garrison, battalion = (state.units[index[u]].at for u in ("b137_g", "b137_1"))
    assert (garrison, battalion) == (_hex("1_29"), _hex("11_26"))
    assert _hex("0_42") in source_hexes(state, side)
    chains = scenario().board.road_chains
    track = next(hexes for name, _, hexes in chains if name.startswith("Track, 137th"))
    road = next(hexes for name, _, hexes in chains if name.startswith("M20"))
    assert garrison in track
    assert set(track) & set(road) == {_hex("6_37")}
    everywhere = bytes([1]) * scenario().board.grid.size
    assert hops(scenario().board.grid, list(road), 20, everywhere)[battalion] == 6

    cut = _without(track)
    state, _ = new_game(replace(scenario(), board=replace(scenario().board, roads=cut)))
    draft = Draft(state)
    check_supply(draft, side)
    assert draft.units[index["b137_g"]].supply is Supply.LOW
    check_supply(draft, side)
    assert draft.units[index["b137_g"]].supply is Supply.ISOLATED


def _without(chain: tuple[int, ...]) -> bytes:
    board = scenario().board
    roads = bytearray(board.roads)
    for a, b in pairwise(chain):
        way = board.grid.direction(a, b)
        roads[6 * a + way] = roads[6 * b + (way + 3) % 6] = 0
    return bytes(roads)


def test_the_surrender_example() -> None:
    state, _ = new_game(scenario())
    post = scenario().oob.unit_index["i_kati"]
    units = list(state.units)
    units[post] = replace(units[post], supply=Supply.ISOLATED, cut_days=30)
    state = replace(state, units=tuple(units))
    assert [s.value for s in modifiers(state, post)] == [5, 1, -5]
    assert target(state, post) == 10
    assert chance_at_least(10, 2, 6) == (6, 36)
    state = replace(state, offers=(Offer(1, units[post].at, state.turn),))
    assert target(state, post) == 8
    assert chance_at_least(8, 2, 6) == (15, 36)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_risk_to_civilians(level: int) -> None:
    state, _ = new_game(scenario())
    h = _hex("23_27")
    people = bytearray(state.population)
    people[h] = level
    cases, _all = risk(replace(state, population=bytes(people)), h)
    assert f"level {level} {cases} in 36" in RULES


# --- the other documents --------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [p for p in DOCS if ">>>" in p.read_text(encoding="utf-8")], ids=lambda p: p.name
)
def test_python_examples(path: Path) -> None:
    failed, tried = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert tried > 0
    assert failed == 0


def test_inferred_roads_feed_who_the_decision_says() -> None:
    text = next((ROOT / "docs" / "decisions").glob("0009-*.md")).read_text(encoding="utf-8")
    document = yaml.safe_load(
        (ROOT / "scenarios" / "deir_ez_zor_2017" / "map.yaml").read_text(encoding="utf-8")
    )
    roads = {road["id"]: road["hexes"] for road in document["roads"]}
    names = [c.id for c in scenario().oob.units]
    always = _cut_off(scenario())
    for line in re.findall(r"^\| `.*$", text, re.MULTILINE):
        ident, _why, without = (cell.strip() for cell in line.strip("|").split("|"))
        chain = tuple(map(_hex, roads[code(ident)[0]].split()))
        board = replace(scenario().board, roads=_without(chain))
        fallen = _cut_off(replace(scenario(), board=board)) - always
        first, *rest = code(without) or [""]
        if " to " in without and rest:
            low, high = names.index(first), names.index(rest[-1])
            said = set(names[low : high + 1])
        else:
            said = {n for n in (first, *rest) if n}
        assert fallen == said, ident


def _cut_off(game: Scenario) -> set[str]:
    state, _ = new_game(game)
    found: set[str] = set()
    for side in range(len(game.oob.sides)):
        fed = supplied_units(state, side)
        found.update(
            card.id
            for number, card in enumerate(game.oob.units)
            if card.side == side and state.units[number].at >= 0 and number not in fed
        )
    return found


def test_glossary_has_both_languages() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)[1:]
    rows = [row for row in rows if not set(row[0]) <= {"-"}]
    assert len(rows) >= 60
    for term, arabic, meaning in rows:
        assert re.search("[\u0600-\u06ff]", arabic), term
        assert len(meaning) < 110, term
    assert [r[0].lower() for r in rows] == sorted(r[0].lower() for r in rows)


def test_every_warning_is_in_the_table() -> None:
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    _, _, after = text.partition("| Code | What is warned of |\n|---|---|\n")
    rows = after.partition("\n\n")[0].splitlines()
    shown = {name for row in rows for name in code(row.split("|")[1])}
    modules = [*(ROOT / "game" / "scenario" / "warnings").glob("*.py")]
    modules.append(ROOT / "game" / "history" / "rehearsal.py")
    told = "".join(path.read_text(encoding="utf-8") for path in modules)
    assert {name for name in shown if f'"{name}"' in told} == shown
    given = re.findall(r'warn\(\s*"([\w-]+)"', told) + re.findall(r'tell\(.*"([\w-]+)"\)', told)
    assert set(given) <= shown
