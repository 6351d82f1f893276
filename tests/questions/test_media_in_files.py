"""Pictures and sounds inside files of questions: out of one bank and into another, or named."""

import io
import zipfile
from base64 import b64encode

import docx
import pytest

from hoithi.core.questions.records import MediaKind
from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Problem
from hoithi.documents.questions.written import Written
from hoithi.files.actions import store
from hoithi.files.facts import FileKind, path_of
from hoithi.files.models import StoredFile
from hoithi.files.queries import opened
from hoithi.kit import clock
from hoithi.questions import actions
from hoithi.questions.actions.tables import as_they_are
from hoithi.questions.models import Bank, QuestionVersion
from tests import make
from tests.documents.questions.pictures import picture

pytestmark = pytest.mark.django_db
BESIDE = actions.Beside("Chuyển đổi số", "medium", "61/2018/NĐ-CP", "cau-hoi.xml")
SOUND = b"ID3\x03\x00" + bytes(200)
STEM = '<img src="@@PLUGINFILE@@/so%20do.png" alt="{about}"/>'


def _bank(name="Sở Nội vụ") -> Bank:
    return actions.create_bank(make.body(name=name), "Ngân hàng", by=None, at=clock.now())


def _moodle(stem: str, *files: tuple[str, bytes], option: str = "") -> bytes:
    held = "".join(
        f'<file name="{name}" path="/" encoding="base64">{b64encode(data).decode()}</file>'
        for name, data in files
    )
    return (
        '<quiz><question type="truefalse"><name><text>Một</text></name>'
        f'<questiontext format="html"><text><![CDATA[Hình gì? {stem}]]></text>{held}</questiontext>'
        f'<answer fraction="100"><text>true</text>{option}</answer>'
        '<answer fraction="0"><text>false</text></answer></question></quiz>'
    ).encode()


def _take(bank, data, *, partly=False):
    reading = read_questions(data)
    return actions.take_foreign(bank, reading, BESIDE, partly=partly, by=None, at=clock.now())


def _bytes_of(bank):
    told = {}
    for one in StoredFile.objects.filter(body=bank.body):
        with opened(one) as source:
            told[one.sha256] = source.read()
    return told


def _with_files(*files):
    bank = _bank()
    _take(bank, _moodle("", ("a.png", files[0])))
    version = QuestionVersion.objects.get(question__bank=bank)
    for place, data in enumerate(files):
        kind = FileKind.MP3 if data is SOUND else FileKind.PNG
        name, body, at = f"tệp.{kind.value}", bank.body, clock.now()
        stored = store(data, name, body=body, by=None, at=at, allowed={kind})
        version = actions.attach(version, stored, f"Tệp {place} | thử", by=None, at=at)
    return bank


@pytest.mark.parametrize(
    ("form", "files"),
    [
        (Written.MOODLE_XML, (picture(1), picture(2), SOUND)),
        (Written.QTI, (picture(1), picture(2), SOUND)),
        (Written.DOCX, (picture(1), picture(2))),
    ],
)
def test_another_body_takes_in_the_same_bank_with_the_same_bytes(form, files):
    here, there = _with_files(*files), _bank("Sở Tư pháp")
    _take(there, actions.export_as(here, form))
    assert as_they_are(there) == as_they_are(here)
    assert sorted(_bytes_of(there).values()) == sorted(files)
    assert _take(there, actions.export_as(here, form)).written == 0


@pytest.mark.parametrize(
    ("form", "room", "left"),
    [
        (Written.MOODLE_XML, 1 << 20, []),
        (Written.QTI, 150, ["tệp.mp3"]),
        (Written.QTI, 0, ["tệp.png", "tệp.mp3"]),
        (Written.DOCX, 1 << 20, ["tệp.mp3"]),
        (Written.GIFT, 1 << 20, ["tệp.png", "tệp.mp3"]),
        (None, 1 << 20, ["tệp.png", "tệp.mp3"]),
    ],
)
def test_what_has_no_room_in_a_file_is_named(monkeypatch, form, room, left):
    bank = _with_files(picture(1), SOUND)
    monkeypatch.setattr("hoithi.questions.actions.leaving.MOST_SENT", room)
    assert [one.name for one in actions.left_behind(bank, form)] == left
    if form is not None:
        held = [one.name for one in read_questions(actions.export_as(bank, form)).questions]
        assert len(held) == 1
        assert _take(bank, actions.export_as(bank, form)).written == 0


def test_a_form_without_files_keeps_a_note_that_only_its_own_body_understands():
    here, there = _with_files(picture(1)), _bank("Sở Tư pháp")
    sent = actions.export_as(here, Written.GIFT)
    assert _take(here, sent).written == 0
    with pytest.raises(actions.NothingTaken):
        _take(there, sent)


