"""All counters of a state on the map."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import pygame

from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.ui.map.counters import Look, SymbolStyle, card_picture, card_size, look_of, picture
from game.ui.map.screen_map import ScreenMap, centre, clipped, on_screen
from game.ui.map.side_looks import formation_stripe, frame_of
from game.ui.map.stacks import Laid, fan_out, stacked, unit_under
from game.ui.toolkit.painter import panel
from game.ui.toolkit.theme import Theme


@dataclass(frozen=True)
class Showing:
    """How the viewer wants counters drawn."""

    style: SymbolStyle = "app6"
    frames: str = ""
    """Id of the side whose APP-6 frames are used; empty = the same rectangle for all."""
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
        self.opened: int | None = None
        """Hex whose stack is fanned out."""
        self.top: int | None = None
        """Unit that lies on top of its stack."""
        self.unknown: Set[int] = frozenset()
        """Units that are seen, but not known."""
        self._state: GameState | None = None
        self._visible: frozenset[int] | None = None
        self._laid_out: tuple[object, ...] = ()
        self._looks: dict[int, Look] = {}

    def show(self, state: GameState, visible: Set[int] | None = None) -> None:
        """Set the state that is drawn and the units seen (None = all)."""
        seen = None if visible is None else frozenset(visible)
        if state is not self._state or seen != self._visible:
            self._state, self._visible = state, seen
            self._laid_out = ()
        self._lay_out()

    def _lay_out(self) -> None:
        """Sort the units into stacks, if anything has changed since."""
        key = (self.showing, self.top, frozenset(self.unknown))
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

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw all stacks, north to south, and the opened one over them."""
        self._lay_out()
        before = clipped(surface, view)
        pieces = []
        for hex in sorted(self.stacks):
            if hex == self.opened or not on_screen(view, centre(view, hex)):
                continue
            for one in stacked(view, hex, self.stacks[hex]):
                image = picture(self.look(one.unit), round(view.width))
                pieces.append((image, _corner(image, one)))
        surface.fblits(pieces)
        if self.opened in self.stacks:
            self._draw_opened(surface, view)
        surface.set_clip(before)

    def laid(self, view: ScreenMap, hex: int) -> list[Laid]:
        """Return where the counters of a hex lie now, the last one on top."""
        self._lay_out()
        units = self.stacks.get(hex, [])
        if hex == self.opened:
            return fan_out(view, hex, units)
        return stacked(view, hex, units)

    def unit_at(self, view: ScreenMap, pos: tuple[int, int]) -> int | None:
        """Return the unit whose counter is at a point of the screen."""
        if self.opened is not None:
            card = max(card_size(view.width), view.theme.px(36))
            found = unit_under(self.laid(view, self.opened), pos, card)
            if found is not None:
                return found
        for hex in sorted(self.stacks, reverse=True):
            if hex == self.opened:
                continue
            x, y = centre(view, hex)
            if abs(pos[0] - x) < view.width and abs(pos[1] - y) < view.width:
                found = unit_under(self.laid(view, hex), pos, card_size(view.width))
                if found is not None:
                    return found
        return None

    def _draw_opened(self, surface: pygame.Surface, view: ScreenMap) -> None:
        assert self.opened is not None
        laid = self.laid(view, self.opened)
        card = max(card_size(view.width), view.theme.px(36))
        half = card // 2 + view.theme.px(6)
        xs, ys = [one.middle[0] for one in laid], [one.middle[1] for one in laid]
        tray = pygame.Rect(
            round(min(xs)) - half,
            round(min(ys)) - half,
            round(max(xs) - min(xs)) + 2 * half,
            round(max(ys) - min(ys)) + 2 * half,
        )
        panel(surface, view.theme, tray, view.theme.bg1, view.theme.line2)
        for one in laid:
            image = card_picture(self.look(one.unit), card)
            surface.blit(image, _corner(image, one))

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
            frame=frame_of(scenario, card.side, showing.frames),
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


def unknown_units(state: GameState, viewer: int, reported: Sequence[int]) -> set[int]:
    """Return which of the units somebody reported are hidden from a side, and so not known."""
    oob = state.scenario.oob
    return {n for n in reported if state.units[n].hidden and oob.units[n].side != viewer}


def _corner(image: pygame.Surface, one: Laid) -> tuple[int, int]:
    x, y = one.middle
    return round(x - image.get_width() / 2), round(y - image.get_height() / 2)
