"""Every reason of a computer commander has its words."""

from __future__ import annotations

import pytest

from game.ai.commander import Reason, Why
from game.text.names import Names
from game.text.reasons import reason_line
from tests.session.battle import BATTLE


@pytest.mark.parametrize("why", list(Why))
def test_every_kind_of_reason_is_worded(why: Why) -> None:
    line = reason_line(Names(BATTLE), Reason(why))
    assert line
    assert "{" not in line


def test_places_and_units_are_named() -> None:
    names = Names(BATTLE)
    card = BATTLE.oob.units[0]
    assert card.name in reason_line(names, Reason(Why.RELIEVE, unit=card.id))
    assert names.where(3) in reason_line(names, Reason(Why.GUARD, hex=3))
