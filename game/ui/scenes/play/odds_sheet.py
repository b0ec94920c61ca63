"""The odds sheet: it takes the place of the column, and the attack is given from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.rules.presence import side_of
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.fire_sheet import points_row
from game.ui.scenes.play.happened import result_words
from game.ui.scenes.play.hex_panel import unit_row
from game.ui.scenes.play.numbers import percent, signed, with_sign
from game.ui.scenes.play.odds import ATTACKER, DEFENDER, Line, OddsModel
from game.ui.scenes.play.odds_bar import draw_bar, draw_key
from game.ui.scenes.play.odds_party import lay_party
from game.ui.scenes.play.odds_words import line_words
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import line_height, measure, wrap

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

_ROW = 24
_BAR = 24


def lay(scene: PlayScene, rect: Rect) -> None:
    """Lay out the sheet of the attack that is being weighed."""
    model = scene.odds
    assert model is not None
    w, px, names = scene.w, scene.px, scene.names
    footer = px(40 + (32 if not scene.frame.compact else 24))
    column = Column(
        scene, rect, scene.areas.get("odds"), footer=footer, compact=scene.frame.compact,
        part="column",
    )  # fmt: skip
    scene.areas["odds"] = column.area
    h = model.order.target
    column.heading(w("odds.title"), names.label(h), mono=True)
    place = names.place_at(h)
    if place >= 0:
        board_place = scene.view.scenario.board.places[place]
        column.title(names.of(board_place), names.other(board_place), 20)
    else:
        column.title(names.terrain(h), "", 20)
    column.gap(6)
    if model.sheet is None:
        _no_sum(scene, column, model)
    else:
        _fronts(scene, column, model)
        lay_party(scene, column, model)
        _strengths(scene, column, model)
        _spine(scene, column, model)
        _total(scene, column, model)
        _rolls(scene, column, model)
        _losses(scene, column, model)
        _people(scene, column, model)
    _means(scene, column, model)
    _attackers(scene, column, model)
    column.done()
    scene.fill(Rect(rect.x, rect.bottom - footer, rect.w, px(1)), scene.theme.line)
    why = refusal_words(names, model.refused) if model.refused else ""
    compact = scene.frame.compact
    column.footer(
        [
            Control("attack", Rect(0, 0, 0, 0), "primary", w("odds.attack"),
                    key="" if compact else "Enter", size=16, enabled=not why, why=why,
                    action=scene.commit_attack),
            Control("cancel", Rect(0, 0, 0, 0), "button", w("odds.cancel"),
                    key="" if compact else scene.app.keys.cap("back"), size=16,
                    action=scene.close_odds),
        ]
    )  # fmt: skip


def _no_sum(scene: PlayScene, column: Column, model: OddsModel) -> None:
    why = model.refused
    if why is not None:
        column.icon_text("info", refusal_words(scene.names, why), scene.theme.text1, most=5)
        column.gap(8)


def _fronts(scene: PlayScene, column: Column, model: OddsModel) -> None:
    """Who attacks whom, with swatches at both ends."""
    assert model.sheet is not None
    theme, px, names, w = scene.theme, scene.px, scene.names, scene.w
    a = model.sheet.assault
    half = column.w // 2 - px(6)
    top, high = column.y, line_height(theme, 14)
    size = px(12)
    defender = side_of(scene.view, a.defenders[0])
    left, right = column.x, column.x + column.w - half
    box = Rect(left, top + (high - size) // 2, size, size)
    scene.swatch(names.colour(a.side), box, column.area)
    scene.text(w("odds.attacker"), left + size + px(8), top, half - size - px(8), 14, theme.text1,
               "semibold", area=column.area)  # fmt: skip
    word = w("odds.defender")
    word_w = min(measure(theme, word, 14, "semibold")[0] + 2, half - size - px(8))
    end = column.x + column.w
    scene.swatch(names.colour(defender), Rect(end - size, top + (high - size) // 2, size, size),
                 column.area)  # fmt: skip
    scene.text(word, end - size - px(8) - word_w, top, word_w, 14, theme.text1, "semibold", "end",
               area=column.area)  # fmt: skip
    top += high
    units, others = names.units(a.attackers), names.units(a.defenders)
    used = scene.lines(units, left, top, half, 12, theme.text2, area=column.area, most=2)
    other = scene.lines(others, right, top, half, 12, theme.text2, align="end", area=column.area,
                        most=2)  # fmt: skip
    column.y = top + max(used, other)


def _strengths(scene: PlayScene, column: Column, model: OddsModel) -> None:
    assert model.sheet is not None
    theme, px, w, sheet = scene.theme, scene.px, scene.w, model.sheet
    column.gap(8)
    high = px(64)
    band = Rect(column.rect.x, column.y, column.rect.w, high)
    scene.fill(band, theme.bg2, column.area)
    scene.fill(Rect(band.x, band.y, band.w, px(1)), theme.line, column.area)
    scene.fill(Rect(band.x, band.bottom - px(1), band.w, px(1)), theme.line, column.area)
    left_sum = " + ".join(str(term) for term in model.attack_terms)
    right_sum = " + ".join(str(term) for term in model.defence_terms)
    side_w = px(60 if not scene.frame.compact else 48)
    big, small = line_height(theme, 28), line_height(theme, 12)
    top = band.y + (high - big - small) // 2 - px(1)
    scene.text(str(sheet.attack), column.x, top, side_w, 28, theme.text1, "semibold",
               area=column.area)  # fmt: skip
    scene.text(left_sum if len(model.attack_terms) > 1 else "", column.x, top + big - px(2), side_w,
               12, theme.text2, area=column.area, may_cut=True)  # fmt: skip
    end = column.x + column.w - side_w
    scene.text(str(sheet.defence), end, top, side_w, 28, theme.text1, "semibold", "end",
               area=column.area)  # fmt: skip
    scene.text(right_sum if len(model.defence_terms) > 1 else "", end, top + big - px(2), side_w,
               12, theme.text2, align="end", area=column.area, may_cut=True)  # fmt: skip
    middle = column.x + side_w
    room = column.w - 2 * side_w
    row = model.odds_row
    ratio = w("odds.ratio", attack=row[0], defence=row[1]) if row[0] else w("odds.ratio_less")
    said = w("odds.ratio_gives", ratio=ratio, shift=signed(sheet.value))
    line_y = band.y + (high - line_height(theme, 16) - small) // 2
    scene.text(said, middle, line_y, room, 16, theme.text1, "semibold", "centre", area=column.area,
               may_cut=True)  # fmt: skip
    short = "odds.rounded_short" if scene.frame.compact else "odds.rounded"
    scene.text(w(short), middle, line_y + line_height(theme, 16), room, 12, theme.text2,
               align="centre", area=column.area, may_cut=True)  # fmt: skip
    column.y = band.bottom


def _spine(scene: PlayScene, column: Column, model: OddsModel) -> None:
    """The attacker's shifts on one side, the defender's on the other, numbers at the spine."""
    assert model.sheet is not None
    theme, px, w = scene.theme, scene.px, scene.w
    compact = scene.frame.compact  # there the rolls must not be pushed out by what counts nothing
    shown = [
        line for line in model.lines
        if scene.all_lines or not (line.rare or (compact and not line.value))
    ]  # fmt: skip
    left = [line for line in shown if line.side == ATTACKER]
    right = [line for line in shown if line.side == DEFENDER]
    row_h = px(_ROW if not compact else 22)
    spine = column.rect.x + column.rect.w // 2
    top = column.y + px(4)
    num = px(30)
    y_left = _side(scene, column, model, left, top, row_h, spine, num, start=True)
    y_right = _side(scene, column, model, right, top, row_h, spine, num, start=False)
    bottom = max(y_left, y_right)
    scene.fill(Rect(spine, top, px(1), bottom - top), theme.line2, column.area)
    column.y = bottom
    hidden = sum(line.rare or (compact and not line.value) for line in model.lines)
    if hidden:
        key = "odds.fewer_lines" if scene.all_lines else "odds.more_lines"
        column.gap(2)
        column.link(
            Control("all_lines", Rect(0, 0, 0, 0), "link", w(key, count=hidden), size=12,
                    action=scene.toggle_lines)
        )  # fmt: skip
    column.gap(4)
    scene.fill(Rect(column.x, column.y, column.w, px(1)), theme.line, column.area)
    high = px(28)
    sums = [model.total(ATTACKER), model.total(DEFENDER)]
    text_y = column.y + (high - line_height(theme, 14)) // 2
    word = w("odds.sum")
    word_w = spine - num - px(6) - column.x
    scene.text(word, column.x, text_y + px(1), word_w - px(10), 12, theme.text2, align="end",
               area=column.area)  # fmt: skip
    scene.text(signed(sums[0]), spine - num - px(6), text_y, num, 14, theme.text1, "semibold",
               "end", area=column.area)  # fmt: skip
    scene.text(signed(sums[1]), spine + px(7), text_y, num, 14, theme.text1, "semibold", "start",
               area=column.area)  # fmt: skip
    if sum(sums) != model.sheet.net:
        limit = w("odds.limit", net=signed(model.sheet.net))
        scene.text(limit, spine + num + px(8), text_y + px(1),
                   column.x + column.w - spine - num - px(8), 12, theme.text2, align="end",
                   area=column.area, may_cut=True)  # fmt: skip
    column.y += high


def _side(
    scene: PlayScene, column: Column, model: OddsModel, lines: list[Line], top: int, row_h: int,
    spine: int, num: int, *, start: bool,
) -> int:  # fmt: skip
    theme, px = scene.theme, scene.px
    y = top
    for line in lines:
        ink = theme.text1 if line.value else theme.text3
        label = line_words(scene.names, scene.view, model, line)
        if start:
            x, room = column.x, spine - num - px(8) - column.x
        else:
            x, room = spine + num + px(10), column.x + column.w - spine - num - px(10)
        rows = wrap(theme, label, 12, room)[:2]
        high = max(row_h, len(rows) * line_height(theme, 12) + px(6))
        first = y + (high - len(rows) * line_height(theme, 12)) // 2
        for number, text in enumerate(rows):
            scene.text(text, x, first + number * line_height(theme, 12), room, 12, ink,
                       align="end" if start else "start", area=column.area)  # fmt: skip
        value_y = y + (high - line_height(theme, 14)) // 2
        if start:
            scene.text(signed(line.value), spine - num - px(6), value_y, num, 14, ink, "semibold",
                       "end", area=column.area)  # fmt: skip
        else:
            scene.text(signed(line.value), spine + px(7), value_y, num, 14, ink, "semibold",
                       "start", area=column.area)  # fmt: skip
        y += high
    return y


def _total(scene: PlayScene, column: Column, model: OddsModel) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    high = px(36)
    band = Rect(column.rect.x, column.y, column.rect.w, high)
    scene.fill(band, theme.bg2, column.area)
    scene.fill(Rect(band.x, band.y, band.w, px(1)), theme.line, column.area)
    scene.fill(Rect(band.x, band.bottom - px(1), band.w, px(1)), theme.line, column.area)
    scene.text(w("odds.total"), column.x, band.y + (high - line_height(theme, 12)) // 2, px(90), 12,
               theme.text2, area=column.area)  # fmt: skip
    link = Control(
        "rule", Rect(0, 0, 0, 0), "link", w("common.rule", number="3.1"), size=12,
        action=scene.open_rule("3.1"),
    )  # fmt: skip
    wide = measure(theme, link.label, 12)[0] + 2
    link.rect = Rect(column.x + column.w - wide, band.y, wide, high)
    column.add(link)
    total = w("odds.total_formula", shift=with_sign(model.added))
    room = column.w - px(90) - wide - px(10)
    scene.text(total, column.x + px(90), band.y + (high - line_height(theme, 16)) // 2, room, 16,
               theme.text1, "semibold", "end", area=column.area)  # fmt: skip
    column.y = band.bottom


def _rolls(scene: PlayScene, column: Column, model: OddsModel) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    column.gap(12)
    column.heading(w("odds.all_rolls"))
    column.gap(2)
    segments = model.segments
    plain = [segment for segment in segments if not segment.bad]
    bar = Rect(column.x, column.y, column.w, px(_BAR))
    rtl = theme.rtl

    def brush(surface: pygame.Surface, rect: Rect) -> None:
        draw_bar(surface, theme, rect, segments, mirrored=rtl)

    scene.put(bar, brush, column.area)
    column.y = bar.bottom + px(8)
    compact = scene.frame.compact
    for row, segment in enumerate(segments):
        place = plain.index(segment) if segment in plain else -1
        size = px(12)
        code_w, num_w, pct_w = (px(40), px(36), px(40)) if compact else (px(48), px(40), px(44))
        words_w = column.w - px(20) - code_w - num_w - pct_w
        told = wrap(theme, result_words(scene.names, segment.cell), 12, words_w - px(4))[:2]
        row_h = max(px(20), len(told) * line_height(theme, 12) + px(4))
        box = Rect(column.x, column.y + (row_h - size) // 2, size, size)

        def key(surface: pygame.Surface, rect: Rect, place: int = place, row: int = row) -> None:
            draw_key(surface, theme, rect, place, len(plain), segments[row].cell.code == "-")

        scene.put(box, key, column.area)
        y = column.y + (row_h - line_height(theme, 14)) // 2
        x = column.x + px(20)
        scene.text(segment.cell.code.replace("-", "–"), x, y, code_w, 14, theme.text1, "semibold",
                   "left" if not rtl else "right", area=column.area)  # fmt: skip
        y12 = column.y + (row_h - line_height(theme, 12)) // 2
        told_y = column.y + (row_h - len(told) * line_height(theme, 12)) // 2
        scene.lines(told, x + code_w, told_y, words_w - px(4), 12, theme.text2, area=column.area)
        end = column.x + column.w
        scene.text(f"{segment.cases}/36", end - pct_w - num_w, y12, num_w, 12, theme.text2,
                   align="end", area=column.area)  # fmt: skip
        scene.text(w("common.percent", number=percent(segment.cases, 36)), end - pct_w, y, pct_w,
                   14, theme.text1, "semibold", "end", area=column.area)  # fmt: skip
        column.y += row_h


def _losses(scene: PlayScene, column: Column, model: OddsModel) -> None:
    w = scene.w
    column.gap(6)
    column.text(
        w("odds.expected", own=f"{model.lost:.2f}", other=f"{model.inflicted:.2f}"), 12,
        scene.theme.text1,
    )  # fmt: skip
    if not model.combined:
        column.text(w("odds.street_fighting"))
    if model.bomb_possible:
        column.text(w("odds.car_bomb_possible"))
    history = scene.history_of(model.order.target)
    if history:
        column.text(history)


def _people(scene: PlayScene, column: Column, model: OddsModel) -> None:
    people = model.people
    if people is None:
        return
    w = scene.w
    if people.points:
        text = w("odds.people_fire", level=people.level, chance=people.chance)
    else:
        text = w("odds.people_no_fire", level=people.level)
    links = []
    if model.order.air:
        label = w("odds.without_air", shift=with_sign(model.without_air))
        links.append(
            Control("no_air", Rect(0, 0, 0, 0), "link", label, size=12, action=scene.drop_air)
        )
    corridor = people.corridor
    if corridor is not None:
        links.append(
            Control("corridor", Rect(0, 0, 0, 0), "link", w("odds.corridor_first"), size=12,
                    action=lambda: scene.give_and_close(corridor))
        )  # fmt: skip
    column.gap(8)
    column.plate(w("odds.people_title"), text, links)


def _means(scene: PlayScene, column: Column, model: OddsModel) -> None:
    """Air and artillery points, car bomb, tunnel: what the attack is given."""
    w = scene.w
    means = scene.view.means[scene.viewer]
    column.rule()
    column.heading(w("odds.means"))
    points_row(scene, column, "air", model.order.air, means.air, scene.change_points)
    points_row(scene, column, "guns", model.order.artillery, means.artillery, scene.change_points)
    if means.air or means.artillery:
        column.link(
            Control("fire_only", Rect(0, 0, 0, 0), "link", w("odds.fire_only"), size=12,
                    action=scene.fire_instead)
        )  # fmt: skip
    row = []
    if means.car_bombs:
        row.append(
            Control("car_bomb", Rect(0, 0, 0, 0), "toggle", w("odds.use_car_bomb"),
                    current=model.order.car_bomb, action=scene.toggle_car_bomb)
        )  # fmt: skip
    for tunnel in scene.tunnels_to(model.order.target):
        row.append(
            Control(f"tunnel_{tunnel}", Rect(0, 0, 0, 0), "toggle", w("odds.use_tunnel"),
                    current=model.order.tunnel == tunnel, action=scene.toggle_tunnel(tunnel))
        )  # fmt: skip
    if row:
        column.buttons(row)


def _attackers(scene: PlayScene, column: Column, model: OddsModel) -> None:
    """Who attacks, who leads, who advances; the same as Ctrl-click on the map."""
    w, view = scene.w, scene.view
    column.gap(10)
    column.heading(w("odds.who_attacks"))
    column.text(w("odds.choose_how"))
    column.gap(6)
    order = model.order
    for number in scene.attack_candidates():
        ident = view.scenario.oob.units[number].id
        taking = ident in order.units
        unit_row(scene, column, number, action=scene.toggle_attacker(number), ident="attacker",
                 current=taking)  # fmt: skip
        if taking:
            column.gap(2)
            lead = order.units[0] == ident
            column.buttons(
                [
                    Control(f"lead_{number}", Rect(0, 0, 0, 0), "toggle", w("odds.leads"),
                            current=lead, action=scene.lead_with(number)),
                    Control(f"advance_{number}", Rect(0, 0, 0, 0), "toggle", w("odds.advances"),
                            current=ident in order.advance, action=scene.toggle_advance(number)),
                ],
                gap=14,
            )  # fmt: skip
        column.gap(6)
