"""`hoithi plan read`: facts for people and for programs, refusals with advice."""

import json
from pathlib import Path

from tests.command.conftest import Run
from tests.core.plans.texts import PLAN


def test_a_plan_is_read_for_a_program(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, "utf-8")
    ran = run("plan", "read", str(file), "--json")
    answer = json.loads(ran.out)
    assert (ran.code, sorted(answer), answer["doubts"]) == (0, ["doubts", "facts"], [])
    facts = answer["facts"]
    assert (facts["number"], facts["read_from"]["number"]) == (
        "38/KH-UBND",
        {"line": 5, "characters": [4, 14]},
    )
    assert facts["signatory"]["name"] == "Lê Thị Hồng Vân"
    assert facts["prizes"][0]["amount_vnd"] == 1_000_000


def test_a_plan_is_read_for_people(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN.replace("Số: 38/KH-UBND", "Số:    /KH-UBND"), "utf-8")
    ran = run("plan", "read", str(file))
    assert ran.code == 0
    assert "Lê Thị Hồng Vân" in ran.said
    assert "Dòng 5: Số của văn bản còn để trống." in ran.said


def test_a_picture_is_refused_with_advice(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = run("plan", "read", str(file), "--json")
    assert ran.code == 78
    assert "nhận dạng chữ (OCR)" in json.loads(ran.out)["error"]


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("plan", "read", str(tmp_path / "nope.txt"), "--json")
    assert (ran.code, "nope.txt" in json.loads(ran.out)["error"]) == (66, True)
