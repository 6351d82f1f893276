"""Every rule can be changed through a form, and nothing changes by itself."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.rulebook.checks import FindingCode, findings
from hoithi.core.rulebook.document import ReadingItem, Round, Rulebook, Window
from hoithi.core.rulebook.editing import add_item, move_item, remove_item, set_value
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.rulebook.formats import from_json, to_json
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.problem import Problem
from hoithi.core.rulebook.ranking import WeightedSum
from hoithi.core.rulebook.schema import FormField, fields_of, value_at
from tests.core.rulebook.make import PAPER, rulebook, week
from tests.core.rulebook.test_examples import example
from tests.strategies import rulebooks


def all_fields(book: Rulebook, path: str = "") -> list[FormField]:
    """The fields of all forms, found as a screen finds them."""
    found = []
    for field in fields_of(book, path):
        found.append(field)
        if field.kind == "record" and field.present:
            found += all_fields(book, field.path)
        for place in range(len(field.items)):
            found += all_fields(book, f"{field.path}[{place}]")
    return found


@given(rulebooks())
def test_setting_each_field_to_its_own_text_changes_nothing(book) -> None:
    for field in all_fields(book):
        if field.kind not in {"record", "records"}:
            assert set_value(book, field.path, field.text) == book, field


def test_the_forms_reach_everything() -> None:
    """What a file can say, a form can say: the leaves of the file are the fields of the forms."""
    book = example("xa-2026")
    known = {field.path for field in all_fields(book)}
    for path in (
        "window.closes",
        "rounds[0].window.opens",
        "parts[0].prediction.target",
        "group_papers[0].blueprint[1].count",
        "entry.unit.standings",
        "collectives[1].method.terms[0].weight",
        "collectives[1].gates[0].brackets[2].percent",
        "prizes[0].prizes[2].amount",
        "choices",
    ):
        assert path in known


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("title", "  Hội   thi  ", "Hội thi"),
        ("kind", "stage", "stage"),
        ("budget", "16.100.000 đồng", 16_100_000),
        ("budget", "", None),
        ("weeks", "2", 2),
        ("window.closes", "24h00 ngày 18/10/2026", "2026-10-18T24:00"),
        ("window.closes", "8 giờ 30 ngày 18/10/2026", "2026-10-18T08:30"),
        ("window.closes", "2026-10-18T16:30", "2026-10-18T16:30"),
        ("rounds[1].publishes", "", None),
        ("parts[0].points", "0,25", Decimal("0.25")),
        ("parts[0].shuffle_options", "không", False),
        ("parts[0].shuffle_options", "on", True),
        ("attempts.a_round", "", None),
        ("purpose", "Một.\r\n\r\nHai.\n", ("Một.", "Hai.")),
        ("prizes[0].rounds", "week-1\nweek-2", ("week-1", "week-2")),
        ("entry.key", "full_name", (IdentityKind.FULL_NAME,)),
        ("entry.key[1]", "phone", IdentityKind.PHONE),
    ],
)
def test_set_value(path, text, value) -> None:
    window = Window(opens="2026-10-05T08:00", closes="2026-10-18T24:00")
    book = rulebook(window=window)
    assert value_at(set_value(book, path, text), path) == value


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("title", " ", "empty"),
        ("kind", "quiz", "not_a_choice"),
        ("format", "2", "no_such_place"),
        ("nowhere", "1", "no_such_place"),
        ("rounds[7].title", "1", "no_such_place"),
        ("rounds[0]", "1", "no_such_place"),
        ("rounds", "1", "no_such_place"),
        ("window", "1", "no_such_place"),
        ("rounds[0].publishes", "25h00 ngày 05/10/2026", "bad_moment"),
        ("rounds[0].publishes", "08h00 ngày 31/11/2026", "bad_moment"),
        ("entry.fee", "1", "no_such_place"),
        ("entry.entry_fee", "một nghìn", "not_a_number"),
        ("parts[0].minutes", "15,5", "not_a_number"),
        ("parts[0].minutes", "0", "out_of_range"),
        ("parts[0].points", "1e9", "not_a_number"),
        ("parts[0].shuffle_options", "perhaps", "not_yes_or_no"),
        ("entry.key", "full_name\nname", "not_a_choice"),
        ("rounds[0].key", "Tuần 1", "bad_key"),
        ("title", "a\x00b", "bad_character"),
        ("reading[0].link", "javascript:alert(1)", "bad_link"),
        ("reading[0].link", "https:// thanhhoa.gov.vn", "bad_link"),
        ("reading[0].link", "hoason.gov.vn/ke-hoach", "bad_link"),
        ("", "x", "no_such_place"),
        ("__class__", "x", "no_such_place"),
        ("title.upper", "x", "no_such_place"),
        ("title[0]", "x", "no_such_place"),
        ("entry.key[9]", "phone", "no_such_place"),
        ("entry.key[12345678]", "phone", "no_such_place"),
        ("entry.key[0][0]", "phone", "no_such_place"),
        ("entry.key[-1]", "phone", "no_such_place"),
        ("entry.key[]", "phone", "no_such_place"),
    ],
)
def test_what_is_typed_wrongly_is_a_problem(path, text, code) -> None:
    book = rulebook(reading=(ReadingItem(title="Nghị định 61/2018/NĐ-CP"),))
    found = set_value(book, path, text)
    assert isinstance(found, Problem)
    assert found.code == code


def test_add_a_round() -> None:
    book = add_item(rulebook(), "rounds")
    assert book.rounds[2] == Round(key="round-1", title="…")
    assert add_item(book, "rounds").rounds[3].key == "round-2"
    assert FindingCode.BLANK_LEFT in {one.code for one in findings(book)}


def test_add_one_of_several_types() -> None:
    book = rulebook()
    assert add_item(book, "parts", "jury").parts == (PAPER, JuryPart(key="jurypart-1", title="…"))
    assert isinstance(add_item(book, "parts", "exam"), Problem)
    assert isinstance(add_item(book, "parts"), Problem)


def test_choose_another_formula() -> None:
    book = add_item(rulebook(), "collectives")
    book = add_item(book, "collectives[0].method", "weighted_sum")
    assert book.collectives[0].method == WeightedSum(terms=())


def test_an_absent_record_is_added_and_removed() -> None:
    book = add_item(rulebook(), "window")
    assert book.window == Window(opens="2026-01-01T08:00", closes="2026-01-01T08:00")
    assert remove_item(book, "window") == rulebook()
    assert remove_item(rulebook(), "window").code == "no_such_place"
    assert remove_item(rulebook(), "entry").code == "missing"


def test_move_and_remove() -> None:
    book = rulebook(rounds=(week(1), week(2), week(3)))
    assert [one.key for one in move_item(book, "rounds[0]", 1).rounds] == [
        "week-2",
        "week-1",
        "week-3",
    ]
    assert move_item(book, "rounds[0]", -5) == book
    assert move_item(book, "rounds[2]", 9) == book
    assert remove_item(book, "rounds[1]").rounds == (week(1), week(3))
    assert remove_item(book, "rounds[9]").code == "no_such_place"
    assert move_item(book, "rounds", 1).code == "no_such_place"


@given(rulebooks(), st.data())
def test_anything_can_be_added_and_taken_away(book, data) -> None:
    lists = [field for field in all_fields(book) if field.kind == "records"]
    field = data.draw(st.sampled_from(lists))
    tag, _ = data.draw(st.sampled_from(field.tags))
    larger = add_item(book, field.path, tag)
    assert from_json(to_json(larger)) == larger
    assert remove_item(larger, f"{field.path}[{len(field.items)}]") == book


@given(rulebooks(), st.data())
def test_any_path_is_answered(book, data) -> None:
    known = st.sampled_from([field.path for field in all_fields(book)])
    ends = st.sampled_from(["", "[0]", "[1]", "[999999999]", "[0][0]", ".key", ".title", "[", "]"])
    path = data.draw(st.one_of(st.text(), st.builds("{}{}".format, known, ends)))
    for answer in (
        set_value(book, path, "x"),
        add_item(book, path),
        remove_item(book, path),
        move_item(book, path, 1),
    ):
        assert isinstance(answer, Problem | Rulebook)


def test_a_form_names_its_choices() -> None:
    book = rulebook(prizes=(msgspec.structs.replace(rulebook().prizes[0], rounds=("week-1",)),))
    form = {field.name: field for field in fields_of(book, "prizes[0]")}
    assert form["rounds"].choices == (("week-1", "Tuần 1"), ("week-2", "Tuần 2"))
    assert (form["rounds"].kind, form["rounds"].of, form["rounds"].text) == (
        "lines",
        "reference",
        "week-1",
    )
    assert [value for value, _ in form["ties"].choices] == ["share", "lot", "committee"]
    assert (form["title"].kind, form["title"].required, form["title"].most) == ("text", True, 2000)
    assert form["prizes"].items == ("giải Nhất",)
    assert fields_of(book, "prizes[9]").code == "no_such_place"
