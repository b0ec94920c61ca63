"""Where the selected unit can go, and by way of which hexes."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.orders import Move
from game.engine.refusal import Illegal
from game.engine.rules.movement import route
from game.engine.rules.presence import side_of
from game.ui.scenes.play.attack_desk import AttackDesk
from game.ui.scenes.play.possible import shortfall
from game.ui.scenes.play.reach import ReachModel, reach_of, targets_of
from game.ui.scenes.play.refusal_words import refusal_words


class WayDesk(AttackDesk):
    """The part of the screen that plans a move."""

    def work_out_reach(self) -> None:
        """Work out reach and targets of the selected unit."""
        unit, view = self.sel.unit, self.view
        self.reach, self.targets = ReachModel(), ()
        if unit == NOWHERE or not self.may_order or side_of(view, unit) != self.viewer:
            return
        self.reach = reach_of(view, unit, self.via)
        self.targets = () if self.via else targets_of(view, unit)

    def go_by(self, h: int) -> None:
        """Let the selected unit go by way of a hex; what it can reach from there is shown."""
        if not self.may_order or self.sel.unit == NOWHERE or self.aim or self.odds:
            return
        if h not in self.reach.costs or h in self.reach.stops:
            why = "play.way_stops" if h in self.reach.costs else ""
            if why:
                self.say(self.w(why))
            else:
                self.refused_move(h)
            return
        self.via = (*self.via, h)
        self._way_changed()

    def drop_way_point(self) -> None:
        """Take the last hex of the way back."""
        self.via = self.via[:-1]
        self._way_changed()

    def _way_changed(self) -> None:
        labels = self.w("play.comma").join(self.names.label(h) for h in self.via)
        self.message = self.w("play.way_by", hexes=labels) if self.via else ""
        self.refresh()
        self.app.relayout()

    def why_not_to(self, h: int) -> str:
        """Why the selected unit cannot go to a hex, empty if it can."""
        view, unit = self.view, self.sel.unit
        refused = self.session.why_illegal(Move(view.scenario.oob.units[unit].id, h))
        if refused is None:
            return ""
        return refusal_words(self.names, refused, unit, shortfall(view, unit, h))

    def refused_move(self, h: int) -> None:
        """Say why the unit cannot go to a hex."""
        why = self.why_not_to(h)
        if why:
            self.say(why)
            self.sound("refused")

    def way(self) -> tuple[int, ...]:
        """The way up to the last hex that the unit is to go by."""
        unit = self.view.scenario.oob.units[self.sel.unit].id
        way = route(self.view, Move(unit, self.via[-1], self.via[:-1]))
        return () if isinstance(way, Illegal) else way[0]
