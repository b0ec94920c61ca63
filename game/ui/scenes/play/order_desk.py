"""Selecting and giving orders."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.board import NOWHERE
from game.engine.memo import once
from game.engine.orders import Attack, Bombard, Hold, Move, Order, StrikeCrossing
from game.engine.rules.presence import enemies_at, side_of, units_at
from game.engine.state import Status
from game.ui.scenes.play import order_list
from game.ui.scenes.play.cues import cue_of_order
from game.ui.scenes.play.desk import Aim
from game.ui.scenes.play.formation_moves import moves_toward
from game.ui.scenes.play.guide_steps import Deed, deed_of
from game.ui.scenes.play.order_list import Entry
from game.ui.scenes.play.possible import Possible, actions_for
from game.ui.scenes.play.reach import (
    boats_of,
    march_of,
    marches_of,
    withdrawals_of,
)
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.scenes.play.selection import DIRECTION_KEYS, nearest_hex, next_unit
from game.ui.scenes.play.way_desk import WayDesk


class OrderDesk(WayDesk):
    """The part of the screen that selects and gives orders."""

    # --- selecting --------------------------------------------------------------------------

    def select_hex(self, h: int) -> None:
        """Select a hex and its first own unit, or its next one."""
        self.sel = self.sel.at_hex(self.view, self.viewer, h)
        self._selected()

    def select_unit(self, unit: int) -> None:
        """Select a unit."""
        self.sel = self.sel.of_unit(self.view, unit)
        self._selected()

    def select_box(self, box: int) -> None:
        """Select an off-map box and an own unit in it; the selected unit if it can go there."""
        sending = box in self.boxes.marked and self.sel.unit != NOWHERE
        self.sel = self.sel.at_box(self.view, self.viewer, box, sending=sending)
        self._selected()

    def _selected(self) -> None:
        self.via = ()
        self.aim, self.odds, self.message = None, None, ""
        if self.panel_name in ("orders", "biography", "why", "idle", "question", "fire"):
            self.panel_name = "unit"
        self.drawer_open = True
        self.refresh()
        self.app.relayout()
        self.guided(Deed("select", (self.sel.unit,), (self.sel.hex,)))
        self.sound("select")

    def next(self, step: int) -> None:
        """Select the next idle unit and bring it into view."""
        unit = next_unit(self.view, self.viewer, self.sel.unit, step) if self.may_order else NOWHERE
        if unit == NOWHERE:
            self.say(self.w("play.all_acted"))
            return
        self.select_unit(unit)
        self.bring_into_view(self.view.units[unit].at)

    def go_to_unit(self, unit: int) -> Callable[[], None]:
        """Return what selects a unit and centres the map on it."""

        def act() -> None:
            self.select_unit(unit)
            self.panel_name = "unit"
            at = self.view.units[unit].at
            if self.view.units[unit].status is Status.ON_MAP:
                self.map.centre_on(at, not self.app.reduced_motion)
            self.app.relayout()

        return act

    def bring_into_view(self, h: int) -> None:
        """Centre the map on a hex, if it is not well in view."""
        x, y = self.map.to_screen(h)
        inner = self.map.rect.inflate(-4 * self.map.width, -4 * self.map.width)
        if h != NOWHERE and not inner.collidepoint((x, y)):
            self.map.centre_on(h, not self.app.reduced_motion)

    def centre_selection(self) -> None:
        """Centre the map on what is selected; of a box, on where it comes onto the map."""
        h = self.sel.hex if self.sel.hex != NOWHERE else self.sel.cursor
        if self.sel.box != NOWHERE:
            h = next(iter(self.view.scenario.board.boxes[self.sel.box].entries), NOWHERE)
        if h != NOWHERE:
            self.map.centre_on(h, not self.app.reduced_motion)

    def move_cursor(self, action: str) -> None:
        """Move the hex cursor by a key."""
        start = self.sel.hex
        if start == NOWHERE:
            start = max(0, self.map.hex_at(self.map.rect.center))
        self.sel = self.sel.cursor_to(self.view, DIRECTION_KEYS[action], start)
        self.hover = self.sel.cursor
        self.bring_into_view(self.sel.cursor)
        self.controls.set_focus("")
        self.controls.part = "map"
        self.refresh()

    # --- giving orders ----------------------------------------------------------------------

    def act_at(self, h: int, *, plain: bool = False) -> None:
        """Do what a click (or Enter) on a hex means now.

        `plain` never selects: with the other mouse button a hex with own units is entered too.
        """
        if h == NOWHERE or self.panel_name == "digest":
            return
        if self.aim is not None:
            self._aimed(h)
            return
        if self.odds is not None:
            if h != self.odds.order.target and self.can_open(h):
                self.open_odds(h)
            return
        view = self.view
        own = any(side_of(view, n) == self.viewer for n in units_at(view, h))
        if self.may_order and self.sel.unit != NOWHERE and h != self.sel.hex:
            if h in self.targets or (
                enemies_at(view, h, self.viewer, hidden=False) and self.can_open(h)
            ):
                self.open_odds(h)
                return
            if h in self.reach.costs and (plain or not own):
                self.submit(Move(view.scenario.oob.units[self.sel.unit].id, h, self.via))
                return
        elif (
            self.may_order
            and enemies_at(view, h, self.viewer, hidden=False)
            and (self.can_open(h) and self.sel.hex == h)
        ):
            self.open_odds(h)
            return
        if not plain:
            why = self._beyond_reach(h) if not units_at(view, h) else ""
            self.select_hex(h)
            if why:
                self.say(why)
        elif self.sel.unit != NOWHERE and self.may_order:
            self.refused_move(h)

    def _beyond_reach(self, h: int) -> str:
        """Why the selected unit, which could still go somewhere, cannot go to a hex."""
        if not self.may_order or self.sel.unit == NOWHERE or h in self.reach.costs:
            return ""
        return self.why_not_to(h) if self.reach.costs else ""

    def _aimed(self, h: int) -> None:
        aim = self.aim
        assert aim is not None
        self.aim = None
        if aim.formation != NOWHERE:
            self.move_formation(aim.formation, h)
        elif h in aim.orders:
            order = aim.orders[h]
            if isinstance(order, Attack):
                self.open_odds(h)
            elif isinstance(order, Bombard):
                self.open_fire(order)
            else:
                self.submit(order)
        else:
            self.refresh()
            self.app.relayout()

    def submit(self, order: Order) -> bool:
        """Give an order; what comes of it is shown."""
        first = len(self.session.log)
        refused = self.session.submit(order)
        self.aim = None
        if refused is not None:
            self.say(refusal_words(self.names, refused, self.sel.unit))
            self.sound("refused")
            return False
        self.message = ""
        self.sound(cue_of_order(self.session.events), self.session.events)
        self.show_own(first)
        self.after_order()
        self.guided(deed_of(self.session.scenario, order))
        return True

    def after_order(self) -> None:
        """Show what an order has changed."""
        if self.panel_name in ("orders", "why"):
            self.panel_name = "unit"
        self.via = ()
        self.sel = self.sel.fresh(self.view, self.viewer)
        self.log_follow = True
        self.reweigh()
        self.refresh()
        self.app.relayout()
        self.tell_notice()

    def tell_notice(self) -> None:
        """Tell what went wrong with the saves, once."""
        if self.session.notice is not None:
            self.toast(self.session.notice.text, "x")
            self.session.notice = None

    def hold(self) -> None:
        """Space: the unit does nothing more today; on to the next one."""
        if not self.may_order or self.sel.unit == NOWHERE:
            return
        ident = self.view.scenario.oob.units[self.sel.unit].id
        if self.submit(Hold(ident)):
            unit = next_unit(self.view, self.viewer, self.sel.unit, +1)
            if unit != NOWHERE:
                self.select_unit(unit)
                self.bring_into_view(self.view.units[unit].at)

    def undo(self) -> None:
        """Take the last order back."""
        if not self.may_order:
            return
        refused = self.session.undo()
        if refused is not None:
            self.say(self.undo_words() or refused)
            self.sound("refused")
            return
        self.odds, self.message = None, ""
        self.after_order()

    def redo(self) -> None:
        """Give the order again that was taken back."""
        if self.may_order and self.session.can_redo:
            self.session.redo()
            self.message = ""
            self.after_order()

    def undo_words(self) -> str:
        """Why nothing can be taken back, empty if something can."""
        if not self.session.undo_blocked:
            return ""
        end = self.session.undo_end
        if end.why == "dice" and end.hex != NOWHERE:
            return self.w("play.undo_stops", hex=self.names.label(end.hex))
        if end.why == "reveal" and end.hex != NOWHERE:
            return self.w("play.undo_found", hex=self.names.label(end.hex))
        return self.w("play.undo_nothing")

    def possible(self, unit: int) -> dict[str, Possible]:
        """The usual actions of a unit, worked out once for each state."""
        view = self.view
        return once(view, ("screen actions", unit), lambda: actions_for(view, unit))

    def do_action(self, ident: str, one: Possible) -> Callable[[], None]:
        """Return what a button of the column does."""

        def act() -> None:
            if self.aim is not None and self.aim.verb == ident:
                self.aim = None
                self.refresh()
                self.app.relayout()
            elif one.order is not None:
                self.submit(one.order)
            else:
                self.aim_at(ident)

        return act

    def aim_at(self, verb: str) -> None:
        """Let the map be clicked for an order of the selected unit."""
        view, unit = self.view, self.sel.unit
        if verb == "march":
            reach = march_of(view, unit)
            self.aim = Aim(verb, marches_of(view, reach), reach)
        elif verb == "boats":
            self.aim = Aim(verb, boats_of(view, unit))
        elif verb == "withdraw":
            self.aim = Aim(verb, withdrawals_of(view, unit))
        self._aiming()

    def _aiming(self) -> None:
        self.panel_name, self.odds = "unit", None
        self.message = self.w("play.aim_hint")
        self.refresh()
        self.app.relayout()

    # --- all orders -------------------------------------------------------------------------

    def open_orders(self, scope: str) -> None:
        """Show every order that can be given to the unit, about the hex, or for the side."""
        if not self.may_order:
            return
        self.orders_scope = scope
        self.odds = None
        self.areas.pop("orders", None)
        self.show_panel("orders")

    def orders_of(self, scope: str) -> Callable[[], None]:
        """Return what opens the list for a scope."""
        return lambda: self.open_orders(scope)

    def has_scope(self, scope: str) -> bool:
        """True if there is something to list for a scope."""
        if scope == "unit":
            return self.sel.unit != NOWHERE
        return scope == "side" or self.sel.hex != NOWHERE

    def order_entries(self) -> list[Entry]:
        """Return the entries of the list that is open."""
        view, scope = self.view, self.orders_scope
        if not self.may_order:
            return []
        if scope == "unit" and self.sel.unit != NOWHERE:
            return order_list.of_unit(view, self.sel.unit, self.names)
        if scope == "hex" and self.sel.hex != NOWHERE:
            return order_list.of_hex(view, self.sel.hex, self.names)
        return order_list.of_side(view, self.names)

    def give_entry(self, entry: Entry) -> Callable[[], None]:
        """Return what gives an entry's order, or lets its hex be chosen on the map."""

        def act() -> None:
            if entry.verb == "attack":
                hexes = tuple(entry.by_hex)
                if len(hexes) == 1:
                    self.open_odds(hexes[0])
                    return
            if isinstance(entry.order, StrikeCrossing):
                self.open_fire(entry.order)
                return
            if entry.order is not None:
                self.submit(entry.order)
                return
            if list(entry.by_hex) == [self.sel.hex]:  # there is nothing to choose
                only = entry.by_hex[self.sel.hex]
                if isinstance(only, Bombard):
                    self.open_fire(only)
                else:
                    self.submit(only)
                return
            self.aim = Aim(entry.verb, dict(entry.by_hex))
            near = nearest_hex(self.view, list(entry.by_hex), max(0, self.sel.hex))
            self.bring_into_view(near)
            self._aiming()

        return act

    # --- formations -------------------------------------------------------------------------

    def aim_formation(self, formation: int) -> Callable[[], None]:
        """Return what lets a goal be chosen for a whole formation."""

        def act() -> None:
            self.aim = Aim("formation", formation=formation)
            self._aiming()
            self.say(self.w("play.aim_formation"))

        return act

    def move_formation(self, formation: int, goal: int) -> None:
        """Move all units of a formation toward a hex as far as they legally can."""
        planned = moves_toward(self.view, self.viewer, formation, goal)
        done, first = 0, len(self.session.log)
        for move in planned:
            if self.session.why_illegal(move) is not None:
                continue
            before = self.session.visible_units(self.viewer)
            self.session.submit(move)
            done += 1
            if self.session.visible_units(self.viewer) - before:
                break  # somebody was found: the player decides anew
        self.show_own(first)
        self.after_order()
        self.say(self.w("play.formation_moved", count=done))
        self.sound("move" if done else "refused")
