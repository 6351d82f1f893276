"""The papers as people are told of them: by group only where groups differ."""

import msgspec

from hoithi.core.rulebook.told import PaperTold, papers_told
from tests.core.rulebook.test_examples import example


def test_groups_with_papers_of_their_own_are_told_apart():
    told = papers_told(example("xa-2026"), "week-1")
    assert [(one.groups, one.minutes, one.questions) for one in told] == [
        (("Cán bộ, công chức, viên chức, người hoạt động không chuyên trách",), 20, 20),
        (("Người dân",), 15, 15),
        (("Học sinh",), 15, 10),
    ]


def test_everybody_alike_is_told_once():
    book = msgspec.structs.replace(example("xa-2026"), group_papers=())
    assert papers_told(book, "week-1") == [
        PaperTold(book.parts[0].title, (), 15, 15, predicts=True)
    ]
