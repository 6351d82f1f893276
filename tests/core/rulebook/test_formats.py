"""TOML and JSON in and out: nothing is lost, equal rulebooks have one hash."""

import json
import unicodedata
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.rulebook.document import ContestKind, Publication, Rulebook
from hoithi.core.rulebook.entry import EntryRules
from hoithi.core.rulebook.formats import from_json, from_toml, sha256, to_json, to_toml
from hoithi.core.rulebook.parts import AttemptRules
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Choice, Form, Leaf, Many, OneOf, Shape, fields, tag_of
from tests.core.rulebook.make import PAPER, rulebook
from tests.strategies import rulebooks


@given(rulebooks())
def test_toml_loses_nothing(book) -> None:
    assert from_toml(to_toml(book)) == book


@given(rulebooks())
def test_json_loses_nothing(book) -> None:
    assert from_json(to_json(book)) == book


def mixed(data: object, random) -> object:
    """The same data with the fields of every table in another order."""
    if isinstance(data, dict):
        names = list(data)
        random.shuffle(names)
        return {name: mixed(data[name], random) for name in names}
    return [mixed(one, random) for one in data] if isinstance(data, list) else data


@given(rulebooks(), st.randoms(use_true_random=False))
def test_the_order_of_fields_does_not_change_the_hash(book, random) -> None:
    text = json.dumps(mixed(json.loads(to_json(book)), random), indent=1)
    assert sha256(from_json(text)) == sha256(book)


def test_equal_numbers_and_composed_letters_have_one_hash() -> None:
    composed, apart = "Cuộc thi", unicodedata.normalize("NFD", "Cuộc thi")
    one = rulebook(title=composed, parts=(msgspec.structs.replace(PAPER, points=Decimal(2)),))
    other = rulebook(
        title=apart,
        parts=(msgspec.structs.replace(PAPER, points=Decimal("2.00")),),
    )
    assert to_json(one) == to_json(other)


def test_canonical_bytes() -> None:
    book = Rulebook(kind=ContestKind.ONLINE, key="a", title="Cuộc thi", organiser="UBND xã")
    expected = '{"format":1,"key":"a","kind":"online","organiser":"UBND xã","title":"Cuộc thi"}'
    assert to_json(book) == expected.encode()


def test_none_is_written_where_leaving_out_means_something_else() -> None:
    book = rulebook(
        attempts=AttemptRules(a_round=None),
        entry=EntryRules(unit=None),
        remarks=None,
        publication=Publication(ranked_lines=None),
    )
    text = to_toml(book)
    for line in ('a_round = "none"', 'unit = "none"', 'remarks = "none"', 'ranked_lines = "none"'):
        assert line in text
    assert from_toml(text) == book


def test_bare_days_and_moments_of_toml_are_read() -> None:
    text = to_toml(rulebook()).replace('opens = "2026-10-05T08:00"', "opens = 2026-10-05T08:00:00")
    assert from_toml(text) == rulebook()


def test_a_byte_order_mark_is_no_harm() -> None:
    assert from_toml(b"\xef\xbb\xbf" + to_toml(rulebook()).encode()) == rulebook()


def all_records() -> list[type[Record]]:
    found: list[type[Record]] = []

    def visit(shape: Shape) -> None:
        match shape:
            case Many():
                visit(shape.item)
            case OneOf():
                for _, record in shape.records:
                    visit(Form(record))
            case Form() if shape.record not in found:
                found.append(shape.record)
                for field in fields(shape.record):
                    visit(field.shape)

    visit(Form(Rulebook))
    return found


def test_none_written_as_a_word_cannot_be_mistaken() -> None:
    for record in all_records():
        for field in fields(record):
            if field.none_is_written:
                assert not isinstance(field.shape, Choice), field
                assert not (isinstance(field.shape, Leaf) and field.shape.kind == "text"), field


DEFAULTS = {
    "AttemptRules": "a_round=1 counted=best finish_after_close=False grace_seconds=30 "
    "leaving=resume precision_seconds=1",
    "EnteredPart": "",
    "EntryRules": "consent_under=16 entrant=person entry_fee=0 proof_of_work=False",
    "Exclusion": "effect=barred",
    "Prize": "amount=0 award=certificate",
    "PrizePolicy": "keep_higher=True one_prize=round reserves=3 vacated=next_moves_up "
    "winners_leave_later_rounds=False",
    "PrizeTable": "ties=committee",
    "Publication": "answers=after_round live_figures=True ranked_lines=100 score_at_once=False "
    "unit_figures=True unverified=notice",
    "RemarkWindow": "answer_days=5 days=3",
    "Rulebook": "committee=Ban Tổ chức format=1 groups_ranked=as_papers retention_days=365",
    "UnitChoice": "locked_after_first_sitting=True may_have_none=False",
}


@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults_belong_to_the_format(name) -> None:
    """Fields at their default are not stored, so another default needs another format number."""
    record = next(one for one in all_records() if one.__name__ == name)
    simple = sorted(
        f"{field.name}={getattr(field.default, 'value', field.default)}"
        for field in fields(record)
        if isinstance(field.shape, Leaf | Choice) and field.default is not None
        if not field.required
    )
    assert " ".join(simple) == DEFAULTS[name]


def test_members_of_a_union_have_tags() -> None:
    tags = {tag_of(record) for record in all_records()} - {None}
    assert tags == {
        ("kind", "paper"),
        ("kind", "jury"),
        ("kind", "check"),
        ("kind", "entered"),
        ("method", "in_order"),
        ("method", "weighted_sum"),
        ("method", "rank_points"),
    }
