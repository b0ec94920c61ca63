"""Tunnels (rule 6.5)."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import MoveStopped, TunnelCollapsed, TunnelFound, UnitMoved
from game.engine.orders import Attack, CollapseTunnel, Recorded, TunnelMove
from game.engine.refusal import Refusal
from game.engine.rules.tunnels import (
    do_collapse,
    do_tunnel_move,
    use_tunnel,
    why_illegal_collapse,
    why_illegal_tunnel_move,
    why_not_through,
)
from game.engine.state import GameState, TunnelNow
from tests.engine.small import game, now, unit

FAR = unit("foe", 0, "infantry", "5_0")


def dug(*others: Any, tunnel: TunnelNow | None = None, **fields: Any) -> GameState:
    rat = unit(**{"id": "rat", "side": 1, "type": "fighters", "hex": "0_0", **fields})
    return game(
        "uuuuuu", [rat, *(others or (FAR,))], active=1, control="110000", turn=5,
        tunnels=[("t", "0_0", "3_0", 1, tunnel or TunnelNow()), ("gov", "1_0", "4_0", 0)],
    )  # fmt: skip


def test_a_unit_comes_up_at_the_other_end() -> None:
    d = Draft(dug(unit("wall", 0, "infantry", "1_0"), FAR))
    order = TunnelMove("rat", "t")
    assert why_illegal_tunnel_move(d, order) is None
    do_tunnel_move(d, order)
    rat = now(d, "rat")
    assert (rat.at, rat.mp, rat.fresh) == (3, 0, False)
    assert d.control[3] == 1
    assert d.tunnels[0] == TunnelNow(known=True, used_on=5)
    assert TunnelFound(0) in d.events
    assert UnitMoved(0, (0, 3), 12, "tunnel") in d.events


def test_an_unseen_enemy_at_the_exit_keeps_the_unit_back() -> None:
    d = Draft(dug(unit("ambush", 0, "infantry", "3_0", hidden=True)))
    order = TunnelMove("rat", "t")
    assert why_illegal_tunnel_move(d, order) is None
    do_tunnel_move(d, order)
    assert (now(d, "rat").at, now(d, "rat").mp) == (0, 0)
    assert not now(d, "ambush").hidden
    assert d.events[-1] == MoveStopped(0, 0, "hidden enemy")


@pytest.mark.parametrize(
    ("state", "tunnel", "code"),
    [
        (dug(), "none", Refusal.UNKNOWN),
        (dug(), "gov", Refusal.NOT_YOURS),
        (dug(tunnel=TunnelNow(gone=True)), "t", Refusal.WRONG_KIND),
        (dug(tunnel=TunnelNow(used_on=3)), "t", Refusal.SPENT),
        (dug(mp=0), "t", Refusal.SPENT),
        (dug(fought=True), "t", Refusal.SPENT),
        (dug(suppressed=2), "t", Refusal.SUPPRESSED),
        (dug(hex="1_0"), "t", Refusal.NOT_HERE),
        (dug(type="raiders"), "t", Refusal.WRONG_KIND),
        (dug(unit("foe", 0, "infantry", "3_0")), "t", Refusal.ENEMY_THERE),
        (dug(FAR, unit("crowd", 1, "fighters", "3_0", 7)), "t", Refusal.STACKING),
    ],
)
def test_what_a_tunnel_does_not_allow(state: GameState, tunnel: str, code: Refusal) -> None:
    refused = why_illegal_tunnel_move(state, TunnelMove("rat", tunnel))
    assert refused is not None
    assert refused.code is code


def test_a_tunnel_rests_between_two_uses() -> None:
    assert why_illegal_tunnel_move(dug(tunnel=TunnelNow(used_on=2)), TunnelMove("rat", "t")) is None


def test_attacks_through_a_tunnel() -> None:
    """One on foot from an end; the rest do so too, or stand beside the target."""
    pal, near = unit("pal", 1, "fighters", "1_0"), unit("near", 1, "raiders", "5_0")
    p = dug(unit("foe", 0, "infantry", "4_0"), pal, near)
    rat, friend, cars = 0, 2, 3
    assert why_not_through(p, [rat], 3, "t") is None
    assert why_not_through(p, [rat], 4, "t") is None
    assert why_not_through(p, [rat, cars], 4, "t") is None
    for units, target, tunnel, code in (
        ([friend], 3, "t", Refusal.NOT_HERE),
        ([rat], 5, "t", Refusal.NOT_ADJACENT),
        ([rat, friend], 4, "t", Refusal.NOT_ADJACENT),
        ([rat], 3, "none", Refusal.UNKNOWN),
        ([friend], 4, "gov", Refusal.NOT_YOURS),
    ):
        refused = why_not_through(p, units, target, tunnel)
        assert refused is not None
        assert refused.code is code


def test_only_foot_comes_out_of_a_tunnel() -> None:
    """Wheels at its end stay there, unless the target lies beside them."""
    cars = unit("cars", 1, "raiders", "0_0")
    p = dug(unit("foe", 0, "infantry", "3_0"), cars)
    assert why_not_through(p, [0], 3, "t") is None
    for units in ([2], [0, 2]):
        refused = why_not_through(p, units, 3, "t")
        assert refused is not None
        assert refused.code is Refusal.WRONG_KIND


def test_whoever_came_through_may_advance() -> None:
    """Rule 3.7: into the hex attacked, though he did not stand beside it."""
    p = dug(unit("foe", 0, "militia", "3_0", 1), steps=6)
    order = Recorded(
        Attack(3, ("rat",), tunnel="t", advance=("rat",)), (Fixed(Purpose.ATTACK, "", 12),)
    )
    after, events = apply(replace(p, recorded=True), order)
    assert now(after, "rat").at == 3
    assert UnitMoved(0, (0, 3), 0, "advance") in events


def test_using_a_known_tunnel_finds_nothing_new() -> None:
    d = Draft(dug(tunnel=TunnelNow(known=True)))
    use_tunnel(d, "t")
    assert d.events == []
    assert d.tunnels[0].used_on == 5


def sappers(roll: int = 4, known: bool = True, at: str = "1_0") -> GameState:
    p = game(
        "uuuuuu", [("eng", 0, "engineers", at), ("foot", 0, "infantry", at)],
        tunnels=[("t", "0_0", "5_0", 1, TunnelNow(known=known))],
    )  # fmt: skip
    return replace(p, dice=Dice(1, fixed=(Fixed(Purpose.COLLAPSE, "t", roll),)))


@pytest.mark.parametrize(("roll", "gone"), [(3, False), (4, True)])
def test_engineers_collapse_a_tunnel(roll: int, gone: bool) -> None:
    d = Draft(sappers(roll))
    order = CollapseTunnel("eng", "t")
    assert why_illegal_collapse(d, order) is None
    do_collapse(d, order)
    assert d.tunnels[0].gone is gone
    assert (TunnelCollapsed(0) in d.events) is gone
    assert not now(d, "eng").fresh
    assert why_illegal_collapse(d, order) is not None


@pytest.mark.parametrize(
    ("state", "who", "code"),
    [
        (sappers(), "foot", Refusal.WRONG_KIND),
        (sappers(known=False), "eng", Refusal.UNKNOWN),
        (sappers(at="3_0"), "eng", Refusal.NOT_ADJACENT),
    ],
)
def test_who_cannot_collapse_it(state: GameState, who: str, code: Refusal) -> None:
    refused = why_illegal_collapse(state, CollapseTunnel(who, "t"))
    assert refused is not None
    assert refused.code is code
