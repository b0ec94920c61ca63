"""The odds sheet of an attack in sentences, from the rules that resolve it."""

from __future__ import annotations

from game.engine.orders import Attack
from game.engine.rules.civilians import chance_of_harm
from game.engine.rules.odds import expected_losses, odds, sheet
from game.engine.state import GameState
from game.text.names import Names
from game.text.page import counted, listed, signed


def odds_page(names: Names, view: GameState, order: Attack) -> list[str]:
    """Return the sheet of an attack that is legal: the sum, every result, losses, people."""
    line = sheet(view, order)
    if not line.assault.defenders:
        return ["No enemy is known to be there."]
    units = [names.unit(n) for n in line.assault.attackers]
    others = [names.unit(n) for n in line.assault.defenders]
    told = [
        f"Attack on {names.where(order.target)}: {listed(units, '; ')} against "
        f"{listed(others, '; ')}.",
        f"Strength {line.attack} to {line.defence}, odds value {signed(line.value)}.",
    ]
    for shift in line.shifts:
        told.append(
            f"Shift {shift.name.replace('_', ' ')} {signed(shift.value)}, rule {shift.rule}."
        )
    total = sum(shift.value for shift in line.shifts)
    if total != line.net:
        told.append(f"The shifts add up to {signed(total)} and are cut to {signed(line.net)}.")
    told.append(f"Two dice and {signed(line.value + line.net)}.")
    told += _results(view, order)
    lost, inflicted = expected_losses(view, order)
    told.append(f"On average {lost:.1f} own steps lost, {inflicted:.1f} of theirs.")
    return told + _people(view, order)


def _results(view: GameState, order: Attack) -> list[str]:
    cases: dict[str, int] = {}
    told: dict[str, str] = {}
    for outcome in odds(view, order):
        cell = outcome.cell
        cases[cell.code] = cases.get(cell.code, 0) + outcome.cases
        parts = []
        if cell.attacker_loss:
            parts.append(f"attackers lose {counted(cell.attacker_loss, 'step')}")
        if cell.attacker_suppressed:
            parts.append("attackers are suppressed")
        if cell.defender_loss:
            parts.append(f"defenders lose {counted(cell.defender_loss, 'step')}")
        if cell.defender_suppressed:
            parts.append("defenders are suppressed")
        if cell.retreat:
            parts.append("defenders fall back")
        told[cell.code] = listed(parts) or "nothing"
    return [
        f"{100 * count / 36:.0f} percent: {code}, {told[code]}." for code, count in cases.items()
    ]


def _people(view: GameState, order: Attack) -> list[str]:
    if not view.population[order.target]:
        return []
    fire = order.air + order.artillery + order.car_bomb
    if not fire:
        return ["People live there. This attack uses no fire that endangers them."]
    chance = chance_of_harm(view, order.target, fire)
    return [
        f"Warning: people live there. The chance that this fire harms civilians is "
        f"{100 * chance:.0f} percent. A corridor, or an attack without it, spares them."
    ]
