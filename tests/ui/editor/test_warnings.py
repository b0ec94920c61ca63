"""Warnings in the list of problems: beside errors, greyed while they are old."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.authoring.second_look import PAUSE_MS
from tests.ui.editor.author import Author

Begin = Callable[..., Author]


def rest(author: Author) -> None:
    """Do nothing until the warnings are there."""
    scene = author.scene
    while scene.bench.second_look.looking:
        author.app.step([], PAUSE_MS)


def codes(author: Author) -> list[str]:
    """The codes of the problems in the list."""
    return [problem.code for problem in author.scene.bench.problems]


def test_they_come_after_a_pause(begin: Begin) -> None:
    author = begin()
    assert codes(author) == []
    assert "warnings" in author.scene.w("author.no_errors")
    rest(author)
    assert "unsupplied" in codes(author)
    assert author.scene.bench.can_test
    author.click("list_open")
    number = codes(author).index("unsupplied")
    author.click(f"problem_{number}")
    assert author.scene.selected is not None
    assert author.scene.selected[1][0] == "units"
    assert author.scene.bench.plates[number]


def test_old_ones_are_shown_as_old(begin: Begin) -> None:
    author = begin()
    rest(author)
    bench = author.scene.bench
    number = codes(author).index("unsupplied")
    author.scene.select(("forces", ("units", "r1")))
    author.app.step([], 16)
    author.write("field_cut_off", "3")
    assert codes(author)[number] == "unsupplied"
    assert bench.is_old(number)
    assert number not in bench.plates
    assert not bench.problems_in(("forces", ("units", "r1")))
    rest(author)
    assert "unsupplied" not in codes(author)
    assert not any(bench.is_old(n) for n in range(len(bench.problems)))


def test_nothing_is_looked_for_while_the_brush_is_down(begin: Begin) -> None:
    author = begin()
    author.key("2")
    author.click("ink_hills")
    author.mouse(pygame.MOUSEMOTION, author.spot("0_0"))
    author.mouse(pygame.MOUSEBUTTONDOWN, author.spot("0_0"))
    for _ in range(10):
        author.app.step([], PAUSE_MS)
    assert author.scene.bench.second_look.looking
    author.mouse(pygame.MOUSEBUTTONUP, author.spot("0_0"))
    rest(author)
    assert codes(author)


def test_errors_come_first_and_alone(begin: Begin) -> None:
    author = begin()
    rest(author)
    author.scene.edit(
        lambda: author.scene.bench.put(("forces", ("units", "r1")), ("type",), "ghosts")
    )
    severities = {problem.severity for problem in author.scene.bench.problems}
    assert severities == {"error"}
    author.key("Ctrl+Z")
    rest(author)
    assert "unsupplied" in codes(author)
