"""Fire without an attack: the points, the roll that is needed, the people, before it is given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.engine.dice import chance_at_least
from game.engine.legality import why_illegal
from game.engine.orders import Bombard, StrikeCrossing
from game.engine.refusal import Illegal
from game.engine.rules.civilians import chance_of_harm
from game.engine.rules.support import bombard_needs
from game.engine.state import GameState
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.numbers import percent
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import line_height

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


@dataclass(frozen=True, slots=True)
class FireModel:
    """What fire may bring, worked out by the rules that resolve it."""

    order: Bombard | StrikeCrossing
    refused: Illegal | None
    hexes: tuple[int, ...]
    """Where it falls: the hex, or both ends of a crossing."""
    needs: int = 0
    """The least throw that tells."""
    cases: tuple[int, int] = (0, 36)
    level: int = 0
    harm: int = 0
    """Percent: the chance of at least one entry in the ledger."""


def fire_model(view: GameState, order: Bombard | StrikeCrossing) -> FireModel:
    """Return what fire may bring, legal or not."""
    refused = why_illegal(view, order)
    points = order.air + order.artillery
    if isinstance(order, Bombard):
        hexes: tuple[int, ...] = (order.target,)
        needs = bombard_needs(view, order.target, order.air, order.artillery)
        cases = chance_at_least(needs, 2, 6)
    else:
        site = view.scenario.board.crossings[view.scenario.board.crossing_index[order.crossing]]
        hexes = (site.a, site.b)
        needs = view.scenario.rules.crossings.break_on
        good, of = chance_at_least(needs, 1, 6)
        cases = (of**points - (of - good) ** points, of**points) if points else (0, of)
    spared = 1.0
    for h in hexes:
        spared *= 1 - chance_of_harm(view, h, points)
    level = max(view.population[h] for h in hexes)
    return FireModel(order, refused, hexes, needs, cases, level, round(100 * (1 - spared)))


def with_points(order: Bombard | StrikeCrossing, air: int, guns: int) -> Bombard | StrikeCrossing:
    """Return the same fire with other points."""
    return replace(order, air=air, artillery=guns)


def lay(scene: PlayScene, rect: Rect) -> None:
    """Lay out the sheet of the fire that is being weighed."""
    model = scene.fire
    if model is None:
        return
    w, px, names, theme = scene.w, scene.px, scene.names, scene.theme
    compact = scene.frame.compact
    footer = px(40 + (24 if compact else 32))
    column = Column(scene, rect, scene.areas.get("fire"), footer=footer, compact=compact)
    scene.areas["fire"] = column.area
    h = model.hexes[0]
    strike = isinstance(model.order, StrikeCrossing)
    column.heading(w("fire.title_crossing" if strike else "fire.title"), names.label(h), mono=True)
    if isinstance(model.order, StrikeCrossing):
        number = scene.view.scenario.board.crossing_index[model.order.crossing]
        column.title(names.crossing(number), size=20)
    else:
        column.title(names.short(h), size=20)
    column.gap(6)
    column.text(w("fire.what_crossing" if strike else "fire.what"))
    column.rule()
    means = scene.view.means[scene.viewer]
    for what, used, left in (
        ("air", model.order.air, means.air),
        ("guns", model.order.artillery, means.artillery),
    ):
        points_row(scene, column, what, used, left, scene.change_fire)
    column.rule()
    column.fact(w("play.why_needed"), w("fire.needed_die" if strike else "fire.needed",
                                        target=model.needs))  # fmt: skip
    good, of = model.cases
    column.fact(w("play.why_chance"), w("common.percent", number=percent(good, of)))
    if model.refused is not None:
        column.gap(6)
        column.text(refusal_words(names, model.refused), 12, theme.text1)
    if model.level:
        column.gap(10)
        column.plate(
            w("odds.people_title"),
            w("odds.people_fire", level=model.level, chance=model.harm),
            scene.corridor_links(model.hexes),
        )
    column.done()
    scene.fill(Rect(rect.x, rect.bottom - footer, rect.w, px(1)), theme.line)
    why = refusal_words(names, model.refused) if model.refused else ""
    column.footer(
        [
            Control("fire", Rect(0, 0, 0, 0), "primary", w("fire.give"), size=16,
                    key="" if compact else "Enter", enabled=not why, why=why,
                    action=scene.commit_fire),
            Control("cancel", Rect(0, 0, 0, 0), "button", w("odds.cancel"), size=16,
                    key="" if compact else scene.app.keys.cap("back"), action=scene.close_panel),
        ]
    )  # fmt: skip


def points_row(
    scene: PlayScene, column: Column, what: str, used: int, left: int, change: object
) -> None:
    """Put a line with a number of points and what makes it more or less."""
    w, px, theme = scene.w, scene.px, scene.theme
    keys = ("[", "]") if what == "air" else ("{", "}")
    high, size = px(32), px(28)
    text_y = column.y + (high - line_height(theme, 14)) // 2
    scene.text(w(f"odds.points_{what}"), column.x, text_y, column.w - px(130), 14, theme.text1,
               area=column.area, may_cut=True)  # fmt: skip
    end = column.x + column.w
    for ident, icon, x, step in (
        ("less", "minus", end - px(118), -1),
        ("more", "plus", end - size, +1),
    ):
        act = change(what, step) if callable(change) else None
        column.add(
            Control(
                f"{what}_{ident}", Rect(x, column.y + (high - size) // 2, size, size), "icon",
                icon=icon, framed=True, enabled=0 <= used + step <= left, size=12,
                why=w("odds.no_points_left") if step > 0 else w("odds.none_used"),
                hint=w(f"odds.{what}_{ident}"), key=keys[step > 0], action=act,
            )
        )  # fmt: skip
    scene.text(w("odds.points_of", used=used, all=left), end - px(118) + size, text_y,
               px(118) - 2 * size, 14, theme.text1, "semibold", "centre",
               area=column.area)  # fmt: skip
    column.y += high