def test_a_picture_comes_in_without_traces_and_with_its_description():
    bank = _bank()
    traced = picture(3, b"tEXt")
    _take(bank, _moodle(STEM.format(about="Sơ đồ"), ("so do.png", traced)))
    medium = QuestionVersion.objects.get().media[0]
    assert (medium["name"], medium["kind"], medium["description"]) == (
        "so do.png",
        MediaKind.IMAGE,
        "Sơ đồ",
    )
    assert _bytes_of(bank) == {medium["digest"]: picture(3)}


def test_a_picture_without_description_comes_in_and_is_not_approved_before_it_has_one():
    bank, reviewer = _bank(), make.person()
    data = _moodle("", ("a.png", picture(4)))
    doubts = actions.look(bank, read_questions(data), BESIDE).doubts
    assert [(one.problem, one.facts) for one in doubts] == [
        (Problem.FILE_UNDESCRIBED, {"file": "a.png"})
    ]
    _take(bank, data)
    version = QuestionVersion.objects.get()
    with pytest.raises(actions.FilesUndescribed):
        actions.approve(version, by=reviewer, at=clock.now())
    stored = StoredFile.objects.get()
    made = actions.attach(version, stored, "Sơ đồ", by=make.person(), at=clock.now())
    assert actions.approve(made, by=reviewer, at=clock.now()).state == "approved"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (_moodle('<img src="https://vi.du/a.png">'), Problem.FILE_REMOTE),
        (_moodle("<img src='data:image/png;base64,AAAA'>"), Problem.FILE_REMOTE),
        (_moodle("", ("a.svg", b"<svg xmlns='x'/>")), Problem.FILE_KIND),
        (_moodle("", ("a.png", b"MZ\x90\x00")), Problem.FILE_KIND),
        (_moodle("", ("a.png", picture(5)[:40])), Problem.FILE_DAMAGED),
        (_moodle("", ("a.png", picture(5) + bytes(13 * 1024**2))), Problem.FILE_TOO_LARGE),
        (_moodle("", ("a.png", b"")), Problem.FILE_NOT_HELD),
        (_moodle("", option='<file name="b.png">AAAA</file>'), Problem.FILE_ELSEWHERE),
    ],
)
def test_what_is_not_taken_is_named_and_leaves_no_file(data, problem):
    bank = _bank()
    with pytest.raises(actions.NothingTaken) as refused:
        _take(bank, data, partly=True)
    assert [one.problem for one in refused.value.left] == [problem]
    assert (bank.questions.count(), StoredFile.objects.count()) == (0, 0)


def test_looking_and_a_refused_file_write_nothing():
    bank, data = _bank(), picture(7)
    good = _moodle("", ("a.png", data)).removesuffix(b"</quiz>")
    both = good + _moodle('<img src="//x/a.png">').removeprefix(b"<quiz>")
    seen = actions.look(bank, read_questions(both), BESIDE)
    with pytest.raises(actions.NothingTaken):
        _take(bank, both)
    digest = next(iter(seen.files))
    assert (StoredFile.objects.count(), path_of(digest).exists()) == (0, False)
    assert _take(bank, both, partly=True).written == 1
    assert path_of(digest).read_bytes() == data


def test_equal_words_under_different_pictures_are_two_questions():
    bank = _bank()
    written = [_take(bank, _moodle("", ("a.png", picture(n)))).written for n in (1, 2, 1)]
    assert written == [1, 1, 0]


def test_a_picture_of_word_comes_in_with_its_alternative_text():
    document = docx.Document()
    document.add_paragraph("Câu 1. Hình gì?")
    run = document.add_paragraph().add_run()
    shape = run.add_picture(io.BytesIO(picture(6)))
    shape._inline.docPr.set("descr", "Sơ đồ một cửa")
    document.add_paragraph("Đáp án: Đúng")
    target = io.BytesIO()
    document.save(target)
    bank = _bank()
    _take(bank, target.getvalue())
    assert [one["description"] for one in QuestionVersion.objects.get().media] == ["Sơ đồ một cửa"]


def test_a_package_says_its_pictures_in_its_manifest():
    with zipfile.ZipFile(
        io.BytesIO(actions.export_as(_with_files(picture(1)), Written.QTI))
    ) as sent:
        manifest, item = sent.read("imsmanifest.xml"), sent.read("items/Q0001.xml")
    assert b'href="media/Q0001-1.png"' in manifest
    assert b'src="../media/Q0001-1.png"' in item


def test_answers_worth_a_part_of_the_marks_are_a_doubt():
    gift = "::Tên::Tên gọi?{=Một cửa =%50%Cửa}".encode()
    bank = _bank()
    doubts = actions.look(bank, read_questions(gift), BESIDE).doubts
    assert [(one.problem, one.facts) for one in doubts] == [
        (Problem.ACCEPTED_IN_PART, {"answers": "Cửa"})
    ]
