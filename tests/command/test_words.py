"""What is said around the commands: the list, what was typed wrongly, refusals for programs."""

import json
import re

import pytest

from hoithi.command import _COMMANDS, app
from tests.command.conftest import Run


def test_every_command_of_the_list_says_what_it_does(run: Run) -> None:
    said = run("--help").out
    assert [name for name, (_place, told) in _COMMANDS.items() if told not in said] == []
    assert [word for word in ("Usage", "Commands", "Display") if word in said] == []
    assert "Cách dùng: hoithi LỆNH" in said
    assert {name for name in app if not name.startswith("-")} == {*_COMMANDS, "worker"}


COMMANDS = [
    *((name,) for name in _COMMANDS),
    *(("contest", "simulate"), ("operator", "create"), ("units", "load")),
    *(("keys", "add"), ("keys", "apply")),
]
ENGLISH = re.compile(
    r"\[(?:required|default|choices|env var)|Usage|Commands|Parameters|Arguments|Display|"
    r"OPTIONS|ARGS|\b(?:INT|STR|FLOAT|CHOICE|DATE|PATH|True|False|None)\b"
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_help_of_every_command_is_in_vietnamese(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ENGLISH.findall(ran.out)) == (0, [])
    assert f"Cách dùng: hoithi {' '.join(words)}" in ran.out


def test_the_notes_on_an_option_are_words_of_its_description(run: Run) -> None:
    said = " ".join(run("serve", "--help").out.replace("│", " ").split())
    assert "Cổng của máy chủ. [biến môi trường: PORT] [mặc định: 8000]" in said
    assert "[chọn: room, site, worker]" in said
    assert "[bắt buộc]" in run("verify", "--help").out


@pytest.mark.usefixtures("installation")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(
            ("verify", "nope"), 66, "Không có cuộc thi nào có địa chỉ nope.", id="no contest"
        ),
        pytest.param(
            ("contest", "simulate", "nope"),
            66,
            "Không có cuộc thi nào có địa chỉ nope.",
            id="a command of a command",
        ),
        pytest.param(
            ("erase", "--before", "01/01/2026"),
            2,
            "Giá trị “01/01/2026” của --before không dùng được. "
            "Ghi năm-tháng-ngày, ví dụ 2026-11-30.",
            id="a day written otherwise",
        ),
        pytest.param(
            ("erase", "--before", "2999-01-01"),
            65,
            "Chỉ xóa được thông tin đã hết thời hạn lưu giữ: chọn ngày không sau hôm nay.",
            id="a day to come",
        ),
        pytest.param(
            ("restore", "/khong-co"),
            66,
            "/khong-co không phải là một bản sao lưu trọn vẹn.",
            id="no backup",
        ),
        pytest.param(("verify",), 2, "Thiếu --slug.", id="nothing named"),
        pytest.param(("verify", "x", "--bogus"), 2, "Không có tùy chọn --bogus.", id="option"),
        pytest.param(
            ("keys", "add", "x"),
            2,
            "Giá trị “x” của --which không dùng được. Chọn một trong: encryption, index.",
            id="choice",
        ),
        pytest.param(
            ("contest", "simulate", "a", "b"),
            2,
            "Thừa: b. Xem: hoithi LỆNH --help",
            id="a word too many",
        ),
        pytest.param(("nope",), 2, "Không có lệnh nope. Xem: hoithi --help", id="command"),
    ],
)
def test_a_program_reads_a_refusal_as_json(
    run: Run, words: tuple[str, ...], code: int, told: str
) -> None:
    ran = run(*words, "--json")
    assert (ran.code, json.loads(ran.out)) == (code, {"error": told})


@pytest.mark.usefixtures("installation")
def test_a_person_reads_a_refusal_as_a_sentence(run: Run) -> None:
    run("verify", "nope", "--json")
    ran = run("verify", "nope")
    assert (ran.code, ran.out) == (66, "")
    assert "Không có cuộc thi nào có địa chỉ nope." in ran.said
    assert "địa chỉ a:x:b." in run("verify", "a:x:b").said
