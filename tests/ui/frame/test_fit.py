"""Every screen of the frame, measured: nothing outside, nothing on top of another, nothing cut."""

import importlib
from itertools import combinations

import pytest

from game.ui.app import App
from game.ui.scene import Picture
from game.ui.scenes.page import Page
from game.ui.toolkit.control import Control
from game.ui.toolkit.look import cap_width
from game.ui.toolkit.text import measure

MODULES = (
    "about", "glossary", "handover", "keys", "rules_reader", "settings", "side_choice", "title",
)  # fmt: skip
SIZES = ((1280, 720, 100), (1366, 768, 100), (1920, 1080, 100), (1920, 1080, 200), (1280, 720, 200))
_SIDE_BY_SIDE = ("button", "primary", "tab", "segment")


def pictures() -> dict[str, Picture]:
    found: dict[str, Picture] = {}
    for name in MODULES:
        found.update(importlib.import_module(f"game.ui.scenes.{name}").pictures())
    return found


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_screen_fits(make_app, size: tuple[int, int, int], lang: str) -> None:
    width, height, scale = size
    app = make_app((width, height), scale=scale, language=lang)
    wrong = []
    for name, show in pictures().items():
        show(app)
        wrong += [f"{name}: {fault}" for fault in faults(app)]
    assert not wrong, "\n".join(wrong)


def faults(app: App) -> list[str]:
    """Return what is wrong with the screen that is seen."""
    return [*_outside(app), *_overlapping(app), *_cut_labels(app), *_cut_texts(app)]


def _outside(app: App) -> list[str]:
    window = app.surface.get_rect()
    found = []
    for control in app.scene.controls.controls:
        if control.area is None:
            inside = window.contains(control.rect)
        else:
            area = control.area.rect
            inside = (
                window.contains(area)
                and area.left <= control.rect.left
                and control.rect.right <= area.right
                and area.top <= control.rect.top
                and control.rect.bottom <= area.top + max(area.h, control.area.content_h)
            )
        if not inside:
            found.append(f"{control.id} {control.rect} lies outside")
    return found


def _overlapping(app: App) -> list[str]:
    return [
        f"{one.id} {one.rect} lies on {other.id} {other.rect}"
        for one, other in combinations(app.scene.controls.controls, 2)
        if one.area is other.area and one.rect.colliderect(other.rect)
    ]


def _cut_labels(app: App) -> list[str]:
    return [
        f"{control.id} {control.label!r} is wider than {control.rect.w}"
        for control in app.scene.controls.controls
        if control.label and _needed(app, control) > control.rect.w + 1
    ]


def _needed(app: App, control: Control) -> int:
    theme = app.theme
    px = theme.px
    bold = control.kind in ("primary", "segment") or (control.current and control.kind != "toggle")
    if control.kind == "card":
        return measure(theme, control.label, 16, "semibold")[0] + px(47)
    text = measure(theme, control.label, control.size, "semibold" if bold else "regular")[0]
    if control.kind in _SIDE_BY_SIDE:
        if control.note:
            return measure(theme, control.label, 16, "semibold")[0] + px(47)
        icon = px(16 + 8) if control.icon or (control.kind == "segment" and control.current) else 0
        return text + icon + (cap_width(theme, control.key) + px(8) if control.key else 0) + px(12)
    if control.kind == "toggle":
        return text + px(32)
    if control.kind == "row":
        return text + px(32)
    return text if control.kind == "link" else 0


def _cut_texts(app: App) -> list[str]:
    scene = app.scene
    assert isinstance(scene, Page)
    window = app.surface.get_rect()
    found = []
    for piece in scene.pieces:
        if piece.text and piece.needs > piece.rect.w + 1 and not piece.may_cut:
            found.append(f"{piece.text[:40]!r} needs {piece.needs}, has {piece.rect.w}")
        if piece.text and not (window.left <= piece.rect.left and piece.rect.right <= window.right):
            found.append(f"{piece.text[:40]!r} {piece.rect} lies outside")
        if piece.text and piece.area is None and piece.rect.bottom > window.bottom:
            found.append(f"{piece.text[:40]!r} {piece.rect} lies below the window")
        if piece.text and not piece.may_cut:
            found += _covered(scene, piece.text, piece)
    return found


def _covered(scene: Page, text: str, piece) -> list[str]:
    rect = piece.rect
    if piece.needs < rect.w:
        left = rect.right - piece.needs if scene.theme.rtl else rect.left
        rect = type(rect)(left, rect.y, piece.needs, rect.h).inflate(0, -4)
    return [
        f"{text[:40]!r} {rect} lies under {control.id} {control.rect}"
        for control in scene.controls.controls
        if control.area is piece.area and control.rect.colliderect(rect)
        and control.kind not in ("card", "row", "link")
    ]  # fmt: skip
