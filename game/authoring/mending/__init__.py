"""Puts right what can be put right without asking: slips of form with one thing that can be meant.

Texts are changed in place; comments and layout stay. Everything else stays as it is and is told.
"""

from game.authoring.mending.mend import Mended, mend

__all__ = ["Mended", "mend"]
