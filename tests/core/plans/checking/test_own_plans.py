"""Whole plans as bodies of all levels write them: nothing in them contradicts itself."""

from pathlib import Path

import pytest

from hoithi.core.plans.checking import Grade
from tests.core.plans.checking.papers import codes, contradictions, found

OWN = sorted(Path(__file__).with_name("own").glob("*.txt"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_no_false_contradiction(path: Path) -> None:
    assert contradictions(path.read_text("utf-8")) == []


def test_there_are_enough_of_them() -> None:
    assert len(OWN) >= 15


@pytest.mark.parametrize(
    "name", ["commune_2026_online", "province_2023_online", "ward_2025_skills", "school_2024_quiz"]
)
def test_a_whole_plan_lacks_nothing(name: str) -> None:
    text = Path(__file__).with_name("own").joinpath(f"{name}.txt").read_text("utf-8")
    assert [one for one in found(text) if one.grade is not Grade.STYLE] == []


def test_an_old_plan_dated_today_names_what_is_gone() -> None:
    text = Path(__file__).with_name("own").joinpath("district_2019_stage.txt").read_text("utf-8")
    today = text.replace("2019", "2026")
    names = {
        str(one.facts["name"])
        for one in found(today)
        if one.code.value in {"abolished_level", "abolished_body"}
    }
    assert names == {
        "huyện",
        "thị trấn",
        "Phòng Nội vụ",
        "Phòng Văn hóa - Thông tin",
        "Phòng Tài chính - Kế hoạch",
    }
    assert "weekday_differs" in codes(today)


def test_no_two_findings_of_a_plan_have_one_key() -> None:
    for path in OWN:
        keys = [one.key for one in found(path.read_text("utf-8").replace("2019", "2026"))]
        assert len(keys) == len(set(keys))
