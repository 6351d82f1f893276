"""What must not change the facts: normal form, page furniture, wrapping, case of headings."""

import re
import sys
import textwrap
import time
import unicodedata
from dataclasses import fields, is_dataclass
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.as_json import as_json
from hoithi.core.plans.blocks import Mark, mark_of
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Facts, Place
from tests.core.plans.texts import PLAN, facts

pytestmark = pytest.mark.long

FURNITURE = st.lists(
    st.sampled_from(
        [
            "Trang chủ",
            "Đăng nhập",
            "Lượt xem: 1250",
            "Chia sẻ bài viết",
            "Cỡ chữ  A  A",
            "Ngày đăng 12/3/2026 | 09:15",
        ]
    ),
    max_size=6,
)


def without_places(value: Any) -> Any:
    """Facts as values: where they stand may change."""
    if isinstance(value, Place) or value is None:
        return None
    if is_dataclass(value):
        names = [
            one.name
            for one in fields(value)
            if one.name not in {"place", "what", "title", "page_dates"}
        ]
        names += ["place"] if isinstance(value, Facts) else []
        return {name: without_places(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [without_places(one) for one in value]
    return re.sub(r"\s+", " ", value) if isinstance(value, str) else value


EXPECTED = without_places(facts(PLAN))


def test_the_normal_form_does_not_matter() -> None:
    assert without_places(facts(unicodedata.normalize("NFD", PLAN))) == EXPECTED


@given(FURNITURE, FURNITURE)
def test_what_a_page_puts_around_does_not_matter(before: list[str], after: list[str]) -> None:
    page = "\n\n".join([*before, PLAN, *after])
    assert without_places(facts(page)) == EXPECTED


@given(st.integers(min_value=50, max_value=110))
def test_wrapped_lines_are_put_together(width: int) -> None:
    wrapped = "\n".join(
        line for paragraph in PLAN.splitlines() for line in wrap(paragraph, width) or [""]
    )
    assert without_places(facts(wrapped)) == EXPECTED


def wrap(paragraph: str, width: int) -> list[str]:
    """Lines of a width; none begins with what would be a mark of its own ("- 2030")."""
    lines = textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return [paragraph] if any(mark_of(line)[0] is not Mark.NONE for line in lines[1:]) else lines


def test_lines_without_gaps_between_paragraphs_say_the_same() -> None:
    dense = re.sub(r"\n\s*\n", "\n", PLAN)
    assert without_places(facts(dense)) == EXPECTED


@given(st.text(max_size=400))
def test_reading_never_raises(text: str) -> None:
    as_json(read_plan(text))


@given(st.integers(min_value=0, max_value=len(PLAN)), st.integers(min_value=0, max_value=400))
def test_a_torn_plan_is_read_as_far_as_it_goes(start: int, size: int) -> None:
    as_json(read_plan(PLAN[start : start + size] + PLAN[: start // 2]))


@given(st.lists(st.sampled_from(PLAN.splitlines()), max_size=30))
def test_lines_in_any_order_are_no_fault(lines: list[str]) -> None:
    as_json(read_plan("\n".join(lines)))


def test_every_fact_stands_where_it_says() -> None:
    lines = PLAN.splitlines()
    found = facts(PLAN)
    for one in (found.number, found.place, found.title, found.eligible):
        assert one is not None
        assert lines[one.place.line - 1][one.place.start : one.place.end] == one.value
    for task in found.assignments:
        assert lines[task.place.line - 1][task.place.start : task.place.end] == task.agency


def test_places_count_the_characters_of_a_decomposed_source() -> None:
    source = unicodedata.normalize("NFD", PLAN)
    found = facts(source).issuing_body
    place = facts(source).place
    assert found is not None
    assert place is not None
    line = source.splitlines()[place.place.line - 1]
    assert unicodedata.normalize("NFC", line[place.place.start : place.place.end]) == "An Phú"


def test_ten_pages_take_less_than_a_fifth_of_a_second() -> None:
    body, _, end = PLAN.partition("IV. TỔ CHỨC")
    pages = (
        body
        + "- Nâng cao chất lượng phục vụ Nhân dân trước ngày 05/6/2026.\n\n" * 450
        + "IV. TỔ CHỨC"
        + end
    )
    assert len(pages) > 25_000
    facts(pages)
    fastest = min(_seconds(pages) for _ in range(3))
    assert fastest < 0.2


@pytest.mark.parametrize("line", PLAN.split("\n\n")[4:])
def test_twice_the_text_is_twice_the_work(line: str) -> None:
    once, twice = (_calls(f"{PLAN}\n\n" + f"{line}\n\n" * times) for times in (200, 400))
    assert twice <= 2.2 * once


def _calls(text: str) -> int:
    """How many functions are called while a text is read, those of the interpreter too."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    facts(text)  # What is kept between readings is filled.
    sys.setprofile(count)
    try:
        facts(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "word",
    [
        *("ngay ", "1 ", "(", "\t", "12/3 - ", "từ 1/1 đến ", "trước 07 ngày ", "chào mừng ngày "),
        *("UBND xã ", "01 giải Nhất ", "giải phụ: ", "12/A-", "Nơi nhận: ", "1. Mục - A ", "; "),
        *("không được ", "đối tượng: ", "Căn cứ ", "Kế hoạch số ", "CỘNG HÒA ", "TM. "),
    ],
)
def test_words_repeated_without_end_are_read_soon(word: str) -> None:
    text = "KẾ HOẠCH\nTổ chức\n\nI. NỘI DUNG\n" + word * (15_000 // len(word))
    started = time.process_time()
    as_json(read_plan(text))
    assert time.process_time() - started < 3


def _seconds(text: str) -> float:
    started = time.process_time()
    facts(text)
    return time.process_time() - started
