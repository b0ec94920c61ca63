"""The odds sheet in words: every line with its reason, also those that count nothing."""

from __future__ import annotations

from game.engine.board import River
from game.engine.rules.ground import terrain_at
from game.engine.state import GameState
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.odds import Line, OddsModel


def line_words(names: Naming, view: GameState, model: OddsModel, line: Line) -> str:
    """Return the label of a line: what it is, or why it counts nothing."""
    w, facts = names.words, dict(line.facts)
    state = "on" if line.value else "off"
    match line.name:
        case "terrain":
            ground = names.of(terrain_at(view, model.order.target))
            return w("odds.line_terrain", ground=ground)
        case "works":
            if line.value:
                return w("odds.line_works_on", level=facts["level"])
            return w("odds.line_works_off")
        case "concentric" if not line.value:
            return w("odds.line_concentric_off", sides=facts["count"], needed=facts["of"])
        case "support":
            return _support(names, view, facts, line.value)
        case "water":
            if line.value:
                rivers = _rivers(view, model)
                key = "river" if River.MAIN in rivers else "channel"
                return w(f"odds.line_water_{key}")
            return w("odds.line_water_half" if facts["wet"] else "odds.line_water_off")
    return w(f"odds.line_{line.name}_{state}")


def _support(names: Naming, view: GameState, facts: dict[str, object], value: int) -> str:
    w = names.words
    air, guns = int(str(facts["air"])), int(str(facts["guns"]))
    means = view.means[view.active]
    parts = []
    if air:
        parts.append(w("odds.line_air", used=air, all=means.air))
    if guns:
        key = "odds.line_guns_blind" if facts["blind"] else "odds.line_guns"
        parts.append(w(key, used=guns, all=means.artillery))
    if not parts:
        return w("odds.line_support_off")
    return w("play.comma").join(parts)


def _rivers(view: GameState, model: OddsModel) -> set[River]:
    grid, board = view.scenario.board.grid, view.scenario.board
    found = set()
    for name in model.order.units:
        at = view.units[view.scenario.oob.unit_index[name]].at
        direction = grid.direction(at, model.order.target) if at >= 0 else -1
        if direction >= 0:
            found.add(River(board.rivers[6 * at + direction]))
    return found
