"""Everything the playing screen says is in both catalogues."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.ui.scenes.play as package
from game.ai.commander import Reason, Why
from game.engine.apply import apply
from game.engine.board import CrossingState
from game.engine.events import AttackResolved, CrossingChanged
from game.engine.new_game import new_game
from game.engine.orders import EndTurn, NextDay
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.shifts import LINES
from game.engine.rules.turn import is_night
from game.engine.scenario import Scenario
from game.scenario.package import load_scenario
from game.ui.scenes.play import order_list
from game.ui.scenes.play.guide_steps import GENERAL
from game.ui.scenes.play.happened import sentence_of, sentences
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.reason_words import reason_words
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.toolkit.words import catalogue, words

_KEY = re.compile(
    r"""["']((?:play|odds|result|digest|saves|layers|tip|common|verb|guide|told|roll)
                       \.[a-z0-9_]+)["']""",
    re.VERBOSE,
)
FOLDER = Path(package.__file__).parent


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_key_in_the_sources_is_there(lang: str) -> None:
    texts = catalogue(lang)
    missing = {
        key
        for path in FOLDER.glob("*.py")
        for key in _KEY.findall(path.read_text(encoding="utf-8"))
        if key not in texts
    }
    assert not missing


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_family_of_keys_is_complete(lang: str) -> None:
    texts = catalogue(lang)
    wanted = {f"refusal.{code.value}" for code in Refusal}
    wanted |= {f"verb.{verb}" for verb in order_list.VERBS.values()} - {"verb.strike"}
    wanted |= {f"guide.{step}_{part}" for step in GENERAL for part in ("title", "text", "now")}
    for name, _, _ in LINES:
        if name not in ("terrain", "works", "water", "support"):
            wanted.add(f"odds.line_{name}_on")
            wanted.add(f"odds.line_{name}_off")
    wanted -= {"odds.line_concentric_off"} - set(texts)
    assert wanted <= set(texts)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_event_of_some_days_has_words(campaign: Scenario, lang: str) -> None:
    names = Naming(campaign, words(lang))
    state, events = new_game(campaign, 3)
    for _ in range(30):
        assert all(isinstance(text, str) for text in sentences(names, events))
        state, events = apply(state, NextDay() if is_night(state) else EndTurn())


def test_refusals_name_units_and_not_ids(campaign: Scenario) -> None:
    names = Naming(campaign, words("en"))
    told = refusal_words(names, Illegal(Refusal.NO_WAY, "tig_1 cannot reach 14_13 this turn."))
    assert "tig_1" not in told
    assert "14,13" in told


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_shortfall_is_told_in_halves(campaign: Scenario, lang: str) -> None:
    names = Naming(campaign, words(lang))
    told = refusal_words(names, Illegal(Refusal.NO_WAY, "no"), -1, (8, 5))
    assert "2½" in told
    assert "4" in told


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("why", list(Why))
def test_every_intent_of_a_computer_is_one_line(campaign: Scenario, lang: str, why: Why) -> None:
    names = Naming(campaign, words(lang))
    place, crossing = campaign.board.places[0], campaign.board.crossings[0]
    unit = campaign.oob.units[0]
    for reason in (
        Reason(why),
        Reason(why, place.id, 5, unit.id),
        Reason(why, crossing.id),
        Reason(why, campaign.board.boxes[0].id),
    ):
        told = reason_words(names, reason)
        assert told
        assert "{" not in told
        assert place.id not in told or place.id == place.name
        assert "\n" not in told


def test_in_arabic_no_verb_stands_before_the_name_of_a_side_or_unit() -> None:
    """Names are of either gender ("القوات", "اللواء"), so what is told of them has no verb."""
    wrong = {}
    for key, text in catalogue("ar").items():
        if not key.startswith(("told.", "replay.order_")):
            continue
        for form in [text] if isinstance(text, str) else text.values():
            name = re.search(r"\{(side|unit|units)\}", form)
            before = form[: name.start()] if name else ""
            if before and ":" not in before and not before.endswith(("بيد ", "مع ", "إلى ")):
                wrong[key] = form
    assert not wrong


def test_in_arabic_a_hex_is_called_by_one_word() -> None:
    assert "سداس" not in str(catalogue("ar"))


def test_a_crossing_has_its_own_name_in_each_language() -> None:
    scenario = load_scenario("first_crossing")
    event = CrossingChanged(0, CrossingState.FERRY, 0)
    english = sentence_of(Naming(scenario, words("en")), event)
    arabic = sentence_of(Naming(scenario, words("ar")), event)
    assert "Marsa landing" in english
    assert "مرسى العبور" in arabic
    assert "Marsa" not in arabic


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_total_below_nothing_has_a_true_minus(campaign: Scenario, lang: str) -> None:
    event = AttackResolved(0, 0, -1, (0,), (1,), 1, 6, -6, (), 2, 2, -2, "-")
    told = sentence_of(Naming(campaign, words(lang)), event, (1, 1))
    assert "T = −2" in told
    assert "-2" not in told
