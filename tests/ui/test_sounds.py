"""Cues are short and quiet, can be switched off, and are never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import numpy as np
import pygame
import pytest

from game.engine import events as e
from game.engine.dice import Purpose
from game.storage.settings import Settings
from game.ui import sounds as module
from game.ui.app import App
from game.ui.scenes.play.cues import cue_of_order, heard
from game.ui.scenes.settings import SettingsScene
from game.ui.sounds import CUES, RATE, Cue, Sounds
from game.ui.waves import samples
from tests.ui.frame.hands import click, find, press

HARM = e.HarmRecorded(3, 0, "air")
ON = Settings(sounds=True, volume=70)


def rolled(purpose: Purpose) -> e.DiceRolled:
    return e.DiceRolled(purpose, "", (3, 4), 7, 0, True, (6, 36), False)


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    pygame.mixer.quit()  # another test of this process may have opened it
    made = Sounds()
    yield made
    made.close()
    pygame.mixer.quit()


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    made = App(Settings(scale=100, note_seen=True), size=(1280, 720))
    yield made
    made.clear()
    made.sounds.close()
    pygame.event.clear()


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_short_and_quiet(cue: Cue) -> None:
    wave = samples(cue)
    assert wave.dtype == np.int16
    assert wave.ndim == 1
    assert 0.02 * RATE < wave.size < 0.3 * RATE
    peak = np.max(np.abs(wave.astype(float))) / 32767
    assert 0.02 < peak < 0.35
    assert wave[0] == 0
    assert wave[-1] == 0
    assert abs(float(np.mean(wave))) < 100


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_the_same_every_time(cue: Cue) -> None:
    assert np.array_equal(samples(cue), samples(cue))


@pytest.mark.parametrize("cue", CUES)
def test_every_cue_can_be_played(sounds: Sounds, cue: Cue) -> None:
    assert pygame.mixer.get_init() is None
    sounds.want(cue)
    assert sounds.play(ON) == cue
    assert pygame.mixer.get_busy()
    assert sounds.play(ON) is None


def test_of_several_cues_one_is_heard(sounds: Sounds) -> None:
    for cue in ("select", "dice", "move"):
        sounds.want(cue)
    assert sounds.play(ON) == "dice"


def test_a_key_held_down_does_not_pile_cues_up(sounds: Sounds) -> None:
    for _ in range(20):
        sounds.want("select")
        sounds.play(ON)
    busy = [n for n in range(pygame.mixer.get_num_channels()) if pygame.mixer.Channel(n).get_busy()]
    assert len(busy) <= 1


def test_the_volume_counts(sounds: Sounds) -> None:
    sounds.want("move")
    sounds.play(Settings(volume=25))
    assert sounds._made["move"].get_volume() == pytest.approx(0.25, abs=0.02)
    sounds.want("dice")
    assert sounds.play(Settings(volume=0)) is None


def test_the_switch_silences_and_lets_go_of_the_device(sounds: Sounds) -> None:
    off = Settings(sounds=False)
    sounds.want("move")
    assert sounds.play(off) is None
    assert pygame.mixer.get_init() is None
    sounds.want("move")
    assert sounds.play(ON) == "move"
    sounds.want("move")
    assert sounds.play(off) is None
    assert pygame.mixer.get_init() is None
    assert sounds.play(ON) is None  # what was wanted while it was off is forgotten
    sounds.want("move")
    assert sounds.play(ON) == "move"


@pytest.mark.parametrize("error", [pygame.error("no device"), NotImplementedError("no mixer")])
def test_without_a_mixer_there_is_silence(
    sounds: Sounds, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fail(*_: object, **__: object) -> None:
        tried.append(1)
        raise error

    monkeypatch.setattr(pygame.mixer, "init", fail)
    for _ in range(3):
        sounds.want("move")
        assert sounds.play(ON) is None
    assert len(tried) == 1


def test_a_mixer_that_goes_away_is_no_error(sounds: Sounds) -> None:
    sounds.want("move")
    sounds.play(ON)
    pygame.mixer.quit()
    for cue in ("dice", "move"):
        sounds.want(cue)
        assert sounds.play(ON) is None


def test_nothing_is_written_to_the_terminal_without_a_device() -> None:
    """In a process of its own: what ALSA and others write does not pass through Python."""
    program = (
        "from game.storage.settings import Settings\n"
        "from game.ui.sounds import Sounds\n"
        "s = Sounds(); s.want('move'); s.play(Settings()); s.close()\n"
        "import sys; sys.stderr.write('still here')\n"
    )
    for driver in ("alsa", "nonsense"):
        env = {**os.environ, "SDL_AUDIODRIVER": driver, "PYGAME_HIDE_SUPPORT_PROMPT": "1",
               "ALSA_CONFIG_PATH": os.devnull}  # fmt: skip
        root = Path(module.__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", program], env=env, cwd=root, capture_output=True, text=True,
            timeout=60, check=True,
        )  # fmt: skip
        assert done.stderr == "still here"
        assert done.stdout == ""


def test_no_terminal_at_all(sounds: Sounds, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: int) -> int:
        raise OSError

    monkeypatch.setattr(module.os, "dup", closed)
    sounds.want("move")
    assert sounds.play(ON) == "move"


def test_the_same_cue_whatever_the_dice_show() -> None:
    assert cue_of_order(()) == "move"
    assert cue_of_order((rolled(Purpose.ATTACK),)) == "dice"
    assert cue_of_order((rolled(Purpose.BOMBARD),)) == "dice"
    assert cue_of_order((rolled(Purpose.BELT),)) == "move"


@pytest.mark.parametrize("cue", CUES)
def test_nothing_sounds_at_harm(cue: Cue) -> None:
    assert heard(cue, (rolled(Purpose.ATTACK), HARM), hotseat=False) is None
    assert heard(cue, (), hotseat=False) == cue


def test_at_a_shared_screen_no_sound_tells_of_the_other_side() -> None:
    loud = {cue for cue in CUES if heard(cue, (rolled(Purpose.ATTACK),), hotseat=True)}
    assert loud == {"select", "end_turn"}


def test_settings_have_a_switch_and_a_volume(app: App) -> None:
    app.push(SettingsScene("sound"))
    played = []
    app.sounds._start = lambda cue, volume: played.append((cue, volume))  # type: ignore[assignment, func-returns-value]
    click(app, "sounds")
    assert not app.settings.sounds
    assert not played
    click(app, "sounds")
    assert app.settings.sounds
    assert played == [("move", 0.7)]
    app.scene.controls.set_focus("volume")
    press(app, "Right")
    assert app.settings.volume == 75
    assert played[-1] == ("move", 0.75)
    assert find(app, "volume").value == 75


def test_the_app_plays_what_a_screen_asks_for(app: App) -> None:
    app.push(SettingsScene("sound"))
    app.sound("select")
    assert not pygame.mixer.get_init()
    app.step([], 16)
    assert pygame.mixer.get_busy()
