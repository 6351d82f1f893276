"""`hoithi bank import`: what a program and a person are told, and what is written."""

import json
from dataclasses import replace

import pytest

from hoithi.command.bank import Into, import_
from hoithi.command.bank_export import Form, export
from hoithi.command.screen import Exit
from hoithi.kit import clock
from hoithi.questions import actions
from hoithi.questions.models import QuestionVersion
from tests import make
from tests.make import deeds
from tests.questions import make as builders

pytestmark = pytest.mark.django_db
TEXT = "Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\nCâu 2. Hai?\nA. Có\nB. Không\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cau-hoi.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _bank():
    return actions.create_bank(make.body(), "Ngân hàng", by=None, at=clock.now())


def test_a_dry_run_tells_a_program_everything_and_writes_nothing(file, capsys):
    bank = _bank()
    import_(file, into=Into(to=bank.pk), dry_run=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["question_count"]) == ("imported in part", 1)
    assert told["errors"] == [{"line": 5, "about": "2: Hai?", "problem": "no_right_answer"}]
    assert bank.questions.count() == 0


def test_a_dry_run_tells_a_person_what_is_wrong_by_its_line(file, capsys):
    import_(file, dry_run=True)
    assert "Dòng 5: Chưa rõ phương án nào đúng." in capsys.readouterr().out


def test_a_file_that_is_none_is_refused_with_its_exit_code(tmp_path, capsys):
    path = tmp_path / "a.xml"
    path.write_text("<quiz>", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        import_(path, dry_run=True, json=True)
    assert left.value.code == Exit.REFUSED
    assert json.loads(capsys.readouterr().out)["outcome"] == "refused"


def test_good_questions_are_taken_when_that_is_asked_for(file, capsys):
    bank = _bank()
    into = Into(to=bank.pk, field="Chuyển đổi số", document="61/2018/NĐ-CP")
    with pytest.raises(SystemExit):
        import_(file, into=into)
    assert bank.questions.count() == 0
    into = Into(to=bank.pk, field="Chuyển đổi số", document="61/2018/NĐ-CP", partly=True)
    import_(file, into=into, json=True)
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {
        "written": 1,
        "left_out": 0,
        "faults": 1,
    }


@pytest.mark.parametrize("into", [Into(), Into(to=1), Into(to=9, field="A", document="B")])
def test_where_to_and_what_beside_must_be_said(file, into, capsys):
    with pytest.raises(SystemExit) as left:
        import_(file, into=into)
    assert left.value.code == Exit.NO_INPUT
    assert "--to" in capsys.readouterr().err


@pytest.mark.parametrize("form", list(Form))
def test_a_bank_taken_out_and_in_again_is_unchanged(form, tmp_path, capsys):
    bank = builders.bank()
    builders.question(bank)
    path = tmp_path / f"ngan-hang.{form}"
    export(bank.pk, path, as_=form, json=True)
    assert json.loads(capsys.readouterr().out)["questions"] == 1
    import_(path.rename(tmp_path / _NAMES[form]), into=Into(to=bank.pk), json=True)
    assert json.loads(capsys.readouterr().out)["written"] == 0
    assert QuestionVersion.objects.count() == 1
    assert deeds().count("questions.exported") == 1


_NAMES = {
    Form.XLSX: "a.xlsx",
    Form.DOCX: "a.docx",
    Form.GIFT: "a.txt",
    Form.MOODLE_XML: "a.xml",
    Form.QTI: "a.zip",
}


def test_a_bank_is_never_written_over_a_file(tmp_path):
    bank = builders.bank()
    path = tmp_path / "co-san.xlsx"
    path.write_bytes(b"")
    with pytest.raises(SystemExit) as left:
        export(bank.pk, path)
    assert (left.value.code, path.read_bytes()) == (Exit.CANNOT, b"")


def test_a_table_is_looked_at_like_any_file(tmp_path, capsys):
    path = tmp_path / "bang.xlsx"
    path.write_bytes(builders.table({}, {"right": ""}))
    with pytest.raises(SystemExit):
        import_(path, dry_run=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["question_count"], len(told["errors"])) == ("refused", 1, 1)


def test_what_the_file_states_itself_need_not_be_said(tmp_path):
    bank, path = _bank(), tmp_path / "a.txt"
    beside = "Lĩnh vực: Một cửa\nCăn cứ: Điều 5 Nghị định số 61/2018/NĐ-CP"
    path.write_text(f"Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\n{beside}\n", encoding="utf-8")
    import_(path, into=Into(to=bank.pk))
    assert bank.questions.count() == 1


def test_lines_that_keep_a_file_out_are_named_with_their_reason(tmp_path, capsys):
    bank, path = _bank(), tmp_path / "a.txt"
    path.write_text("Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\n", encoding="utf-8")
    for json_asked in (False, True):
        with pytest.raises(SystemExit):
            import_(path, into=Into(to=bank.pk), json=json_asked)
    said, told = capsys.readouterr().out.split("{", 1)
    errors = json.loads("{" + told)["errors"]
    assert [(one["line"], one["name"]) for one in errors] == [(1, "Một?")]
    assert f"Dòng 1: Một? (multichoice): {errors[0]['problem']}" in said


@pytest.mark.parametrize("json_asked", [False, True])
def test_faulty_lines_of_the_form_are_named_with_their_reason(tmp_path, capsys, json_asked):
    bank, path = _bank(), tmp_path / "a.csv"
    head = "Mã câu hỏi,Loại câu hỏi,Lĩnh vực,Nội dung câu hỏi,Phương án A,Phương án B,Đáp án"
    path.write_text(f"{head}\nC1,Một lựa chọn,Một cửa,Hỏi?,Có,Không,\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        import_(path, into=Into(to=bank.pk), json=json_asked)
    said = capsys.readouterr().out
    if json_asked:
        told = json.loads(said)
        assert (told["written"], [one["line"] for one in told["errors"]]) == (0, [2])
    else:
        assert "Dòng 2: " in said


@pytest.mark.parametrize("kind", ["text", "table"])
def test_whoever_is_named_as_author_does_not_review(tmp_path, capsys, kind):
    bank, author = _bank(), make.person()
    path = tmp_path / ("a.csv" if kind == "table" else "a.txt")
    path.write_bytes(
        builders.table({}) if kind == "table" else TEXT[: TEXT.index("Câu 2")].encode()
    )
    path = path.rename(path.with_suffix(".xlsx")) if kind == "table" else path
    into = Into(to=bank.pk, field="Một cửa", document="61/2018/NĐ-CP", author=author.login.upper())
    import_(path, into=into)
    version = QuestionVersion.objects.get()
    assert version.author == author
    assert f"Người soạn: {author.full_name}" in capsys.readouterr().out
    with pytest.raises(actions.OwnQuestion):
        actions.approve(version, by=author, at=clock.now())


def test_an_unknown_author_is_refused_and_nothing_is_written(file, capsys):
    bank = _bank()
    into = Into(to=bank.pk, field="Một cửa", document="1/NQ-CP", partly=True, author="khong-co-ai")
    with pytest.raises(SystemExit) as left:
        import_(file, into=into)
    assert (left.value.code, bank.questions.count()) == (Exit.NO_INPUT, 0)
    assert "khong-co-ai" in "".join(capsys.readouterr())
    import_(file, into=replace(into, author=""))
    assert "--author" in capsys.readouterr().out
