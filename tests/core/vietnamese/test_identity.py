"""What identifies a person: forms, refusals and what numbers say."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.births import age_on, ages_on
from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused
from hoithi.core.vietnamese.identity import is_whole_name, normalised
from hoithi.core.vietnamese.personal_numbers import (
    Mismatch,
    PersonalNumber,
    Sex,
    mismatches,
    read_personal_number,
)
from hoithi.core.vietnamese.phones import phone, phone_text
from hoithi.core.vietnamese.typed_dates import PartialDate

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("identifier", "text", "form"),
    [
        (Identifier.PHONE, "0912 345.678", "+84912345678"),
        (Identifier.PHONE, "+84 912 345 678", "+84912345678"),
        (Identifier.PHONE, "+84 (0) 912-345-678", "+84912345678"),
        (Identifier.PHONE, "0084912345678", "+84912345678"),
        (Identifier.PHONE, "84912345678", "+84912345678"),
        (Identifier.PHONE, "912345678", "+84912345678"),
        (Identifier.PHONE, "0841234567", "+84841234567"),
        (Identifier.PHONE, "01234567890", "+84834567890"),
        (Identifier.PHONE, "1634567890", "+84334567890"),
        (Identifier.PHONE, "+841634567890", "+84334567890"),
        (Identifier.PERSONAL_NUMBER, "035 199 000 123", "035199000123"),
        (Identifier.PERSONAL_NUMBER, "101300000001", "101300000001"),
        (Identifier.OLD_IDENTITY_CARD, "012 345 678", "012345678"),
        (Identifier.PASSPORT, "b 1234567", "B1234567"),
        (Identifier.EMAIL, " An.Nguyen@Example.GOV.vn ", "an.nguyen@example.gov.vn"),
        (Identifier.BIRTH_DATE, "5/3/90", "1990-03-05"),
        (Identifier.BIRTH_YEAR, "5/3/1990", "1990"),
        (Identifier.BIRTH_YEAR, "1990", "1990"),
    ],
)
def test_normalised(identifier, text, form):
    assert normalised(identifier, text, on=TODAY) == form
    assert normalised(identifier, form, on=TODAY) == form


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(" NGUYỄN  VĂN HOÀ ", id="capitals and the other placement of the tone"),
        pytest.param(unicodedata.normalize("NFD", "nguyễn văn hòa"), id="NFD"),
        pytest.param("Nguyễn\u200b Văn\tHòa", id="what is not seen"),
    ],
)
def test_one_person_has_one_name(name):
    expected = normalised(Identifier.NAME, "Nguyễn Văn Hòa", on=TODAY)
    assert normalised(Identifier.NAME, name, on=TODAY) == expected


@pytest.mark.parametrize("name", ["H'Hen Niê", "K’Sor Y Blơ\u0306", "Đỗ Thị Á", "Lê-Nin Trần"])
def test_names_of_every_people_are_taken(name):
    form = normalised(Identifier.NAME, name, on=TODAY)
    assert normalised(Identifier.NAME, form, on=TODAY) == form


@pytest.mark.parametrize(
    ("identifier", "text", "fault"),
    [
        (Identifier.PHONE, "", Fault.EMPTY),
        (Identifier.PHONE, "\u200b", Fault.EMPTY),
        (Identifier.PHONE, "09123\x0045678", Fault.CHARACTERS),
        (Identifier.PHONE, "٠٩١٢٣٤٥٦٧٨", Fault.CHARACTERS),
        (Identifier.PHONE, "0912345678 hoặc 0987654321", Fault.CHARACTERS),
        (Identifier.PHONE, "091234567", Fault.LENGTH),
        (Identifier.PHONE, "09123456789", Fault.LENGTH),
        (Identifier.PHONE, "0" * 10_000, Fault.LENGTH),
        (Identifier.PHONE, "0412345678", Fault.PREFIX),
        (Identifier.PHONE, "024 3825 1234", Fault.LANDLINE),
        (Identifier.PERSONAL_NUMBER, "35199000123", Fault.LENGTH),
        (Identifier.PERSONAL_NUMBER, "03519900012A", Fault.CHARACTERS),
        (Identifier.PERSONAL_NUMBER, "003199000123", Fault.PROVINCE),
        (Identifier.PERSONAL_NUMBER, "035399000123", Fault.NOT_YET_BORN),
        (Identifier.PERSONAL_NUMBER, "035905000123", Fault.NOT_YET_BORN),
        (Identifier.PERSONAL_NUMBER, "035105000123", Fault.TOO_OLD),
        (Identifier.OLD_IDENTITY_CARD, "0123456789", Fault.LENGTH),
        (Identifier.PASSPORT, "ABCDEFGH", Fault.FORM),
        (Identifier.PASSPORT, "B12345678901234", Fault.FORM),
        (Identifier.EMAIL, "an@example", Fault.FORM),
        (Identifier.EMAIL, "an@@example.vn", Fault.FORM),
        (Identifier.EMAIL, ".an@example.vn", Fault.FORM),
        (Identifier.EMAIL, "an@example.vn\r\nBcc: all@example.vn", Fault.FORM),
        (Identifier.EMAIL, "an nguyen@example.vn", Fault.FORM),
        (Identifier.EMAIL, f"{'a' * 65}@example.vn", Fault.LENGTH),
        (Identifier.EMAIL, f"a@{'a.' * 200}vn", Fault.LENGTH),
        (Identifier.BIRTH_DATE, "31/2/1990", Fault.DATE),
        (Identifier.BIRTH_DATE, "1990", Fault.FORM),
        (Identifier.BIRTH_DATE, "02/03/2026", Fault.NOT_YET_BORN),
        (Identifier.BIRTH_YEAR, "2027", Fault.NOT_YET_BORN),
        (Identifier.BIRTH_YEAR, "1905", Fault.TOO_OLD),
        (Identifier.NAME, "Nguyễn Văn 4n", Fault.CHARACTERS),
        (Identifier.NAME, "<b>An</b>", Fault.CHARACTERS),
        (Identifier.NAME, "...", Fault.CHARACTERS),
        (Identifier.NAME, "An " * 100, Fault.LENGTH),
    ],
)
def test_what_cannot_be_right_is_refused(identifier, text, fault):
    with pytest.raises(IdentityRefused) as refusal:
        normalised(identifier, text, on=TODAY)
    assert (refusal.value.identifier, refusal.value.fault) == (identifier, fault)
    assert not text or text not in str(refusal.value)


@given(st.sampled_from(Identifier), st.text(max_size=40))
def test_any_text_is_normalised_for_good_or_refused(identifier, text):
    try:
        form = normalised(identifier, text, on=TODAY)
    except IdentityRefused:
        return
    assert normalised(identifier, form, on=TODAY) == form


@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True))
def test_every_mobile_number_comes_back(number):
    stored = phone(number)
    assert phone(phone_text(stored)) == stored
    assert phone_text(stored).replace(" ", "") == number


def test_personal_number_f15():
    number = read_personal_number("035199000123", on=TODAY)
    assert number == PersonalNumber("035", Sex.FEMALE, 1999, "000123")
    assert number.province == "Hà Nam"
    assert str(number) == "035199000123"


@pytest.mark.parametrize(
    ("digits", "sex", "year"),
    [
        ("001045000001", Sex.MALE, 1945),
        ("001199000001", Sex.FEMALE, 1999),
        ("001200000001", Sex.MALE, 2000),
        ("001312000001", Sex.FEMALE, 2012),
    ],
)
def test_century_and_sex(digits, sex, year):
    number = read_personal_number(digits, on=TODAY)
    assert (number.sex, number.birth_year, str(number)) == (sex, year, digits)


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({}, set()),
        ({"sex": Sex.FEMALE, "birth_year": 1999}, set()),
        ({"sex": Sex.MALE}, {Mismatch.SEX}),
        ({"sex": Sex.MALE, "birth_year": 1998}, {Mismatch.SEX, Mismatch.BIRTH_YEAR}),
    ],
)
def test_mismatches(declared, found):
    assert mismatches(read_personal_number("035199000123", on=TODAY), **declared) == found


def test_ages():
    assert age_on(date(2010, 3, 1), TODAY) == 16
    assert age_on(date(2010, 3, 2), TODAY) == 15
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert ages_on(PartialDate(2010, 3, 1), TODAY) == range(16, 17)
    assert ages_on(PartialDate(2010), TODAY) == range(15, 17)


@pytest.mark.parametrize(
    ("name", "is_whole"),
    [
        ("Nguyễn Thị An", True),
        ("Lê Ý", True),
        ("Y Moan", True),
        ("H'Hen Niê", True),
        ("K'Sor", True),
        ("K’Brel", True),
        ("Y-Moan", True),
        ("Ng. V. An", True),
        ("a", False),
        ("Nguyễn", False),
        ("Nguyễn .", False),
        ("Nguyễn -", False),
        ("a b", False),
        ("N.", False),
        ("", False),
    ],
)
def test_a_whole_name_has_a_family_and_a_given_name(name, is_whole):
    assert is_whole_name(name) is is_whole
