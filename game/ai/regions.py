"""Own ground that hangs together: between its parts lie enemies, and a post is not walked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.board import NO_SIDE
from game.engine.rules.links import land_strides
from game.engine.rules.presence import held_by
from game.engine.rules.supply import feeding_crossings
from game.hexes import gathered, hexes_of, set_of, strides

if TYPE_CHECKING:
    from game.ai.picture import Picture

_NONE: Final = 0


class Regions:
    """The parts into which enemies divide a side's own ground and nobody's."""

    def __init__(self, pic: Picture) -> None:
        """Flood from every own unit, over what can be walked or rowed."""
        board, p = pic.board, pic.view
        ground = set_of(held_by(p, pic.side, NO_SIDE)) & ~gathered(
            pic.unit(e).at for e in pic.enemies()
        )
        if p.scenario.oob.sides[pic.side].boats:
            steps = strides(board.grid)
        else:
            over = tuple((site.a, site.b) for site, _feeds in feeding_crossings(p, pic.side))
            steps = land_strides(p.scenario, over)
        self._part = [_NONE] * board.grid.size
        number = _NONE
        starts = [h for box in board.boxes for h in box.entries]
        for h in (*(pic.unit(n).at for n in pic.own()), *starts):
            if self._part[h] == _NONE and ground >> h & 1:
                number += 1
                for there in hexes_of(steps.flood(1 << h, ground), board.grid.size):
                    self._part[there] = number

    def parted(self, a: int, b: int) -> bool:
        """Whether enemies lie between two hexes of own ground."""
        return self._part[a] != self._part[b] and _NONE not in (self._part[a], self._part[b])
