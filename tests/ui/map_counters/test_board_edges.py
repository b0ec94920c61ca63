"""The minimap and the boxes at the edge of the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.state import GameState, Status
from game.ui.map.box_tags import BoxWords
from game.ui.map.boxes_strip import BoxesStrip, Room, edge_of
from game.ui.map.counter_layer import CounterLayer
from game.ui.map.minimap import Minimap
from game.ui.toolkit.controls import ControlList
from game.ui.toolkit.theme import Theme, theme
from tests.ui.map_counters.fake_view import FakeView

LookAt = Callable[..., FakeView]


@pytest.fixture
def minimap(state: GameState, skin: Theme) -> Minimap:
    made = Minimap(state.scenario, skin)
    made.place(pygame.Rect(100, 50, 320, 256))
    made.show(state.control)
    return made


def click(pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=pos)


def move(pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(pygame.MOUSEMOTION, buttons=(1, 0, 0), rel=(1, 1), pos=pos)


def test_a_click_gives_the_hex_drawn_there(minimap: Minimap, state: GameState) -> None:
    grid = state.scenario.board.grid
    for label in ("0_0", "57_53", "24_27", "10_40"):
        hex = grid.parse(label)
        x, y = minimap._point(*grid.centre(hex))
        assert minimap.rect.collidepoint(x, y)
        assert minimap.handle(click((round(x), round(y)))) == hex


def test_a_drag_goes_on_outside_and_ends_with_the_button(minimap: Minimap) -> None:
    assert minimap.handle(move((200, 100))) is None
    assert minimap.handle(click((200, 100))) is not None
    assert minimap.handle(move((10, 10))) == 0
    minimap.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=(10, 10)))
    assert minimap.handle(move((200, 100))) is None
    assert minimap.handle(click((10, 10))) is None


def test_control_shows_in_the_picture(minimap: Minimap, state: GameState) -> None:
    surface = pygame.Surface((640, 480))
    minimap.draw(surface)
    grid = state.scenario.board.grid
    x, y = minimap._point(*grid.centre(grid.parse("10_40")))
    before = surface.get_at((round(x), round(y)))
    minimap.show(bytes(0 for _ in state.control))
    minimap.draw(surface)
    assert surface.get_at((round(x), round(y))) != before
    same = minimap._image
    minimap.show(bytes(0 for _ in state.control))
    assert minimap._image is same


def test_the_part_in_view_is_framed(minimap: Minimap, look_at: LookAt) -> None:
    view = look_at(64)
    box = minimap.part(view)
    x, y = minimap._point(*view.scenario.board.grid.centre(view.scenario.board.grid.parse("24_27")))
    assert abs(box.centerx - x) <= 2
    assert abs(box.centery - y) <= 2
    assert minimap.part(look_at(21, size=(4000, 4000))).size == (318, 254)


def test_every_box_has_an_edge(state: GameState) -> None:
    where = edge_of(state.scenario)
    assert len(where) == len(state.scenario.board.boxes)
    index = state.scenario.board.box_index
    assert where[index["palmyra"]][0] == "left"
    assert where[index["mayadin"]][0] == "right"
    assert where[index["hasakah"]][0] == "right"
    assert where[index["tibni"]] == ("left", 0, 1)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_boxes_show_their_units_and_find_them(state: GameState, look_at: LookAt, lang: str) -> None:
    skin = theme("dark", 1.0, lang)
    view = look_at(64, size=(1000, 700))
    view.theme = skin
    box = state.scenario.board.box_index["palmyra"]
    units = tuple(
        replace(u, status=Status.IN_BOX, box=box) if n < 5 else u for n, u in enumerate(state.units)
    )
    now = replace(state, units=units, boxes=bytes([NO_SIDE, *state.boxes[1:]]))
    strip = BoxesStrip(state.scenario, skin)
    strip.show(now)
    strip.layout(Room(view.rect, inset={"left": 60, "right": 16}))
    layer = CounterLayer(state.scenario)
    layer.show(now)
    surface = pygame.Surface((1000, 700))
    strip.draw_ways(surface, view)
    picked: list[int] = []
    words = BoxWords(lambda n: f"box {n}", lambda _: "3 days", lambda _: ("held",), str, "fold")
    controls = ControlList(skin)
    controls.extend(strip.controls(words, layer.look, picked.append, lambda: picked.append(-1)))
    controls.draw(surface, skin)
    tag = next(tag for tag in strip.tags if tag.box == box)
    assert tag.more == len(strip.units_in(box)) - len(tag.cards) > 0
    assert all(tag.rect.contains(rect) for _, rect in tag.cards)
    assert surface.get_at((tag.rect.centerx, tag.rect.top + 3))[:3] == (249, 244, 232)
    controls.activate(f"box_{box}")
    controls.activate("boxes_left")
    assert picked == [box, -1]
    under = controls.at(tag.rect.center)
    assert under is not None
    assert under.label == f"box {box}"


def test_a_box_tells_the_way_to_the_map(state: GameState, skin: Theme) -> None:
    strip = BoxesStrip(state.scenario, skin)
    index = state.scenario.board.box_index
    assert strip.step_to(index["palmyra"]) == (NOWHERE, 1)
    assert strip.step_to(index["shumaytiyah"]) == (NOWHERE, 0)
    assert strip.step_to(index["maadan"]) == (index["tibni"], 1)
    assert strip.step_to(index["raqqa"]) == (index["maadan"], 2)


def test_the_strip_folds_and_gives_way(state: GameState, skin: Theme) -> None:
    strip = BoxesStrip(state.scenario, skin)
    strip.show(state)
    area = pygame.Rect(0, 0, 1000, 700)
    strip.layout(Room(area))
    some = {tag.box for tag in strip.tags}
    entries = {n for n, box in enumerate(state.scenario.board.boxes) if box.entries}
    assert entries <= some
    far = state.scenario.board.box_index["abu_kamal"]
    assert far not in some
    strip.marked = {far}
    strip.layout(Room(area))
    assert {tag.box for tag in strip.tags} == some | {far}
    assert all(area.contains(tag.rect) for tag in strip.tags)
    strip.layout(Room(area.inflate(0, -480)))
    assert far in {tag.box for tag in strip.tags}
    assert len(strip.tags) < len(some)
    strip.folded = True
    strip.layout(Room(area))
    assert not strip.tags
    assert set(strip.tabs) == {"left", "right"}
