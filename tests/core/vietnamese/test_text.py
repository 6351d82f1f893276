"""Text as people type it, from every keyboard and file."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.text import (
    ControlCharacterRefused,
    clean,
    clean_lines,
    fold,
    has_diacritics,
    same_name,
    words_key,
)

SYLLABLES = st.sampled_from(
    [
        "hòa",
        "hoà",
        "thúy",
        "thuý",
        "Đặng",
        "đinh",
        "ƯỚC",
        "Nguyễn",
        "quỳnh",
        "Yến",
        "y",
        "k",
        "ơ",
        "ă",
        "â",
        "ê",
        "ô",
        "ư",
        "12",
        "H'Hen",
    ]
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("Nguyễn Thị Ánh Tuyết", "nguyen thi anh tuyet", id="plain"),
        pytest.param("ĐẶNG ĐÌNH ƯỚC", "dang dinh uoc", id="capitals and đ"),
        pytest.param("hòa", "hoa", id="old placement of the tone"),
        pytest.param("hoà", "hoa", id="new placement of the tone"),
        pytest.param(unicodedata.normalize("NFD", "Thuỷ Ưỡng"), "thuy uong", id="NFD"),
        pytest.param("  xã\t Bình \u00a0 Sơn\n", "xa binh son", id="spaces of every kind"),
        pytest.param("Bình\u200b Sơn\ufeff", "binh son", id="zero-width characters"),
        pytest.param("", "", id="nothing"),
        pytest.param("Straße №1 🎉", "strasse №1 🎉", id="foreign letters are kept"),
    ],
)
def test_fold(text, key):
    assert fold(text) == key


@given(st.text())
def test_fold_is_the_same_for_both_normal_forms_and_repeats(text):
    key = fold(text)
    assert key == fold(key)
    assert key == fold(unicodedata.normalize("NFD", text))
    assert key == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param(unicodedata.normalize("NFD", "Đồng Nai"), "Đồng Nai", id="composed"),
        pytest.param("  Lê \t\r\n Văn\u00a0\u3000An ", "Lê Văn An", id="spaces folded"),
        pytest.param("An\u202e\u200d\u2066\u00ad\ufeff", "An", id="what is not seen is removed"),
        pytest.param("\u200b", "", id="nothing is left"),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "code_point", "position"),
    [
        pytest.param("An\x00", 0, 2, id="NUL"),
        pytest.param("\x1b[31mAn", 0x1B, 0, id="escape of terminals"),
        pytest.param("A\x7f", 0x7F, 1, id="delete"),
        pytest.param("\ud83d", 0xD83D, 0, id="half of a surrogate pair"),
    ],
)
def test_clean_refuses_what_no_database_can_keep(text, code_point, position):
    with pytest.raises(ControlCharacterRefused) as refusal:
        clean(text)
    assert (refusal.value.code_point, refusal.value.position) == (code_point, position)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_clean_text_stays_as_it_is_and_can_be_stored(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_clean_lines_keeps_paragraphs():
    assert clean_lines("\n\n a \r\n\r\n\n\nb\tc\n") == "a\n\nb c"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Nguyễn Văn Hòa", "NGUYỄN  VĂN HOÀ", True, id="case and tone placement"),
        pytest.param("Thuý", unicodedata.normalize("NFD", "Thúy"), True, id="normal forms"),
        pytest.param("Trần Hà", "Trần Hạ", False, id="another tone"),
        pytest.param("Lê An", "Lê Ân", False, id="another letter"),
        pytest.param("Lê An", "Lê Anh", False, id="a letter more"),
        pytest.param("Đỗ An", "Do An", False, id="without diacritics"),
    ],
)
def test_same_name(one, other, same):
    assert same_name(one, other) is same


@given(st.lists(SYLLABLES, min_size=1), st.randoms())
def test_same_names_have_the_same_search_key(words, chance: random.Random):
    name = " ".join(words)
    retyped = unicodedata.normalize(chance.choice(["NFC", "NFD"]), name.upper())
    assert same_name(name, retyped)
    assert fold(name) == fold(retyped)


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Do An", False), ("Đo An", True), ("Hòa", True), ("", False), ("12-A", False)],
)
def test_has_diacritics(text, marked):
    assert has_diacritics(text) is marked


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bà Rịa – Vũng Tàu", "ba ria vung tau"),
        ("Ea H’leo", "ea hleo"),
        ("Xã  IA H'DRAI", "xa ia hdrai"),
        ("P. Bách_Quang", "p bach quang"),
    ],
)
def test_words_key(text, key):
    assert words_key(text) == key
