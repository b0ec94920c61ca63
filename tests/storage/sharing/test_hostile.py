"""Packages made to do harm, or by mistake: each is refused with its reason, nothing is written."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.package import ScenarioError
from game.storage.sharing import SharingError, install
from game.storage.sharing.manifest import NAME, hash_of

Files = dict[str, bytes]


def unpacked(parcel: Path) -> Files:
    with zipfile.ZipFile(parcel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, files: Files, *more: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    """Write an archive whose manifest is right about the files."""
    made = json.loads(files[NAME]) if NAME in files else None
    if made is not None:
        others = {name: data for name, data in files.items() if name != NAME}
        extra = {m[0] if isinstance(m[0], str) else m[0].filename: m[1] for m in more}
        made["files"] = {name: hash_of(data) for name, data in {**others, **extra}.items()}
        files = {**files, NAME: json.dumps(made).encode()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for entry, data in more:
            archive.writestr(entry, data)
    return path


def refused(path: Path, player: Path) -> str:
    with pytest.raises(SharingError) as caught:
        install(str(path))
    assert not list(player.rglob("*.yaml"))
    assert not list((player / "scenarios").glob(".install-*"))
    return str(caught.value)


OUT = "a path that leads out of the package"

NAMES = [
    ("../evil.yaml", OUT),
    ("ford/../../evil.yaml", OUT),
    ("/etc/evil.yaml", OUT),
    ("C:/evil.yaml", OUT),
    ("ford\\..\\evil.yaml", OUT),
    ("ford/./map.yaml", OUT),
    ("ford//map.yaml", OUT),
    ("evil.yaml", "a file stands in the folder of a scenario, no higher and no deeper"),
    ("ford/deep/map.yaml", "a file stands in the folder of a scenario, no higher and no deeper"),
    ("ford/evil.py", "a package holds .yaml, .md, .txt only"),
    ("ford/evil.YAML", "a package holds .yaml, .md, .txt only"),
    ("ford/inner.zip", "a package holds .yaml, .md, .txt only"),
    ("ford/run.sh", "a package holds .yaml, .md, .txt only"),
    ("ford/noending", "a package holds .yaml, .md, .txt only"),
    ("ford/.hidden.yaml", "no file of a scenario has such a name"),
    ("ford/ map.yaml", "no file of a scenario has such a name"),
    ("ford/evil.yaml", "no file of a scenario is called so"),
    ("ford/con.txt", "a name that some systems keep for a device"),
    ("ford/COM1.notes.md", "a name that some systems keep for a device"),
    ("nul/map.yaml", "a name that some systems keep for a device"),
    ("my ford/map.yaml", "no folder of a scenario has such a name"),
    ("__MACOSX/map.yaml", "no folder of a scenario has such a name"),
    ("ford/مخاضة.md", "names of files are plain letters"),
    ("ford/cafe\u0301.md", "names of files are plain letters"),
    ("schema/map.yaml", "no folder of a scenario has such a name"),
    ("Rules/map.yaml", "no folder of a scenario has such a name"),
    ("rules/readme.md", "among rules stand .yaml files only"),
    ("ford/" + "x" * 200 + ".md", "no file of a scenario has such a name"),
]


@pytest.mark.parametrize(("name", "why"), NAMES, ids=[name[:30] for name, _ in NAMES])
def test_names_that_no_package_has(
    parcel: Path, player: Path, tmp_path: Path, name: str, why: str
) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), (zipfile.ZipInfo(name), b"x: 1\n"))
    assert why in refused(path, player)


def test_a_name_in_no_known_letters(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/abcdef.md", b"x"))
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"\xff\xfe\x80\x81\x82\x83"))
    assert "names of files are plain letters" in refused(path, player)


def test_a_name_with_a_zero(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/abc.md.py", b"x"))
    path.write_bytes(path.read_bytes().replace(b"abc.md.py", b"abc.md\0py"))
    assert "a name with a zero in it" in refused(path, player)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(parcel: Path, player: Path, tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("ford/notes.md")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    path = packed(tmp_path / "evil.zip", unpacked(parcel), (entry, b"/etc/passwd"))
    assert refused(path, player) == '"ford/notes.md" is a link or a device, not a file'


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/map.yaml", b"width: 1\n"))
    assert refused(path, player) == 'it holds "ford/map.yaml" twice'


def test_names_that_differ_in_capitals_only(parcel: Path, player: Path, tmp_path: Path) -> None:
    more = [("ford/Notes.md", b"a"), ("ford/notes.md", b"b")]
    told = refused(packed(tmp_path / "evil.zip", unpacked(parcel), *more), player)
    assert "which are the same file on some systems" in told


def test_a_bomb(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/a.md", b"\0" * 3_900_000))
    assert "is packed far more tightly than any text can be" in refused(path, player)


def test_a_large_file(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/a.md", b"x" * 4_000_001))
    assert refused(path, player) == '"ford/a.md" is too large (at most 4,000,000 bytes)'


def test_many_files(parcel: Path, player: Path, tmp_path: Path) -> None:
    more = [(f"ford/{number}.md", b"") for number in range(300)]
    path = packed(tmp_path / "evil.zip", unpacked(parcel), *more)
    assert "files (at most 200)" in refused(path, player)


def test_much_in_all(parcel: Path, player: Path, tmp_path: Path) -> None:
    block = bytes(range(256)) * 15_000
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(11):
            archive.writestr(f"ford/{number}.md", block)
    assert refused(path, player) == "its files are too large together (at most 40,000,000 bytes)"


def test_a_size_that_lies(parcel: Path, player: Path, tmp_path: Path) -> None:
    """The header admits 10 bytes, the stream would give 3 million."""
    path = packed(tmp_path / "evil.zip", unpacked(parcel), ("ford/a.md", b"x" * 3_000_000))
    raw = bytearray(path.read_bytes())
    size = struct.pack("<L", 3_000_000)
    assert raw.count(size) == 2
    path.write_bytes(bytes(raw).replace(size, struct.pack("<L", 10)))
    assert "damaged" in refused(path, player)


def test_locked_with_a_password(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "evil.zip", unpacked(parcel))
    raw = bytearray(path.read_bytes())
    start = raw.index(b"PK\x01\x02")
    raw[start + 8] |= 1
    path.write_bytes(bytes(raw))
    assert refused(path, player) == "it is locked with a password"


def test_another_way_of_packing(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("ford/map.yaml", b"width: 1\n")
    assert "is packed in a way that packages are not" in refused(path, player)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_cut_short(parcel: Path, player: Path, tmp_path: Path, share: float) -> None:
    raw = parcel.read_bytes()
    path = tmp_path / "cut.zip"
    path.write_bytes(raw[: int(len(raw) * share)])
    assert "damaged or cut short" in refused(path, player)


def test_damaged_on_the_way(parcel: Path, player: Path, tmp_path: Path) -> None:
    raw = bytearray(parcel.read_bytes())
    raw[raw.index(b"hex_km")] ^= 0x20
    path = tmp_path / "bad.zip"
    path.write_bytes(bytes(raw))
    assert "damaged or cut short" in refused(path, player)


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "it is empty"), (b"hello", "it is no zip file"), (b"PK\x03\x04", "it is no zip file")],
)
def test_no_archive(player: Path, tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "none.zip"
    path.write_bytes(data)
    assert why in refused(path, player)


def test_no_file(player: Path, tmp_path: Path) -> None:
    assert refused(tmp_path / "no.zip", player) == "there is no such file"
    assert refused(tmp_path, player) == "it is not a file"


def test_a_file_that_was_changed(parcel: Path, player: Path, tmp_path: Path) -> None:
    files = unpacked(parcel)
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data.replace(b"width: 8", b"width: 9"))
    assert refused(path, player) == ('"ford/map.yaml" has been changed since the package was made')


def test_a_file_that_nobody_named(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**unpacked(parcel), "ford/more.md": b"x"}.items():
            archive.writestr(name, data)
    assert "which its furat-package.json does not name" in refused(path, player)


def test_a_file_that_is_missing(parcel: Path, player: Path, tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in unpacked(parcel).items():
            if name != "ford/map.yaml":
                archive.writestr(name, data)
    assert refused(path, player) == '"ford/map.yaml" is missing in it'


def _without(key: str) -> Callable[[dict[str, object]], object]:
    return lambda made: {name: value for name, value in made.items() if name != key}


def _with(key: str, value: object) -> Callable[[dict[str, object]], object]:
    return lambda made: {**made, key: value}


MANIFESTS: list[tuple[str, Callable[[dict[str, object]], object], str]] = [
    ("a list", lambda made: [made], "cannot be read"),
    ("later", _with("furat_package", 2), "is of format 2, made by a later version of Furat"),
    ("other", _with("furat_package", "x"), "is not that of a Furat package"),
    ("no id", _without("id"), "lacks one of id, title"),
    ("climbing id", _with("id", "../ford"), "gives an id that is none"),
    ("empty id", _with("id", ""), "gives an id that is none"),
    ("taken id", _with("id", "rules"), "gives an id that is none"),
    ("other id", _with("id", "bridge"), '"bridge/scenario.yaml" is missing in it'),
    ("credits", _with("credits", "me"), "has credits that are no list of texts"),
    ("files", _with("files", ["a"]), 'has "files" in a form that cannot be read'),
    ("hashes", _with("files", {"a": 1}), 'has "files" in a form that cannot be read'),
    ("rests", _with("rests_on", 7), 'has "rests_on" in a form that cannot be read'),
]


@pytest.mark.parametrize(
    ("change", "why"), [row[1:] for row in MANIFESTS], ids=[row[0] for row in MANIFESTS]
)
def test_a_manifest_that_is_wrong(
    parcel: Path,
    player: Path,
    tmp_path: Path,
    change: Callable[[dict[str, object]], object],
    why: str,
) -> None:
    files = unpacked(parcel)
    files[NAME] = json.dumps(change(json.loads(files[NAME]))).encode()
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert why in refused(path, player)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, b"null"])
def test_a_manifest_that_is_none(parcel: Path, player: Path, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, old in unpacked(parcel).items():
            archive.writestr(name, data if name == NAME else old)
    assert "furat-package.json cannot be read" in refused(path, player)


def test_zipped_by_hand(player: Path, tmp_path: Path) -> None:
    path = tmp_path / "hand.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ford/scenario.yaml", b"id: ford\n")
    assert "is made with `furat export`" in refused(path, player)


def test_folders_of_their_own_are_no_harm(parcel: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "fine.zip", unpacked(parcel))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("ford/", b"")
    assert install(str(path)).id == "ford"


def test_a_broken_scenario_is_told_with_its_lines(
    parcel: Path, player: Path, tmp_path: Path
) -> None:
    files = unpacked(parcel)
    files["ford/map.yaml"] = files["ford/map.yaml"].replace(b"width: 8", b"width: x")
    with pytest.raises(ScenarioError) as caught:
        install(str(packed(tmp_path / "bad.zip", files)))
    assert str(caught.value).startswith(
        'ford/map.yaml:2:8: width: should be a whole number, not "x"'
    )
    assert not list(player.rglob("*.yaml"))


def test_an_id_that_is_not_its_folder(parcel: Path, player: Path, tmp_path: Path) -> None:
    files = unpacked(parcel)
    files["ford/scenario.yaml"] = files["ford/scenario.yaml"].replace(b"id: ford", b"id: fort")
    told = refused(packed(tmp_path / "bad.zip", files), player)
    assert told == "its scenario has another id than its folder"


def test_noise(player: Path, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ford/map.yaml", zlib.compress(b"x"))
    raw = bytearray(stream.getvalue())
    for at in range(0, len(raw), 3):
        broken = bytes(raw[:at]) + bytes([raw[at] ^ 0xFF]) + bytes(raw[at + 1 :])
        path = tmp_path / "noise.zip"
        path.write_bytes(broken)
        refused(path, player)
