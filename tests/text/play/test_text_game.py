"""Games played by typing: everything is said, nothing hidden leaks, bad input is answered."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.order_text import VERBS
from game.engine.scenario import Scenario
from game.scenario.documents import BriefingDoc, SectionDoc, Text
from game.scenario.package import load_scenario
from game.session import Seat, Session, begin_autosave
from game.storage.listing import list_saves
from game.text.play import Console, TextGame
from game.text.play.commands import COMMANDS, find
from game.text.play.help_page import FORMS
from game.text.reasons import reason_line
from tests.session.battle import BATTLE

HOTSEAT = {"red": Seat("human"), "blue": Seat("human")}
ALONE = {"red": Seat("human"), "blue": Seat("computer", "random")}
BRIEFING = BriefingDoc(
    briefing=(SectionDoc(Text("The valley"), Text("Two forces meet.")),),
    content_note=Text("People were here."),
    questions=(Text("Who paid?"),),
)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path))
    return tmp_path


def typed(
    *lines: str, seats: dict[str, Seat] | None = None, scenario: Scenario = BATTLE
) -> tuple[str, TextGame]:
    """Play by typing lines; returns all that was said, and the game."""
    out = io.StringIO()
    session = Session.new(scenario, 3, seats or ALONE)
    begin_autosave(session)
    game = TextGame(session, BRIEFING, Console(io.StringIO(), out, iter(lines)))
    game.play()
    return out.getvalue(), game


def said(*lines: str) -> str:
    """What is said after the first prompt, as one line."""
    text, _ = typed(*lines)
    return " ".join(text.split("> ", 1)[1].split())


def test_a_whole_game_is_played_to_its_end() -> None:
    out, game = typed(*["move red_1 3_1", "attack 5_1 with red_1!", "end!"] * 6)
    assert game.session.ended
    assert game.over
    assert "The game is over" in out
    assert "Who paid?" in out
    assert out.count("> end!") >= 5


def test_it_opens_with_the_content_note_and_the_situation() -> None:
    out, _ = typed("quit")
    assert out.index("People were here.") < out.index("day 1 of 6")
    assert "Points left today: air 2, artillery 1." in out


def test_an_attack_shows_its_sheet_and_asks_before_it_is_made() -> None:
    out, game = typed("move red_1 4_1", "attack 5_1 with red_1 air 1", "no", "quit")
    assert "Strength 9 to 4" in out
    assert "percent:" in out
    assert "Nothing was done." in out
    assert [entry.text for entry in game.session.log if entry.side == 0] == ["move red_1 4_1"]
    out, game = typed("move red_1 4_1", "attack 5_1 with red_1", "yes", "quit")
    assert "dice" in out
    assert any(entry.text.startswith("attack") for entry in game.session.log)


def test_the_chances_of_a_sheet_add_up() -> None:
    out = said("move red_1 4_1", "odds attack 5_1 with red_1", "quit")
    words = out.split()
    found = [int(words[n - 1]) for n, word in enumerate(words) if word == "percent:"]
    assert 98 <= sum(found) <= 102


def test_an_end_with_idle_units_is_asked_about() -> None:
    out, game = typed("end", "no", "quit")
    assert "3 units have been told nothing" in out
    assert game.session.state.turn == 1


def test_undo_and_redo_say_what_they_did_and_why_not() -> None:
    out = said("undo", "move red_1 2_0", "undo", "redo", "redo", "quit")
    assert "Nothing can be taken back: the turn began here." in out
    assert "Taken back: move red_1 2_0" in out
    assert "Done again: move red_1 2_0" in out
    assert "There is nothing to do again." in out


def test_save_and_load_bring_the_game_back() -> None:
    campaign = load_scenario("deir_ez_zor_2017")
    seats = {"isil": Seat("human")}
    out, _ = typed(
        "hold i_city_1", "save before the fight", "end!", "load", "load 1", "hold i_city_2",
        "load 2", "log", "quit", seats=seats, scenario=campaign,
    )  # fmt: skip
    assert "Saved as 'before the fight'." in out
    assert "1. kept as played: The full campaign" in out
    assert "2. before the fight: The full campaign" in " ".join(out.split())
    assert out.count("day 2 of 65: ISIL") == 2, "on arriving, and after loading"
    assert "14 September 2017: hold i_city_1" in out.rsplit("> log", 1)[1]


def test_looking_says_what_it_sees() -> None:
    out = said("describe hex 2_1", "quit")
    assert "2_1: open ground." in out
    assert "held by red" in out.lower()
    assert "red_1" in out
    assert "E: hex 3_1" in out
    out = said("nearest enemy to red_1", "quit")
    assert "3 hexes east, hex 5_1: blue_1" in out
    out = said("targets", "move red_1 4_1", "targets", "quit")
    assert "No enemy can be attacked now." in out
    assert "red_1 can attack." in out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.names[0])
def test_every_command_answers_and_tells_nothing_hidden(command: object) -> None:
    name = command.names[0]  # type: ignore[attr-defined]
    lines = [name, f"{name} 6_4", f"{name} blue_2", f"{name} enemy", f"{name} nonsense ؟ %s {{}}"]
    out, _ = typed(*lines, "quit", seats={"red": Seat("human"), "blue": Seat("none")})
    told = " ".join(line for line in out.splitlines() if "> " not in line)
    told = told.replace("'blue_2'", "").replace("blue_2'", "")
    assert "blue_2," not in told, "hidden from red"
    assert "blue_3," not in told, "hidden from red"
    assert out.count("> ") >= 1


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("mvoe red_1 2_0", "Did you mean 'move'?"),
        ("move red_9 2_0", "There is no unit 'red_9'; did you mean"),
        ("move blue_1 2_0", ""),
        ("move red_1", "A hex"),
        ("move red_1 99_99", "99_99"),
        ("describe hex 99_99", "There is no hex, place or known unit '99_99'"),
        ("unit", "Which unit? Give its id."),
        ("unit blue_2", "There is no known unit 'blue_2'"),
        ("decree all is well", "cannot be typed"),
        ("load 99", "There is no save '99'"),
        ("load ²", "There is no save '²'"),
        ("rule 99.9", "There is no section 99.9"),
        ("help attack", "attack HEX with UNIT"),
        ("help nonsense", "There is no help on 'nonsense'."),
        ("dawn", "The day is not over"),
        ("attack 5_1 with red_1 air 99", ""),
        ("!", "I do not know '!'"),
        ("move red_1 2_0 via", ""),
    ],
)
def test_bad_input_is_answered_and_changes_nothing(line: str, answer: str) -> None:
    out, game = typed(line, "quit")
    assert answer in " ".join(out.split())
    assert [entry for entry in game.session.log if entry.side == 0] == []
    assert out.split("> ")[1] != "", "something is said"


def test_the_end_of_the_input_leaves_the_game_kept() -> None:
    out, game = typed("move red_1 2_0")
    assert "The game is kept" in out
    assert not game.session.ended
    assert [entry.kind for entry in list_saves()] == ["auto"]


def test_people_who_take_turns_are_asked_to_change_seats() -> None:
    out, _ = typed("end!", "", "end!", "", "quit", seats=HOTSEAT)
    assert "It is the turn of" in out


def test_every_order_has_help_and_no_command_hides_an_order() -> None:
    assert set(FORMS) == set(VERBS) - {"dawn"}
    for verb in VERBS:
        found = find(f"{verb} x")
        assert found is None or verb in ("leave",), verb


def test_lines_stay_within_the_page() -> None:
    out, _ = typed("help", "units", "objectives", "describe hex 2_1", "rules", "rule 3.7", "quit")
    assert max(len(line) for line in out.splitlines() if not line.startswith("|")) <= 80


def test_a_terminal_that_sends_nothing_more_ends_the_game() -> None:
    class Silent:
        def __iter__(self) -> Iterator[str]:
            return self

        def __next__(self) -> str:
            raise StopIteration

    out = io.StringIO()
    game = TextGame(Session.new(BATTLE, 1, ALONE), BRIEFING, Console(io.StringIO(""), out))
    game.play()
    assert "The game is kept" in out.getvalue()


def test_the_computer_says_what_it_had_in_mind() -> None:
    campaign = load_scenario("deir_ez_zor_2017")
    seats = {"government": Seat("human"), "isil": Seat("computer", "normal")}
    out, game = typed("why", "quit", seats=seats, scenario=campaign)
    told = out.split("> why", 1)[1]
    reasons = {entry.reason for entry in game.session.log if entry.reason}
    assert any(reason_line(game.names, reason) in " ".join(told.split()) for reason in reasons)
