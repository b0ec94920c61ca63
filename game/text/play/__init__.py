"""A whole game in the terminal: orders typed, everything said in sentences, line by line.

Nothing is told by position or colour alone and the cursor never moves, so a screen reader can
follow it.
"""

from game.text.play.console import Console
from game.text.play.game import TextGame

__all__ = ["Console", "TextGame"]
