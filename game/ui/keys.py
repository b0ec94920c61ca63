"""The live key table: which key does what now.

Actions and their first keys are in `game.ui.key_actions`; what the player changed is kept with the
settings as texts, and what is shown anywhere (key caps, tooltips, the sheet) is read from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pygame

from game.ui.chords import Chord, pressed
from game.ui.key_actions import ACTIONS, Action

_TOGETHER = {
    "play": {"play", "map", "everywhere"},
    "replay": {"replay", "everywhere"},
    "editor": {"editor", "everywhere"},
    "map": {"map", "play", "everywhere"},
    "everywhere": {"play", "map", "replay", "editor", "everywhere"},
}
"""Groups in which a key may stand only once. A replay takes the arrows from the map.

The editor takes 0, the last of its tools.
"""


class KeyTable:
    """Keys of every action, changed ones included."""

    def __init__(self, changed: Mapping[str, Iterable[str]] | None = None) -> None:
        self._actions: dict[str, Action] = {action.id: action for action in ACTIONS}
        self._keys: dict[str, tuple[Chord, ...]] = {}
        self.restore()
        for name, texts in (changed or {}).items():
            if name in self._actions and not self._actions[name].fixed:
                self._keys[name] = tuple(_read(texts))

    def restore(self) -> None:
        """Give every action the keys it had in the beginning."""
        for action in ACTIONS:
            self._keys[action.id] = tuple(Chord.parse(text) for text in action.keys)

    def changed(self) -> dict[str, list[str]]:
        """Return the actions whose keys were changed, as the settings keep them."""
        return {
            action.id: [str(chord) for chord in self._keys[action.id]]
            for action in ACTIONS
            if self._keys[action.id] != tuple(Chord.parse(text) for text in action.keys)
        }

    def chords(self, action: str) -> tuple[Chord, ...]:
        """Return the keys of an action, the chief one first; it may have none."""
        return self._keys[action]

    def cap(self, action: str) -> str:
        """Return the chief key of an action as a key cap shows it, empty if it has none."""
        chords = self._keys[action]
        return chords[0].cap if chords else ""

    def fixed(self, action: str) -> bool:
        """True if the keys of an action cannot be changed."""
        return self._actions[action].fixed

    def action(self, event: pygame.event.Event, groups: Iterable[str]) -> str | None:
        """Return what a key press does in a screen where these groups are alive, first wins."""
        if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
            return None
        chord = pressed(event)
        if chord is None:
            return None
        for group in groups:
            for action in ACTIONS:
                if action.group == group and chord in self._keys[action.id]:
                    return action.id
        return None

    def users(self, action: str, chord: Chord) -> list[str]:
        """Return the other actions which hold a key that an action wants for itself."""
        near = _TOGETHER[self._actions[action].group]
        return [
            other.id
            for other in ACTIONS
            if other.id != action and other.group in near and chord in self._keys[other.id]
        ]

    def rebind(self, action: str, chord: Chord) -> list[str]:
        """Make a key the chief key of an action; returns the actions that lost it.

        Raises:
            ValueError: if either the action or one that holds the key is fixed.
        """
        losers = self.users(action, chord)
        if any(self.fixed(name) for name in (action, *losers)):
            raise ValueError(f"{chord} cannot be given to {action}")
        for name in losers:
            self._keys[name] = tuple(held for held in self._keys[name] if held != chord)
        others = tuple(held for held in self._keys[action][1:] if held != chord)
        self._keys[action] = (chord, *others)
        return losers


def _read(texts: Iterable[str]) -> Iterable[Chord]:
    for text in texts:
        try:
            yield Chord.parse(text)
        except ValueError:
            continue  # written by another version; the action has one key less
