"""Moments in both languages; midnight at the end of a window is 24h00 of the day before."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from hoithi.wording import moments

MORNING = datetime(2026, 11, 27, 1, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 12, 3, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "write", "instant", "text"),
    [
        ("vi", moments.moment, MORNING, "08h00 ngày 27/11/2026"),
        ("vi", moments.moment, MIDNIGHT, "00h00 ngày 04/12/2026"),
        ("vi", moments.closing, MIDNIGHT, "24h00 ngày 03/12/2026"),
        ("vi", moments.closing, MORNING, "08h00 ngày 27/11/2026"),
        ("en", moments.moment, MORNING, "08:00 on 27 November 2026"),
        ("en", moments.closing, MIDNIGHT, "24:00 on 3 December 2026"),
    ],
)
def test_a_moment_is_written_in_the_language_of_the_page(language, write, instant, text):
    with override(language):
        assert write(instant) == text


def test_a_window_ends_as_the_rules_print_it():
    with override("vi"):
        said = moments.window(MORNING, MIDNIGHT)
    assert said == "Từ 08h00 ngày 27/11/2026 đến 24h00 ngày 03/12/2026"
