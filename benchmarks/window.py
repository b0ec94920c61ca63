"""What the window costs, as one JSON object: ``python benchmarks/window.py``. Medians, ms.

The screens are drawn at 1920x1080 by the program itself, into a screen in memory; with
``SDL_VIDEODRIVER=x11`` and a display, for instance under ``xvfb-run``, into a real window.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
from engine import wide_map
from map_view import drags, frames, timed

from game.engine.scenario import Scenario
from game.history.film import Film
from game.scenario.package import load_record, load_scenario
from game.session import Seat, Session
from game.storage.settings import Settings
from game.ui.app import App
from game.ui.map.overlays import Reach, supply_zone, zoc_zone
from game.ui.map.palette import ZOOMS
from game.ui.map.view import MapView, Overlay
from game.ui.scene import Scene
from game.ui.scenes.play import scene_for
from game.ui.scenes.play.reach import reach_of
from game.ui.scenes.replay.scene import ReplayScene
from game.ui.scenes.title import TitleScene

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = "deir_ez_zor_2017"
SIZE = (1920, 1080)
STARTS = 5
SEEKS = (1, 65, 30, 2, 50, 12, 64, 33, 7, 41)
IDLE_MS = 2000
PATIENCE = 120.0

Figures = dict[str, object]


def start_ms(home: Path) -> float:
    """Time from starting the process to the first frame of its title."""
    ready = home / "ready"
    ready.unlink(missing_ok=True)
    environment = {**os.environ, "FURAT_READY_FILE": str(ready)}
    environment.setdefault("DISPLAY", ":0")
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "main.py"], cwd=ROOT, env=environment)
    try:
        while not ready.exists():
            if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                raise SystemExit("The game did not start.")
            time.sleep(0.001)
        return (time.perf_counter() - begun) * 1000
    finally:
        process.kill()
        process.wait()


def starts(home: Path) -> Figures:
    """Starts with empty folders for what is kept between starts, and with full ones."""
    cold, warm = [], []
    for number in range(STARTS):
        os.environ["FURAT_CACHE_DIR"] = str(home / f"cache{number}")
        cold.append(start_ms(home))
    wait_for_thumbnails()
    for _ in range(STARTS):
        warm.append(start_ms(home))
    return {
        "title_without_cache_ms": round(statistics.median(cold)),
        "title_with_cache_ms": round(statistics.median(warm)),
    }


def wait_for_thumbnails() -> None:
    """Let a title fill the cache with the pictures of its cards."""
    app = opened(TitleScene())
    settle(app, app.scene)
    app.clear()


def opened(scene: Scene) -> App:
    """An app with one screen."""
    app = App(Settings(note_seen=True, tour_done=True, scale=100), size=SIZE)
    app.push(scene)
    return app


def settle(app: App, scene: Scene) -> None:
    """Let time pass until nothing more comes."""
    shown = getattr(scene, "map", None)
    view = getattr(shown, "view", shown)
    quiet, begun = 0, time.perf_counter()
    busy = getattr(scene, "busy", lambda: False)
    while quiet < 20:
        drew = app.step(pygame.event.get(), 16)
        if isinstance(view, MapView):
            view.wait(60_000)
        quiet = 0 if drew or app.moving or busy() else quiet + 1
        time.sleep(0.005)
        if time.perf_counter() - begun > PATIENCE:
            raise SystemExit(f"{type(scene).__name__} never comes to rest.")
    app.tidying.passed(1000, quiet=True)  # as the app's own loop does by now


def spread(times: list[float], name: str) -> Figures:
    """Median and 99th percentile."""
    ordered = sorted(times)
    return {
        f"{name}_median_ms": round(statistics.median(ordered), 2),
        f"{name}_p99_ms": round(ordered[int(0.99 * len(ordered))], 2),
    }


def idle_frames(app: App) -> int:
    """Frames drawn while nobody does anything; ends the app."""
    drawn = 0
    show = app.window.show

    def counted(areas: Sequence[pygame.Rect] = ()) -> None:
        nonlocal drawn
        drawn += 1
        show(areas)

    app.window.show = counted  # type: ignore[method-assign]
    over = pygame.event.Event(pygame.QUIT)
    stop = threading.Timer(IDLE_MS / 1000, lambda: pygame.event.post(over))
    stop.start()
    app.run()
    return drawn


def session(scenario: Scenario) -> Session:
    """A game with a player on the graded side and nobody else."""
    sides = scenario.oob.sides
    seats = {
        side.id: Seat("human" if number == scenario.grade_side else "none")
        for number, side in enumerate(sides)
    }
    return Session.new(scenario, 1, seats)


def overlays(game: Session) -> list[Overlay]:
    """Everything that can lie over the map at once: reach, supply, zones of control."""
    state = game.state
    found: list[Overlay] = []
    own = [n for n, card in enumerate(game.scenario.oob.units) if card.side == state.active]
    reach = max((reach_of(state, unit) for unit in own), key=lambda one: len(one.costs))
    found.append(Reach(reach.costs, reach.stops))
    found += [supply_zone(state, state.active, own=True), zoc_zone(state, state.active)]
    return found


def dragged(app: App, at: tuple[int, int]) -> list[float]:
    """Times of frames of the whole screen while a hand drags the map away and back."""
    press = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=2)
    at = at[0] + 20, at[1]  # far enough to be a drag
    app.step([press], 16)
    times = []
    for step in drags():
        move = pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=step, buttons=(0, 1, 0))
        times.append(timed(lambda: app.step([move], 16)))  # noqa: B023
    app.step([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=2)], 16)
    return times


def panning(scenario: Scenario, name: str) -> Figures:
    """Frames of the map alone and of the whole playing screen, dragged about."""
    game = session(scenario)
    scene = scene_for(game)
    app = opened(scene)
    settle(app, scene)
    idle = {f"{name}_play_idle_frames": 0}
    scene.map.close()
    view = scene.map = MapView(scenario, app.theme, Path(os.environ["FURAT_CACHE_DIR"]))
    view.resize(scene.map_rect())
    view.set_zoom(ZOOMS.index(64))
    lying = overlays(game)
    units = [unit.at for unit in game.state.units if unit.at >= 0]
    middle = sorted(units)[len(units) // 2]
    view.show(game.state, None)
    view.overlays = lying
    view.centre_on(middle)
    view.wait(60_000)
    frames(view, app.surface)
    view.wait(60_000)
    figures = spread(frames(view, app.surface), f"{name}_map_frame")
    view.overlays = lying
    settle(app, scene)
    figures |= spread(dragged(app, view.rect.center), f"{name}_screen_frame")
    app.redraw()
    figures[f"{name}_whole_screen_ms"] = round(timed(lambda: app.step([], 16)), 2)
    settle(app, scene)
    idle[f"{name}_play_idle_frames"] = idle_frames(app)
    return figures | idle


def replaying(scenario: Scenario) -> Figures:
    """Going to a day of a film that has been carried out."""
    film = Film(scenario, load_record(SCENARIO))
    begun = time.perf_counter()
    film.start()
    film.wait(film.turns)
    computed = time.perf_counter() - begun
    scene = ReplayScene(film, SCENARIO)
    app = opened(scene)
    settle(app, scene)
    seeks, built = [], []
    for turn in SEEKS:

        def seek(day: int = turn) -> None:
            scene.go_to(day)
            app.step([], 16)

        seeks.append(timed(seek))
        begun = time.perf_counter()
        scene.map.view.wait(60_000)  # whatever changed, beyond the rim of the screen too
        built.append((time.perf_counter() - begun) * 1000)
        settle(app, scene)
    return {
        "film_s": round(computed, 2),
        "seek_median_ms": round(statistics.median(seeks), 1),
        "seek_worst_ms": round(max(seeks), 1),
        "seek_map_redrawn_median_ms": round(statistics.median(built), 1),
        "replay_idle_frames": idle_frames(app),
    }


def main() -> None:
    figures: Figures = {"driver": os.environ["SDL_VIDEODRIVER"]}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["FURAT_CONFIG_DIR"] = str(home / "config")
        os.environ["FURAT_DATA_DIR"] = str(home / "data")
        Settings(note_seen=True, tour_done=True, scale=100, window_width=SIZE[0],
                 window_height=SIZE[1]).save()  # fmt: skip
        figures |= starts(home)
        scenario = load_scenario(SCENARIO)
        title = TitleScene()
        app = opened(title)
        settle(app, title)
        figures["title_idle_frames"] = idle_frames(app)
        figures |= replaying(scenario)
        figures |= panning(scenario, "campaign")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        figures["peak_memory_mib"] = round(peak / 1024)
        figures |= panning(wide_map(scenario), "256x256")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        figures["256x256_peak_memory_mib"] = round(peak / 1024)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
