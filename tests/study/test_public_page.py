"""The public page of the study set: what it tells, and what it never tells."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from hoithi.files.models import StoredFile
from hoithi.questions import actions as questions
from hoithi.questions.models import QuestionVersion
from hoithi.study import queries
from hoithi.study.actions import Terms, release, take_back
from tests import make
from tests.questions.make import ANSWER, TEXT
from tests.study.make import A_DAY, AT, approved, bank_of, contest, released

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
SECRET = replace(TEXT, stem="Câu hỏi chính thức không ai được biết?")


@pytest.fixture
def made():
    return contest()


@pytest.fixture
def bank(made):
    return bank_of(made)


def page(client, made, name="study", **asked):
    return client.get(reverse(name, args=[made.slug]), asked)


def test_readers_see_the_released_question_with_answer_and_nothing_of_the_bank(client, made, bank):
    shown = approved(bank, "MC-017")
    approved(bank, "MC-018", SECRET)
    released([shown], made)
    for name in ("study", "study_practice"):
        text = page(client, made, name).content.decode()
        for told in (TEXT.stem, "Bộ phận Một cửa", "Theo Điều 7.", "61/2018/NĐ-CP", "Câu 1"):
            assert told in text
        for hidden in (SECRET.stem, "MC-01", bank.title):
            assert hidden not in text


def test_without_a_set_there_is_no_page_and_no_link(client, made, bank):
    chosen = approved(bank, "MC-001")
    terms = Terms(made, AT + A_DAY)
    release(bank, [chosen.question_id], terms, by=make.person(), at=AT)
    names = ("study", "study_practice")
    assert [page(client, made, name).status_code for name in names] == [404, 404]
    assert client.get(reverse("study_file", args=[made.slug, "pdf"])).status_code == 404
    front = client.get(reverse("contest", args=[made.slug])).content.decode()
    assert reverse("study", args=[made.slug]) not in front


def test_the_page_of_the_contest_leads_to_the_set(client, made, bank):
    released([approved(bank, "MC-001")], made)
    front = client.get(reverse("contest", args=[made.slug])).content.decode()
    assert f'href="{reverse("study", args=[made.slug])}"' in front


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, ["1", "2"]),
        ({"linh-vuc": "one-stop"}, ["2"]),
        ({"tim": "BAO HIEM"}, ["1"]),
        ({"tim": "<script>alert(1)</script>"}, []),
        ({"linh-vuc": "x" * 500, "trang": "99999999999999"}, []),
    ],
)
def test_searching(client, made, bank, asked, numbers):
    insurance = replace(TEXT, field="Bảo hiểm y tế", stem="Thẻ bảo hiểm y tế có hạn bao lâu?")
    released([approved(bank, "A"), approved(bank, "B", insurance)], made)
    response = page(client, made, **asked)
    text = response.content.decode()
    assert (response.status_code, re.findall(r'id="cau-(\d+)"', text)) == (200, numbers)
    assert "<script>alert" not in text


def test_a_correction_and_what_was_taken_back_are_told(client, made, bank):
    one, two = approved(bank, "A"), approved(bank, "B", replace(TEXT, stem="Câu thứ hai?"))
    lines = released([one, two], made).questions
    new = replace(TEXT, stem="Nơi nào nhận hồ sơ của công dân?")
    version = questions.revise(one, new, ANSWER, by=make.person(), at=AT)
    questions.approve(version, by=make.person(), at=AT)
    take_back(lines.get(question=two.question), reason="Trùng câu khác", by=make.person(), at=AT)
    text = page(client, made).content.decode()
    for told in ("Đã đính chính ngày 02/11/2026", new.stem, "Lý do: Trùng câu khác"):
        assert told in text
    assert "Câu thứ hai?" not in text
    practice = page(client, made, "study_practice").content.decode()
    assert ("Câu thứ hai?" in practice, practice.count("data-question=")) == (False, 1)


def test_hostile_words_of_a_question_are_only_words(client, made, bank):
    hostile = replace(TEXT, stem='<img src=x onerror="a">', options=('"><b>', "B"))
    released([approved(bank, "A", hostile)], made)
    for name in ("study", "study_practice"):
        text = page(client, made, name).content.decode()
        assert "<img src=x" not in text
        assert '"><b>' not in text


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_set_for_printing(client, made, bank, kind, begins):
    released([approved(bank, "MC-001")], made)
    response = client.get(reverse("study_file", args=[made.slug, kind]))
    assert (response.status_code, response.content[: len(begins)]) == (200, begins)
    assert f"bo-cau-hoi-on-tap-{made.slug}.{kind}" in response["Content-Disposition"]


def test_a_file_beside_a_released_question_is_public_and_no_other_file(client, made, bank):
    hidden = make.stored_file(made.body)
    row = make.stored_file(made.body)
    StoredFile.objects.filter(pk=row.pk).update(sha256="a" * 64, media_type="image/png")
    version = approved(bank, "MC-001")
    QuestionVersion.objects.filter(pk=version.pk).update(
        media=[{"digest": "a" * 64, "name": "so-do.png", "kind": "image", "description": "Sơ đồ"}]
    )
    address = reverse("study_media", args=[made.slug, "a" * 64])
    assert client.get(address).status_code == 404
    released([version], made)
    assert f'src="{address}"' in page(client, made).content.decode()
    assert queries.released_file(made, "a" * 64, at=AT) == StoredFile.objects.get(pk=row.pk)
    other = reverse("study_media", args=[made.slug, hidden.sha256])
    assert client.get(other).status_code == 404
