"""A short game by mouse, one by keyboard, and what can be undone, saved and seen."""

from __future__ import annotations

import pygame
import pytest

from game.engine.orders import Move
from game.engine.state import Status
from game.storage.listing import list_saves
from game.ui.scenes.play import tips
from game.ui.scenes.play.result import ResultScene
from game.ui.scenes.play.scene import PlayScene
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


def _over(player: Player) -> bool:
    return isinstance(player.app.scene, ResultScene)


def test_a_whole_game_by_mouse(start: Start) -> None:
    player = start()
    player.click_hex("2_2")
    first = player.scene.sel.unit
    player.click_hex("2_2")
    assert player.scene.sel.unit != first
    unit = player.scene.session.scenario.oob.units[player.scene.sel.unit].id
    player.click_hex("1_3")
    assert player.at(unit) == "1_3"
    for _ in range(20):
        player.wait()
        if _over(player):
            break
        if player.scene.panel_name == "digest":
            player.click_control("begin_turn")
        player.click_control("end_turn")
        if not _over(player) and player.has("end_now"):
            player.click_control("end_now")
    assert _over(player)
    for name in ("answer_0", "answer_1", "answer_2", "again", "title", "report"):
        assert player.has(name)


def test_a_whole_game_by_keyboard_alone(start: Start) -> None:
    player = start()
    player.key("N")
    scene = player.scene
    unit = scene.sel.unit
    assert unit >= 0
    name = scene.session.scenario.oob.units[unit].id
    here = player.at(name)
    player.key("A")
    player.key("A")
    assert scene.sel.cursor >= 0
    player.key("Enter")
    assert player.at(name) != here
    player.key("Space")
    for _ in range(20):
        player.wait()
        if _over(player):
            break
        if player.scene.panel_name == "digest":
            player.key("Enter")
        player.key("Ctrl+Enter")
        if not _over(player) and player.scene.panel_name == "idle":
            player.key("Enter")
    assert _over(player)


def test_undo_and_redo(start: Start) -> None:
    player = start()
    player.key("N")
    name = player.scene.session.scenario.oob.units[player.scene.sel.unit].id
    before = player.scene.session.state
    player.click_hex("1_3")
    assert player.at(name) == "1_3"
    player.scene.say("A remark on what was done.")
    player.key("U")
    assert player.scene.session.state == before
    assert not player.scene.message
    player.key("R")
    assert player.at(name) == "1_3"


def test_undo_says_why_it_ends(start: Start) -> None:
    player = start()
    player.key("U")
    assert player.scene.message
    control = player.scene.controls.get("undo")
    assert control is None or not control.enabled


def test_what_is_refused_is_said_and_changes_nothing(start: Start) -> None:
    player = start()
    player.key("N")
    before = player.scene.session.state
    player.click_hex("7_5", button=3)
    assert player.scene.session.state is before
    assert player.scene.message


def test_every_panel_opens_and_closes(start: Start) -> None:
    player = start()
    for key, panel in (("J", "objectives"), ("O", "oob"), ("Y", "layers"), ("I", "statistics"),
                       ("F2", "why")):  # fmt: skip
        player.key(key)
        assert player.scene.panel_name == panel
        player.key("Esc")
        assert player.scene.panel_name == "unit"
    player.click_control("menu")
    assert player.scene.panel_name == "menu"
    player.click_control("menu_saves")
    assert player.scene.panel_name == "saves"


def test_quick_save_and_load(start: Start) -> None:
    player = start()
    player.key("N")
    name = player.scene.session.scenario.oob.units[player.scene.sel.unit].id
    player.click_hex("1_3")
    kept = player.scene.session.state
    player.key("F5")
    assert any(entry.kind == "quick" for entry in list_saves())
    player.key("U")
    assert player.at(name) != "1_3"
    player.key("F9")
    player.wait()
    assert player.scene.session.state == kept
    assert player.at(name) == "1_3"


def test_a_named_save_can_be_loaded_from_the_list(start: Start) -> None:
    player = start()
    player.key("N")
    player.click_hex("1_3")
    kept = player.scene.session.state
    player.key("Ctrl+S")
    player.type("ford")
    player.key("Enter")
    assert any(entry.name == "ford" for entry in list_saves())
    player.key("U")
    player.key("Ctrl+S")
    place = next(n for n, entry in enumerate(list_saves()) if entry.name == "ford")
    player.click_control(f"save_{place}")
    player.click_control("answer_0")
    player.wait()
    assert player.scene.session.state == kept


def test_every_order_is_on_the_disk_at_once(start: Start) -> None:
    player = start()
    player.key("N")
    player.click_hex("1_3")
    autosave = next(entry for entry in list_saves() if entry.kind == "auto")
    assert "1_3" in (autosave.path / "orders.jsonl").read_text(encoding="utf-8")


