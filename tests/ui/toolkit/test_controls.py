"""Controls answer real events of the mouse and the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame
import pytest

from game.ui.toolkit.controls import Control, ControlList, ScrollArea, natural_size
from game.ui.toolkit.theme import Theme, theme


@dataclass
class Said:
    """What the controls told the scene."""

    words: list[object] = field(default_factory=list)

    def on(self, word: object) -> object:
        return lambda: self.words.append(word)


def mouse(kind: int, pos: tuple[int, int]) -> pygame.event.Event:
    if kind == pygame.MOUSEMOTION:
        return pygame.event.Event(kind, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
    return pygame.event.Event(kind, pos=pos, button=1)


def press(key: int, mod: int = 0, repeat: bool = False, text: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, repeat=repeat, unicode=text)


def click(controls: ControlList, pos: tuple[int, int]) -> None:
    controls.handle(mouse(pygame.MOUSEMOTION, pos))
    controls.handle(mouse(pygame.MOUSEBUTTONDOWN, pos))
    controls.handle(mouse(pygame.MOUSEBUTTONUP, pos))


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def row(english: Theme, said: Said) -> ControlList:
    controls = ControlList(english, parts=["top", "map", "column"])
    for i, (name, part) in enumerate(
        (("menu", "top"), ("end", "top"), ("attack", "column"), ("hold", "column"))
    ):
        rect = pygame.Rect(10 + 100 * i, 10, 80, 32)
        controls.add(Control(name, rect, "button", name, part=part, action=said.on(name)))  # type: ignore[arg-type]
    return controls


def test_click_needs_press_and_release_on_the_same(row: ControlList, said: Said) -> None:
    click(row, (20, 20))
    assert said.words == ["menu"]
    row.handle(mouse(pygame.MOUSEBUTTONDOWN, (20, 20)))
    row.handle(mouse(pygame.MOUSEMOTION, (120, 20)))
    row.handle(mouse(pygame.MOUSEBUTTONUP, (120, 20)))
    assert said.words == ["menu"]


def test_a_click_beside_is_not_ours(row: ControlList) -> None:
    assert not row.handle(mouse(pygame.MOUSEBUTTONDOWN, (400, 300)))
    assert not row.handle(mouse(pygame.MOUSEBUTTONUP, (400, 300)))


def test_small_controls_answer_32_px(english: Theme) -> None:
    controls = ControlList(english)
    link = controls.add(Control("why", pygame.Rect(100, 100, 12, 16), "link", "?"))
    assert controls.at((106 - 15, 108)) is link
    assert controls.at((106, 108 + 15)) is link
    assert controls.at((106, 108 + 17)) is None


def test_disabled_says_nothing_but_takes_the_focus(row: ControlList, said: Said) -> None:
    control = row.get("menu")
    assert control is not None
    control.enabled = False
    click(row, (20, 20))
    assert said.words == []
    assert row.focus == "menu"
    row.handle(press(pygame.K_RETURN))
    assert said.words == []


def test_tab_stays_in_its_part_and_f6_goes_on(row: ControlList) -> None:
    stops = []
    row.handle(press(pygame.K_F6))
    stops.append(row.focus)
    for _ in range(2):
        row.handle(press(pygame.K_TAB))
        stops.append(row.focus)
    assert stops == ["menu", "end", "menu"]
    row.handle(press(pygame.K_F6))
    assert (row.part, row.focus) == ("map", "")
    row.handle(press(pygame.K_F6))
    assert (row.part, row.focus) == ("column", "attack")
    row.handle(press(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert row.focus == "hold"


def test_enter_acts_once_for_each_press(row: ControlList, said: Said) -> None:
    row.set_focus("attack")
    row.handle(press(pygame.K_RETURN))
    row.handle(press(pygame.K_RETURN, repeat=True))
    row.handle(press(pygame.K_SPACE))
    assert said.words == ["attack", "attack"]


def test_arrows_move_in_a_grid(english: Theme) -> None:
    controls = ControlList(english)
    for y in range(2):
        for x in range(3):
            rect = pygame.Rect(10 + 120 * x, 10 + 90 * y, 100, 80)
            controls.add(Control(f"{x}{y}", rect, "card", "card"))
    controls.set_focus("00")
    for key, name in (
        (pygame.K_RIGHT, "10"), (pygame.K_DOWN, "11"), (pygame.K_LEFT, "01"), (pygame.K_UP, "00"),
    ):  # fmt: skip
        assert controls.handle(press(key))
        assert controls.focus == name
    assert not controls.handle(press(pygame.K_UP))


def test_focus_survives_a_new_layout(row: ControlList, english: Theme) -> None:
    row.set_focus("end", visible=True)
    row.begin(english)
    row.add(Control("end", pygame.Rect(300, 300, 80, 32), "button", "End turn"))
    assert row.focused() is row.get("end")


def test_segments_are_one_stop_and_arrows_choose_among_them(english: Theme, said: Said) -> None:
    controls = ControlList(english)
    for i, name in enumerate("abc"):
        controls.add(
            Control(name, pygame.Rect(10 + 60 * i, 10, 60, 32), "segment", name, group="g",
                    current=name == "b", value=name, changed=said.words.append)
        )  # fmt: skip
    controls.add(Control("after", pygame.Rect(300, 10, 60, 32), "button", "x"))
    controls.handle(press(pygame.K_TAB))
    assert controls.focus == "b"
    controls.handle(press(pygame.K_RIGHT))
    assert controls.focus == "c"
    controls.handle(press(pygame.K_SPACE))
    assert said.words == ["c"]
    controls.handle(press(pygame.K_TAB))
    assert controls.focus == "after"


def test_toggle(english: Theme, said: Said) -> None:
    controls = ControlList(english)
    controls.add(Control("t", pygame.Rect(10, 10, 100, 32), "toggle", "x",
                         changed=said.words.append))  # fmt: skip
    click(controls, (20, 20))
    click(controls, (20, 20))
    assert said.words == [True, False]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_slider_by_mouse_and_keys(lang: str, said: Said) -> None:
    controls = ControlList(theme("dark", 1.0, lang))
    controls.add(Control("s", pygame.Rect(0, 10, 218, 32), "slider", value=100,
                         span=(75, 250, 25), changed=said.words.append))  # fmt: skip
    end = 209 if lang == "en" else 9
    controls.handle(mouse(pygame.MOUSEBUTTONDOWN, (end, 26)))
    assert said.words[-1] == 250
    controls.handle(mouse(pygame.MOUSEMOTION, (218 - end, 26)))
    assert said.words[-1] == 75
    controls.handle(mouse(pygame.MOUSEBUTTONUP, (218 - end, 26)))
    controls.handle(press(pygame.K_RIGHT if lang == "en" else pygame.K_LEFT))
    assert said.words[-1] == 100
    controls.handle(press(pygame.K_END))
    assert said.words[-1] == 250


def test_writing_in_a_field(english: Theme, said: Said) -> None:
    controls = ControlList(english)
    controls.add(Control("f", pygame.Rect(10, 10, 200, 32), "field", value="ab", longest=6,
                         changed=said.words.append, submit=said.on("done")))  # type: ignore[arg-type]  # fmt: skip
    controls.handle(press(pygame.K_TAB))
    controls.handle(pygame.event.Event(pygame.TEXTINPUT, text="c"))
    controls.handle(press(pygame.K_HOME))
    controls.handle(pygame.event.Event(pygame.TEXTINPUT, text="xyz9"))
    assert said.words[-1] == "xyzabc"
    controls.handle(press(pygame.K_BACKSPACE))
    assert said.words[-1] == "xyabc"
    controls.handle(press(pygame.K_DELETE))
    assert said.words[-1] == "xybc"
    assert controls.handle(press(pygame.K_SPACE, text=" "))  # written, not pressed
    controls.handle(press(pygame.K_RETURN))
    assert said.words[-1] == "done"


def test_a_field_of_another_language_has_its_direction(english: Theme) -> None:
    controls = ControlList(english)
    controls.add(Control("f", pygame.Rect(10, 10, 200, 32), "field", value="سرية", lang="ar"))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        controls.handle(mouse(kind, (205, 26)))
    assert controls.caret == 0
    controls.handle(press(pygame.K_LEFT))
    assert controls.caret == 1
    surface = pygame.Surface((220, 50))
    controls.draw(surface, english)
    lit = pygame.surfarray.array_red(surface)
    assert lit[160:200].max() > lit[20:60].max()


def test_writing_many_lines(english: Theme, said: Said) -> None:
    controls = ControlList(english)
    controls.add(Control("f", pygame.Rect(10, 10, 120, 90), "field", value="one two three four",
                         many_lines=True, changed=said.words.append))  # fmt: skip
    controls.set_focus("f", visible=True)
    controls.handle(press(pygame.K_UP))
    before = controls.caret
    assert 0 < before < 18
    controls.handle(press(pygame.K_DOWN))
    assert before < controls.caret <= 18
    controls.handle(press(pygame.K_END))
    controls.handle(press(pygame.K_RETURN))
    controls.handle(pygame.event.Event(pygame.TEXTINPUT, text="five"))
    assert said.words[-1] == "one two three four\nfive"
    controls.handle(mouse(pygame.MOUSEBUTTONDOWN, (21, 20)))
    assert controls.caret == 0
    controls.draw(pygame.Surface((200, 200)), english)


def test_escape_in_a_field_goes_to_the_scene(english: Theme) -> None:
    controls = ControlList(english)
    controls.add(Control("f", pygame.Rect(10, 10, 200, 32), "field", value=""))
    controls.set_focus("f")
    assert not controls.handle(press(pygame.K_ESCAPE, text="\x1b"))


@pytest.fixture
def scrolled(english: Theme, said: Said) -> tuple[ControlList, ScrollArea]:
    controls = ControlList(english)
    area = ScrollArea(pygame.Rect(0, 0, 200, 100), 400)
    for i in range(10):
        controls.add(
            Control(f"r{i}", pygame.Rect(0, 40 * i, 180, 40), "row", str(i), area=area,
                    action=said.on(i))  # type: ignore[arg-type]
        )  # fmt: skip
    return controls, area


def test_wheel_scrolls_and_clicks_follow(
    scrolled: tuple[ControlList, ScrollArea], said: Said
) -> None:
    controls, area = scrolled
    controls.handle(mouse(pygame.MOUSEMOTION, (50, 50)))
    controls.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    assert area.offset == 48
    click(controls, (50, 50))
    assert said.words == [2]
    controls.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-99))
    assert area.offset == area.most == 300


def test_what_is_scrolled_away_cannot_be_hit(scrolled: tuple[ControlList, ScrollArea]) -> None:
    controls, _ = scrolled
    assert controls.at((50, 110)) is None


def test_drag_scrolls_instead_of_clicking(
    scrolled: tuple[ControlList, ScrollArea], said: Said
) -> None:
    controls, area = scrolled
    controls.handle(mouse(pygame.MOUSEBUTTONDOWN, (50, 90)))
    controls.handle(mouse(pygame.MOUSEMOTION, (50, 30)))
    controls.handle(mouse(pygame.MOUSEBUTTONUP, (50, 30)))
    assert area.offset == 60
    assert said.words == []


def test_the_thumb_can_be_dragged(scrolled: tuple[ControlList, ScrollArea]) -> None:
    controls, area = scrolled
    controls.handle(mouse(pygame.MOUSEBUTTONDOWN, (195, 5)))
    controls.handle(mouse(pygame.MOUSEMOTION, (195, 95)))
    controls.handle(mouse(pygame.MOUSEBUTTONUP, (195, 95)))
    assert area.offset == 300


def test_focus_brings_a_row_into_sight(scrolled: tuple[ControlList, ScrollArea]) -> None:
    controls, area = scrolled
    controls.set_focus("r9")
    row = controls.get("r9")
    assert row is not None
    assert area.rect.contains(row.shown)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("scale", [0.75, 1.0, 2.5])
def test_every_kind_is_drawn_in_every_state(lang: str, scale: float) -> None:
    skin = theme("light", scale, lang)
    surface = pygame.Surface((400, 300))
    for kind in (
        "button", "primary", "toggle", "segment", "link", "chip", "card", "row", "slider", "field",
        "icon", "tab",
    ):  # fmt: skip
        for enabled in (True, False):
            control = Control(
                "c", pygame.Rect(20, 20, 200, 48), kind, "Label", "gear", "Ctrl Enter",  # type: ignore[arg-type]
                enabled=enabled, current=enabled, note="Note" if kind != "tab" else "", mark="half",
            )  # fmt: skip
            if kind in ("slider", "field"):
                control.value = 0.5 if kind == "slider" else "text"
            surface.fill(skin.bg1)
            before = pygame.image.tobytes(surface, "RGB")
            controls = ControlList(skin, controls=[control])
            controls.draw(surface, skin, mouse=(30, 30), focus="c")
            assert pygame.image.tobytes(surface, "RGB") != before, kind
            assert min(natural_size(skin, control)) >= skin.px(32) or kind in ("link",)
