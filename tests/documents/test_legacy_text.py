"""Old Vietnamese encodings are converted, recognised, and left alone where they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.documents.legacy_text import (
    Encoding,
    encoding_of,
    from_tcvn3,
    from_vni,
    looks_like_tcvn3,
    looks_like_vni,
    to_tcvn3,
    to_vni,
)
from hoithi.documents.syllables import is_syllable

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
NAMES = st.text(alphabet=SMALL + " 0123456789,.", max_size=60)


@given(NAMES)
def test_tcvn3_comes_back_whole(text):
    assert from_tcvn3(to_tcvn3(text)) == text


@given(st.text(alphabet=SMALL.replace("ỵ", "") + SMALL.upper() + " 0123456789,.", max_size=60))
def test_vni_comes_back_whole(text):
    separated = " ".join(text)
    assert from_vni(to_vni(separated)) == separated


@pytest.mark.parametrize(
    ("tcvn3", "unicode"),
    [
        ("NguyÔn V¨n An", "Nguyễn Văn An"),
        ("TrÇn ThÞ Hµ", "Trần Thị Hà"),
        ("§Æng Quèc V­îng", "Đặng Quốc Vượng"),
        ("Uû ban nh©n d©n x· §«ng Hoµ", "Uỷ ban nhân dân xã Đông Hoà"),
    ],
)
def test_tcvn3_as_it_is_found(tcvn3, unicode):
    assert (from_tcvn3(tcvn3), looks_like_tcvn3(tcvn3), looks_like_vni(tcvn3)) == (
        unicode,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("vni", "unicode"),
    [
        ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"),
        ("Traàn Thò Hoàng Phöôïng", "Trần Thị Hồng Phượng"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("Aùnh", "Ánh"),
    ],
)
def test_vni_as_it_is_found(vni, unicode):
    assert (from_vni(vni), looks_like_vni(vni), looks_like_tcvn3(vni)) == (unicode, True, False)


@pytest.mark.parametrize(
    "text",
    ["Nguyễn Văn An", "Trần Thị Hà", "José García", "Bé Lê", "100 % – “đạt”", "Hà Nội", "", "An"],
)
def test_unicode_stays_unicode(text):
    assert encoding_of([text]) is Encoding.UNICODE


def test_one_word_alone_follows_the_others():
    assert encoding_of(["Bé phËn mét cöa", "Phßng Néi vô"]) is Encoding.TCVN3


@pytest.mark.parametrize(
    ("word", "valid"),
    [
        ("Nguyễn", True),
        ("quyết", True),
        ("giêng", True),
        ("gì", True),
        ("khuỷu", True),
        ("nghiêng", True),
        ("cát", True),
        ("càt", False),
        ("hat", False),
        ("NguyÔn", False),
        ("được", True),
        ("xyz", False),
        ("", False),
    ],
)
def test_syllables(word, valid):
    assert is_syllable(word) is valid
