"""A study as plain data: what `furat simulate --json` prints."""

from __future__ import annotations

from game.history.day_report import Plain
from game.study.run import Study
from game.study.spread import Spread
from game.study.tally import ObjectiveStudy, SideStudy


def report(study: Study) -> Plain:
    """Return a study as JSON can hold it; dates are written out."""
    return {
        "scenario": study.scenario,
        "runs": study.runs,
        "asked": study.asked,
        "end": study.end.value,
        "problem": study.problem or None,
        "seed": study.seed,
        "ai": study.ai,
        "wall_s": round(study.wall_s, 3),
        "cpu_s": round(study.cpu_s, 3),
        "orders": study.orders,
        "unit_activations": study.activations,
        "activations_per_cpu_s": round(study.activations_per_cpu_s, 1),
        "games_per_minute": round(study.games_per_minute, 2),
        "results": {side.id: _side(side) for side in study.sides},
        "objectives": [_objective(study, one) for one in study.objectives],
        "losses": {
            side.id: {"fallen": _spread(side.fallen), "surrendered": _spread(side.surrendered)}
            for side in study.sides
        },
        "harm": {
            **{side.id: _spread(side.harm) for side in study.sides},
            "nobody": _spread(study.unnamed_harm),
        },
        "states": list(study.states),
    }


def _side(side: SideStudy) -> Plain:
    return {
        "won": side.won,
        "drawn": side.drawn,
        "lost": side.lost,
        "grades": side.grades if side.judged else None,
        "score": side.score,
    }


def _objective(study: Study, one: ObjectiveStudy) -> Plain:
    return {
        "id": one.objective.id,
        "side": one.side,
        "hold": one.objective.hold,
        "historical": study.date(one.objective.historical),
        "earliest": study.date(one.objective.earliest),
        "latest": study.date(one.objective.latest),
        "share_met": round(one.met / study.runs, 4) if study.runs else None,
        "met_on": _dates(study, one.met_on),
        "lost_on" if one.objective.hold else "reached_on": _dates(study, one.turned_on),
    }


def _dates(study: Study, turns: Spread) -> Plain:
    quartiles = turns.quartiles()
    return {
        "share": round(len(turns) / study.runs, 4) if study.runs else None,
        "quartiles": [study.date(turn) for turn in quartiles] if quartiles else None,
    }


def _spread(spread: Spread) -> Plain:
    """Mean, quartiles and ends."""
    if not len(spread):
        return {"mean": None, "quartiles": None, "least": None, "most": None}
    counts = list(spread.counts)
    return {
        "mean": round(spread.mean, 2),
        "quartiles": list(spread.quartiles() or ()),
        "least": counts[0],
        "most": counts[-1],
    }
