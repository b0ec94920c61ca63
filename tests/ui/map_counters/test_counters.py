"""Cards, symbols, stacks and finding a unit under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.ui.map import symbols
from game.ui.map.counter_layer import CounterLayer, Showing
from game.ui.map.counters import Look, card_size, counter, look_of, picture
from game.ui.map.palette import ZOOMS
from game.ui.map.plain_pictures import KNOWN
from game.ui.map.side_looks import formation_stripe, frame_of, side_look
from game.ui.map.stacks import SHOWN, stacked
from game.ui.toolkit.theme import Theme
from tests.ui.map_counters.fake_view import FakeView

FRAMES: tuple[symbols.Frame, ...] = ("rectangle", "diamond", "square", "unknown")


def test_every_type_of_the_scenario_has_a_symbol_and_a_picture(scenario: Scenario) -> None:
    for kind in scenario.rules.unit_types:
        assert kind.symbol in KNOWN
        for frame in FRAMES:
            empty = symbols.framed("", frame, 24, 1.2)
            drawn = symbols.framed(kind.symbol, frame, 24, 1.2)
            assert pygame.image.tobytes(empty, "RGBA") != pygame.image.tobytes(drawn, "RGBA")


def test_a_symbol_nobody_knows_is_an_empty_frame() -> None:
    image = symbols.framed("no_such_thing", "rectangle", 20, 1)
    assert image.get_size() == (30, 20)
    assert image.get_at((15, 10))[:3] == symbols.CREAM
    assert symbols.framed("../../etc", "rectangle", 20, 1).get_size() == (30, 20)


@pytest.mark.parametrize("width", ZOOMS)
def test_a_card_is_two_thirds_of_a_hex(width: int) -> None:
    image = picture(Look("government"), width)
    solid = image.get_bounding_rect(200)
    if width < 30:
        assert solid.w < width
        assert solid.h < width
    else:
        assert abs(solid.w - card_size(width)) <= 2
        assert card_size(width) == round(0.66 * width)


def test_rectangle_frames_are_crisp() -> None:
    image = symbols.framed("", "rectangle", 16, 1.3)
    colours = {tuple(image.get_at((x, y))) for x in range(24) for y in range(16)}
    assert colours == {(*symbols.CREAM, 255), (*symbols.INK, 255)}


def test_looks_are_drawn_once(scenario: Scenario, state: GameState, skin: Theme) -> None:
    card, unit = scenario.oob.units[0], state.units[0]
    one = counter(skin, card, unit, "isil", 64)
    assert counter(skin, card, unit, "isil", 64) is one
    assert counter(skin, card, unit, "isil", 64, acted=True) is not one


def test_an_unknown_unit_gives_nothing_away(scenario: Scenario, state: GameState) -> None:
    looks = {
        look_of(card, unit, "isil", symbol=scenario.unit_type(n).symbol, unknown=True)
        for n, (card, unit) in enumerate(zip(scenario.oob.units, state.units, strict=True))
    }
    assert len(looks) == 1


def test_frames_tell_the_sides_apart_unless_the_viewer_wants_otherwise(
    scenario: Scenario, state: GameState
) -> None:
    sides = range(len(scenario.oob.sides))
    assert len({frame_of(scenario, side) for side in sides}) == len(sides)
    layer = CounterLayer(scenario)
    layer.show(state)
    layer.showing = Showing(alike=True)
    assert {layer.look(n).frame for n in range(len(scenario.oob.units))} == {"rectangle"}


def test_formations_of_a_side_have_stripes_of_their_own(scenario: Scenario) -> None:
    assert formation_stripe(scenario, 0) != formation_stripe(scenario, 1)
    dark = next(
        n
        for n, f in enumerate(scenario.oob.formations)
        if side_look(scenario.oob.sides[f.side].colour).dark
    )
    assert formation_stripe(scenario, dark) is None


def test_a_side_with_any_token_has_a_look() -> None:
    assert side_look("no_such_token", 3).body
    assert side_look("").pattern == "plain"


def test_stacks_step_up_to_the_right_and_show_three(look_at: Callable[..., FakeView]) -> None:
    view = look_at(64)
    laid = stacked(view, view.scenario.board.grid.parse("24_27"), [5, 6, 7, 8])
    assert [one.unit for one in laid] == [7, 6, 5]
    assert len(laid) == SHOWN
    (x0, y0), (x1, y1) = laid[-1].middle, laid[-2].middle
    assert x1 - x0 == pytest.approx(4.8)
    assert y1 - y0 == pytest.approx(-4.8)


def test_the_layer_finds_what_it_draws(
    state: GameState, look_at: Callable[..., FakeView], paper: pygame.Surface
) -> None:
    view = look_at(64)
    layer = CounterLayer(state.scenario)
    layer.show(state)
    before = pygame.image.tobytes(paper, "RGB")
    layer.draw(paper, view)
    assert pygame.image.tobytes(paper, "RGB") != before
    hex = max(layer.stacks, key=lambda h: len(layer.stacks[h]))
    view = look_at(64, state.scenario.board.grid.label(hex))
    top = stacked(view, hex, layer.stacks[hex])[-1]
    assert layer.unit_at(view, (round(top.middle[0]), round(top.middle[1]))) == layer.stacks[hex][0]
    assert layer.unit_at(view, (-500, -500)) is None


def test_the_layer_tells_where_counters_changed(state: GameState) -> None:
    layer = CounterLayer(state.scenario)
    layer.show(state)
    assert set(layer.changes()) == set(layer.stacks)
    layer.show(state)
    assert layer.changes() == []
    number = next(n for n, unit in enumerate(state.units) if unit.status is Status.ON_MAP)
    tired = replace(state.units[number], fresh=not state.units[number].fresh)
    units = (*state.units[:number], tired, *state.units[number + 1 :])
    active = replace(state, units=units, active=state.scenario.oob.units[number].side)
    layer.show(active)
    assert tired.at in layer.changes()
    layer.show(replace(active, units=tuple(replace(u, at=tired.at) for u in units)))
    assert set(layer.changes()) >= {tired.at}


def test_the_layer_shows_only_what_may_be_seen(state: GameState) -> None:
    layer = CounterLayer(state.scenario)
    layer.show(state, visible=set())
    assert not layer.stacks
    hidden = next(n for n, u in enumerate(state.units) if u.status is Status.ON_MAP)
    layer.show(state, visible={hidden})
    assert list(layer.stacks) == [state.units[hidden].at]
    layer.unknown = {hidden}
    assert layer.look(hidden).unknown
    layer.unknown = set()
    layer.showing = Showing(style="plain")
    assert layer.look(hidden).style == "plain"


def test_a_chosen_unit_lies_on_top(state: GameState) -> None:
    layer = CounterLayer(state.scenario)
    layer.show(state)
    units = max(layer.stacks.values(), key=len)
    if len(units) > 1:
        last = units[-1]
        hex = state.units[last].at
        layer.top = last
        layer.show(state)
        assert layer.stacks[hex][0] == last
