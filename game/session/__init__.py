"""One game being played: state, log, undo, seats; what a side sees; saving and loading."""

from game.session.branch import Branching, morning_of
from game.session.digest import DigestLine, ReplayStep
from game.session.log import NOBODY, LogEntry
from game.session.saving import (
    begin_autosave,
    continue_game,
    load,
    quick_load,
    quick_save,
    save,
)
from game.session.seats import Seat, SeatKind, computer_seat
from game.session.session import Decision, Session
from game.session.undo import UndoEnd

__all__ = [
    "NOBODY",
    "Branching",
    "Decision",
    "DigestLine",
    "LogEntry",
    "ReplayStep",
    "Seat",
    "SeatKind",
    "Session",
    "UndoEnd",
    "begin_autosave",
    "computer_seat",
    "continue_game",
    "load",
    "morning_of",
    "quick_load",
    "quick_save",
    "save",
]
