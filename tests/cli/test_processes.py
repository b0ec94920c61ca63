"""What only shows in a process of its own: start, interrupt, pipes, colours, imports."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, TINY, start

HEAVY = ("pydantic", "pygame", "numpy", "yaml", "game.engine", "game.scenario.documents")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from game.cli.run import run; run(['--help']);"
        f"print('heavy:', ' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "replay" in done.stdout
    assert done.stdout.splitlines()[-1].strip() == "heavy:"


def test_without_a_display_the_replay_follows_as_text() -> None:
    process = start()
    assert process.stdout
    first = process.stdout.readline()
    assert "No display" in first
    assert "DISPLAY" in first
    assert "replay" in first
    out, err = process.communicate(timeout=100)
    assert process.returncode == 0
    assert err == ""
    assert out.count("This scenario is about a recent war.") == 1
    assert "day 1 of 65" in out
    assert "day 65 of 65" in out
    assert "\x1b" not in out


def test_a_display_that_cannot_be_opened_is_told_and_the_replay_follows() -> None:
    process = start(DISPLAY=":4242")
    assert process.stdout
    first = process.stdout.readline()
    assert "The replay follows as text." in first
    assert "Traceback" not in first
    process.kill()
    process.communicate()


def test_play_without_a_display_is_refused_with_a_sentence() -> None:
    process = start("play")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "no display" in err
    assert "Traceback" not in err


def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    process = start("replay", str(TINY), "--speed", "0.05")
    assert process.stdout
    while "day 1 of 7" not in process.stdout.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Interrupted." in err
    assert "Traceback" not in err


@pytest.mark.parametrize("arguments", [["replay", "--json"], ["replay"]])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]) -> None:
    process = start(*arguments)
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()


def test_lines_of_json_come_one_by_one() -> None:
    process = start("replay", "--json")
    assert process.stdout
    assert process.stdout.readline().startswith('{"type":"day","date":"2017-09-14"')
    assert process.poll() is None
    process.kill()
    process.communicate()


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_it_wants_none(no_color: str, coloured: bool) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "replay", str(TINY), "--until", "2017-09-14"],
        stdout=theirs,
        env={**os.environ, "NO_COLOR": no_color, "TERM": "xterm"},
    )
    os.close(theirs)
    text = _read(ours)
    assert process.wait(timeout=20) == 1
    assert "day 1 of 7" in text
    assert ("\x1b[" in text) is coloured


def _read(terminal: int) -> str:
    found = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            part = b""
        if not part:
            os.close(terminal)
            return found.decode("utf-8")
        found += part


def test_main_works_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "scenarios"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "deir_ez_zor_2017" in done.stdout


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("furat, version ")


def test_a_game_is_played_by_typing_without_a_display_and_kept(tmp_path: Path) -> None:
    args = ("play", str(TINY), "--text", "--seed", "4")
    process = start(*args, stdin=subprocess.PIPE, FURAT_DATA_DIR=str(tmp_path))
    out, err = process.communicate("units\nend!\nundo\nquit\n", timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "Nothing can be taken back: the turn began here." in out
    assert "The game is kept" in out
    process = start(*args, stdin=subprocess.PIPE, FURAT_DATA_DIR=str(tmp_path))
    out, _ = process.communicate("load\n", timeout=60)
    assert "2. kept as played" in out


def test_a_side_that_there_is_not_is_refused_before_the_game_begins() -> None:
    process = start("play", str(TINY), "--text", "--side", "nobody")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert 'there is no side "nobody"' in err
