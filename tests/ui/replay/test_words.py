"""Every word of the replay is there in both languages."""

import re
from pathlib import Path

import pytest

import game.ui.scenes.replay as package
from game.history.claims import VOICES
from game.ui.scenes.replay.order_words import _KEYS
from game.ui.toolkit.words import catalogue

FOLDER = Path(package.__file__).parent


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_all_keys_are_there(lang: str) -> None:
    known = catalogue(lang)
    used = set()
    for path in FOLDER.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"[\"']((?:replay|compare|common|layers)\.[a-z_0-9]+)[\"']", text))
    used |= {f"replay.voice_{voice}" for voice in VOICES}
    used |= {f"replay.order_{key}" for key in _KEYS.values() if key != "stand_fast"}
    assert sorted(used - set(known)) == []