def test_the_question_names_those_who_have_not_moved(start: Start) -> None:
    player = start()
    turn = player.scene.session.state.turn
    player.click_control("end_turn")
    assert player.scene.panel_name == "idle"
    idle = player.scene.idle()
    assert all(player.has(f"idle_{unit}") for unit in idle)
    player.click_control("keep")
    assert player.scene.session.state.turn == turn
    player.click_control("end_turn")
    player.click_control(f"idle_{idle[0]}")
    assert player.scene.sel.unit == idle[0]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (960, 540)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_it_can_be_drawn_at_every_size(start: Start, size: tuple[int, int], lang: str) -> None:
    player = start(size=size, lang=lang)
    player.key("N")
    for panel in ("J", "O", "Y", "I"):
        player.key(panel)
        for control in player.scene.controls.controls:
            assert control.rect.w > 0
            assert control.rect.h > 0
        player.key("Esc")
    assert player.app.surface.get_size() == size


def test_the_guided_turn_comes_once_and_can_be_skipped(start: Start) -> None:
    player = start(guided=True)
    assert player.scene.guide is not None
    assert player.has("guide_skip")
    for step in range(8):
        assert player.scene.guide is not None
        assert player.scene.guide.step == step
        player.click_control("guide_next")
    assert not player.has("guide_skip")  # the last one has Done only
    player.click_control("guide_next")
    assert player.scene.guide is None
    assert player.app.settings.tour_done


def test_a_unit_in_a_box_is_reached_through_the_order_of_battle(start: Start) -> None:
    player = start()
    player.key("O")
    scene = player.scene
    waiting = [
        n for n, unit in enumerate(scene.view.units)
        if unit.status in (Status.WAITING, Status.IN_BOX)
        and scene.view.scenario.oob.units[n].side == scene.viewer
    ]  # fmt: skip
    assert all(player.has(f"oob_{unit}") for unit in waiting)


def test_the_wheel_zooms_and_a_drag_moves_the_map(start: Start) -> None:
    player = start()
    scene = player.scene
    zoom = scene.map.zoom
    middle = scene.map.rect.center
    motion = {"pos": middle, "rel": (0, 0), "buttons": (0, 0, 0)}
    player.app.step([pygame.event.Event(pygame.MOUSEMOTION, motion)], 10)
    player.app.step([pygame.event.Event(pygame.MOUSEWHEEL, {"x": 0, "y": 1})], 10)
    assert scene.map.zoom == zoom + 1
    assert isinstance(player.app.scene, PlayScene)


def _before_the_town(start: Start) -> Player:
    """A unit stands next to an enemy that it has found."""
    player = start()
    scene = player.scene
    scene.select_unit(scene.session.scenario.oob.unit_index["b1"])
    player.click_hex("3_2")
    assert player.at("b1") == "3_2"
    red = scene.session.scenario.oob.unit_index["r1"]
    assert red in scene.session.visible_units(0)
    return player


def test_an_attack_is_weighed_before_it_is_given(start: Start) -> None:
    player = _before_the_town(start)
    scene = player.scene
    before = scene.session.state
    player.click_hex("4_2")
    assert scene.odds is not None
    assert scene.session.state is before
    assert scene.odds.order.units == ("b1",)
    air = scene.odds.added
    player.key("]")
    assert scene.odds.order.air == 1
    assert scene.odds.added >= air
    player.key("[")
    assert scene.odds.order.air == 0
    player.key("Esc")
    assert scene.odds is None
    assert scene.session.state is before


def test_enter_attacks_only_with_a_fresh_press(start: Start) -> None:
    player = _before_the_town(start)
    scene = player.scene
    player.key("F")
    assert scene.odds is not None
    held = {"key": pygame.K_RETURN, "mod": 0, "unicode": "\r", "scancode": 0, "repeat": True}
    player.app.step([pygame.event.Event(pygame.KEYDOWN, held)], 10)
    assert scene.odds is not None
    player.key("Enter")
    assert scene.odds is None
    assert scene.session.log[-1].text.startswith("attack 4_2 with b1")


def test_after_the_dice_undo_ends_and_why_explains(start: Start) -> None:
    player = _before_the_town(start)
    scene = player.scene
    player.key("F")
    player.click_control("attack")
    entry = len(scene.session.log) - 1
    player.key("U")
    assert len(scene.session.log) == entry + 1
    assert "4,2" in scene.message
    player.key("F2")
    assert scene.panel_name == "why"
    assert scene.why_events() == scene.session.log[entry].events
    assert player.has("rule_3.1")


