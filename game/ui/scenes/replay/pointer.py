"""Mouse and keys of the replay, before the key table: time line, map, pins, tooltips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.callouts import TOOLTIP_MS, Tooltip, draw_tooltip, tooltip_of

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_ACROSS: Final = {pygame.K_LEFT: "event_back", pygame.K_RIGHT: "event_on"}
_SWAPPED: Final = {"event_back": "event_on", "event_on": "event_back"}
_HELD: Final = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META | pygame.KMOD_SHIFT


class Pointer:
    """Decides what an event of the mouse or a key is about."""

    def __init__(self, scene: ReplayScene) -> None:
        self.scene = scene
        self._pulling = False
        """The head of the time line follows the pointer."""
        self._rest = 0
        self._at = (-1, -1)
        self._pressed = (0, 0)

    def handle(self, event: pygame.event.Event) -> bool:
        """Take an event; True if it was used."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._down(event)
        if event.type == pygame.MOUSEMOTION:
            return self._moved(event)
        if event.type == pygame.MOUSEBUTTONUP:
            return self._up(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        return self.scene.controls.handle(event)

    # --- keys -------------------------------------------------------------------------------

    def _key(self, event: pygame.event.Event) -> bool:
        scene = self.scene
        scene.close_toast()
        focused = scene.controls.focused()
        writing = focused is not None and focused.kind == "field"
        plain = not event.mod & _HELD
        if scene.areas.kind == "drawer" and plain and event.key in (pygame.K_TAB, pygame.K_F6):
            scene.open_drawer(True)
        if not writing and plain:
            if event.key == pygame.K_SPACE:
                return self._by_table(event, "play_pause")
            across = event.key in _ACROSS and (focused is None or focused.kind != "tab")
            if across:
                return self._by_table(event, _ACROSS[event.key])
        if writing and event.key == pygame.K_TAB:
            return scene.controls.handle(event)
        return scene.controls.handle(event)

    def _by_table(self, event: pygame.event.Event, usual: str) -> bool:
        """Do what the key table says, arrows meant on the screen: in Arabic left is later."""
        scene = self.scene
        action = scene.app.keys.action(event, scene.contexts) or ""
        if event.key in _ACROSS and scene.theme.rtl:
            action = _SWAPPED.get(action, action)
        if action and scene.act(action):
            return True
        return scene.controls.handle(event)

    # --- the mouse --------------------------------------------------------------------------

    def _down(self, event: pygame.event.Event) -> bool:
        scene = self.scene
        self._rest = 0
        self._pressed = event.pos
        scene.close_toast()
        on_line = scene.bar.rect.inflate(0, scene.px(4)).collidepoint(event.pos)
        if event.button == 1 and on_line:
            self._line(event.pos)
            return True
        if scene.controls.handle(event):
            return True
        if self._on_map(event.pos):
            pin = scene.map.pin_at(event.pos) if event.button == 1 else None
            if pin is not None:
                scene.choose(pin)
                return True
            return scene.map.take(event)
        claim = scene.curve.claim_at(event.pos) if scene.curve and event.button == 1 else None
        if claim is not None:
            scene.go_to(claim.turn, claim.entry)
            return True
        return False

    def _line(self, pos: tuple[int, int]) -> None:
        mark = self.scene.bar.mark_at(pos)
        if mark is not None:
            self.scene.go_to(mark.turn, mark.entry)
            return
        self._pulling = True
        self.scene.head.playing = False
        self.scene.go_to(self.scene.bar.turn_at(pos[0]))

    def _moved(self, event: pygame.event.Event) -> bool:
        scene = self.scene
        if event.pos != self._at:
            self._at, self._rest = event.pos, 0
        if self._pulling:
            scene.go_to(scene.bar.turn_at(event.pos[0]))
            return True
        if scene.map.dragging:
            scene.app.redraw(*scene.moving_areas())
            return scene.map.take(event)
        return scene.controls.handle(event)

    def _up(self, event: pygame.event.Event) -> bool:
        scene = self.scene
        if self._pulling:
            self._pulling = False
            return True
        if scene.map.dragging:
            scene.map.release()
            near = abs(event.pos[0] - self._pressed[0]) + abs(event.pos[1] - self._pressed[1])
            if near < scene.px(6):
                scene.map.cursor = scene.map.view.hex_at(event.pos)
                scene.app.relayout()
            return True
        return scene.controls.handle(event)

    def _wheel(self, event: pygame.event.Event) -> bool:
        scene = self.scene
        pos = scene.app.mouse
        if scene.bar.rect.collidepoint(pos):
            scene.go_to(scene.head.turn + (1 if event.y < 0 else -1))
            return True
        if self._on_map(pos):
            scene.map.view.zoom_at(pos, 1 if event.y > 0 else -1)
            scene.app.redraw()
            return True
        return scene.controls.handle(event)

    def _on_map(self, pos: tuple[int, int]) -> bool:
        scene = self.scene
        areas = scene.areas
        if scene.page.state is None or not scene.turned(areas.map).collidepoint(pos):
            return False
        if areas.bottom_open and scene.turned(areas.bottom).collidepoint(pos):
            return False
        over = areas.kind == "drawer" and areas.column_open
        return not (over and scene.turned(areas.column).collidepoint(pos))

    # --- tooltips ---------------------------------------------------------------------------

    def update(self, ms: int) -> None:
        """Let time pass over a pointer at rest."""
        delay = TOOLTIP_MS.get(self.scene.app.settings.tooltips)
        before, self._rest = self._rest, self._rest + ms
        if delay is not None and before < delay <= self._rest:
            self.scene.app.redraw()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the tooltip of what the pointer rests on."""
        scene = self.scene
        delay = TOOLTIP_MS.get(scene.app.settings.tooltips)
        if delay is None or self._rest < delay or self._pulling or self._at[0] < 0:
            return
        tip, avoid = self._tip(self._at)
        if tip is not None:
            draw_tooltip(surface, scene.theme, tip, self._at, avoid, scene.screen)

    def _tip(self, pos: tuple[int, int]) -> tuple[Tooltip | None, pygame.Rect | None]:
        scene = self.scene
        control = scene.controls.at(pos)
        if control is not None:
            return tooltip_of(control), control.shown
        mark = scene.bar.mark_at(pos)
        if mark is not None:
            return self._entry(mark.entry), None
        claim = scene.curve.claim_at(pos) if scene.curve else None
        if claim is not None:
            grade = scene.w(f"common.grade_{claim.grade.lower()}")
            facts = [scene.w("replay.claim_source", id=claim.entry, grade=grade)]
            if claim.of_other:
                words = claim.words or f"{100 - claim.percent:g} %"
                facts.append(scene.w("replay.claim_of_other", words=words))
            return Tooltip(scene.claim_told(claim), tuple(facts), scene.short(claim.turn)), None
        pin = scene.map.pin_at(pos) if self._on_map(pos) else None
        if pin is not None:
            return self._entry(pin), None
        return None, None

    def _entry(self, ident: str) -> Tooltip | None:
        docs = self.scene.film.record.journal.journal
        doc = next((doc for doc in docs if doc.id == ident), None)
        if doc is None:
            return None
        grade = self.scene.w(f"common.grade_{doc.grade.lower()}_title")
        return Tooltip(
            f"{doc.id} · {grade}",
            (said(doc.text, self.scene.theme.lang),),
            self.scene.w("replay.pin_hint"),
        )
