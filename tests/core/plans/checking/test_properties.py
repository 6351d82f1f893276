"""Findings never raise, stand in the text, and do not change with what is no part of it."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.checking import Finding
from hoithi.wording.plan_findings import finding_proposal, finding_sentence
from tests.core.plans.checking.papers import found, plan
from tests.core.plans.test_properties import wrap

pytestmark = pytest.mark.long

OWN = {path.stem: path.read_text("utf-8") for path in Path(__file__).with_name("own").glob("*.txt")}
FAULTY = plan(
    "I. NỘI DUNG",
    "1. Thời gian: từ ngày 20/10/2025 đến ngày 15/10/2025, thứ Bảy, ngày 20/10/2025.",
    "2. Thi tại 04 xã: Tân An, Tân Bình và Tân Phú.",
    "3. Giải thưởng: 02 giải Nhì x 3.000.000 đồng = 5.000.000 đồng (Sáu triệu đồng).",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Nội vụ huyện: Báo cáo sau 05 ngày; giao Ủy ban MTTQ phối hợp.",
    "2. Đảng ủy xã: Chỉ đạo tuyên truyền bằng hộ khẩu.",
    head="Số: 5/KH-UBND\n\nTân An, ngày 5 tháng 9 năm 2025",
)
WORDS = st.sampled_from([line for text in (*OWN.values(), FAULTY) for line in text.splitlines()])
FURNITURE = st.lists(
    st.sampled_from(["Trang chủ", "Đăng nhập", "Lượt xem: 1250", "Chia sẻ bài viết"]), max_size=5
)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Findings as an official reads them."""
    return sorted(
        (one.code.value, finding_sentence(one), finding_proposal(one)) for one in findings
    )


def stand_in(text: str, findings: tuple[Finding, ...]) -> bool:
    """Whether every place is a part of the text."""
    lines = text.splitlines() or [""]
    return all(
        1 <= place.line <= place.last_line <= len(lines)
        and 0 <= place.start <= len(lines[place.line - 1])
        and 0 <= place.end <= len(lines[place.last_line - 1])
        and (place.line < place.last_line or place.start <= place.end)
        for one in findings
        for place in one.places
    )


@given(st.text(max_size=300))
def test_any_text_is_checked(text: str) -> None:
    told(found(text))


@given(st.lists(WORDS, max_size=25))
def test_lines_in_any_order_are_checked_where_they_stand(lines: list[str]) -> None:
    text = "\n".join(lines)
    findings = found(text)
    assert stand_in(text, findings)
    told(findings)


@given(st.integers(0, len(FAULTY)), st.integers(0, 300))
def test_a_torn_plan_is_checked(start: int, size: int) -> None:
    text = FAULTY[start : start + size]
    assert stand_in(text, found(text))


@given(FURNITURE, FURNITURE)
def test_what_a_page_puts_around_changes_nothing(before: list[str], after: list[str]) -> None:
    text = OWN["commune_2026_online"]
    assert told(found("\n\n".join([*before, text, *after]))) == told(found(text))


@pytest.mark.parametrize("name", [*sorted(OWN), "faulty"])
def test_the_normal_form_changes_nothing(name: str) -> None:
    text = OWN.get(name, FAULTY)
    decomposed = unicodedata.normalize("NFD", text)
    assert told(found(decomposed)) == told(found(text))
    assert stand_in(decomposed, found(decomposed))


@given(st.integers(min_value=60, max_value=120))
def test_wrapped_lines_change_nothing(width: int) -> None:
    text = OWN["commune_2026_online"]
    lines = [part for line in text.splitlines() for part in wrap(line, width) or [""]]
    assert told(found("\n".join(lines))) == told(found(text))


@pytest.mark.parametrize(
    "word",
    [
        "12/3 ",
        "= 2 x ",
        "04 xã: A, ",
        "(thứ hai ",
        "1.000.000 ",
        "BCĐ ",
        "giao Đoàn ",
        "a và ",
        "huyện ",
    ],
)
def test_words_repeated_without_end_are_checked_soon(word: str) -> None:
    text = plan("I. NỘI DUNG", word * (40_000 // len(word)), title="Tổ chức Hội thi năm 2026")
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 4
