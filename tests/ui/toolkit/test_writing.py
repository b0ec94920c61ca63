"""Selecting in fields: by keys and by the mouse; copied, cut, and written over."""

from __future__ import annotations

import pygame
import pytest

from game.ui.toolkit import writing
from game.ui.toolkit.controls import Control, ControlList
from game.ui.toolkit.editing import Line
from game.ui.toolkit.theme import Theme


def press(key: int, *mods: int, text: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=sum(mods), unicode=text)


def mouse(kind: int, pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=pos, button=1, buttons=(1, 0, 0), rel=(0, 0))


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What has been copied."""
    kept: list[str] = []
    monkeypatch.setattr(writing, "_to_clipboard", kept.append)
    monkeypatch.setattr(writing, "_clipboard", lambda: kept[-1])
    return kept


@pytest.fixture
def field(english: Theme) -> ControlList:
    """A field with two words, which has the focus."""
    controls = ControlList(english)
    controls.add(Control("f", pygame.Rect(10, 10, 200, 32), "field", value="one two"))
    controls.set_focus("f", visible=True)
    return controls


def value(controls: ControlList) -> object:
    control = controls.get("f")
    assert control is not None
    return control.value


def test_all_is_selected_and_written_over(field: ControlList, clipboard: list[str]) -> None:
    assert field.handle(press(pygame.K_a, pygame.KMOD_CTRL))
    assert field.handle(press(pygame.K_c, pygame.KMOD_CTRL))
    assert clipboard == ["one two"]
    field.handle(pygame.event.Event(pygame.TEXTINPUT, text="three"))
    assert value(field) == "three"
    assert field.anchor == -1


def test_cut_and_paste(field: ControlList, clipboard: list[str]) -> None:
    field.handle(press(pygame.K_LEFT, pygame.KMOD_CTRL, pygame.KMOD_SHIFT))
    assert field.handle(press(pygame.K_x, pygame.KMOD_CTRL))
    assert (clipboard, value(field)) == (["two"], "one ")
    field.handle(press(pygame.K_HOME))
    field.handle(press(pygame.K_v, pygame.KMOD_CTRL))
    assert value(field) == "twoone "


def test_copying_nothing_is_for_the_scene(field: ControlList) -> None:
    assert not field.handle(press(pygame.K_c, pygame.KMOD_CTRL))
    assert not field.handle(press(pygame.K_x, pygame.KMOD_CTRL))


def test_a_letter_or_back_takes_the_place_of_what_is_selected(field: ControlList) -> None:
    for _ in range(3):
        field.handle(press(pygame.K_LEFT, pygame.KMOD_SHIFT))
    field.handle(press(pygame.K_BACKSPACE))
    assert value(field) == "one "
    field.handle(press(pygame.K_HOME, pygame.KMOD_SHIFT))
    field.handle(press(pygame.K_DELETE))
    assert value(field) == ""


def test_an_arrow_leaves_the_selection_at_its_end() -> None:
    line = Line("one two", 7, anchor=4)
    line.press(pygame.K_LEFT, False, False)
    assert (line.caret, line.selected) == (4, "")
    line = Line("one two", 4, anchor=7)
    line.press(pygame.K_RIGHT, False, False)
    assert (line.caret, line.selected) == (7, "")
    line.press(pygame.K_LEFT, False, True, shift=True)  # in Arabic the left is the end
    assert line.caret == 7


def test_dragging_selects(field: ControlList, english: Theme) -> None:
    field.handle(mouse(pygame.MOUSEBUTTONDOWN, (21, 26)))
    field.handle(mouse(pygame.MOUSEMOTION, (190, 26)))
    assert (field.anchor, field.caret) == (0, 7)
    before, after = pygame.Surface((220, 50)), pygame.Surface((220, 50))
    field.draw(after, english)
    field.anchor = -1
    field.draw(before, english)
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(after, "RGB")
    field.handle(mouse(pygame.MOUSEBUTTONUP, (190, 26)))
    field.handle(mouse(pygame.MOUSEBUTTONDOWN, (21, 26)))
    assert field.anchor == -1


def test_another_field_begins_without_a_selection(field: ControlList) -> None:
    field.add(Control("g", pygame.Rect(10, 50, 200, 32), "field", value="other"))
    field.handle(press(pygame.K_a, pygame.KMOD_CTRL))
    field.set_focus("g")
    assert field.anchor == -1


def test_a_full_field_takes_what_replaces_the_selection() -> None:
    line = Line("full", 4, longest=4, anchor=0)
    assert line.insert("new!")
    assert line.text == "new!"
