"""Where the marks of the time line lie, in both directions."""

import pygame
import pytest

from game.history.film import Film
from game.ui.scenes.replay.time_bar import TimeBar
from game.ui.scenes.replay.timeline import TimeLine
from game.ui.toolkit.theme import theme

WIDE = pygame.Rect(360, 990, 1184, 87)
NARROW = pygame.Rect(360, 990, 520, 87)


def bar(film: Film, rect: pygame.Rect, lang: str = "en", slim: bool = False) -> TimeBar:
    line = TimeLine.of(film.scenario, film.record)
    return TimeBar(theme("dark", 1.0, lang), rect, line, slim)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_day_is_where_it_is_looked_for(whole: Film, lang: str) -> None:
    made = bar(whole, WIDE, lang)
    assert [made.turn_at(made.middle(turn)) for turn in range(1, 66)] == list(range(1, 66))
    first, last = made.middle(1), made.middle(65)
    assert (first < last) == (lang == "en")
    assert made.turn_at(-100) == (1 if lang == "en" else 65)


@pytest.mark.parametrize("rect", [WIDE, NARROW])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_marks_stay_in_their_place_and_off_each_other(
    whole: Film, rect: pygame.Rect, lang: str
) -> None:
    made = bar(whole, rect, lang)
    for turn in range(1, 66):
        placed, more = made.placed(turn)
        assert len(placed) + more == len(made.line.of_day(turn))
        for each in placed:
            assert rect.top <= each.rect.top
            assert each.rect.bottom <= made.axis
            assert made.mark_at(each.rect.center) in made.line.of_day(turn)
        boxes = [each.rect for each in placed]
        assert all(box.inflate(-1, -1).collidelist(boxes[:n]) < 0 for n, box in enumerate(boxes))


def test_the_best_evidence_stands_at_the_base(whole: Film) -> None:
    placed, _ = bar(whole, WIDE).placed(34)
    assert placed[0].mark.grade == "A"
    assert placed[0].rect.bottom == max(each.rect.bottom for each in placed)


def test_a_slim_bar_has_one_mark_a_day(whole: Film) -> None:
    made = bar(whole, WIDE, slim=True)
    assert [len(made.placed(turn)[0]) for turn in (1, 11, 34)] == [1, 0, 1]
