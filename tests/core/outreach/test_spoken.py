"""Texts as they are read on the loudspeaker."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.outreach.spoken import minutes, spoken, unread

YEAR = "năm hai nghìn không trăm hai mươi sáu"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Từ 08h00 ngày 05/3/2026", f"Từ tám giờ ngày mùng năm tháng ba {YEAR}"),
        ("16h30, 24h00", "mười sáu giờ ba mươi phút, hai mươi tư giờ"),
        ("ngày 15 tháng 4 năm 2026", f"ngày mười lăm tháng tư {YEAR}"),
        (
            "ngày 10/11 và ngày 21/11",
            "ngày mùng mười tháng mười một và ngày hai mươi mốt tháng mười một",
        ),
        ("01 giải Nhất: 1.000.000 đồng", "một giải Nhất: một triệu đồng"),
        ("đúng 7/10 câu, đạt 85,5%", "đúng bảy trên mười câu, đạt tám mươi lăm phẩy năm phần trăm"),
        ("UBND xã về CCHC, CĐS.", "Ủy ban nhân dân xã về cải cách hành chính, chuyển đổi số."),
        ("TP. Hải Phòng", "thành phố Hải Phòng"),
        ("tại https://thi.xa.gov.vn/cchc/.", "tại thi chấm xa chấm gov chấm vn gạch chéo cchc."),
        ("Ủy ban nhân dân xã", "Ủy ban nhân dân xã"),
        ("", ""),
    ],
)
def test_a_text_is_read_in_words(text, said):
    assert spoken(text) == said


def test_abbreviations_that_nobody_explained_are_named():
    assert unread(spoken("UBND xã phối hợp PCTN, BHXH và ĐẢNG ỦY; PCTN")) == ("PCTN", "BHXH")


@given(st.text(max_size=200))
def test_no_digit_is_left_and_reading_twice_changes_nothing(text):
    once = spoken(text)
    assert not re.search(r"[0-9]", once)
    assert minutes(once) >= 1
