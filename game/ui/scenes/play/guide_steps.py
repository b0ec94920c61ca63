"""The steps of a guided turn: those of the scenario or, without any, the general ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from game.engine.board import NOWHERE
from game.engine.order_text import write
from game.engine.orders import Order
from game.engine.scenario import Scenario
from game.ui.scenes.scenario_cards import said

if TYPE_CHECKING:
    from game.scenario.documents import GuideStepDoc
    from game.ui.toolkit.words import Words

GENERAL: Final = (
    "bar", "select", "reach", "move", "attack", "support", "people", "end_turn", "help",
)  # fmt: skip
"""What every game can be begun with; the texts are in the words files."""

MINIMAP: Final = "<minimap>"
LOG: Final = "<log>"
"""Parts of the screen that are no controls."""

_CONTROLS: Final[dict[str, tuple[str, ...]]] = {
    "objectives": ("objectives", "end_turn"),
    "support": ("points_air", "points_art", "end_turn"),
    "end_turn": ("end_turn",),
    "menu": ("menu",),
    "layers": ("tool_layers",),
    "minimap": (MINIMAP, "tool_zoom_out"),
    "log": ("log", LOG),
    "attack": ("attack", "act_attack", "tool_zoom_in"),
    "digest": ("digest_0", "begin_turn", "end_turn"),
    "undo": ("undo",),
    "orders": ("work_0", "more"),
}
"""Parts of the screen as authors name them: the first control of these that is there."""

_GENERAL_CONTROLS: Final = {
    "bar": "objectives", "attack": "attack", "support": "support", "people": "layers",
    "end_turn": "end_turn", "help": "menu",
}  # fmt: skip
_GENERAL_ENDS: Final = {"select": "select", "move": "move", "attack": "odds", "end_turn": "end"}
_GENERAL_RULES: Final = {
    "reach": "2.1", "move": "2.3", "attack": "3.1", "support": "4.1", "people": "4.4",
    "end_turn": "1.1", "bar": "8.1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done on the screen: a verb, and the units and hexes it was about."""

    verb: str
    units: tuple[int, ...] = ()
    hexes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One plate: its texts, what it points at, and the deed that ends it."""

    title: str
    text: str
    now: str = ""
    unit: int = NOWHERE
    hex: int = NOWHERE
    controls: tuple[str, ...] = ()
    picks: bool = False
    """Points at what the player has selected, or could select."""
    attacks: bool = False
    """Points at somebody whom a unit of the player can attack."""
    until: str = ""
    rule: str = ""

    def ended_by(self, deed: Deed) -> bool:
        """Whether a deed is what the step asked for."""
        return (
            bool(self.until)
            and deed.verb == self.until
            and (self.unit == NOWHERE or not deed.units or self.unit in deed.units)
            and (self.hex == NOWHERE or not deed.hexes or self.hex in deed.hexes)
        )


def deed_of(scenario: Scenario, order: Order) -> Deed:
    """Return an order as a deed."""
    given: Any = order
    names = (*getattr(given, "units", ()), *([given.unit] if hasattr(given, "unit") else []))
    places = [getattr(given, name) for name in ("to", "target", "hex") if hasattr(given, name)]
    hexes = tuple(place for place in places if isinstance(place, int) and place != NOWHERE)
    units = tuple(scenario.oob.unit_index[name] for name in names)
    return Deed(write(scenario, order).partition(" ")[0], units, hexes)


def general_steps(words: Words) -> tuple[Step, ...]:
    """Return the steps that fit any scenario."""
    return tuple(
        Step(
            words(f"guide.{name}_title"),
            words(f"guide.{name}_text"),
            words(f"guide.{name}_now"),
            controls=_CONTROLS[_GENERAL_CONTROLS[name]] if name in _GENERAL_CONTROLS else (),
            picks=name in ("select", "reach", "move"),
            attacks=name == "attack",
            until=_GENERAL_ENDS.get(name, ""),
            rule=_GENERAL_RULES.get(name, ""),
        )
        for name in GENERAL
    )


def scenario_steps(
    docs: tuple[GuideStepDoc, ...], scenario: Scenario, side: int, lang: str
) -> tuple[Step, ...]:
    """Return the steps that a scenario has for a side."""
    ident = scenario.oob.sides[side].id
    grid = scenario.board.grid
    return tuple(
        Step(
            said(doc.title, lang),
            said(doc.text, lang),
            said(doc.now, lang),
            scenario.oob.unit_index[doc.unit] if doc.unit else NOWHERE,
            grid.parse(doc.hex) if doc.hex else NOWHERE,
            _CONTROLS.get(doc.control, ()),
            until=doc.until,
            rule=doc.rule,
        )
        for doc in docs
        if doc.side in ("", ident)
    )
