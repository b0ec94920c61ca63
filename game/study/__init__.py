"""Games without a screen: many games between commanders, and what came of them.

`run` plays them, in several processes if asked to, and gives a `Study`: how each side fared, when
each objective was reached, losses and harm. Who plays is said in words (`roster`): a level, a
commander by name, or the path of a script with a commander of one's own.
"""

from game.study.result import GameResult
from game.study.roster import RosterError, default_roster, read_roster
from game.study.run import End, Progress, Study, run
from game.study.script import ScriptError
from game.study.spread import Spread
from game.study.tally import ObjectiveStudy, SideStudy

__all__ = [
    "End",
    "GameResult",
    "ObjectiveStudy",
    "Progress",
    "RosterError",
    "ScriptError",
    "SideStudy",
    "Spread",
    "Study",
    "default_roster",
    "read_roster",
    "run",
]
