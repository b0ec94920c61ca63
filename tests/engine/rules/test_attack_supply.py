"""Attack supply (rule 4.7)."""

from game.engine.apply import apply
from game.engine.draft import Draft
from game.engine.events import MeansChanged
from game.engine.legality import why_illegal
from game.engine.orders import Attack, AttackBox
from game.engine.refusal import Refusal
from game.engine.rules.attack_supply import attacks_left
from game.engine.rules.support import add_stock, refresh
from game.engine.state import GameState
from game.engine.view import view_for
from tests.engine.small import at, game, unit

COUNTED = ({"side": 0, "first": 1, "last": 9, "attacks": 2},)
BOXES = ({"id": "far", "name": "Far"},)


def duel(attacks: int, support: tuple[dict[str, int], ...] = COUNTED) -> GameState:
    units = [
        unit("a", 0, "infantry", "1_0", 4),
        unit("b", 0, "armour", box="far", steps=4),
        unit("foe", 1, "militia", "2_0", 3),
        unit("guard", 1, "militia", box="far", steps=3),
    ]
    means = {0: {"attacks": attacks}}
    return game("dddd", units, means=means, support=support, boxes=BOXES)


def test_an_attack_takes_one_from_the_stock() -> None:
    state = duel(2)
    after, _ = apply(state, Attack(at(state, "2_0"), ("a",)))
    assert attacks_left(after, 0) == 1
    after, _ = apply(after, AttackBox("far", ("b",)))
    assert attacks_left(after, 0) == 0


def test_without_supply_there_is_no_attack() -> None:
    state = duel(0)
    for order in (Attack(at(state, "2_0"), ("a",)), AttackBox("far", ("b",))):
        refused = why_illegal(state, order)
        assert refused is not None
        assert refused.code is Refusal.NO_ATTACK_SUPPLY


def test_who_is_given_none_attacks_as_often_as_it_can() -> None:
    state = duel(0, support=())
    order = Attack(at(state, "2_0"), ("a",))
    assert why_illegal(state, order) is None
    after, _ = apply(state, order)
    assert attacks_left(after, 0) is None
    assert after.means[0].attacks == 0
    assert attacks_left(duel(2), 1) is None


def test_what_is_not_used_stays() -> None:
    d = Draft(duel(3))
    refresh(d, 0)
    assert d.means[0].attacks == 5
    assert d.events == [MeansChanged(0, "attacks", 2)]
    add_stock(d, 0, "attacks", 1)
    assert d.means[0].attacks == 6


def test_the_enemy_does_not_see_the_stock() -> None:
    assert view_for(duel(2), 1).means[0].attacks == 0
    assert view_for(duel(2), 0).means[0].attacks == 2
