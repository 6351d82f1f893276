"""A record of a rulebook in one line: as officials say it, never as the program writes it."""

from collections.abc import Iterator

import pytest

from hoithi.core.rulebook.document import GroupPaper, GroupSeats, Rulebook
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.ranking import Aggregate, By, Direction, RankingKey, UnitKey
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import fields
from hoithi.web.organiser.rules.titles import title_of
from tests.core.rulebook.make import rulebook
from tests.core.rulebook.test_examples import NAMES, example

MORE, LESS = Direction.MORE, Direction.LESS


def records(value: object) -> Iterator[Record]:
    """The record and all below it."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif isinstance(value, Record):
        yield value
        for field in fields(type(value)):
            yield from records(getattr(value, field.name))


@pytest.mark.parametrize("name", NAMES)
def test_no_title_shows_how_the_program_writes_it(name):
    book: Rulebook = example(name)
    titles = [title_of(one, book) for one in records(book)]
    assert [title for title in titles if "<" in title or "('" in title or not title] == []


def test_a_group_and_a_part_are_called_by_their_titles():
    book = example("xa-2026")
    own = [one for one in records(book) if isinstance(one, GroupPaper)]
    titles = {each.key: each.title for each in (*book.parts, *book.groups)}
    expected = [f"{titles[one.part]} · {titles[one.group]}" for one in own]
    assert own
    assert [title_of(one, book) for one in own] == expected


def test_seats_of_a_group_are_told_by_its_title_and_their_number():
    seats = GroupSeats(group="pupils", first=5)
    book = rulebook(groups=(Group(key="pupils", title="Học sinh"),))
    assert title_of(seats, book) == "Học sinh: 5"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (RankingKey(by=By.POINTS, first=MORE), "Điểm – cao hơn"),
        (RankingKey(by=By.SUBMITTED_AT, first=LESS), "Thời điểm nộp bài – sớm hơn"),
        (RankingKey(by=By.SECONDS, first=LESS), "Thời gian làm bài – ngắn hơn"),
        (UnitKey(by=Aggregate.PEOPLE, first=MORE), "Số người dự thi – nhiều hơn"),
    ],
)
def test_what_comes_first_is_said_for_what_is_compared(key, said):
    assert title_of(key) == said
