"""The live key table and the keys people press."""

from itertools import combinations

import pygame
import pytest

from game.ui.chords import Chord, pressed
from game.ui.key_actions import ACTIONS, GROUPS, SHEET
from game.ui.keys import KeyTable
from game.ui.toolkit.words import words


def event(key: int, mod: int = 0, sign: str = "", scancode: int = 0) -> pygame.event.Event:
    return pygame.event.Event(
        pygame.KEYDOWN, {"key": key, "mod": mod, "unicode": sign, "scancode": scancode}
    )


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_first_keys_read_back_as_they_are_written(action) -> None:
    for text in action.keys:
        assert Chord.parse(str(Chord.parse(text))) == Chord.parse(text)


def test_no_key_does_two_things_in_one_screen() -> None:
    table = KeyTable()
    for group in GROUPS:
        for one, other in combinations([a for a in ACTIONS if a.group in (group, "everywhere")], 2):
            assert not set(table.chords(one.id)) & set(table.chords(other.id)), (one.id, other.id)


def test_sheet_shows_every_action_once() -> None:
    shown = [name for rows in SHEET.values() for row in rows for name in row.actions]
    assert sorted(shown) == sorted(action.id for action in ACTIONS)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_row_and_action_has_words(lang: str) -> None:
    w = words(lang)
    for rows in SHEET.values():
        for row in rows:
            assert w.has(f"keys.row.{row.id}")
            if len(row.actions) > 1:
                assert all(w.has(f"keys.action.{name}") for name in row.actions)


@pytest.mark.parametrize(
    ("key", "mod", "sign", "groups", "action"),
    [
        (pygame.K_n, 0, "n", ("play", "map", "everywhere"), "next_unit"),
        (pygame.K_n, pygame.KMOD_LSHIFT, "N", ("play", "map", "everywhere"), "previous_unit"),
        (pygame.K_RETURN, pygame.KMOD_RCTRL, "", ("play", "map", "everywhere"), "end_turn"),
        (pygame.K_SPACE, 0, " ", ("play", "map", "everywhere"), "hold"),
        (pygame.K_SPACE, 0, " ", ("replay", "map", "everywhere"), "play_pause"),
        (pygame.K_LEFT, 0, "", ("replay", "map", "everywhere"), "event_back"),
        (pygame.K_LEFT, 0, "", ("play", "map", "everywhere"), "pan_left"),
        (pygame.K_s, 0, "s", ("play", "map", "everywhere"), "cursor_sw"),
        (pygame.K_a, 0, "a", ("play", "map", "everywhere"), "cursor_w"),
        (pygame.K_f, 0, "f", ("play", "map", "everywhere"), "attack"),
        (pygame.K_i, 0, "i", ("play", "map", "everywhere"), "statistics"),
        (pygame.K_KP_PLUS, 0, "+", ("map",), "zoom_in"),
        (pygame.K_EQUALS, pygame.KMOD_SHIFT, "+", ("map",), "zoom_in"),
        (pygame.K_8, pygame.KMOD_RALT, "[", ("replay",), "slower"),
        (pygame.K_F1, 0, "", ("everywhere",), "keys"),
        (pygame.K_F2, 0, "", ("play", "map", "everywhere"), "why"),
        (pygame.K_z, pygame.KMOD_CTRL, "", ("play",), "undo"),
        (pygame.K_z, pygame.KMOD_META, "", ("play",), "undo"),
        (pygame.K_x, 0, "x", ("play", "map", "everywhere"), None),
        (pygame.K_LSHIFT, pygame.KMOD_SHIFT, "", ("play", "map", "everywhere"), None),
    ],
)
def test_what_a_press_does(key, mod, sign, groups, action) -> None:
    assert KeyTable().action(event(key, mod, sign), groups) == action


def test_letters_of_another_script_count_by_their_place() -> None:
    arabic = event(0x0649, 0, "ى", pygame.KSCAN_N)
    assert KeyTable().action(arabic, ("play",)) == "next_unit"


def test_rebinding_takes_the_key_from_who_had_it() -> None:
    table = KeyTable()
    assert table.rebind("attack", Chord.parse("N")) == ["next_unit"]
    assert table.action(event(pygame.K_n, 0, "n"), ("play",)) == "attack"
    assert table.chords("next_unit") == ()
    assert table.changed() == {"attack": ["N"], "next_unit": []}
    again = KeyTable(table.changed())
    assert again.action(event(pygame.K_n, 0, "n"), ("play",)) == "attack"
    again.restore()
    assert again.changed() == {}


def test_a_second_key_stays_when_the_first_is_changed() -> None:
    table = KeyTable()
    table.rebind("undo", Chord.parse("P"))
    assert [str(chord) for chord in table.chords("undo")] == ["P", "Ctrl+Z"]


@pytest.mark.parametrize("chord", ["Esc", "Tab", "Enter", "F6"])
def test_keys_that_steer_the_program_cannot_be_taken(chord: str) -> None:
    with pytest.raises(ValueError, match="cannot be given"):
        KeyTable().rebind("centre", Chord.parse(chord))


def test_keys_of_another_version_are_left_out() -> None:
    table = KeyTable({"attack": ["Hyper+F"], "nonsense": ["Z"], "back": ["Q"]})
    assert table.chords("attack") == ()
    assert table.cap("back") == "Esc"


def test_a_modifier_alone_is_no_chord() -> None:
    assert pressed(event(pygame.K_LCTRL, pygame.KMOD_CTRL)) is None
