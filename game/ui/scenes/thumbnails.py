"""Pictures of scenarios for the cards: kept, or made behind the title, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final

import pygame

from game.ui.scenes import thumbnail_store as store

if TYPE_CHECKING:
    from game.engine.scenario import Scenario

Size = tuple[int, int]
Wish = tuple[str, Size]
Draw = Callable[["Scenario", Size], pygame.Surface]

_STOP: Final[Wish] = ("", (0, 0))


class Thumbnails:
    """Keeps the pictures and a thread that makes those still missing, coarse ones first."""

    def __init__(self, arrived: Callable[[], None]) -> None:
        """`arrived` is called, from the thread, whenever a picture is ready."""
        self._arrived = arrived
        self._made: dict[Wish, pygame.Surface] = {}
        self._asked: set[Wish] = set()
        self._wishes: SimpleQueue[Wish] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._fresh = False
        self._open = 0

    def get(self, ref: str, size: Size) -> pygame.Surface | None:
        """Return the picture of a scenario; None, and soon another call, while it is made."""
        wish = (ref, size)
        if wish not in self._asked:
            self._asked.add(wish)
            kept = store.kept(ref, size)
            if kept is not None:
                self._made[wish] = kept
                return kept
            self._open += 1
            self._wishes.put(wish)
        return self._made.get(wish)

    def news(self) -> bool:
        """True once after a picture has come. The first call after a wish has the work begun.

        So the picture of the screen that asks is not kept waiting.
        """
        if self._thread is None and self._open:
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()
        fresh, self._fresh = self._fresh, False
        return fresh

    @property
    def busy(self) -> bool:
        """True while pictures are being made."""
        return self._open > 0

    def close(self) -> None:
        """Stop after the picture that is being made."""
        while True:
            try:
                self._wishes.get_nowait()
            except Empty:
                break
        self._open = 0
        if self._thread is not None:
            self._wishes.put(_STOP)
            self._thread = None

    def _work(self) -> None:
        from game.scenario.package import load_scenario

        loaded: dict[str, Scenario] = {}
        while (wish := self._wishes.get()) != _STOP:
            ref, size = wish
            try:
                scenario = loaded.get(ref) or load_scenario(ref)
                loaded[ref] = scenario
                for draw in painters():
                    self._made[wish] = draw(scenario, size)
                    self._fresh = True
                    self._arrived()
                store.keep(ref, size, self._made[wish])
            except Exception:  # a card without a picture is better than none
                pass
            finally:
                self._open -= 1
                self._arrived()


def painters() -> list[Draw]:
    """Return what makes pictures, the quickest and coarsest first."""
    from game.ui.map.thumbnail import thumbnail
    from game.ui.scenes.coarse_map import coarse_map

    return [coarse_map, lambda scenario, size: thumbnail(scenario, size, looked_at(scenario))]


def looked_at(scenario: Scenario) -> list[int] | None:
    """Return the hexes a scenario is about: where most of its objectives lie.

    A tenth at each edge is left out, so that one far village does not make all else small. None
    stands for the whole map.
    """
    board = scenario.board
    places = {place for objective in scenario.objectives for place in objective.places}
    hexes = [i for place in places for i in board.places[place].hexes]
    if not hexes:
        return None
    spots = [board.grid.centre(i) for i in hexes]
    edge = len(spots) // 10
    xs, ys = sorted(x for x, _ in spots), sorted(y for _, y in spots)
    left, right, top, bottom = xs[edge], xs[-1 - edge], ys[edge], ys[-1 - edge]
    return [
        i
        for i, (x, y) in zip(hexes, spots, strict=True)
        if left <= x <= right and top <= y <= bottom
    ] or None
