"""What the map costs, as one JSON object: ``python benchmarks/map_view.py``.

Frames are drawn at 1920x1080 into a surface in memory, with 60 counters, panning; the pause
between two frames is left out. Times are milliseconds.
"""

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pygame

from game.engine.new_game import new_game
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.scenario.package import load_scenario
from game.ui.map.palette import ZOOMS
from game.ui.map.sheet import starting_crossings
from game.ui.map.view import MapView
from game.ui.map.window import Window
from game.ui.toolkit.theme import theme

SCENARIO = "deir_ez_zor_2017"
SIZE = (1920, 1080)
FRAMES = 300
COUNTERS = 60


def timed(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def first_frame(scenario: Scenario, state: GameState, cache: Path, screen: pygame.Surface) -> float:
    """Return the time from nothing to a frame that shows the map, if coarsely."""
    begun = time.perf_counter()
    view = MapView(scenario, theme(), cache)
    view.resize(screen.get_rect())
    view.show(state)
    while not view.ready:
        view.update(5)
        time.sleep(0.001)
    view.draw(screen)
    spent = (time.perf_counter() - begun) * 1000
    view.wait(60_000)
    view.close()
    return spent


def drags() -> Iterator[tuple[int, int]]:
    """Yield the steps of a drag in pixels: away over new ground, and back again."""
    for n in range(FRAMES):
        yield (9, 4) if n // (FRAMES // 2) % 2 else (-9, -4)


def frames(view: MapView, screen: pygame.Surface) -> list[float]:
    """Return the times of frames while the map is dragged away and back."""
    times = []
    for step in drags():
        view.pan(*step)

        def frame() -> None:
            view.update(16)
            view.draw(screen)
            pygame.display.flip()

        times.append(timed(frame))
    return sorted(times)


def chunk_times(view: MapView, scenario: Scenario) -> dict[str, float]:
    """Return the times of the layers of one chunk over the city, best of five."""
    sheet = view.sheet
    holding = sheet.holding(scenario.board.start_control)
    crossings = starting_crossings(scenario)
    figures = {}
    for w in (21, 64, 112):
        column, row = round(23 * w) // 512, round(26 * 0.866 * w) // 512
        window = Window(w, column * 512, row * 512, 512, 512)
        land, overlay = sheet.land(window), sheet.overlay(window, crossings)
        parts: dict[str, Callable[[], object]] = {
            "land": lambda: sheet.land(window),  # noqa: B023
            "overlay": lambda: sheet.overlay(window, crossings),  # noqa: B023
            "compose": lambda: sheet.compose(window, land, overlay, holding),  # noqa: B023
        }
        for name, call in parts.items():
            figures[f"chunk_{w}_{name}_ms"] = round(min(timed(call) for _ in range(5)), 1)
    return figures


def main() -> None:
    pygame.init()
    screen = pygame.display.set_mode(SIZE)
    scenario = load_scenario(SCENARIO)
    state = new_game(scenario, 1)[0]
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        figures["first_frame_without_cache_ms"] = round(first_frame(scenario, state, cache, screen))
        figures["first_frame_with_cache_ms"] = round(first_frame(scenario, state, cache, screen))
        view = MapView(scenario, theme(), cache)
        view.resize(screen.get_rect())
        view.set_zoom(ZOOMS.index(64))
        view.centre_on(scenario.board.grid.index(25, 27))
        view.show(state, set(range(COUNTERS)))
        figures["whole_screen_sharp_ms"] = round(timed(lambda: view.wait(60_000)))
        frames(view, screen)
        view.wait(60_000)
        still = frames(view, screen)
        figures["frame_median_ms"] = round(statistics.median(still), 2)
        figures["frame_p99_ms"] = round(still[int(0.99 * len(still))], 2)
        view.set_zoom(ZOOMS.index(88))
        busy = frames(view, screen)
        figures["frame_while_building_median_ms"] = round(statistics.median(busy), 2)
        figures["frame_while_building_p99_ms"] = round(busy[int(0.99 * len(busy))], 2)
        view.wait(60_000)
        figures |= chunk_times(view, scenario)
        control = state.control
        figures["fronts_ms"] = round(
            min(timed(lambda: view.sheet.holding(control)) for _ in range(5)), 1
        )
        view.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["peak_memory_mib"] = round(peak / 1024)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
