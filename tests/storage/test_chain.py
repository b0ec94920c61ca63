"""The chained log: damage is found at its line, and nothing after it is believed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.storage.chain import Body, chained, unchain

HEAD = "0" * 24
BODIES = st.lists(
    st.dictionaries(st.text(max_size=4).filter(lambda k: k != "chain"),
                    st.one_of(st.text(max_size=5), st.integers(-9, 9)), max_size=3),
    max_size=6,
)  # fmt: skip


def log(bodies: list[Body]) -> list[bytes]:
    """The lines of a log."""
    found, link = [], HEAD
    for body in bodies:
        line, link = chained(link, body)
        found.append(line)
    return found


@given(BODIES)
def test_what_was_written_is_read(bodies: list[Body]) -> None:
    lines = log(bodies)
    found = unchain(b"".join(lines), HEAD)
    assert list(found.bodies) == bodies
    assert found.cut is None
    assert [b - a for a, b in zip((0, *found.ends), found.ends, strict=False)] == [
        len(line) for line in lines
    ]


@given(BODIES.filter(bool), st.data())
def test_a_torn_end_costs_the_last_line_only(bodies: list[Body], data: st.DataObject) -> None:
    lines = log(bodies)
    torn = data.draw(st.integers(1, len(lines[-1])))
    found = unchain(b"".join(lines)[:-torn], HEAD)
    assert list(found.bodies) == bodies[:-1]
    if torn == len(lines[-1]):
        assert found.cut is None
    else:
        assert found.cut is not None
        assert (found.cut.line, found.cut.lost, found.cut.torn) == (len(bodies), 1, True)


@given(BODIES.filter(bool), st.data())
@settings(max_examples=200)
def test_no_changed_byte_goes_unseen(bodies: list[Body], data: st.DataObject) -> None:
    lines = log(bodies)
    raw = bytearray(b"".join(lines))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    found = unchain(bytes(raw), HEAD)
    struck = sum(1 for k in range(len(lines)) if at >= sum(map(len, lines[: k + 1])))
    assert list(found.bodies) == bodies[:struck]
    assert found.cut is not None
    assert found.cut.line == struck + 1


def test_lines_left_out_moved_or_of_another_game_are_not_believed() -> None:
    lines = log([{"n": 1}, {"n": 2}, {"n": 3}])
    assert len(unchain(lines[0] + lines[2], HEAD).bodies) == 1
    assert len(unchain(lines[1] + lines[0], HEAD).bodies) == 0
    assert len(unchain(b"".join(lines), "1" * 24).bodies) == 0
    cut = unchain(lines[0] + lines[2], HEAD).cut
    assert cut is not None
    assert (cut.line, cut.lost, cut.torn) == (2, 1, False)
