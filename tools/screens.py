"""Photographs of every screen, made by the real app without a display.

    python -m tools.screens OUT [--size 1920x1080] [--lang en|ar] [--scale 100] [--skin dark]
        [--only NAME] [--beside FOLDER]

Each screen that a module of `game.ui.scenes` offers with `pictures()` becomes `OUT/NAME_WIDTH.png`.
With `--beside` the picture of the same name in another folder stands to the right of it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pygame

    from game.ui.app import App
    from game.ui.scene import Picture

STEPS = 400
"""How many times a screen may say that it is still moving before it is taken as it is."""
STEP_MS = 25
MAP_MS = 60_000
"""How long the tiles of a map may take."""


def main() -> int:
    """Make the pictures; returns the exit code."""
    asked = _arguments()
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    if not asked.own_settings:
        os.environ["FURAT_CONFIG_DIR"] = tempfile.mkdtemp(prefix="furat-screens-")
        os.environ["FURAT_DATA_DIR"] = os.environ["FURAT_CONFIG_DIR"]
    width, height = (int(part) for part in asked.size.split("x"))
    from game.ui.pygame_ce import prepare

    prepare()
    import pygame

    from game.storage.settings import Settings
    from game.ui.app import App

    settings = Settings(language=asked.lang, scale=asked.scale, skin=asked.skin, note_seen=True)
    out = Path(asked.out)
    out.mkdir(parents=True, exist_ok=True)
    app = App(settings, size=(width, height))
    made = failed = 0
    for name, show in screens():
        if asked.only and not any(part in name for part in asked.only.split(",")):
            continue
        try:
            show(app)
            settle(app)
        except Exception:
            failed += 1
            sys.stderr.write(f"{name} cannot be shown:\n{traceback.format_exc()}")
            continue
        picture = app.surface.copy()
        stem = f"{name}_{width}"
        if asked.beside:
            picture = _beside(picture, Path(asked.beside) / f"{stem}.png")
        pygame.image.save(picture, out / f"{stem}.png")
        sys.stdout.write(f"{out / stem}.png\n")
        made += 1
    app.clear()
    return 0 if made and not failed else 1


def screens() -> Iterator[tuple[str, Picture]]:
    """Return name and maker of every picture there is, in the order of their names."""
    import importlib
    import pkgutil

    import game.ui.scenes as home

    found: dict[str, Picture] = {}
    for module in pkgutil.walk_packages(home.__path__, home.__name__ + "."):
        loaded = importlib.import_module(module.name)
        offered = getattr(loaded, "pictures", None)
        if callable(offered) and getattr(offered, "__module__", "") == module.name:
            try:
                found.update(offered())
            except ImportError as error:
                sys.stderr.write(f"{module.name} offers no pictures: {error}\n")
    yield from sorted(found.items())


def settle(app: App) -> None:
    """Let time pass until the screen has nothing more to show."""
    app.step([], 0)
    for _ in range(STEPS):
        app.step([], STEP_MS)
        busy = getattr(app.scene, "busy", None)
        waiting = busy() if callable(busy) else False
        if not app.moving and not waiting:
            break
        if waiting:
            time.sleep(STEP_MS / 1000)
    view = getattr(app.scene, "map", None)
    view = getattr(view, "view", view)
    if view is not None and view.wait(MAP_MS):
        app.step([], 0)
    app.redraw()
    app.step([], 0)


def _beside(picture: pygame.Surface, target: Path) -> pygame.Surface:
    import pygame

    if not target.is_file():
        return picture
    other = pygame.image.load(target)
    joined = pygame.Surface(
        (picture.get_width() + other.get_width(), max(picture.get_height(), other.get_height()))
    )
    joined.blit(picture, (0, 0))
    joined.blit(other, (picture.get_width(), 0))
    return joined


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", help="folder for the pictures")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--lang", default="en", choices=("en", "ar"))
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--skin", default="dark", choices=("dark", "light", "high_contrast"))
    parser.add_argument("--only", default="", help="parts of names, with commas between")
    parser.add_argument("--beside", default="", help="folder of pictures to put beside")
    parser.add_argument("--own-settings", action="store_true", help="use the user's own folders")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
