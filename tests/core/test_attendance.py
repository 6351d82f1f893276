"""Who was invited, what they answered, who came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.attendance import Answer, Presence, Tally, left_over, tally

ROWS = st.lists(st.tuples(st.sampled_from(Answer), st.sampled_from(Presence)))


def test_nobody_is_invited():
    assert tally([]) == Tally()


def test_answers_and_presence_are_counted_apart():
    rows = [
        (Answer.COMING, Presence.PRESENT),
        (Answer.SENDS, Presence.LATE),
        (Answer.EXCUSED, Presence.EXCUSED),
        (Answer.WAITING, Presence.PRESENT),
        (Answer.COMING, Presence.ABSENT),
        (Answer.COMING, Presence.UNKNOWN),
    ]
    told = tally(rows)
    assert told == Tally(6, 3, 1, 1, 1, 2, 1, 1, 1, 1)
    assert (told.came, told.expected) == (3, 4)


@given(ROWS)
def test_everybody_is_counted_once_on_each_side(rows):
    told = tally(rows)
    assert told.expected + told.excusing + told.silent == told.invited == len(rows)
    assert told.came + told.absent + told.excused + told.unchecked == told.invited


@pytest.mark.parametrize("answer", Answer)
def test_who_was_not_seen_is_absent_and_excused_with_a_reason_only(answer):
    assert left_over(answer) is (Presence.EXCUSED if answer is Answer.EXCUSED else Presence.ABSENT)
