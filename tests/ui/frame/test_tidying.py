"""Rubbish is looked for in quiet moments only, and what a screen leaves behind is found."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.ui.tidying import Tidying


class Thing:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def tidying() -> Iterator[Tidying]:
    gc.disable()
    yield Tidying()
    gc.unfreeze()
    gc.enable()


def test_it_waits_for_a_quiet_moment_and_then_rests(tidying: Tidying) -> None:
    gone = weakref.ref(Thing())
    for _ in range(10):
        tidying.passed(300, quiet=True)
        tidying.passed(16, quiet=False)
    assert gone() is not None
    tidying.passed(300, quiet=True)
    tidying.passed(300, quiet=True)
    assert gone() is None
    assert gc.get_freeze_count() > 0
    later = weakref.ref(Thing())
    tidying.passed(1000, quiet=True)
    assert later() is not None


def test_what_a_screen_leaves_behind_is_found_on_the_next(tidying: Tidying) -> None:
    scene = Thing()
    left = weakref.ref(scene)
    tidying.passed(1000, quiet=True)
    del scene
    gc.collect()
    assert left() is not None  # set aside
    tidying.changed()
    tidying.passed(1000, quiet=True)
    assert left() is None
