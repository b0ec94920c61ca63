"""What the screen shows is what the rules say: selection, reach, orders, odds, objectives."""

from __future__ import annotations

import pytest

from game.engine import orders as o
from game.engine.apply import apply
from game.engine.legal_orders import legal_orders
from game.engine.new_game import new_game
from game.engine.rules.mobility import range_of
from game.engine.rules.objectives import share, status
from game.engine.rules.odds import odds, sheet
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.engine.view import view_for
from game.ui.scenes.play import chips, order_list
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.odds import ATTACKER, DEFENDER, model_of
from game.ui.scenes.play.possible import actions_for
from game.ui.scenes.play.reach import reach_of, targets_of
from game.ui.scenes.play.selection import Selection, idle_units, next_unit
from game.ui.toolkit.words import words


@pytest.fixture(scope="module")
def government(campaign: Scenario) -> GameState:
    state, _ = new_game(campaign, 1)
    state, _ = apply(state, o.EndTurn())
    return view_for(state, 1)


def _attacks(state: GameState) -> list[o.Attack]:
    return [order for order in legal_orders(state) if isinstance(order, o.Attack)]


def test_a_click_selects_and_another_takes_the_next_in_the_stack(tiny: Scenario) -> None:
    state, _ = new_game(tiny, 1)
    h = tiny.board.grid.parse("2_2")
    first = Selection().at_hex(state, 0, h)
    second = first.at_hex(state, 0, h)
    assert {first.unit, second.unit} == {0, 1}
    assert second.at_hex(state, 0, h).unit == first.unit


def test_enemies_are_not_selected_as_own(tiny: Scenario) -> None:
    state, _ = new_game(tiny, 1)
    assert Selection().at_hex(state, 1, tiny.board.grid.parse("2_2")).unit == -1


def test_next_unit_visits_every_idle_unit_once(government: GameState) -> None:
    idle = idle_units(government, 1)
    seen, unit = [], -1
    for _ in idle:
        unit = next_unit(government, 1, unit, +1)
        seen.append(unit)
    assert sorted(seen) == sorted(idle)
    assert next_unit(government, 1, unit, +1) == seen[0]
    assert next_unit(government, 1, seen[0], -1) == unit


def test_after_an_order_n_goes_on_from_the_unit_that_had_it(government: GameState) -> None:
    idle = idle_units(government, 1)
    done, after = idle[4], idle[5]
    ident = government.scenario.oob.units[done].id
    state, _ = apply(government, o.Hold(ident))
    assert done not in idle_units(state, 1)
    assert next_unit(state, 1, done, +1) == after
    assert next_unit(state, 1, done, -1) == idle[3]


def test_reach_is_what_the_rules_reach(government: GameState) -> None:
    for unit in idle_units(government, 1)[:8]:
        name = government.scenario.oob.units[unit].id
        legal = {
            order.to
            for order in legal_orders(government)
            if isinstance(order, o.Move) and order.unit == name
        }
        found = reach_of(government, unit)
        assert set(found.costs) == legal
        whole = range_of(government, unit)
        assert all(found.costs[h] == whole.cost[h] for h in legal)
        assert all(found.path(h)[-1] == h for h in legal)


def test_targets_are_the_legal_attacks(government: GameState) -> None:
    legal = {(u, a.target) for a in _attacks(government) for u in a.units}
    oob = government.scenario.oob
    shown = {
        (oob.units[n].id, h) for n in idle_units(government, 1) for h in targets_of(government, n)
    }
    assert shown == legal


def test_the_list_of_orders_gives_every_legal_order(government: GameState) -> None:
    names = Naming(government.scenario, words("en"))
    entries = list(order_list.of_side(government, names))
    for unit, card in enumerate(government.scenario.oob.units):
        if card.side == 1:
            entries += order_list.of_unit(government, unit, names)
    given = {entry.order for entry in entries if entry.order is not None}
    given |= {order for entry in entries for order in entry.by_hex.values()}
    for order in legal_orders(government):
        if isinstance(order, o.Attack | o.Bombard):
            targets = {
                h for entry in entries for h in entry.by_hex
                if entry.verb == order_list.VERBS[type(order)]
            }  # fmt: skip
            assert order.target in targets
        elif not isinstance(order, o.EndTurn):
            assert order in given


def test_actions_say_why_not(government: GameState) -> None:
    for unit in idle_units(government, 1):
        for one in actions_for(government, unit).values():
            assert one.can or (one.why is not None and one.why.text)


def test_the_odds_sheet_is_the_engines(government: GameState) -> None:
    for order in _attacks(government)[:6]:
        model, plain = model_of(government, order), sheet(government, order)
        assert model.sheet == plain
        assert model.refused is None
        assert sum(model.attack_terms) == plain.attack
        assert sum(model.defence_terms) == plain.defence
        told = {line.name: line.value for line in model.lines if line.value}
        assert told == {shift.name: shift.value for shift in plain.shifts}
        assert model.total(ATTACKER) + model.total(DEFENDER) == sum(told.values())
        assert model.added == plain.value + plain.net
        cases: dict[str, int] = {}
        lost = 0
        for outcome in odds(government, order):
            cases[outcome.cell.code] = cases.get(outcome.cell.code, 0) + outcome.cases
            lost += outcome.cases * outcome.cell.defender_loss
        assert {s.cell.code: s.cases for s in model.segments} == cases
        assert sum(cases.values()) == 36
        assert model.inflicted == pytest.approx(lost / 36)


def test_every_line_of_the_rules_stands_on_the_sheet(government: GameState) -> None:
    from game.engine.rules.shifts import LINES

    model = model_of(government, _attacks(government)[0])
    assert {line.name for line in model.lines} == {name for name, _, _ in LINES}


def test_chips_are_the_rules_objectives(government: GameState) -> None:
    rows = chips.rows(government, 1)
    assert len(rows) == sum(x.side == 1 for x in government.scenario.objectives)
    for row in rows:
        assert row.status == status(government, row.number)
        assert (row.held, row.of) == share(government, row.objective.places, 1)
    shown = chips.chips(government, 1)
    assert len(shown) == chips.CHIPS
    dates = [row.objective.latest for row in shown[:-1]]
    assert dates == sorted(dates)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_legal_order_can_be_described(government: GameState, lang: str) -> None:
    names = Naming(government.scenario, words(lang))
    for order in legal_orders(government):
        if not isinstance(order, o.EndTurn):
            verb, _, _ = order_list.described(order, names, government)
            assert words(lang).has(f"verb.{verb}")


def test_fire_is_weighed_by_the_rules_that_resolve_it(government: GameState) -> None:
    from game.engine.dice import chance_at_least
    from game.engine.rules.civilians import risk
    from game.engine.rules.support import bombard_needs
    from game.ui.scenes.play.fire_sheet import fire_model

    shots = [order for order in legal_orders(government) if isinstance(order, o.Bombard)]
    assert shots
    for order in shots[:10]:
        model = fire_model(government, order)
        assert model.refused is None
        needs = bombard_needs(government, order.target, order.air, order.artillery)
        assert model.needs == needs
        assert model.cases == chance_at_least(needs, 2, 6)
        bad, of = risk(government, order.target)
        points = order.air + order.artillery
        assert model.harm == round(100 * (1 - (1 - bad / of) ** points))
