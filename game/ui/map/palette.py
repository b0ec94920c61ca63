"""Colours, line weights and zoom steps of the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final, Literal

Colour = tuple[int, int, int]
Pattern = Literal["teeth", "dash", "dots", "dash_dot"]

ZOOMS: Final = (21, 32, 46, 64, 88, 112)
"""Pixels of a hex from flat to flat, by zoom step."""


def rgb(code: str) -> Colour:
    """Return the colour of six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@dataclass(frozen=True, slots=True)
class SideInk:
    """How a side is drawn: line, tint of its ground, body of its counters, pattern of its line."""

    line: Colour
    tint: Colour
    body: Colour
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Palette:
    """The inks of one printing of the map."""

    name: str
    paper: Colour
    desert: Colour
    desert2: Colour
    farm: Colour
    farm2: Colour
    town: Colour
    hill: Colour
    base: Colour
    airfield: Colour
    wood: Colour
    sun: Colour
    shade: Colour
    stone: Colour
    water: Colour
    water_deep: Colour
    shore: Colour
    sand: Colour
    dense: Colour
    urban: Colour
    suburb: Colour
    village: Colour
    shed: Colour
    hut: Colour
    road: Colour
    road_case: Colour
    highway: Colour
    highway_case: Colour
    track: Colour
    ink: Colour
    ink_soft: Colour
    ink_water: Colour
    ink_land: Colour
    halo: Colour
    district: Colour
    grid: Colour
    frame: Colour
    broken: Colour
    inks: tuple[tuple[str, SideInk], ...]

    def side(self, token: str, number: int) -> SideInk:
        """Return the ink of a side by the token of its colour; for one unknown, by its number."""
        known = dict(self.inks)
        return known.get(token) or self.inks[number % len(self.inks)][1]

    def sides(self, tokens: Sequence[str]) -> tuple[SideInk, ...]:
        """Return the inks of all sides."""
        return tuple(self.side(token, number) for number, token in enumerate(tokens))


def _printing(name: str, inks: dict[str, tuple[str, str, str, Pattern]], codes: str) -> Palette:
    pairs = (pair.split("=") for pair in codes.split())
    colours = {key: rgb(code) for key, code in pairs}
    missing = {f.name for f in fields(Palette)} - {"name", "inks"} - set(colours)
    assert not missing, missing
    sides = tuple(
        (side, SideInk(rgb(line), rgb(tint), rgb(body), pattern))
        for side, (line, tint, body, pattern) in inks.items()
    )
    return Palette(name=name, inks=sides, **colours)


LIGHT: Final = _printing(
    "light",
    {
        "government": ("B23A1E", "D2603C", "E29A82", "teeth"),
        "isil": ("2E323D", "565B6C", "5C6170", "dash"),
        "sdf": ("B97A00", "F0B62A", "F6D36E", "dots"),
        "a": ("1F4E8C", "5C8FC9", "8FB4DE", "teeth"),
        "b": ("6E4A12", "A98245", "CDB07C", "dash"),
        "c": ("3C6B2C", "7FA860", "A9CB8C", "dots"),
    },
    """
    paper=F6F0E2 desert=EFE5CF desert2=E6D8BC farm=C8D3A7 farm2=B5C592 town=E2D5C1 hill=D9C39D
    base=DDD6B4 airfield=E4DDCB wood=AEC08E sun=FFFBF0 shade=8A6F4C stone=5C4630
    water=9CC5D7 water_deep=76AAC2 shore=33708F sand=F4ECD8
    dense=8E7868 urban=A8927F suburb=BDA995 village=A88F74 shed=9A9186 hut=A39B78
    road=FFFBF2 road_case=6E5843 highway=FFF3D2 highway_case=4B3826 track=7A614A
    ink=2A2420 ink_soft=51463C ink_water=1B4960 ink_land=5A4022 halo=F9F4E8 district=6B4F45
    grid=6B5A45 frame=3A322B broken=963422
    """,
)

DARK: Final = _printing(
    "dark",
    {
        "government": ("F0835F", "A8482B", "D98B70", "teeth"),
        "isil": ("CBD1E0", "7F88A0", "7E859A", "dash"),
        "sdf": ("F2C042", "C99A1E", "EDC75F", "dots"),
        "a": ("8FB8EE", "3F6FA8", "7FA6D6", "teeth"),
        "b": ("D9B98A", "80602E", "C4A878", "dash"),
        "c": ("A6CF8C", "55803F", "94B97A", "dots"),
    },
    """
    paper=1B1D1F desert=2B2A28 desert2=24241F farm=2E372C farm2=35412F town=38332E hill=3A342A
    base=34352A airfield=35342F wood=2A3626 sun=5A5346 shade=0E0D0C stone=857058
    water=27485A water_deep=1F3B4C shore=6FA3BD sand=33322D
    dense=857466 urban=6D6056 suburb=594F47 village=6F6352 shed=66625C hut=5E5A48
    road=A39682 road_case=151412 highway=D8C49A highway_case=0F0E0D track=8F7D68
    ink=F1EADB ink_soft=C9BEAC ink_water=A6CFE2 ink_land=D2B98F halo=191A1B district=A08D80
    grid=A59A88 frame=8D8474 broken=D8604A
    """,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Widths of lines in pixels at one width of a hex."""

    highway: float
    highway_case: float
    road: float
    road_case: float
    street: float
    track: float
    front: float
    district: float
    shore: float


MAIN_HALF_WIDTH: Final = 0.185
"""Of the main river, in hexes, on average."""
CHANNEL_HALF_WIDTH: Final = 0.078


def weights(w: float) -> Weights:
    """Return the line widths for a width of a hex in pixels."""

    small = min(1.0, w / 16)  # pictures of whole maps at the size of a card

    def between(share: float, low: float, high: float) -> float:
        return max(low * small, min(high, share * w))

    return Weights(
        highway=between(0.085, 2.2, 9),
        highway_case=between(0.018, 0.8, 1.8),
        road=between(0.062, 1.5, 6.4),
        road_case=between(0.015, 0.6, 1.5),
        street=between(0.05, 1.2, 5),
        track=between(0.022, 0.8, 2),
        front=between(0.046, 1.9, 4.2),
        district=between(0.016, 0.7, 1.5),
        shore=between(0.014, 0.7, 1.4),
    )
