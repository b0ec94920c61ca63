"""The values of a slider: where its head stands, what a place on its track and a key give."""

from __future__ import annotations

import pygame

from game.ui.toolkit.control import Control
from game.ui.toolkit.theme import Theme


def slider_track(theme: Theme, control: Control) -> pygame.Rect:
    """Return where the head of a slider can stand."""
    return control.shown.inflate(-2 * theme.px(9), 0)


def slider_x(theme: Theme, control: Control) -> int:
    """Return where the head of a slider stands."""
    track = slider_track(theme, control)
    least, most, _ = control.span
    part = (_value(control) - least) / (most - least) if most > least else 0.0
    part = min(1.0, max(0.0, part))
    return round(track.right - part * track.w if theme.rtl else track.x + part * track.w)


def value_at(theme: Theme, control: Control, x: int) -> int | float:
    """Return the value the slider has with its head at a pixel."""
    track = slider_track(theme, control)
    part = (track.right - x if theme.rtl else x - track.x) / max(1, track.w)
    least, most, _ = control.span
    return nearest(control, least + part * (most - least))


def value_of_key(theme: Theme, control: Control, key: int) -> int | float | None:
    """Return the value a key leads to; None if the key is not one of a slider's."""
    least, most, step = control.span
    forward = -1 if theme.rtl else 1
    steps = {
        pygame.K_LEFT: -forward,
        pygame.K_RIGHT: forward,
        pygame.K_PAGEUP: 5,
        pygame.K_PAGEDOWN: -5,
    }
    if key in steps:
        return nearest(control, _value(control) + steps[key] * (step or (most - least) / 20))
    if key in (pygame.K_HOME, pygame.K_END):
        return nearest(control, least if key == pygame.K_HOME else most)
    return None


def nearest(control: Control, wanted: float) -> int | float:
    """Return the value within the span and on a step of it that is next to the wanted one."""
    least, most, step = control.span
    if step > 0:
        wanted = least + round((wanted - least) / step) * step
    value = round(min(most, max(least, wanted)), 6)
    whole = all(float(number).is_integer() for number in control.span)
    return int(value) if whole else value


def _value(control: Control) -> int | float:
    return control.value if isinstance(control.value, int | float) else control.span[0]
