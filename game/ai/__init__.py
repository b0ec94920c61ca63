"""Computer commanders: they see what their side may see and give orders with their reasons.

They know no screen, file or clock, and no place, unit or scenario by name. A script of a player's
own is a `Commander` like those here.
"""

from game.ai.commander import Commander, Intent, Reason, Why
from game.ai.levels import LEVELS, NAMES, commander
from game.ai.match import Match, play_out

__all__ = [
    "LEVELS",
    "NAMES",
    "Commander",
    "Intent",
    "Match",
    "Reason",
    "Why",
    "commander",
    "play_out",
]
