"""Movement on the map: what is shown between two states, and for how long. No rule is in it."""

from __future__ import annotations

from game.ui.motion.beats import Beat, beats_of, day_beat
from game.ui.motion.fade import Fade
from game.ui.motion.marks import DiceMark, Walk, Walkers
from game.ui.motion.reel import Reel
from game.ui.motion.tempo import TEMPOS, Tempo, tempo_of

__all__ = [
    "TEMPOS", "Beat", "DiceMark", "Fade", "Reel", "Tempo", "Walk", "Walkers", "beats_of",
    "day_beat", "tempo_of",
]  # fmt: skip
