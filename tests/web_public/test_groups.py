"""Groups ranked apart have tables of their own, each from place 1, with limits of their own."""

import pytest
from django.test import Client

from hoithi.kit import clock
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from hoithi.results.queries import explaining
from hoithi.web.public.shown import Published
from tests.results.boards import CLOSES, LATER, Board, contest, drafted

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**", "Lê V. C**", "Phạm T. D**", "Đỗ V. E**"]
GROUPS = (("can-bo", 3), ("hoc-sinh", 2))


@pytest.fixture
def online():
    return contest()


def published(online, **facts):
    board = Board(NAMES, groups=GROUPS, **facts)
    draft = drafted(online, online.rounds.get(key="week-1"), board)
    return _publish(draft, Result(facts={}), by=None, at=CLOSES)


def test_every_group_is_ranked_from_one(online):
    shown = Published(published(online)).boards(1)
    assert [(one.title, [(row.place, row.name) for row in rows]) for one, rows in shown] == [
        ("Nhóm can-bo", [(1, NAMES[0]), (2, NAMES[1]), (3, NAMES[2])]),
        ("Nhóm hoc-sinh", [(1, NAMES[3]), (2, NAMES[4])]),
    ]
    assert [[bool(row.why) for row in rows] for _, rows in shown] == [
        [False, True, True],
        [False, True],
    ]


def test_so_many_lines_of_each_group_are_public(online):
    shown = Published(published(online, ranked_lines=1))
    assert (shown.lines, [len(rows) for _, rows in shown.boards(1)]) == (2, [1, 1])


def test_the_page_and_the_table_say_the_group(online):
    published(online)
    base = f"/{online.slug}/ket-qua/week-1/"
    with clock.pinned(LATER):
        page = Client().get(base).content.decode()
        table = Client().get(f"{base}ket-qua.csv").content.decode()
    assert page.count("<table") == 2
    assert "Mỗi nhóm đối tượng được xếp hạng riêng." in page
    assert "Nhóm hoc-sinh,1,Phạm T. D**" in table


def test_lines_of_two_groups_are_not_compared_and_the_first_has_nobody_above(online):
    draft = published(online).draft
    assert explaining.comparison(draft, 2, 3) is None
    assert explaining.comparison(draft, 3, 4) is not None
    first = online.entrants.get(name=NAMES[3])
    sheet = explaining.line_sheet(draft, first)
    assert (sheet.explanation.place, sheet.explanation.above) == (1, None)
