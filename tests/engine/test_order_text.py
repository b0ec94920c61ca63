"""Written orders: what is written can be read back, and mistakes are met with help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.dice import Fixed, Purpose
from game.engine.order_text import VERBS, OrderSyntaxError, read, write
from game.engine.orders import (
    AttachLeader,
    Attack,
    AttackBox,
    Bombard,
    BuildCrossing,
    ClaimBox,
    ClearBelt,
    CollapseTunnel,
    Convoy,
    CrossRiver,
    Decree,
    DemolishCrossing,
    DigIn,
    EndTurn,
    EnterMap,
    HandOver,
    Hold,
    LayDown,
    LeaveBattle,
    LeaveMap,
    Move,
    NextDay,
    OfferTerms,
    OpenCorridor,
    OperationalMove,
    Order,
    Recorded,
    Refit,
    StandFast,
    StrikeCrossing,
    TravelBox,
    TunnelMove,
    Withdraw,
)
from tests.engine.small import game, unit

STATE = game(
    "dddd\ndddd\ndddd",
    [
        unit("tig_1", 0, "armour", "0_0"),
        unit("tig_2", 0, "assault", "1_0"),
        unit("pmp", 0, "bridging", "0_1"),
        unit("isil_1", 1, "fighters", "3_2"),
    ],
    crossings=[("ford", "pontoon_site", "0_0", "1_0", "open_site")],
    places={"hamidiyah": "1_1 2_1", "west_5683": "3_0"},
    boxes=[{"id": "mayadin"}, {"id": "palmyra"}],
    tunnels=[("saqr_tunnel", "2_2", "3_2", 1)],
    leaders=[{"id": "zahr", "side": 0, "unit": "tig_1"}],
)
SCENARIO = STATE.scenario
HEXES = st.integers(0, SCENARIO.board.grid.size - 1)
UNITS = st.sampled_from(["tig_1", "tig_2", "pmp", "isil_1"])
GROUPS = st.lists(UNITS, min_size=1, max_size=4).map(tuple)
BOXES = st.sampled_from(["mayadin", "palmyra"])
CROSSINGS = st.just("ford")
TUNNELS = st.just("saqr_tunnel")
PLACES = st.sampled_from(["hamidiyah", "west_5683"])
SIDES = st.sampled_from(["red", "blue"])
POINTS = st.integers(0, 9)

READABLE = st.one_of(
    st.builds(Move, UNITS, HEXES, st.lists(HEXES, max_size=3).map(tuple)),
    st.builds(OperationalMove, UNITS, HEXES),
    st.builds(CrossRiver, UNITS, HEXES),
    st.builds(
        Attack, HEXES, GROUPS, air=POINTS, artillery=POINTS, car_bomb=st.booleans(),
        tunnel=st.just("") | TUNNELS, advance=st.just(()) | GROUPS,
    ),
    st.builds(Bombard, HEXES, POINTS, POINTS),
    st.builds(StrikeCrossing, CROSSINGS, POINTS, POINTS),
    st.builds(DigIn, UNITS),
    st.builds(StandFast, UNITS, st.booleans()),
    st.builds(BuildCrossing, UNITS, CROSSINGS),
    st.builds(DemolishCrossing, UNITS, CROSSINGS),
    st.builds(ClearBelt, UNITS, HEXES),
    st.builds(CollapseTunnel, UNITS, TUNNELS),
    st.builds(TunnelMove, UNITS, TUNNELS),
    st.builds(Withdraw, UNITS, HEXES),
    st.builds(Withdraw, UNITS, box=BOXES),
    st.builds(HandOver, PLACES, SIDES, st.just("") | BOXES),
    st.builds(OfferTerms, HEXES),
    st.builds(LayDown, UNITS),
    st.builds(OpenCorridor, HEXES),
    st.builds(Convoy, PLACES),
    st.builds(EnterMap, UNITS, HEXES),
    st.builds(LeaveMap, UNITS, BOXES),
    st.builds(TravelBox, UNITS, BOXES),
    st.builds(AttackBox, BOXES, GROUPS, POINTS),
    st.builds(ClaimBox, BOXES),
    st.builds(LeaveBattle, UNITS),
    st.builds(Refit, UNITS),
    st.builds(AttachLeader, st.just("zahr"), UNITS),
    st.builds(Hold, UNITS),
    st.just(EndTurn()),
    st.just(NextDay()),
)  # fmt: skip


@given(READABLE)
def test_what_is_written_can_be_read_back(order: Order) -> None:
    text = write(SCENARIO, order)
    assert "\n" not in text
    assert text.split()[0] in VERBS
    assert read(SCENARIO, text) == order
    assert read(SCENARIO, f"  {text.replace(' ', '   ')} ") == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("move tig_1 3_0", Move("tig_1", 3)),
        ("move tig_1 3_0 via 1_0 2_0", Move("tig_1", 3, (1, 2))),
        ("march tig_1 3_0", OperationalMove("tig_1", 3)),
        ("boat isil_1 2_2", CrossRiver("isil_1", 10)),
        (
            "attack 3_2 with tig_1 tig_2 air 1 artillery 2 advance tig_1",
            Attack(11, ("tig_1", "tig_2"), 1, 2, ("tig_1",)),
        ),
        (
            "attack 0_0 with isil_1 tunnel saqr_tunnel car bomb",
            Attack(0, ("isil_1",), car_bomb=True, tunnel="saqr_tunnel"),
        ),
        ("bombard 3_2 artillery 1", Bombard(11, 0, 1)),
        ("strike ford air 1", StrikeCrossing("ford", 1)),
        ("stand isil_1", StandFast("isil_1", True)),
        ("yield isil_1", StandFast("isil_1", False)),
        ("build ford with pmp", BuildCrossing("pmp", "ford")),
        ("clear 1_1 with pmp", ClearBelt("pmp", 5)),
        ("tunnel isil_1 saqr_tunnel", TunnelMove("isil_1", "saqr_tunnel")),
        ("withdraw isil_1 2_2", Withdraw("isil_1", 10)),
        ("withdraw isil_1 box mayadin", Withdraw("isil_1", box="mayadin")),
        ("hand hamidiyah to red box mayadin", HandOver("hamidiyah", "red", "mayadin")),
        ("lay down isil_1", LayDown("isil_1")),
        ("attack box mayadin with tig_1 air 2", AttackBox("mayadin", ("tig_1",), 2)),
        ("claim box mayadin", ClaimBox("mayadin")),
        ("depart tig_1", LeaveBattle("tig_1")),
        ("attach zahr to tig_2", AttachLeader("zahr", "tig_2")),
        ("end", EndTurn()),
        ("dawn", NextDay()),
    ],
)
def test_the_written_form(text: str, order: Order) -> None:
    assert write(SCENARIO, order) == text
    assert read(SCENARIO, text) == order


def test_options_of_an_attack_may_come_in_any_order() -> None:
    order = read(SCENARIO, "attack 3_2 with tig_1 car bomb advance tig_1 artillery 1 air 2")
    assert order == Attack(11, ("tig_1",), 2, 1, ("tig_1",), car_bomb=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "an order is missing"),
        ("mvoe tig_1 3_0", "no order 'mvoe'; did you mean 'move'?"),
        ("move tig_11 3_0", "no unit 'tig_11'; did you mean 'tig_1'?"),
        ("move tig_1", "a hex is missing"),
        ("move tig_1 30", "write column_row"),
        ("move tig_1 9_9", "off the map"),
        ("move tig_1 3_0 via", "a hex is missing"),
        ("move tig_1 3_0 1_0", "'1_0' is too much"),
        ("attack 3_2 tig_1", "'with' should come next, not 'tig_1'"),
        ("attack 3_2 with", "a unit is missing"),
        ("attack 3_2 with tig_1 artilery 1", "did you mean 'artillery'?"),
        ("attack 3_2 with tig_1 air", "the number of air points is missing"),
        ("attack 3_2 with tig_1 air -1", "'-1' is not a number of air points"),
        ("attack 3_2 with tig_1 air 1 air 1", "'air' is given twice"),
        ("attack 3_2 with tig_1 car", "'bomb' should come next, but the order ends"),
        ("attack box mayadn with tig_1", "did you mean 'mayadin'?"),
        ("bombard 3_2 fire 1", "no kind of fire 'fire'"),
        ("strike frod air 1", "did you mean 'ford'?"),
        ("collapse sakr_tunnel with pmp", "did you mean 'saqr_tunnel'?"),
        ("hand hamidiya to red", "did you mean 'hamidiyah'?"),
        ("hand hamidiyah to read", "did you mean 'red'?"),
        ("attach zar to tig_1", "did you mean 'zahr'?"),
        ("leave tig_1 mayadin", "'box' should come next"),
        ("withdraw isil_1", "a hex is missing"),
        ("decree the army crossed", "cannot be typed"),
        ("end now", "'now' is too much"),
    ],
)
def test_mistakes_are_explained(text: str, said: str) -> None:
    with pytest.raises(OrderSyntaxError) as wrong:
        read(SCENARIO, text)
    assert said in str(wrong.value)


@given(st.text(max_size=60) | st.lists(st.sampled_from([
    *VERBS, "with", "box", "air", "1", "car", "bomb", "via", "to", "down", "tig_1", "0_0", "x",
])).map(" ".join))  # fmt: skip
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        order = read(SCENARIO, text)
    except OrderSyntaxError:
        return
    assert read(SCENARIO, write(SCENARIO, order)) == order


def test_a_decree_and_an_order_of_the_record_are_written_for_logs() -> None:
    assert write(SCENARIO, Decree("the press\nhas it", ())) == "decree the press has it"
    inner = Recorded(DigIn("tig_1"), (Fixed(Purpose.RALLY, "", 3),))
    assert write(SCENARIO, inner) == "dig tig_1"
