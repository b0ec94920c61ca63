"""How fast things move on the screen, by the player's setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEX_MS: Final = 90
"""A unit goes one hex in this time ..."""
WAY_MS: Final = 600
"""... and any way in this."""
DICE_MS: Final = 300
RESULT_MS: Final = 900
"""How long a result stays on the map."""
FADE_MS: Final = 120
OUTLINE_MS: Final = 1000
"""How long changed hexes are outlined where nothing moves."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """Percent of the usual time that everything takes; without `moving` nothing moves at all."""

    percent: int = 100
    moving: bool = True

    def ms(self, usual: int) -> int:
        """Return the time something takes that usually takes `usual` milliseconds."""
        return usual * self.percent // 100 if self.moving else 0

    def way(self, hexes: int) -> int:
        """Return how long a unit is on a way of so many hexes."""
        return self.ms(min(WAY_MS, HEX_MS * hexes))


TEMPOS: Final = {
    "off": Tempo(moving=False),
    "slow": Tempo(200),
    "normal": Tempo(100),
    "fast": Tempo(50),
}
"""By the value of the setting `animation`."""


def tempo_of(animation: str) -> Tempo:
    """Return the tempo of a setting; the usual one for a value that is not known."""
    return TEMPOS.get(animation, TEMPOS["normal"])
