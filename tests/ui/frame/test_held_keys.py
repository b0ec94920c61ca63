"""Keys held down: what counts as a press, what as its repeat, what as neither."""

import pygame

from game.ui.held_keys import HeldKeys

DOWN, UP = pygame.KEYDOWN, pygame.KEYUP


def _key(kind: int, key: int) -> pygame.event.Event:
    return pygame.event.Event(kind, {"key": key, "mod": 0, "unicode": ""})


def test_a_tap_while_the_program_was_busy_is_one_press() -> None:
    held = HeldKeys(lambda key: False)
    late = [_key(DOWN, pygame.K_LEFT) for _ in range(40)] + [_key(UP, pygame.K_LEFT)]
    assert [event.type for event in held.sift(late)] == [DOWN, UP]
    assert len(held.sift([_key(DOWN, pygame.K_LEFT)])) == 1


def test_a_held_key_repeats_once_a_frame_and_says_so() -> None:
    held = HeldKeys(lambda key: True)
    assert not hasattr(held.sift([_key(DOWN, pygame.K_LEFT)])[0], "repeat")
    (again,) = held.sift([_key(DOWN, pygame.K_LEFT), _key(DOWN, pygame.K_LEFT)])
    assert again.repeat
    assert again.key == pygame.K_LEFT


def test_enter_and_space_do_not_repeat_unless_one_is_writing() -> None:
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE):
        held = HeldKeys(lambda key: True)
        assert held.sift([_key(DOWN, key)])
        assert not held.sift([_key(DOWN, key)])
        assert held.sift([_key(DOWN, key)], writing=True)


def test_a_key_let_go_elsewhere_is_a_new_press() -> None:
    held = HeldKeys(lambda key: True)
    held.sift([_key(DOWN, pygame.K_n)])
    held.sift([pygame.event.Event(pygame.WINDOWFOCUSLOST)])
    (pressed,) = held.sift([_key(DOWN, pygame.K_n)])
    assert not hasattr(pressed, "repeat")
