"""Shifts of an attack, line by line (rules 3.3, 3.4)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.orders import Attack
from game.engine.rules.odds import sheet
from game.engine.rules.shifts import LINES, is_combined_arms
from game.engine.state import GameState, Supply
from tests.engine.small import at, game, rules_with, unit


def lines_of(state: GameState, *units: str, target: str = "1_0", **more: Any) -> dict[str, int]:
    """Name and value of every line of the sheet."""
    found = sheet(state, Attack(at(state, target), units, **more)).shifts
    return {shift.name: shift.value for shift in found}


def duel(
    kind: str = "infantry", foe: str = "infantry", ground: str = "d", **more: Any
) -> GameState:
    """`a` in 0_0 against `foe` in 1_0."""
    ours, theirs = more.pop("ours", {}), more.pop("theirs", {})
    return game(
        f"d{ground}d",
        [unit("a", 0, kind, "0_0", **ours), unit("foe", 1, foe, "1_0", **theirs),
         *more.pop("others", ())],
        **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ground", "shift"),
    [("d", 0), ("h", -1), ("f", -1), ("v", -1), ("s", -1), ("u", -2), ("U", -3), ("i", -2),
     ("r", -2), ("a", 0), ("b", -1), ("o", -1)],
)  # fmt: skip
def test_terrain(ground: str, shift: int) -> None:
    assert lines_of(duel(ground=ground), "a").get("terrain", 0) == shift


@pytest.mark.parametrize("level", [0, 1, 2])
def test_prepared_positions(level: int) -> None:
    assert lines_of(duel(works={"1_0": level}), "a").get("works", 0) == -level


@pytest.mark.parametrize(
    ("ground", "kinds", "combined"),
    [
        ("d", ("infantry", "armour"), True),
        ("d", ("infantry", "engineers"), False),
        ("d", ("armour",), False),
        ("d", ("mechanised",), True),
        ("d", ("bridging", "armour"), False),
        ("u", ("infantry", "armour"), True),
        ("U", ("infantry", "armour"), False),
        ("U", ("infantry", "engineers"), True),
        ("U", ("engineers",), True),
        ("r", ("infantry", "engineers"), True),
        ("r", ("infantry", "armour"), False),
    ],
)
def test_combined_arms(ground: str, kinds: tuple[str, ...], combined: bool) -> None:
    """Rule 3.4."""
    units = [unit(f"u{k}", 0, kind, "0_0") for k, kind in enumerate(kinds)]
    state = game(f"d{ground}", [*units, ("foe", 1, "infantry", "1_0")])
    order = Attack(1, tuple(u["id"] for u in units))
    assert is_combined_arms(state, sheet(state, order).assault) is combined
    assert lines_of(state, *order.units).get("combined_arms", 0) == int(combined)


@pytest.mark.parametrize(
    ("kind", "foe", "ground", "value"),
    [
        ("armour", "infantry", "d", 1), ("armour", "armour", "d", 0),
        ("armour", "mechanised", "d", 0), ("infantry", "infantry", "d", 0),
        ("mechanised", "infantry", "v", 1), ("armour", "infantry", "a", 1),
        ("armour", "infantry", "h", 0), ("armour", "infantry", "s", 0),
        ("armour", "infantry", "u", 0),
    ],
)  # fmt: skip
def test_armour_in_the_open(kind: str, foe: str, ground: str, value: int) -> None:
    assert lines_of(duel(kind, foe, ground), "a").get("armour", 0) == value


def test_armour_does_not_count_over_water() -> None:
    assert "armour" not in lines_of(duel("armour", channels=["0_0 1_0"]), "a")


def test_tanks_alone_in_the_old_quarters() -> None:
    assert lines_of(duel("armour", ground="U"), "a")["armour_alone"] == -2
    assert "armour_alone" not in lines_of(duel("mechanised", ground="U"), "a")
    assert "armour_alone" not in lines_of(duel("armour", ground="u"), "a")
    helped = duel("armour", ground="U", others=[unit("b", 0, "infantry", "0_0")])
    assert "armour_alone" not in lines_of(helped, "a", "b")


def test_the_lead_and_the_militia() -> None:
    pair = duel("assault", others=[unit("b", 0, "militia", "0_0")])
    assert lines_of(pair, "a", "b")["elite_lead"] == 1
    assert "elite_lead" not in lines_of(pair, "b", "a")
    assert lines_of(pair, "b")["militia_only"] == -1
    assert "militia_only" not in lines_of(pair, "a", "b")


@pytest.mark.parametrize(
    ("hexes", "value"),
    [
        (["1_1"], 0),
        (["1_1", "3_1"], 1),  # opposite
        (["2_0", "3_0"], 0),  # beside each other
        (["1_1", "3_0"], 0),  # one hex between them
        (["2_0", "3_1", "2_2"], 1),  # three sides
        (["1_1", "1_1", "2_0"], 0),  # two sides, three units
    ],
)
def test_concentric(hexes: list[str], value: int) -> None:
    """Around 2_1 lie, from the east: 3_1, 3_0, 2_0, 1_1, 2_2, 3_2."""
    state = game(
        "ddddd\n ddddd\nddddd",
        [*[unit(f"u{k}", 0, "militia", h) for k, h in enumerate(hexes)],
         unit("foe", 1, "infantry", "2_1")],
    )  # fmt: skip
    names = tuple(f"u{k}" for k in range(len(hexes)))
    assert lines_of(state, *names, target="2_1").get("concentric", 0) == value


@pytest.mark.parametrize(
    ("kinds", "water", "value"),
    [
        (("infantry",), "channel", -1),
        (("infantry",), "main", -3),
        (("infantry", "engineers"), "main", -1),
        (("infantry",), "bridge", -1),
        (("infantry",), "none", 0),
    ],
)
def test_water(kinds: tuple[str, ...], water: str, value: int) -> None:
    more: dict[str, Any] = {"channels": ["0_0 1_0"]} if water == "channel" else {}
    if water in ("main", "bridge"):
        kind, now = ("bridge", "intact") if water == "bridge" else ("pontoon_site", "open_site")
        more = {"landmass": "01", "crossings": [("x", kind, "0_0", "1_0", now)]}
    units = [unit(f"u{k}", 0, kind, "0_0") for k, kind in enumerate(kinds)]
    state = game("dd", [*units, ("foe", 1, "infantry", "1_0")], **more)
    assert lines_of(state, *(u["id"] for u in units)).get("water", 0) == value


def test_water_counts_when_half_the_strength_comes_over_it() -> None:
    units = [unit("wet", 0, "infantry", "0_0", 2), unit("dry", 0, "infantry", "2_0", 2),
             unit("more", 0, "militia", "2_0", 1), unit("foe", 1, "infantry", "1_0")]  # fmt: skip
    state = game("ddd", units, channels=["0_0 1_0"])
    assert lines_of(state, "wet", "dry")["water"] == -1
    assert "water" not in lines_of(state, "wet", "dry", "more")


def test_the_state_of_the_defenders() -> None:
    """Suppressed or isolated all of them, or it does not count."""
    assert lines_of(duel(theirs={"suppressed": 2}), "a")["defender_suppressed"] == 2
    assert "defender_suppressed" not in lines_of(duel(theirs={"suppressed": 1}), "a")
    cut = {"supply": Supply.ISOLATED}
    assert lines_of(duel(theirs=cut), "a")["defender_isolated"] == 1
    pair = duel(theirs=cut, others=[unit("two", 1, "infantry", "1_0")])
    assert "defender_isolated" not in lines_of(pair, "a")


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [(0, 0, 0), (0, 1, -1), (1, 1, -1), (1, 2, -2), (2, 0, -2)],
)
def test_the_worst_supplied_attacker_counts(first: int, second: int, value: int) -> None:
    state = duel(
        ours={"supply": Supply(first)},
        others=[unit("b", 0, "infantry", "0_0", supply=Supply(second))],
    )
    assert lines_of(state, "a", "b").get("attacker_supply", 0) == value


def test_a_belt_just_walked_into() -> None:
    """Rule 6.4."""
    assert lines_of(duel(ours={"on_belt": True}), "a")["belt"] == -1


def test_support_and_a_car_bomb() -> None:
    """Rules 4.2, 6.6."""
    state = duel(means={0: {"air": 3, "artillery": 3, "car_bombs": 1}})
    assert lines_of(state, "a", air=1)["support"] == 1
    assert lines_of(state, "a", air=3)["support"] == 2
    assert lines_of(state, "a", air=2, artillery=2)["support"] == 3
    assert lines_of(state, "a", car_bomb=True)["car_bomb"] == 2
    old = duel(ground="U", means={0: {"air": 3, "artillery": 3}})
    assert lines_of(old, "a", air=2, artillery=2)["support"] == 2


def test_leaders() -> None:
    """Rule 3.8."""
    chief = {"id": "chief", "side": "red", "unit": "a"}
    assert lines_of(duel(leaders=[chief]), "a")["leader"] == 1
    assert lines_of(duel(leaders=[{**chief, "lost_on": 1}], turn=5), "a")["leaderless"] == -1
    assert "leaderless" not in lines_of(duel(leaders=[{**chief, "lost_on": 1}], turn=6), "a")


def test_out_of_a_bridgehead_fed_by_a_pontoon() -> None:
    """Rule 6.2: all attackers are beyond it."""
    box = {"id": "rear", "start_control": 0, "sources": (0,), "entries": ("0_0",)}
    site = ("x", "pontoon_site", "1_0", "2_0", "pontoon")
    state = game(
        "ddddd", [("a", 0, "infantry", "3_0"), ("foe", 1, "infantry", "4_0")], landmass="00111",
        control="00001", roads=["0_0 1_0 2_0"], boxes=[box], crossings=[site],
    )  # fmt: skip
    assert lines_of(state, "a", target="4_0")["bridgehead"] == -1


@pytest.mark.parametrize(("cap", "net"), [(4, -4), (2, -2), (9, -6)])
def test_the_sum_is_cut_to_the_cap(cap: int, net: int) -> None:
    """Old quarters -3, prepared -2, militia only -1: -6 before the cap."""
    state = duel("militia", ground="U", works={"1_0": 2}, rules=rules_with(shifts={"cap": cap}))
    found = sheet(state, Attack(1, ("a",)))
    assert sum(s.value for s in found.shifts) == -6
    assert found.net == net


def test_the_lines_are_named_once_and_cite_a_rule() -> None:
    names = [name for name, _rule, _count in LINES]
    assert len(set(names)) == len(names)
    assert all(rule.count(".") == 1 for _name, rule, _count in LINES)
