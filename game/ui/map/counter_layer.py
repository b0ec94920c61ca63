"""All counters of a state on the map."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import pygame

from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.ui.map.counters import Look, SymbolStyle, card_picture, card_size, look_of, picture
from game.ui.map.screen_map import ScreenMap, centre, clipped, seen
from game.ui.map.side_looks import formation_stripe, frame_of
from game.ui.map.stacks import SHOWN, Laid, stacked, unit_under
from game.ui.toolkit.theme import Theme


@dataclass(frozen=True)
class Showing:
    """How the viewer wants counters drawn."""

    style: SymbolStyle = "app6"
    alike: bool = False
    """The same frame for all sides, instead of a shape for each."""
    stripes: bool = True
    """Mark formations by a stripe."""
    bold: bool = False


class CounterLayer:
    """Lays out, draws and finds the counters of a state."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.showing = Showing()
        self.stacks: dict[int, list[int]] = {}
        """Units by hex, the top one first."""
        self.top: int | None = None
        """Unit that lies on top of its stack."""
        self.unknown: Set[int] = frozenset()
        """Units that are seen, but not known."""
        self._state: GameState | None = None
        self._visible: frozenset[int] | None = None
        self._shown = 0
        """How often another state was set."""
        self._laid_out: tuple[object, ...] = ()
        self._looks: dict[int, Look] = {}
        self._told: dict[int, tuple[Look, ...]] = {}
        self._told_for: tuple[object, ...] = ()

    def show(self, state: GameState, visible: Set[int] | None = None) -> None:
        """Set the state that is drawn and the units seen (None = all)."""
        known = None if visible is None else frozenset(visible)
        if state is not self._state or known != self._visible:
            self._state, self._visible = state, known
            self._shown += 1
        self._lay_out()

    def _lay_out(self) -> None:
        """Sort the units into stacks, if anything has changed since."""
        key = (self.showing, self.top, frozenset(self.unknown), self._shown)
        state = self._state
        if key == self._laid_out or state is None:
            return
        self._laid_out = key
        self.stacks = {}
        self._looks = {}
        for number, unit in enumerate(state.units):
            if unit.status is Status.ON_MAP and (self._visible is None or number in self._visible):
                self.stacks.setdefault(unit.at, []).append(number)
        for units in self.stacks.values():
            units.sort(key=lambda n: (n != self.top, -self._strength(state, n), n))

    def look(self, number: int) -> Look:
        """Return the look of a unit, on the map or not."""
        self._lay_out()
        found = self._looks.get(number)
        if found is None:
            found = self._looks[number] = self._look(number)
        return found

    def changes(self) -> list[int]:
        """Return the hexes whose counters look otherwise than when this was asked before."""
        self._lay_out()
        if self._told_for == self._laid_out:
            return []
        now = {
            hex: tuple(self.look(unit) for unit in units[:SHOWN])
            for hex, units in self.stacks.items()
        }
        before, self._told = self._told, now
        self._told_for = self._laid_out
        return [hex for hex in before.keys() | now.keys() if before.get(hex) != now.get(hex)]

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw all stacks, north to south."""
        self._lay_out()
        before = clipped(surface, view)
        pieces = []
        for hex, _ in seen(view, self.stacks):
            for one in stacked(view, hex, self.stacks[hex]):
                image = picture(self.look(one.unit), round(view.width))
                pieces.append((image, _corner(image, one)))
        surface.fblits(pieces)
        surface.set_clip(before)

    def unit_at(self, view: ScreenMap, pos: tuple[int, int]) -> int | None:
        """Return the unit whose counter is at a point of the screen."""
        self._lay_out()
        for hex in sorted(self.stacks, reverse=True):
            x, y = centre(view, hex)
            if abs(pos[0] - x) < view.width and abs(pos[1] - y) < view.width:
                laid = stacked(view, hex, self.stacks[hex])
                found = unit_under(laid, pos, card_size(view.width))
                if found is not None:
                    return found
        return None

    def _strength(self, state: GameState, number: int) -> int:
        return state.units[number].active * self.scenario.unit_type(number).factor

    def _look(self, number: int) -> Look:
        state = self._state
        assert state is not None, "nothing has been shown yet"
        scenario, showing = self.scenario, self.showing
        card, unit = scenario.oob.units[number], state.units[number]
        return look_of(
            card,
            unit,
            scenario.oob.sides[card.side].colour,
            symbol=scenario.unit_type(number).symbol,
            style=showing.style,
            frame="rectangle" if showing.alike else frame_of(scenario, card.side),
            acted=card.side == state.active and not unit.fresh,
            leader=any(leader.unit == number for leader in state.leaders),
            unknown=number in self.unknown,
            stripe=formation_stripe(scenario, card.formation) if showing.stripes else None,
            bold=showing.bold,
        )


def draw_card(surface: pygame.Surface, theme: Theme, look: Look, rect: pygame.Rect) -> None:
    """Draw a counter into a square of a list, at the square's size."""
    image = card_picture(look, min(rect.w, rect.h))
    surface.blit(image, image.get_rect(center=rect.center))


def _corner(image: pygame.Surface, one: Laid) -> tuple[int, int]:
    x, y = one.middle
    return round(x - image.get_width() / 2), round(y - image.get_height() / 2)
