"""Tiny games for tests, written as a few rows of letters.

    state = game(
        "dddd",
        units=[unit("tank", 0, "armour", "0_0"), ("lads", 1, "militia", "3_0", 2)],
        roads=["0_0 1_0 2_0"],
    )

Rows are lines of terrain letters (see the rules file); blanks in them are ignored, so odd rows
may be shoved in to look like the map. Hexes are labels (`"2_1"`) or indices, sides numbers or ids
(`red` 0, `blue` 1, with `neutral=True` also `grey` 2), units numbers or ids.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from game.engine.board import (
    NO_SIDE,
    NOWHERE,
    Board,
    Box,
    Crossing,
    CrossingKind,
    CrossingState,
    Place,
    River,
)
from game.engine.dice import Dice
from game.engine.forces import (
    Belt,
    Formation,
    Leader,
    OrderOfBattle,
    Relation,
    Side,
    SupportPeriod,
    Tunnel,
    UnitCard,
)
from game.engine.rulebook import MoveClass, Rulebook
from game.engine.scenario import Objective, Scenario, ScriptedEvent
from game.engine.state import (
    BeltNow,
    CrossingNow,
    GameState,
    LeaderNow,
    Losses,
    Means,
    ObjectiveNow,
    Status,
    TunnelNow,
    Unit,
)
from game.hexes import HexGrid, grid

RULES = Path(__file__).parents[2] / "scenarios" / "rules" / "standard.yaml"
SIDES = ("red", "blue", "grey")
Hex = str | int
Spec = Mapping[str, Any]

_CARD_FIELDS = ("name", "name_ar", "arrives", "echelon", "strength", "certainty", "sources", "note")


@lru_cache(maxsize=1)
def standard_rules() -> Rulebook:
    """The rules of the game as they are shipped."""
    document = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return TypeAdapter(Rulebook).validate_json(json.dumps(document))


def rules_with(**sections: Mapping[str, Any]) -> Rulebook:
    """The standard rules with some numbers changed: `rules_with(support={"air_cap": 1})`."""
    book = standard_rules()
    return replace(
        book, **{name: replace(getattr(book, name), **new) for name, new in sections.items()}
    )


def unit(
    id: str, side: int | str, type: str, hex: Hex = "", steps: int = 2, **fields: Any
) -> dict[str, Any]:
    """A unit of a small game.

    `fields` are those of `Unit` (suppressed, fresh, supply ...), of `UnitCard` (name, note ...),
    and `full` (steps at full strength, otherwise as now), `formation` (id), `box` (id or number).
    """
    return {"id": id, "side": side, "type": type, "hex": hex, "steps": steps, **fields}


def lines(rows: str) -> list[str]:
    """The rows of a small map, without blanks."""
    return [squeezed for line in rows.splitlines() if (squeezed := "".join(line.split()))]


def at(board: Board | HexGrid | GameState, where: Hex) -> int:
    """The index of a hex given by label or index."""
    if isinstance(where, int):
        return where
    if isinstance(board, GameState):
        board = board.scenario.board
    return (board.grid if isinstance(board, Board) else board).parse(where)


def number(state: GameState, unit_id: str) -> int:
    """The number of a unit."""
    return state.scenario.oob.unit_index[unit_id]


def now(state: Any, unit_id: str) -> Unit:
    """What a unit is like in a state or draft."""
    found: Unit = state.units[state.scenario.oob.unit_index[unit_id]]
    return found


def board_from(
    rows: str,
    landmass: str = "",
    *,
    roads: Sequence[str] = (),
    channels: Sequence[str] = (),
    crossings: Sequence[Spec | Sequence[Any]] = (),
    population: str = "",
    control: bytes = b"",
    places: Mapping[str, str] | Sequence[Place] = (),
    boxes: Sequence[Box | Spec] = (),
    hex_km: float = 0.5,
    rules: Rulebook | None = None,
) -> Board:
    """A board.

    `landmass`: rows of digits; the main river runs where two neighbours differ. `roads`: chains
    of labels. `channels`: pairs of labels. `crossings`: (id, kind, a, b, state[, owner]) or the
    same by name. `population`: rows of digits. `places`: id to labels. `boxes`: `Box` or its
    fields, of which only `id` is needed.
    """
    ground = lines(rows)
    net = grid(len(ground[0]), len(ground))
    letters = {t.letter: k for k, t in enumerate((rules or standard_rules()).terrains)}
    land = _digits(net, landmass)
    rivers = bytearray(6 * net.size)
    for edge, there in enumerate(net.adjacent):
        if there >= 0 and land[edge // 6] != land[there]:
            rivers[edge] = River.MAIN
    for pair in channels:
        a, b = (net.parse(label) for label in pair.split())
        for edge in _edges(net, a, b):
            rivers[edge] = River.CHANNEL
    paved = bytearray(6 * net.size)
    chains = []
    for k, chain in enumerate(roads):
        hexes = tuple(net.parse(label) for label in chain.split())
        chains.append((f"road {k}", "main", hexes))
        for a, b in pairwise(hexes):
            for edge in _edges(net, a, b):
                paved[edge] = 1
    sites = tuple(_crossing(net, spec) for spec in crossings)
    areas = tuple(
        [_place(net, name, text) for name, text in places.items()]
        if isinstance(places, Mapping)
        else places
    )
    outside = tuple(_box(net, spec) for spec in boxes)
    return Board(
        grid=net,
        hex_km=hex_km,
        terrain=bytes(letters[letter] for line in ground for letter in line),
        rivers=bytes(rivers),
        roads=bytes(paved),
        start_control=control or bytes([NO_SIDE]) * net.size,
        population=_digits(net, population),
        landmass=land,
        landmass_names=tuple(f"land {k}" for k in range(max(land) + 1)),
        road_chains=tuple(chains),
        crossings=sites,
        places=areas,
        boxes=outside,
        place_index={p.id: k for k, p in enumerate(areas)},
        crossing_index={c.id: k for k, c in enumerate(sites)},
        box_index={b.id: k for k, b in enumerate(outside)},
    )


def game(
    rows: str,
    units: Sequence[Spec | Sequence[Any]] = (),
    *,
    landmass: str = "",
    roads: Sequence[str] = (),
    channels: Sequence[str] = (),
    crossings: Sequence[Spec | Sequence[Any]] = (),
    population: str = "",
    control: str = "",
    places: Mapping[str, str] | Sequence[Place] = (),
    boxes: Sequence[Box | Spec] = (),
    neutral: bool = False,
    sides: Sequence[Side] = (),
    relations: tuple[tuple[Relation, ...], ...] = (),
    formations: Sequence[tuple[str, int | str]] = (),
    leaders: Sequence[Spec] = (),
    support: Sequence[SupportPeriod | Spec] = (),
    belts: Sequence[Sequence[Any]] = (),
    tunnels: Sequence[Sequence[Any]] = (),
    means: Mapping[int, Means | Spec] | None = None,
    works: Mapping[Hex, int] | None = None,
    rubble: Mapping[Hex, int] | None = None,
    events: Sequence[ScriptedEvent] = (),
    objectives: Sequence[Objective] = (),
    turns: int = 20,
    turn: int = 1,
    active: int | str = 0,
    seed: int = 1,
    start: str = "2017-09-14",
    rules: Rulebook | None = None,
    **fields: Any,
) -> GameState:
    """A game in progress; what is not named is as `board_from` has it, or empty.

    `units`: from `unit`, or (id, side, type, hex[, steps]). `control`: rows of side digits, `.`
    for nobody; without it a hex belongs to the side of the nearest unit (ties: lower number).
    `formations`: (id, side); each side has one of its own (`f0`, `f1` ...) besides.
    `leaders`: fields of `Leader`, with side and formation by id and `unit`, `lost_on` as now.
    `belts`: (id, hex, side[, BeltNow]). `tunnels`: (id, a, b, side[, TunnelNow]).
    `means`, `works`, `rubble`: by side, by hex. `fields`: fields of `GameState` to replace.
    """
    book = rules or standard_rules()
    camps = tuple(sides) or tuple(
        Side(name, name.title(), name, name) for name in SIDES[: 3 if neutral else 2]
    )
    camp_index = {s.id: k for k, s in enumerate(camps)}

    def camp(side: int | str) -> int:
        return side if isinstance(side, int) else camp_index[side]

    board = board_from(
        rows, landmass, roads=roads, channels=channels, crossings=crossings,
        population=population, places=places, boxes=boxes, rules=book,
    )  # fmt: skip
    groups = tuple(Formation(f"f{k}", f"f{k}", "", k) for k in range(len(camps))) + tuple(
        Formation(name, name, "", camp(side)) for name, side in formations
    )
    group_index = {f.id: k for k, f in enumerate(groups)}
    cards, counters = [], []
    for spec in units:
        card, counter = _unit(spec, board, book, camp, group_index)
        cards.append(card)
        counters.append(counter)
    held = (
        bytes(NO_SIDE if c == "." else int(c) for line in lines(control) for c in line)
        if control
        else _nearest(board.grid, cards, counters)
    )
    board = replace(board, start_control=held)
    unit_index = {c.id: k for k, c in enumerate(cards)}
    chiefs, chiefs_now = _leaders(leaders, camp, group_index, unit_index)
    mines = [(Belt(str(b[0]), at(board, b[1]), camp(b[2])), *b[3:]) for b in belts]
    holes = [(Tunnel(str(t[0]), at(board, t[1]), at(board, t[2]), camp(t[3])), *t[4:])
             for t in tunnels]  # fmt: skip
    ties = relations or tuple(tuple(_tie(a, b) for b in range(len(camps)))
                              for a in range(len(camps)))  # fmt: skip
    oob = OrderOfBattle(
        sides=camps,
        formations=groups,
        units=tuple(cards),
        leaders=tuple(chiefs),
        support=tuple(s if isinstance(s, SupportPeriod) else SupportPeriod(**s) for s in support),
        belts=tuple(m[0] for m in mines),
        tunnels=tuple(t[0] for t in holes),
        relations=ties,
        side_index=camp_index,
        unit_index=unit_index,
        formation_index=group_index,
        leader_index={x.id: k for k, x in enumerate(chiefs)},
    )
    scenario = Scenario(
        id="small", title="Small", turns=turns, start=start, board=board, rules=book, oob=oob,
        events=tuple(events), objectives=tuple(objectives),
        event_index={e.id: k for k, e in enumerate(events)},
    )  # fmt: skip
    given = means or {}
    state = GameState(
        scenario=scenario,
        turn=turn,
        active=camp(active),
        units=tuple(counters),
        control=held,
        works=_levels(board, works),
        rubble=_levels(board, rubble),
        population=board.population,
        crossings=tuple(CrossingNow(c.start) for c in board.crossings),
        belts=tuple(m[1] if len(m) > 1 else BeltNow() for m in mines),
        tunnels=tuple(t[1] if len(t) > 1 else TunnelNow() for t in holes),
        leaders=tuple(chiefs_now),
        boxes=bytes(b.start_control for b in board.boxes),
        relations=ties,
        means=tuple(
            m if isinstance(m := given.get(k, {}), Means) else Means(**m) for k in range(len(camps))
        ),
        harm=(),
        fired=(0,) * len(events),
        objectives=(ObjectiveNow(),) * len(objectives),
        agreements=(),
        offers=(),
        corridors=(),
        struck=(),
        boats_used=0,
        flags=(),
        losses=(Losses(),) * len(camps),
        decrees=0,
        ended=False,
        dice=Dice(seed),
    )
    return replace(state, **fields)


def _digits(net: HexGrid, rows: str) -> bytes:
    return bytes(int(c) for line in lines(rows) for c in line) if rows else bytes(net.size)


def _edges(net: HexGrid, a: int, b: int) -> tuple[int, int]:
    return 6 * a + net.direction(a, b), 6 * b + net.direction(b, a)


def _crossing(net: HexGrid, spec: Spec | Sequence[Any]) -> Crossing:
    if isinstance(spec, Mapping):
        spec = [spec["id"], spec["kind"], spec["a"], spec["b"], spec["state"],
                spec.get("owner", NO_SIDE)]  # fmt: skip
    name, kind, a, b, state, *owner = spec
    return Crossing(
        name, name, CrossingKind(kind), at(net, a), at(net, b), CrossingState(state), *owner
    )


def _place(net: HexGrid, name: str, text: str) -> Place:
    hexes = tuple(net.parse(label) for label in text.split())
    return Place(name, name, name, "district", hexes, hexes[0] if hexes else NOWHERE)


def _box(net: HexGrid, spec: Box | Spec) -> Box:
    if isinstance(spec, Box):
        return spec
    given = {"name": spec["id"], "name_ar": "", "entries": (), "entry_days": 0, "links": (),
             "start_control": NO_SIDE, **spec}  # fmt: skip
    given["entries"] = tuple(at(net, h) for h in given["entries"])
    return Box(**given)


def _unit(
    spec: Spec | Sequence[Any], board: Board, book: Rulebook, camp: Any, groups: dict[str, int]
) -> tuple[UnitCard, Unit]:
    given = dict(spec) if isinstance(spec, Mapping) else unit(*spec)
    types = {t.id: k for k, t in enumerate(book.unit_types)}
    name, side, kind = given.pop("id"), camp(given.pop("side")), types[given.pop("type")]
    where, steps = given.pop("hex", ""), given.pop("steps", 2)
    here = NOWHERE if where == "" else at(board, where)
    box = given.pop("box", NOWHERE)
    box = board.box_index[box] if isinstance(box, str) else box
    full = given.pop("full", steps)
    group = groups[given.pop("formation", f"f{side}")]
    card = {key: given.pop(key) for key in _CARD_FIELDS if key in given}
    status = Status.ON_MAP if here >= 0 else Status.IN_BOX if box >= 0 else Status.WAITING
    moves = {MoveClass.LEG: book.movement.leg, MoveClass.MOTOR: book.movement.motor,
             MoveClass.TRACKED: book.movement.tracked, MoveClass.STATIC: 0}  # fmt: skip
    counter = {"status": status, "at": here, "box": box, "steps": steps,
               "mp": 2 * moves[book.unit_types[kind].moves], **given}  # fmt: skip
    return (
        UnitCard(
            id=name, side=side, type=kind, formation=group, steps=full, start_steps=steps,
            hex=here, box=box, hidden=counter.get("hidden", False),
            stand_fast=counter.get("stand_fast", False),
            **{"name": name, "name_ar": "", **card},
        ),
        Unit(**counter),
    )  # fmt: skip


def _nearest(net: HexGrid, cards: Sequence[UnitCard], units: Sequence[Unit]) -> bytes:
    posts = [(u.at, c.side) for c, u in zip(cards, units, strict=True) if u.status is Status.ON_MAP]
    if not posts:
        return bytes([NO_SIDE]) * net.size
    return bytes(
        min((net.distance(h, post), side) for post, side in posts)[1] for h in range(net.size)
    )


def _leaders(
    specs: Sequence[Spec], camp: Any, groups: dict[str, int], units: dict[str, int]
) -> tuple[list[Leader], list[LeaderNow]]:
    cards, present = [], []
    for spec in specs:
        given = dict(spec)
        lost_on = given.pop("lost_on", 0)
        side = camp(given.pop("side"))
        formation = groups[given.pop("formation", f"f{side}")]
        card = Leader(
            side=side,
            formation=formation,
            **{"name": given["id"], "name_ar": "", "unit": "", **given},
        )
        cards.append(card)
        with_unit = NOWHERE if lost_on else units.get(card.unit, NOWHERE)
        present.append(LeaderNow(with_unit, lost_on))
    return cards, present


def _levels(board: Board, levels: Mapping[Hex, int] | None) -> bytes:
    found = bytearray(board.grid.size)
    for where, level in (levels or {}).items():
        found[at(board, where)] = level
    return bytes(found)


def _tie(a: int, b: int) -> Relation:
    if a == b:
        return Relation.ALLIED
    return Relation.NEUTRAL if 2 in (a, b) else Relation.HOSTILE
