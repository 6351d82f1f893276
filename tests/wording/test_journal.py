"""The journal speaks Vietnamese: every deed has a name, facts are said as officials write them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoithi.core.rounds import Change
from hoithi.plans.models import UnderstoodState
from hoithi.wording.deeds import DEEDS
from hoithi.wording.journal import GROUPS, deed_choices, facts_said, subject_label

SOURCE = Path(__file__).parents[2] / "src" / "hoithi"
OF_THE_PROGRAM = {"worker.deed_failed"}
"""Only operators meet it, in a log."""


def recorded() -> Iterator[str]:
    """The deeds that the source names where it records one."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("record"):
                texts = (one.value for one in node.args if isinstance(one, ast.Constant))
                yield from (text for text in texts if isinstance(text, str) and "." in text)


def test_every_deed_has_a_name():
    changes = {f"contests.round_{change}" for change in Change}
    states = {f"questions.{state}" for state in ("approved", "proposed", "sent_back", "withdrawn")}
    states |= {f"plans.fact_{state}" for state in UnderstoodState if state != "read"}
    assert sorted({*recorded(), *changes, *states} - OF_THE_PROGRAM - set(DEEDS)) == []


def test_every_deed_can_be_chosen_in_its_group():
    offered = [key for _group, deeds in deed_choices() for key, _label in deeds]
    assert sorted(offered) == sorted([*DEEDS, *GROUPS])


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"reason": "", "until": None, "codes": []}, []),
        ({"verdict": "not_recognised"}, [("kết luận", "không công nhận")]),
        ({"visible_from": "2026-11-20T00:30:00+00:00"}, [("hiện từ", "07h30 ngày 20/11/2026")]),
        ({"as_of": "2026-10-08"}, [("tính đến", "08/10/2026")]),
        ({"on_paper": False, "preliminary": True}, [
            ("bằng văn bản ký tay", "không"), ("kết quả sơ bộ", "có"),
        ]),
        ({"codes": list("ABCDEFG")}, [("mã câu hỏi", "A, B, C, D, E và 2 mục khác")]),
        ({"role": "organiser"}, [("vai trò", "Thường trực Ban Tổ chức")]),
        ({"unheard_of": 3}, [("unheard_of", "3")]),
    ],
)  # fmt: skip
def test_facts_in_words(facts, said):
    assert facts_said(facts) == said


def test_subjects_are_named():
    assert (subject_label("contests.Contest"), subject_label("x.Y")) == ("Cuộc thi", "x.Y")
