"""What a unit sees of its quotas is what its ranking counts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hoithi.core.rulebook.entry import Quota
from hoithi.entries.queries.matching import LineShown, QuotaShown, Standing, quotas_shown


def line(number, post, standing=Standing.NOT_YET):
    return LineShown(number, "Nguyễn Thị An", "1985", post, standing, True, "", entrant=number)


DONE, EXEMPT = Standing.DONE, Standing.EXEMPT
AWAY = replace(line(3, "Đảng viên", EXEMPT), exempt_reason="Ốm dài ngày")
LINES = [line(1, "Bí thư", DONE), line(2, ""), AWAY, replace(line(4, "Hội viên"), entrant=None)]


@pytest.mark.parametrize(
    ("rules", "of", "found"),
    [
        pytest.param({"kinds": ("party_cell",)}, "party_cell", [(3, 1)], id="all of a cell"),
        pytest.param({"kinds": ("party_cell",)}, "thon", [], id="does not bind a thon"),
        pytest.param({}, "thon", [(3, 1)], id="everybody"),
        pytest.param({"posts": ("hội viên",)}, "thon", [(1, 0)], id="one post"),
        pytest.param({"posts": ("Đảng viên",)}, "thon", [(0, 0)], id="only the exempt one"),
    ],
)
def test_who_is_counted(rules, of, found):
    quota = Quota(key="q", title="Đảng viên", percent=Decimal(80), **rules)
    shown = quotas_shown([quota], LINES, of=of)
    assert [(one.people, one.done) for one in shown] == found


def test_what_is_wanted():
    quotas = [
        Quota(key="a", title="Đảng viên", percent=Decimal(80)),
        Quota(key="b", title="Lãnh đạo", least=2),
    ]
    assert quotas_shown(quotas, LINES, of="thon") == [
        QuotaShown("Đảng viên", 3, 1, 33, "80%"),
        QuotaShown("Lãnh đạo", 3, 1, 33, "2"),
    ]
