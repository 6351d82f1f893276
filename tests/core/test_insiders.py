"""Which exclusion of a rulebook the members of a committee fall under."""

import pytest

from hoithi.core.insiders import rule_for
from hoithi.core.rulebook.entry import Exclusion

ORGANISERS = Exclusion(key="btc", who="Thành viên Ban Tổ chức")
HELPERS = Exclusion(key="gv", who="Bộ phận giúp việc Ban Tổ chức")
WRITERS = Exclusion(key="de", who="Người biên soạn câu hỏi, ra đề thi")
JUDGES = Exclusion(key="gk", who="Người chấm thi", roles=("judge",))
EVERYBODY = Exclusion(key="x", who="Ban Tổ chức, Ban Giám khảo, tổ giúp việc cuộc thi")
ALL = (HELPERS, ORGANISERS, WRITERS, JUDGES)


@pytest.mark.parametrize(
    ("kind", "name", "rules", "rule"),
    [
        ("organising", "Ban Tổ chức Hội thi", ALL, ORGANISERS),
        ("secretariat", "Tổ thư ký", ALL, HELPERS),
        ("questions", "Tổ ra đề", ALL, WRITERS),
        ("jury", "Ban Giám khảo", ALL, JUDGES),
        ("review", "Hội đồng thẩm định", ALL, None),
        ("other", "Thành viên Ban Tổ chức", ALL, ORGANISERS),
        ("other", "Ban Hậu cần", ALL, None),
        ("organising", "Ban Tổ chức", (EVERYBODY,), EVERYBODY),
        ("secretariat", "Tổ thư ký", (EVERYBODY,), EVERYBODY),
        ("organising", "", (), None),
        ("unknown", "x", ALL, None),
    ],
)
def test_a_committee_falls_under_the_rule_that_means_it(kind, name, rules, rule):
    assert rule_for(kind, name, rules) == rule
