"""Vague times as officials say them, and the open moment that holds several."""

from datetime import date

import pytest

from hoithi.core.tasks.moments import Moment, hull, said_in_words, set_on, some_day

CASES = [
    ("cuối tháng 12/2026", (date(2026, 12, 21), date(2026, 12, 31))),
    ("Cuối Tháng 12 năm 2026", (date(2026, 12, 21), date(2026, 12, 31))),
    ("đầu tháng 02/2027", (date(2027, 2, 1), date(2027, 2, 10))),
    ("giữa tháng 3-2027", (date(2027, 3, 11), date(2027, 3, 20))),
    ("trong tháng 2 năm 2028", (date(2028, 2, 1), date(2028, 2, 29))),
    ("tháng 11/2026", (date(2026, 11, 1), date(2026, 11, 30))),
    ("quý I/2027", (date(2027, 1, 1), date(2027, 3, 31))),
    ("trong quý IV năm 2026", (date(2026, 10, 1), date(2026, 12, 31))),
    ("quý 3/2026", (date(2026, 7, 1), date(2026, 9, 30))),
]


@pytest.mark.parametrize(("words", "days"), CASES)
def test_a_vague_time_has_its_days(words, days):
    assert said_in_words(words) == some_day(*days, words=words)


@pytest.mark.parametrize(
    "words",
    ["", "cuối tháng 12", "tháng 13/2026", "tháng 0/2026", "quý V/2026", "sau Tết", "9" * 5000],
)
def test_what_is_no_time_or_lacks_its_year_is_not_guessed(words):
    assert said_in_words(words) is None


def test_the_open_moment_holds_all_options():
    one, two = set_on(date(2026, 12, 28)), some_day(date(2026, 12, 21), date(2026, 12, 25))
    assert hull([one, two, Moment()]) == some_day(date(2026, 12, 21), date(2026, 12, 28))
    assert hull([Moment()], words="chưa rõ") == Moment(words="chưa rõ")