def test_ctrl_click_adds_and_removes_attackers(start: Start) -> None:
    player = _before_the_town(start)
    scene = player.scene
    scene.select_unit(scene.session.scenario.oob.unit_index["b2"])
    player.click_hex("3_3")
    if player.at("b2") != "3_3":
        pytest.skip("the second unit cannot reach the town in a day")
    scene.select_unit(scene.session.scenario.oob.unit_index["b1"])
    player.key("F")
    assert scene.odds is not None
    player.click_hex("3_3", ctrl=True)
    assert set(scene.odds.order.units) == {"b1", "b2"}
    player.click_hex("3_3", ctrl=True)
    assert scene.odds.order.units == ("b1",)


def test_the_log_has_words_for_quiet_orders(start: Start) -> None:
    from game.ui.scenes.play.log import own_lines

    player = start()
    player.key("N")
    name = player.scene.names.unit(player.scene.sel.unit)
    player.key("Space")
    lines = own_lines(player.scene)
    assert name in lines[-1].text
    assert lines[-1].number == len(lines)


@pytest.mark.parametrize("keys", [False, True])
def test_a_unit_is_sent_off_the_map_by_the_tag_of_a_box(start: Start, keys: bool) -> None:
    player = start(size=(1920, 1080))
    scene = player.scene
    board = scene.session.scenario.board
    rear, gate = board.box_index["rear"], board.grid.parse("0_2")
    unit = scene.session.scenario.oob.unit_index["b2"]
    assert not scene.boxes.marked

    def press(name: str) -> None:
        if not keys:
            player.click_control(name)
            return
        assert player.has(name)
        scene.controls.part = scene.controls.get(name).part  # type: ignore[union-attr]
        scene.controls.set_focus("")
        for _ in scene.controls.controls:
            player.key("Tab")
            if scene.controls.focus == name:
                break
        player.key("Enter")

    scene.select_unit(unit)
    assert scene.submit(Move("b2", gate))
    assert scene.boxes.marked == {rear}
    press(f"box_{rear}")
    assert (scene.sel.box, scene.sel.unit) == (rear, unit)
    press("send")
    now = scene.view.units[unit]
    assert now.box == rear
    assert now.status in (Status.IN_BOX, Status.TRAVELLING)
    assert player.has(f"unit_{unit}")
    player.key("Esc")
    assert scene.sel.box < 0


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (960, 540)])
def test_what_is_drawn_in_parts_is_what_is_drawn_as_a_whole(
    start: Start, size: tuple[int, int]
) -> None:
    player = start(size=size)
    scene, app = player.scene, player.app
    player.key("N")
    assert scene.map.wait(20_000)
    app.redraw()
    app.step([], 10)
    middle = scene.map.rect.center
    parts: list[list[pygame.Rect]] = []
    show = app.window.show
    app.window.show = lambda areas=(): (parts.append(list(areas)), show(areas))[1]  # type: ignore[method-assign]

    def same() -> bool:
        shown = pygame.surfarray.array3d(app.surface)
        app.redraw()
        app.step([], 0)
        return bool((shown == pygame.surfarray.array3d(app.surface)).all())

    def mouse(kind: int, pos: tuple[int, int], **more: object) -> None:
        app.step([pygame.event.Event(kind, pos=pos, **more)], 16)

    for n in range(4):
        mouse(pygame.MOUSEMOTION, (middle[0] + 40 * n, middle[1]), rel=(40, 0), buttons=(0, 0, 0))
        assert same()
    mouse(pygame.MOUSEBUTTONDOWN, middle, button=2)
    at = middle
    for rel in ((12, 0), (30, 10), (-45, 20)):
        at = at[0] + rel[0], at[1] + rel[1]
        mouse(pygame.MOUSEMOTION, at, rel=rel, buttons=(0, 1, 0))
        scene.map.wait(20_000)
        app.step([], 16)
        assert same()
    assert [scene.map.rect] in parts or any(scene.map.rect in areas for areas in parts)


@pytest.mark.parametrize(("setting", "waits"), [("short", 300), ("long", 1000), ("key", 0)])
def test_a_tooltip_comes_after_the_wait_of_the_settings(
    start: Start, monkeypatch: pytest.MonkeyPatch, setting: str, waits: int
) -> None:
    told: list[str] = []
    monkeypatch.setattr(tips, "draw_tooltip", lambda _s, _t, tip, *_: told.append(tip.title))
    player = start()
    player.app.change(tooltips=setting)
    control = player.scene.controls.get("tool_layers")
    assert control is not None
    motion = {"pos": control.shown.center, "rel": (0, 0), "buttons": (0, 0, 0)}
    player.app.step([pygame.event.Event(pygame.MOUSEMOTION, motion)], 10)
    for _ in range(12):
        player.app.step([], 20)
    assert not told
    for _ in range(60):
        player.app.step([], 20)
    assert bool(told) == bool(waits)
    assert set(told) <= {player.scene.w("play.layers")}
