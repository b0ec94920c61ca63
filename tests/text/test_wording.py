"""Every event has its words, in the house's terms."""

from __future__ import annotations

import string
from dataclasses import fields

import pytest

from game.engine import events
from game.engine.board import NO_SIDE, CrossingState
from game.engine.scenario import Scenario
from game.engine.state import Status
from game.scenario.package import load_scenario
from game.text.facts import facts
from game.text.names import Names
from game.text.wording import _CHOICE, ENGLISH, chance_told, word, worded

KINDS = [
    kind
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, events.Event) and kind is not events.Event
]


@pytest.fixture(scope="module")
def names() -> Names:
    scenario: Scenario = load_scenario("deir_ez_zor_2017")
    return Names(scenario)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_event_has_a_template_with_its_own_fields(kind: type[events.Event]) -> None:
    template = ENGLISH[kind]
    texts = [template] if isinstance(template, str) else list(template.values())
    known = {field.name for field in fields(kind)}
    used = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    assert used <= known
    if not isinstance(template, str):
        assert _CHOICE[kind] in known


def test_an_attack_shows_its_whole_sum(names: Names) -> None:
    shifts = (events.Shift("combined_arms", 1, "3.3"), events.Shift("terrain", -3, "3.3"))
    attack = events.AttackResolved(
        1, names.scenario.board.place("hamidiyah").label_hex, -1, (0, 1), (60,), 12, 4, 3, shifts,
        -2, 8, 9, "S",
    )  # fmt: skip
    assert word(names, attack) == (
        "Government forces: attack on al-Hamidiyah (24_27), Tiger Forces, 1st assault group and "
        f"Tiger Forces, 2nd assault group against {names.unit(60)}. Strength 12 to 4, odds +3, "
        "shifts -2 (combined arms +1, terrain -3); dice 8, total 9, result S."
    )


GROUP = "Tiger Forces, 1st assault group"


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (events.StepsLost(0, 1, "attack"), f"{GROUP} loses a step (attack)."),
        (events.StepsLost(0, 2, "belt"), f"{GROUP} loses 2 steps (belt)."),
        (events.UnitRemoved(0, Status.SURRENDERED, 5), f"{GROUP} surrenders."),
        (
            events.HarmRecorded(0, 1, "air strike"),
            "Ledger of the game: civilians harmed in hex 0_0: air strike, Government forces.",
        ),
        (
            events.HarmRecorded(0, NO_SIDE, "shelling"),
            "Ledger of the game: civilians harmed in hex 0_0: shelling; by whom is not known.",
        ),
        (
            events.CrossingChanged(6, CrossingState.PONTOON, 0),
            "Mari'iyah - Marrat: a pontoon bridge stands.",
        ),
        (events.UnitArrived(0, -1, 5), f"{GROUP} arrives in Palmyra road and Sukhnah."),
        (events.UnitArrived(0, 0, -1), f"{GROUP} arrives in hex 0_0."),
        (events.DayBegan(3), ""),
    ],
)
def test_sentences(names: Names, event: events.Event, sentence: str) -> None:
    assert word(names, event) == sentence


@pytest.mark.parametrize(
    ("chance", "told"),
    [(11 / 36, "a 31 percent"), (1 / 216, "a less than 1 percent"), (1, "a 100 percent")],
)
def test_a_chance_in_percent(chance: float, told: str) -> None:
    assert f"Under these rules this outcome had {told}" in chance_told(chance)


def test_another_table_gives_another_language(names: Names) -> None:
    table = {events.UnitRevealed: "Gefunden: {unit}."}
    found = worded(events.UnitRevealed, facts(names, events.UnitRevealed(0)), table)
    assert found == "Gefunden: Tiger Forces, 1st assault group."
