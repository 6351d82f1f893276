"""The identity form: what is understood, what is refused, who is one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.entering.answers import (
    FieldProblem,
    asked_fields,
    asks_birth,
    guardian_fields,
    key_parts,
    understand,
    understand_key,
)
from hoithi.core.rulebook.entry import Asked, EntryRules, IdentityField, IdentityKind

DAY = date(2026, 3, 2)
RULES = EntryRules()
AN = {
    "full_name": "  nguyễn thị  an ",
    "birth_year": "1985",
    "phone": "0912 345 678",
    "consent": "yes",
}


def rules(*kinds: IdentityKind, **changes) -> EntryRules:
    """Rules that ask for these fields, all required."""
    return EntryRules(fields=tuple(IdentityField(kind=kind) for kind in kinds), **changes)


def test_understands_what_is_asked_by_default():
    understood = understand(RULES, AN, on=DAY)
    assert understood.values == {
        "full_name": "Nguyễn Thị An",
        "birth_year": "1985",
        "phone": "+84912345678",
    }
    assert (understood.problems, understood.birth_year, understood.minor) == ((), 1985, False)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        pytest.param({"phone": ""}, [FieldProblem("phone", "missing")], id="missing"),
        pytest.param({"phone": "0203 111 222"}, [FieldProblem("phone", "landline")], id="landline"),
        pytest.param(
            {"birth_year": "2031"}, [FieldProblem("birth_year", "not_yet_born")], id="2031"
        ),
        pytest.param(
            {"full_name": "Nguyễn"}, [FieldProblem("full_name", "name_not_whole")], id="half a name"
        ),
        pytest.param({"consent": ""}, [FieldProblem("consent", "missing")], id="no consent"),
        pytest.param(
            {"full_name": "An\x00"}, [FieldProblem("full_name", "characters")], id="NUL in a name"
        ),
    ],
)
def test_names_each_problem(changes, problems):
    assert list(understand(RULES, {**AN, **changes}, on=DAY).problems) == problems


@pytest.mark.parametrize(
    ("born", "minor"),
    [
        pytest.param("2009", False, id="seventeen this year, sixteen at least"),
        pytest.param("2010", True, id="sixteen this year, perhaps still fifteen"),
        pytest.param("2014", True, id="a child"),
    ],
)
def test_a_year_alone_is_read_for_the_protection_of_children(born, minor):
    assert understand(RULES, {**AN, "birth_year": born}, on=DAY).minor is minor


def test_a_minor_needs_a_guardian_and_may_use_their_number():
    child = {**AN, "birth_year": "2014", "phone": ""}
    assert {(one.field, one.code) for one in understand(RULES, child, on=DAY).problems} == {
        ("guardian_name", "missing"),
        ("guardian_phone", "missing"),
        ("guardian_consent", "missing"),
        ("phone", "missing"),
    }
    with_mother = {
        **child,
        "guardian_name": "Trần Thị Bình",
        "guardian_phone": "0987654321",
        "guardian_consent": "yes",
    }
    understood = understand(RULES, with_mother, on=DAY)
    assert understood.problems == ()
    assert key_parts(RULES, understood.values) == (
        "full_name=nguyen thi an",
        "birth_year=2014",
        "phone=+84987654321",
    )


@pytest.mark.parametrize("typed", ["Nguyễn Thị An", "NGUYEN THI AN", " nguyễn  thị an"])
def test_a_minor_is_not_their_own_guardian(typed):
    guardian = {"guardian_name": typed, "guardian_phone": "0987654321", "guardian_consent": "yes"}
    child = {**AN, **guardian, "birth_year": "2014"}
    assert understand(RULES, child, on=DAY).problems == (
        FieldProblem("guardian_name", "own_guardian"),
    )
    assert understand(RULES, {**child, "birth_year": "1985"}, on=DAY).problems == ()


def test_two_children_with_one_number_are_two_people():
    guardian = {"guardian_name": "Trần Bình", "guardian_phone": "0987654321"}
    agreed = {"consent": "yes", "guardian_consent": "yes", "birth_year": "2014"}
    keys = {
        key_parts(
            RULES, understand(RULES, {**guardian, **agreed, "full_name": name}, on=DAY).values
        )
        for name in ("Lê An", "Lê Bảo")
    }
    assert len(keys) == 2


@pytest.mark.parametrize(
    "typed",
    [
        {"full_name": "NGUYỄN THỊ AN", "phone": "+84 912 345 678"},
        {"full_name": "nguyen thi an", "phone": "0912.345.678"},
        {"full_name": "Nguyễn Thị An", "phone": "84912345678"},
    ],
)
def test_one_person_stays_one_however_typed(typed):
    first = understand(RULES, AN, on=DAY)
    again = understand_key(RULES, {**AN, **typed}, on=DAY)
    assert again.problems == ()
    assert key_parts(RULES, again.values) == key_parts(RULES, first.values)


def test_one_who_returns_as_a_minor_gives_the_guardians_number_as_phone():
    child = {
        **AN,
        "birth_year": "2014",
        "phone": "",
        "guardian_name": "Trần Bình",
        "guardian_phone": "0987654321",
        "guardian_consent": "yes",
    }
    entered = understand(RULES, child, on=DAY)
    back = understand_key(RULES, {**AN, "birth_year": "2014", "phone": "0987654321"}, on=DAY)
    assert key_parts(RULES, back.values) == key_parts(RULES, entered.values)


NUMBER = IdentityKind.PERSONAL_NUMBER


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        pytest.param({"birth_year": "1985"}, [], id="agrees"),
        pytest.param({"birth_year": "1986"}, ["birth_year"], id="another year"),
        pytest.param({"birth_year": "1985", "sex": "male"}, ["sex"], id="another sex"),
    ],
)
def test_a_personal_number_must_agree(changes, what):
    asked = (IdentityKind.FULL_NAME, IdentityKind.BIRTH_YEAR, NUMBER, IdentityKind.SEX)
    entry = EntryRules(
        fields=tuple(IdentityField(kind=kind, asked=Asked.OPTIONAL) for kind in asked)
    )
    answers = {"full_name": "Lê An", "personal_number": "022185001234", "consent": "yes", **changes}
    understood = understand(entry, answers, on=DAY)
    assert [one.facts["what"] for one in understood.problems] == what


def test_ages_outside_the_limits_are_refused_only_when_certain():
    entry = EntryRules(min_age=16, max_age=60, consent_under=0)
    codes = {
        year: [one.code for one in understand(entry, {**AN, "birth_year": year}, on=DAY).problems]
        for year in ("2011", "2010", "1965", "1964")
    }
    assert codes == {
        "2011": ["too_young"],
        "2010": [],
        "1965": [],
        "1964": ["too_old_for_contest"],
    }


def test_fields_of_winners_and_guardians_are_not_on_the_form_of_everybody():
    entry = EntryRules(
        fields=(
            IdentityField(kind=IdentityKind.FULL_NAME),
            IdentityField(kind=NUMBER, asked=Asked.WINNERS),
            IdentityField(kind=IdentityKind.GUARDIAN_NUMBER, asked=Asked.OPTIONAL),
        )
    )
    assert [one.kind for one in asked_fields(entry)] == [IdentityKind.FULL_NAME]
    assert [one.kind for one in guardian_fields(entry)] == [
        IdentityKind.GUARDIAN_NAME,
        IdentityKind.GUARDIAN_PHONE,
        IdentityKind.GUARDIAN_NUMBER,
    ]
    assert not asks_birth(entry)


def test_a_shared_password_is_asked_where_the_rulebook_has_one():
    entry = EntryRules(password="Hoà Sơn")
    assert [one.field for one in understand(entry, AN, on=DAY).problems] == ["password"]
    assert understand(entry, {**AN, "password": " Hoà Sơn "}, on=DAY).problems == ()


@given(st.dictionaries(st.sampled_from([*IdentityKind, "consent", "password"]), st.text()))
def test_whatever_is_typed_is_answered(answers):
    entry = rules(*IdentityKind, password="x")
    understood = understand(entry, {str(k): v for k, v in answers.items()}, on=DAY)
    if not understood.problems:
        assert all(key_parts(entry, understood.values))
