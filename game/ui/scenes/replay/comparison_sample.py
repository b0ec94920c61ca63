"""A game made up for the picture of the comparison: history's orders, given some days late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from game.engine.order_text import OrderSyntaxError, read
from game.engine.orders import EndTurn
from game.history.film import Film
from game.session import Seat, Session

if TYPE_CHECKING:
    from game.ui.app import App

_FIRST: Final = 34
_LATE: Final = 2


def sample(film: Film, last: int = 45, seed: int = 7) -> Session:
    """Return a game that follows the record two days late, with dice of its own."""
    scenario = film.scenario
    seats = {side.id: Seat("human" if side.id == "government" else "none")
             for side in scenario.oob.sides}  # fmt: skip
    session = Session.from_history(
        scenario, film.record, _FIRST, "government", seats, seed, evening=film.evening(_FIRST - 1)
    )
    start = date.fromisoformat(scenario.start)
    days = {day.date: day for day in film.record.history.days}
    while session.state.turn < last and not session.ended:
        if session.waits:
            day = days.get(start + timedelta(days=session.state.turn - 1 - _LATE))
            for segment in day.segments if day else ():
                for doc in segment.orders if segment.side == "government" else ():
                    try:
                        session.submit(read(scenario, doc.order))
                    except OrderSyntaxError:
                        continue
            session.submit(EndTurn())
        session.advance()
    return session


def show_sample(app: App, film: Film) -> None:
    """Put the comparison with the sample on the screen."""
    from game.ui.scenes.replay.comparison import ComparisonScene
    from game.ui.scenes.replay.own_game import OwnGame

    session = sample(film)
    own = OwnGame(session, "Ring first")
    scene = ComparisonScene(film, film.scenario.id, own)
    app.reset(scene)
    own.wait()
