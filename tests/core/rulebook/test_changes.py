"""What an amendment changes, and the keys that it may not lose."""

import msgspec
import pytest
from hypothesis import given

from hoithi.core.rulebook.changes import Difference, RemovedKey, changed_keys, differences
from hoithi.core.rulebook.document import Window
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.parts import JuryPart
from tests.core.rulebook.make import PAPER, POINTS, SECONDS, prize, rulebook, table, week
from tests.strategies import rulebooks

SKIT = JuryPart(key="paper", title="Tiểu phẩm")
LONGER = Window(opens="2026-10-12T08:00", closes="2026-10-19T24:00")


@pytest.mark.parametrize(
    ("new", "removed"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param(
            {"rounds": (week(2),)}, (RemovedKey("round", "week-1", "Tuần 1"),), id="a round"
        ),
        pytest.param({"rounds": (week(2), week(1), week(3))}, (), id="another order, one more"),
        pytest.param(
            {"prizes": (table(prizes=(prize("second"),)),)},
            (RemovedKey("prize", "weekly/first", "giải Nhất"),),
            id="a prize",
        ),
        pytest.param(
            {"prizes": ()},
            (
                RemovedKey("table", "weekly", "Giải tuần"),
                RemovedKey("prize", "weekly/first", "giải Nhất"),
            ),
            id="a table",
        ),
    ],
)
def test_changed_keys(new, removed) -> None:
    assert changed_keys(rulebook(), rulebook(**new)) == removed


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param({"title": "Hội thi"}, [("title", "Cuộc thi", "Hội thi")], id="a text"),
        pytest.param(
            {"rounds": (week(1), week(2, window=LONGER))},
            [("rounds[week-2].window.closes", "2026-10-18T24:00", "2026-10-19T24:00")],
            id="a closing",
        ),
        pytest.param(
            {"rounds": (week(2),)}, [("rounds[week-1]", week(1), None)], id="a round less"
        ),
        pytest.param(
            {"rounds": (week(1), week(2), week(3))},
            [("rounds[week-3]", None, week(3))],
            id="a round more",
        ),
        pytest.param(
            {"rounds": (week(2), week(1))},
            [("rounds", (week(1), week(2)), (week(2), week(1)))],
            id="another order",
        ),
        pytest.param(
            {"ranking": (POINTS,)}, [("ranking[1]", SECONDS, None)], id="a ranking key less"
        ),
        pytest.param({"parts": (SKIT,)}, [("parts[paper]", PAPER, SKIT)], id="another kind"),
        pytest.param(
            {"groups": (Group(key="pupils", title="Học sinh"),)},
            [("groups[pupils]", None, Group(key="pupils", title="Học sinh"))],
            id="a group",
        ),
        pytest.param({"remarks": None}, [("remarks", rulebook().remarks, None)], id="no remarks"),
    ],
)
def test_differences(new, expected) -> None:
    assert differences(rulebook(), rulebook(**new)) == [Difference(*one) for one in expected]


@given(rulebooks(), rulebooks())
def test_no_difference_only_between_equals(one, other) -> None:
    assert (differences(one, other) == []) == (one == other)
    assert differences(one, msgspec.structs.replace(one)) == []
