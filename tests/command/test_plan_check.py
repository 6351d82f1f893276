"""`hoithi plan check`: findings for people and for programs, and what the exit codes mean."""

import json
from pathlib import Path

import pytest

from tests.command.conftest import Run
from tests.core.plans.checking.papers import plan

WRONG = plan("II. NỘI DUNG", "3. Thời gian: Từ ngày 13/12/2025 đến ngày 26/12/2024, 02 tuần.")


def test_contradictions_are_told_with_sentence_line_and_proposal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(WRONG, "utf-8")
    ran = run("plan", "check", str(file))
    assert ran.code == 1
    assert "Mâu thuẫn (01)" in ran.said
    assert (
        "- Dòng 9: Thời gian kết thúc (26/12/2024) trước thời gian bắt đầu (13/12/2025)."
        in ran.said
    )
    assert "“Thời gian: Từ ngày 13/12/2025 đến ngày 26/12/2024, 02 tuần.”" in ran.said
    assert "Đề xuất: Sửa ngày bắt đầu hoặc ngày kết thúc; xem lại tháng và năm." in ran.said


def test_findings_for_a_program(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.md"
    file.write_text(WRONG, "utf-8")
    ran = run("plan", "check", str(file), "--json")
    first = json.loads(ran.out)["findings"][0]
    assert (ran.code, sorted(first)) == (
        1,
        ["code", "facts", "grade", "places", "proposal", "quote", "sentence"],
    )
    assert (first["grade"], first["code"], first["places"]) == (
        "contradiction",
        "end_before_start",
        [{"line": 9, "characters": [17, 52], "last_line": 9}],
    )


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [(b"\x89PNG\r\n\x1a\n", "scan.pdf", 2), (b"", "empty.txt", 2), (None, "nope.txt", 66)],
)
def test_what_cannot_be_read_is_said(
    run: Run, tmp_path: Path, data: bytes | None, name: str, code: int
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    ran = run("plan", "check", str(file), "--json")
    assert (ran.code, list(json.loads(ran.out))) == (code, ["error"])


NORMS = """Mức tối đa (đồng),Văn bản,Điều,Từ ngày,Đến hết ngày,Cấp,Đối tượng,Giải
1.500.000,Nghị quyết số 20/2023/NQ-HĐND,khoản 2 Điều 3,01/01/2024,,,Cá nhân,Nhất
"""
PRIZES = plan("III. GIẢI THƯỞNG", "1. Giải cá nhân", "- 01 giải Nhất: 2.000.000 đồng.")


def test_a_prize_over_the_entered_norm_names_document_and_article(run: Run, tmp_path: Path) -> None:
    file, norms = tmp_path / "ke-hoach.txt", tmp_path / "muc-chi.csv"
    file.write_text(PRIZES, "utf-8")
    norms.write_text(NORMS, "utf-8")
    ran = run("plan", "check", str(file), "--norms", str(norms))
    assert ran.code == 1
    assert (
        "Mức thưởng 2.000.000 đồng vượt mức chi tối đa 1.500.000 đồng theo khoản 2 Điều 3 "
        "Nghị quyết số 20/2023/NQ-HĐND."
    ) in ran.said
    assert "vượt mức chi" not in run("plan", "check", str(file)).said


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (NORMS.replace("01/01/2024", "2024"), "Dòng 2: hãy ghi đủ ngày, tháng, năm."),
        (NORMS.replace("1.500.000", "nhiều"), "Dòng 2: “Mức tối đa (đồng)”: “nhiều”"),
        (NORMS.replace("Văn bản,", "Cột,"), "Bảng thiếu cột “Văn bản”."),
    ],
)
def test_a_table_of_norms_that_is_doubtful_is_refused(
    run: Run, tmp_path: Path, table: str, said: str
) -> None:
    file, norms = tmp_path / "ke-hoach.txt", tmp_path / "muc-chi.csv"
    file.write_text(PRIZES, "utf-8")
    norms.write_text(table, "utf-8")
    ran = run("plan", "check", str(file), "--norms", str(norms), "--json")
    assert (ran.code, said in json.loads(ran.out)["error"]) == (78, True)
