"""A game killed in the middle of a turn goes on where it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.session import continue_game
from game.storage.listing import continuable

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("orders", [1, 23, 60])
def test_kill_9_loses_nothing_that_was_done(orders: int) -> None:
    for seed in (orders, orders + 1):  # the second continues what is left of the first
        command = [sys.executable, "-m", "tests.session.campaigner", str(seed)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ) as game:
            assert game.stdout is not None
            said = [game.stdout.readline() for _ in range(orders)]
            game.kill()
            said += game.stdout.readlines()
        whole = [line for line in said if line.endswith(b"\n")]
        done, turn, log = map(int, whole[-1].split())
        entry = continuable()
        assert entry is not None
        it = continue_game()
        assert it is not None
        assert it.notice is None or it.notice.code == "save_torn"
        lines = [line for line in it.script if line.get("order") != "dawn"]
        assert len(it.script) >= done, "an order that was acknowledged is lost"
        assert lines
        assert it.state.turn >= turn
        if len(it.script) == done:
            assert (it.state.turn, len(it.log)) == (turn, log)
        assert entry.turn == it.state.turn
