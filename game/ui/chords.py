"""Keys with their modifiers, as a press, as a text, and as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

_NAMED: Final = {
    "Enter": pygame.K_RETURN,
    "Space": pygame.K_SPACE,
    "Esc": pygame.K_ESCAPE,
    "Tab": pygame.K_TAB,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "Up": pygame.K_UP,
    "Down": pygame.K_DOWN,
    "PgUp": pygame.K_PAGEUP,
    "PgDn": pygame.K_PAGEDOWN,
    "Home": pygame.K_HOME,
    "End": pygame.K_END,
    "Ins": pygame.K_INSERT,
    "Del": pygame.K_DELETE,
    "Back": pygame.K_BACKSPACE,
    **{f"F{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)},
}
_KEYPAD: Final = {
    pygame.K_KP_ENTER: pygame.K_RETURN,
    pygame.K_KP_PLUS: pygame.K_PLUS,
    pygame.K_KP_MINUS: pygame.K_MINUS,
    **{getattr(pygame, f"K_KP{n}"): pygame.K_0 + n for n in range(10)},
}
_NAMES: Final = {code: name for name, code in _NAMED.items()}
_ARROWS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−"}
_ALONE: Final = {
    getattr(pygame, f"K_{side}{name}") for side in "LR" for name in ("CTRL", "SHIFT", "ALT", "META")
} | {pygame.K_MODE, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR}
_LAST_ASCII: Final = 127
_SHIFTED: Final = "+?:!_<>"
"""Signs that need Shift on some keyboards and not on others; Shift does not count with them."""


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with the modifiers held while it is pressed."""

    key: int
    ctrl: bool = False
    shift: bool = False
    alt: bool = False

    def __str__(self) -> str:
        return "".join(
            (
                "Ctrl+" * self.ctrl,
                "Alt+" * self.alt,
                "Shift+" * self.shift,
                _NAMES.get(self.key) or chr(self.key).upper(),
            )
        )

    @property
    def cap(self) -> str:
        """The chord as a key cap shows it: `Ctrl Enter`, `Shift N`, an arrow."""
        bare = _NAMES.get(self.key) or chr(self.key).upper()
        held = ("Ctrl " * self.ctrl) + ("Alt " * self.alt) + ("Shift " * self.shift)
        return held + _ARROWS.get(bare, bare)

    @staticmethod
    def parse(text: str) -> Chord:
        """Return the chord of a text such as `Ctrl+Shift+N`.

        Raises:
            ValueError: if it names no key.
        """
        rest, held = text, set()
        for name in ("Ctrl", "Alt", "Shift"):
            if rest.startswith(f"{name}+"):
                held.add(name)
                rest = rest[len(name) + 1 :]
        key = _NAMED.get(rest)
        if key is None:
            if len(rest) != 1 or not rest.isprintable():
                raise ValueError(f"{text!r} names no key")
            key = ord(rest.lower())
        return Chord(key, "Ctrl" in held, "Shift" in held, "Alt" in held)


def pressed(event: pygame.event.Event) -> Chord | None:
    """Return the chord of a KEYDOWN event, None for a modifier alone or a key without a name.

    On a keyboard whose letters are not Latin the key counts by its place, as on a US keyboard.
    """
    key: int = event.key
    if key in _ALONE:
        return None
    key = _KEYPAD.get(key, key)
    if key not in _NAMES and not (pygame.K_SPACE <= key <= _LAST_ASCII):
        key = _by_place(getattr(event, "scancode", 0))
        if not key:
            return None
    held = getattr(event, "mod", 0)
    shift = bool(held & pygame.KMOD_SHIFT) and not (key < _LAST_ASCII and chr(key) in _SHIFTED)
    sign = _sign(event) if not held & (pygame.KMOD_CTRL | pygame.KMOD_META) else ""
    if sign:
        # On some keyboards such a sign is typed with AltGr, which may count as Alt.
        return Chord(ord(sign))
    return Chord(
        key,
        bool(held & (pygame.KMOD_CTRL | pygame.KMOD_META)),
        shift,
        bool(held & pygame.KMOD_ALT) and not held & pygame.KMOD_MODE,
    )


def _sign(event: pygame.event.Event) -> str:
    """The sign a press types, where that is no letter or digit: brackets lie elsewhere abroad."""
    typed: str = getattr(event, "unicode", "")
    if len(typed) == 1 and typed.isascii() and typed.isprintable() and not typed.isalnum():
        return typed if typed != " " else ""
    return ""


def _by_place(scancode: int) -> int:
    first = pygame.KSCAN_A
    if first <= scancode < first + 26:
        return pygame.K_a + scancode - first
    return 0
