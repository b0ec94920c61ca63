"""Weighing an attack: who takes part, with what, and then giving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Bombard, OpenCorridor, Order, StrikeCrossing
from game.engine.rules.odds import cell_for
from game.engine.rules.presence import enemies_at, side_of, units_at
from game.ui.scenes.play.fire_sheet import fire_model, with_points
from game.ui.scenes.play.guide_steps import Deed
from game.ui.scenes.play.numbers import with_sign
from game.ui.scenes.play.odds import (
    candidates,
    first_order,
    may_attack,
    model_of,
    tunnel_attacks,
    tunnel_order,
)
from game.ui.scenes.play.possible import attack_refusal
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.scenes.play.show_desk import ShowDesk
from game.ui.toolkit.controls import Control


class AttackDesk(ShowDesk):
    """The part of the screen that weighs attacks."""

    def attack_key(self) -> None:
        """F: weigh an attack of the selected unit; with several targets, choose on the map."""
        unit = self.sel.unit
        if not self.may_order or unit == NOWHERE:
            return
        if self.targets:
            self.open_odds(self.targets[0] if self.hover not in self.targets else self.hover)
            return
        refused = attack_refusal(self.view, unit)
        if refused is not None:
            self.say(refusal_words(self.names, refused, unit))
            self.sound("refused")

    def can_open(self, h: int) -> bool:
        """True if a hex holds an enemy who is seen, next to an own unit."""
        return bool(
            enemies_at(self.view, h, self.viewer, hidden=False)
            and (candidates(self.view, self.viewer, h) or tunnel_attacks(self.view, self.viewer, h))
        )

    def open_odds(self, target: int) -> None:
        """Open the sheet for a target, with the selected unit in the lead if it can."""
        order = first_order(self.view, self.viewer, target, self.sel.unit)
        through = tunnel_attacks(self.view, self.viewer, target)
        if not order.units and through:
            tunnel, able = next(iter(through.items()))
            order = tunnel_order(self.view, target, tunnel, able)
        if not order.units:
            near = candidates(self.view, self.viewer, target)
            if not near:
                return
            lead = self.sel.unit if self.sel.unit in near else near[0]
            order = Attack(target, (self.view.scenario.oob.units[lead].id,))
        self.aim = None
        self.panel_name, self.message = "unit", ""
        self.drawer_open = True
        self._weigh(order)
        self.app.relayout()
        self.controls.set_focus("attack", visible=self.controls.focus_visible)
        known = self.view.scenario.oob.unit_index
        self.guided(Deed("odds", tuple(known[name] for name in order.units), (target,)))

    def close_odds(self) -> None:
        """Go back without attacking."""
        self.odds = None
        self.controls.set_focus("")
        self.refresh()
        self.app.relayout()

    def commit_attack(self) -> None:
        """Give the attack as it stands on the sheet."""
        model = self.odds
        if model is None or not self.may_order:
            return
        order = model.order
        self.odds = None
        self.controls.set_focus("")
        self.submit(order)

    def _weigh(self, order: Attack) -> None:
        self.odds = model_of(self.view, order)
        self.refresh()

    def reweigh(self) -> None:
        """Make the sheet anew for the state as it is now, or close it if its target is gone."""
        if self.odds is not None:
            order = self.odds.order
            self.odds = model_of(self.view, order) if self.can_open(order.target) else None

    def attack_candidates(self) -> list[int]:
        """Own units next to the target, those that may attack first."""
        if self.odds is None:
            return []
        target = self.odds.order.target
        known = self.view.scenario.oob.unit_index
        chosen = [known[name] for name in self.odds.order.units]
        if self.odds.order.tunnel:
            through = tunnel_attacks(self.view, self.viewer, target)
            return list(dict.fromkeys([*chosen, *through.get(self.odds.order.tunnel, ())]))
        near = candidates(self.view, self.viewer, target)
        return [n for n in near if n in chosen or may_attack(self.view, n, target)]

    # --- changing the sheet -----------------------------------------------------------------

    def _change(self, **values: object) -> None:
        if self.odds is not None:
            self._weigh(replace(self.odds.order, **values))  # type: ignore[arg-type]
            self.app.relayout()

    def toggle_attacker(self, unit: int) -> Callable[[], None]:
        """Return what adds a unit to the attack, or takes it out."""

        def act() -> None:
            if self.odds is None:
                return
            order, ident = self.odds.order, self.view.scenario.oob.units[unit].id
            if ident in order.units:
                rest = tuple(name for name in order.units if name != ident)
                if rest:
                    self._change(units=rest, advance=tuple(a for a in order.advance if a != ident))
            elif order.tunnel or may_attack(self.view, unit, order.target):
                self._change(units=(*order.units, ident), advance=(*order.advance, ident))

        return act

    def toggle_hex(self, h: int) -> bool:
        """Add all able units of a hex to the attack, or take them out; True if there are any."""
        if self.odds is None:
            return False
        near = set(self.attack_candidates())
        units = [
            n for n in units_at(self.view, h)
            if n in near and side_of(self.view, n) == self.viewer
        ]  # fmt: skip
        if not units:
            return False
        order = self.odds.order
        idents = [self.view.scenario.oob.units[n].id for n in units]
        missing = [ident for ident in idents if ident not in order.units]
        if missing:
            self._change(units=(*order.units, *missing), advance=(*order.advance, *missing))
        else:
            rest = tuple(name for name in order.units if name not in idents)
            if rest:
                self._change(units=rest, advance=tuple(a for a in order.advance if a in rest))
        return True

    def lead_with(self, unit: int) -> Callable[[], None]:
        """Return what puts a unit at the head of the attack."""

        def act() -> None:
            if self.odds is None:
                return
            ident = self.view.scenario.oob.units[unit].id
            units = self.odds.order.units
            if ident in units:
                self._change(units=(ident, *(name for name in units if name != ident)))

        return act

    def toggle_advance(self, unit: int) -> Callable[[], None]:
        """Return what says whether a unit enters the hex if it is vacated."""

        def act() -> None:
            if self.odds is None:
                return
            ident = self.view.scenario.oob.units[unit].id
            order = self.odds.order
            wanted = set(order.advance) ^ {ident}
            self._change(advance=tuple(name for name in order.units if name in wanted))

        return act

    def change_points(self, what: str, step: int) -> Callable[[], None]:
        """Return what gives the attack a point more or less."""

        def act() -> None:
            if self.odds is None:
                return
            order, means = self.odds.order, self.view.means[self.viewer]
            if what == "air":
                self._change(air=max(0, min(means.air, order.air + step)))
            else:
                self._change(artillery=max(0, min(means.artillery, order.artillery + step)))

        return act

    def drop_air(self) -> None:
        """Attack without air points."""
        self._change(air=0)

    def toggle_car_bomb(self) -> None:
        """Use a car bomb in the attack, or not."""
        if self.odds is not None:
            self._change(car_bomb=not self.odds.order.car_bomb)

    def tunnels_to(self, target: int) -> list[str]:
        """Tunnels through which own units could attack a hex."""
        return list(tunnel_attacks(self.view, self.viewer, target))

    def toggle_tunnel(self, tunnel: str) -> Callable[[], None]:
        """Return what sends the attack through a tunnel, or over the ground again."""

        def act() -> None:
            if self.odds is None:
                return
            order = self.odds.order
            through = tunnel_attacks(self.view, self.viewer, order.target)
            if order.tunnel != tunnel and tunnel in through:
                fresh = tunnel_order(self.view, order.target, tunnel, through[tunnel])
                self._weigh(replace(fresh, air=order.air, artillery=order.artillery))
            else:
                fresh = first_order(self.view, self.viewer, order.target, self.sel.unit)
                if fresh.units:
                    self._weigh(replace(fresh, air=order.air, artillery=order.artillery))
            self.app.relayout()

        return act

    def toggle_lines(self) -> None:
        """Show all lines of the sheet, or only those that usually matter."""
        self.all_lines = not self.all_lines
        self.app.relayout()

    def what_if(self) -> str:
        """Return what other means would bring, on the same dice."""
        model = self.odds
        if model is None or model.sheet is None:
            return ""
        means = self.view.means[self.viewer]
        if model.order.air:
            other, key = replace(model.order, air=0), "odds.what_if_no_air"
        elif means.air:
            other, key = replace(model.order, air=1), "odds.what_if_air"
        elif means.artillery and not model.order.artillery:
            other, key = replace(model.order, artillery=1), "odds.what_if_guns"
        else:
            return ""
        weighed = model_of(self.view, other)
        now = cell_for(self.view, 7 + model.added).code.replace("-", "–")
        then = cell_for(self.view, 7 + weighed.added).code.replace("-", "–")
        if now == then:
            return ""
        return self.w(key, shift=with_sign(weighed.added), now=now, then=then)

    # --- fire without an attack -------------------------------------------------------------

    def open_fire(self, order: Bombard | StrikeCrossing) -> None:
        """Weigh fire on a hex or on a crossing."""
        self.odds, self.aim = None, None
        self.areas.pop("fire", None)
        self.show_panel("fire")
        self.fire = fire_model(self.view, order)
        self.refresh()
        self.controls.set_focus("fire", visible=self.controls.focus_visible)

    def fire_instead(self) -> None:
        """From the sheet of an attack: fire only."""
        if self.odds is None:
            return
        order, means = self.odds.order, self.view.means[self.viewer]
        air, guns = order.air, order.artillery
        if not air and not guns:
            air, guns = (1, 0) if means.air else (0, 1)
        self.open_fire(Bombard(order.target, air, guns))

    def change_fire(self, what: str, step: int) -> Callable[[], None]:
        """Return what gives the fire a point more or less."""

        def act() -> None:
            if self.fire is None:
                return
            order, means = self.fire.order, self.view.means[self.viewer]
            air, guns = order.air, order.artillery
            if what == "air":
                air = max(0, min(means.air, air + step))
            else:
                guns = max(0, min(means.artillery, guns + step))
            self.fire = fire_model(self.view, with_points(order, air, guns))
            self.app.relayout()

        return act

    def commit_fire(self) -> None:
        """Give the fire as it stands on the sheet."""
        if self.fire is not None and self.may_order:
            order = self.fire.order
            self.fire, self.panel_name = None, "unit"
            self.controls.set_focus("")
            self.submit(order)

    def corridor_links(self, hexes: tuple[int, ...]) -> list[Control]:
        """Links that open a way out for people first, where that is legal."""
        links = []
        for h in hexes:
            order = OpenCorridor(h)
            if self.view.population[h] and why_illegal(self.view, order) is None:
                links.append(
                    Control(f"corridor_{h}", Rect(0, 0, 0, 0), "link",
                            self.w("odds.corridor_first"), size=12, action=self._corridor(order))
                )  # fmt: skip
        return links[:1]

    def _corridor(self, order: OpenCorridor) -> Callable[[], None]:
        def act() -> None:
            self.fire, self.panel_name = None, "unit"
            self.submit(order)

        return act

    def give_and_close(self, order: Order) -> None:
        """Give another order from the sheet (a corridor), and weigh the attack again."""
        self.odds = None
        self.submit(order)
