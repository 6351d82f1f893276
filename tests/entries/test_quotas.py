"""A quota counts whom its line names; where the list does not tell, nobody."""

from decimal import Decimal

import pytest

from hoithi.core.rulebook.entry import Quota
from hoithi.entries.queries.matching import LineShown, Standing, quotas_shown


def line(post, standing=Standing.NOT_YET):
    return LineShown(1, "Nguyễn Thị An", "1985", post, standing, False, "")


DONE, EXEMPT = Standing.DONE, Standing.EXEMPT
LINES = [line("Bí thư, đảng viên", DONE), line(""), line("Đảng viên", EXEMPT), line("Hội viên")]


@pytest.mark.parametrize(
    ("title", "posts", "of", "found"),
    [
        pytest.param("Đảng viên trong danh sách", (), "party_cell", (3, 1), id="of a cell: all"),
        pytest.param("Đảng viên trong danh sách", (), "thon", (1, 1), id="elsewhere: who says so"),
        pytest.param("Hội viên Hội Nông dân", (), "thon", (1, 0), id="members of an association"),
        pytest.param("Hội viên Hội Nông dân", (), "union_branch", (3, 1), id="their own branch"),
        pytest.param("Đoàn viên", (), "thon", (0, 0), id="the list does not tell"),
        pytest.param("Mọi người trong danh sách", (), "thon", (3, 1), id="everybody"),
        pytest.param("Đảng viên", ("Hội viên",), "thon", (1, 0), id="posts say it exactly"),
    ],
)
def test_who_is_counted(title, posts, of, found):
    quota = Quota(key="q", title=title, posts=posts, percent=Decimal(80))
    shown = quotas_shown([quota], LINES, of=of)
    assert [(one.people, one.done) for one in shown] == [found]
