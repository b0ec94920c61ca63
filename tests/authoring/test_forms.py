"""Forms follow from the documents: every field has a kind, and what it writes is accepted."""

from __future__ import annotations

import pytest

from game.authoring import edit, forms
from game.authoring.choices import blank, choices, needed
from game.authoring.forms import Field, FieldKind, field_at, fields_of, file_field
from game.authoring.workbench import Workbench
from game.scenario.check import DOCUMENTS
from game.scenario.documents import meanings


def every_field(field: Field, seen: frozenset[type] = frozenset()) -> list[Field]:
    if field.doc in seen:
        return []
    inner = seen | ({field.doc} if field.doc else set())
    below = [*field.fields, *([field.item] if field.item else [])]
    return [field, *(deep for one in below for deep in every_field(one, inner))]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_field_can_be_drawn(kind: str) -> None:
    for field in every_field(file_field(kind)):
        groups = field.kind in (FieldKind.GROUP, FieldKind.TWO_LANGUAGES)
        assert groups == (field.doc is not None), field
        assert (field.kind in (FieldKind.LIST, FieldKind.FIXED, FieldKind.TABLE)) == (
            field.item is not None
        )
        assert field.kind is not FieldKind.CHOICE or field.options
        assert field.kind is not FieldKind.REFERENCE or field.refers
        assert field.required or field.default is not None or field.kind in (
            FieldKind.DAY, FieldKind.WHOLE, FieldKind.GROUP, FieldKind.TEXT, FieldKind.TWO_LANGUAGES
        )  # fmt: skip


def test_every_meaning_is_known_to_the_forms() -> None:
    named = {name for name in vars(meanings) if name[0].isupper() and name != "TypeAlias"}
    assert named == set(forms.MEANINGS)


def test_kinds_labels_and_help() -> None:
    unit = {field.name: field for field in fields_of(DOCUMENTS["forces"])}["units"].item
    assert unit is not None
    by_name = {field.name: field for field in unit.fields}
    assert by_name["formation"].refers == "formation"
    assert (by_name["steps"].low, by_name["steps"].high) == (1, 8)
    assert by_name["start_steps"].label == "Start steps"
    assert by_name["start_steps"].help == "Steps at the start, if not at full strength."
    assert by_name["echelon"].options == ("none", "company", "battalion", "brigade")
    assert by_name["echelon"].default == "battalion"
    assert not by_name["arrives"].required
    assert by_name["strength"].size == 2
    condition = field_at("events", ("events", 0, "when", "all", 1, "any", 0, "at"))
    assert condition is not None
    assert condition.refers == "place_or_box"
    assert field_at("forces", ("units", 0, "nonsense")) is None


def test_choices_come_from_the_package(bench: Workbench) -> None:
    def values(kind: str, *path: str | int) -> list[str]:
        field = field_at(kind, path)
        assert field is not None
        return [choice.value for choice in choices(bench, field)]

    assert values("forces", "formations", 0, "side") == ["isil", "government", "sdf"]
    assert "tig_1" in values("forces", "leaders", 0, "unit")
    assert "armour" in values("forces", "units", 0, "type")
    assert "saqr" in values("map", "channels", 0, "between", 0)
    assert "palmyra" in values("events", "events", 0, "when", "at")
    assert "S001" in values("objectives", "objectives", 0, "sources", 0)
    assert values("forces", "units", 0, "at") == []


def test_a_value_written_by_a_form(bench: Workbench) -> None:
    bench.edit(forms.write("forces", ("units", "tig_1", "hidden"), True))
    assert bench.get("forces", ("units", "tig_1", "hidden")) is True
    before = bench.texts["forces"]
    bench.edit(forms.write("forces", ("units", "tig_1", "hidden"), False))
    assert "hidden" not in bench.get("forces", ("units", "tig_1"))
    assert not bench.dirty
    assert before != bench.texts["forces"]
    bench.edit(forms.write("forces", ("units", "tig_1", "name"), {"en": "Tigers", "ar": ""}))
    assert bench.get("forces", ("units", "tig_1", "name")) == {"en": "Tigers"}
    bench.edit(forms.write("forces", ("units", "tig_1", "steps"), 99))
    (problem,) = bench.problems
    assert problem.message == "should be at most 8, not 99"
    assert problem.path == "units[0].steps"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, field.name)
        for kind in DOCUMENTS
        for field in fields_of(DOCUMENTS[kind])
        if field.item is not None and field.item.kind is FieldKind.GROUP and kind != "rules"
    ],
)
def test_a_new_item_has_the_right_shape(bench: Workbench, kind: str, name: str) -> None:
    """Places and references may still be missing; keys and types are right."""
    item = blank(bench, kind, (name,))
    bench.edit(edit.add(kind, (name,), item))
    assert kind in bench.documents, [str(problem) for problem in bench.problems]
    assert bench.get(kind, (name,))[-1] == item


def test_an_effect_asks_for_the_keys_it_needs() -> None:
    field = field_at("events", ("events", 0, "effects", 0))
    assert field is not None
    assert needed(field, {"do": "suppress"}) == {"do", "unit"}
    assert "hexes" in (needed(field, {"do": "control"}) or ())
    unit = field_at("forces", ("units", 0))
    assert unit is not None
    assert needed(unit, {}) is None
