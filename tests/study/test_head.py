"""The head of a bank releases questions on the screen; a writer and strangers cannot."""

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.people.models import RoleName
from hoithi.study import queries
from hoithi.study.models import StudyRelease
from tests import make
from tests.study.make import AT, approved, bank_of, contest, released

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def made():
    return contest()


@pytest.fixture
def bank(made):
    return bank_of(made)


def browser(name, body):
    """Somebody with this role over the body and a second factor."""
    person = make.holder(name, over=body)
    person.authenticator_set.create(type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def head(bank):
    return browser(RoleName.ORGANISER, bank.body)


def send(client, bank, made, **said):
    form = {"contest": made.pk, "which": "picked"} | said
    return client.post(reverse("bank_study", args=[bank.pk]), form)


def public(made):
    return [one.number for one in queries.study_set(made, at=AT)]


def test_by_hand(head, bank, made):
    one, _two = approved(bank, "A-1"), approved(bank, "A-2")
    assert send(head, bank, made, picked=[one.question_id]).status_code == 302
    assert public(made) == [1]
    assert queries.released_questions(made, by=AT) == {one.question_id}


def test_by_filter(head, bank, made):
    approved(bank, "A-1")
    approved(bank, "A-2")
    address = reverse("bank_study", args=[bank.pk]) + "?tim=A-2"
    form = {"contest": made.pk, "which": "found", "document_number": "12/QĐ-BTC"}
    assert head.post(address, form).status_code == 302
    release = StudyRelease.objects.get()
    assert [one.question.code for one in release.questions.all()] == ["A-2"]
    assert release.document_number == "12/QĐ-BTC"


def test_by_an_approved_list(head, bank, made):
    approved(bank, "A-1")
    approved(bank, "A-2")
    refused = send(head, bank, made, which="listed", codes="A-1\nA-9")
    assert (refused.status_code, "A-9" in refused.content.decode()) == (422, True)
    assert public(made) == []
    assert send(head, bank, made, which="listed", codes="a-1; A-2").status_code == 302
    assert public(made) == [1, 2]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({}, id="nothing picked"),
        pytest.param({"which": "listed", "codes": " "}, id="an empty list"),
        pytest.param({"picked": ["x", "9" * 30, "-1"]}, id="no numbers"),
        pytest.param({"contest": "999999"}, id="no such contest"),
        pytest.param({"visible_from": "0001-01-01T00:00", "which": "found"}, id="a year of none"),
        pytest.param({"document_number": "x" * 200, "which": "found"}, id="too long"),
    ],
)
def test_what_makes_no_release_changes_nothing(head, bank, made, said):
    approved(bank, "A-1")
    assert send(head, bank, made, **said).status_code == 422
    assert not StudyRelease.objects.exists()


def test_a_contest_of_another_body_is_not_released_for(head, bank):
    one, other = approved(bank, "A-1"), contest()
    assert send(head, bank, other, picked=[one.question_id]).status_code == 422
    assert not StudyRelease.objects.exists()


def test_taking_back_needs_a_reason(head, bank, made):
    release = released([approved(bank, "A-1")], made)
    address = reverse("study_release", args=[bank.pk, release.pk])
    assert head.post(address, {"number": "1", "reason": " "}).status_code == 422
    assert head.post(address, {"number": "1", "reason": "Sai đáp án"}).status_code == 302
    assert "Sai đáp án" in head.get(address).content.decode()
    assert queries.released_questions(made, by=AT) == frozenset()


def test_a_whole_release_is_taken_back(head, bank, made):
    release = released([approved(bank, "A-1"), approved(bank, "A-2")], made)
    address = reverse("study_release", args=[bank.pk, release.pk])
    assert head.post(address, {"reason": "Nhầm bộ"}).status_code == 302
    assert release.questions.filter(taken_back_at=None).count() == 0


@pytest.mark.parametrize("role", [RoleName.QUESTION_WRITER, RoleName.QUESTION_REVIEWER])
def test_a_lesser_colleague_neither_releases_nor_sees_the_page(bank, made, role):
    one = approved(bank, "A-1")
    colleague = browser(role, bank.body)
    assert colleague.get(reverse("bank_study", args=[bank.pk])).status_code == 404
    assert send(colleague, bank, made, picked=[one.question_id]).status_code == 404
    assert (
        reverse("bank_study", args=[bank.pk])
        not in colleague.get(reverse("bank_detail", args=[bank.pk])).content.decode()
    )
    assert not StudyRelease.objects.exists()


def test_the_head_of_another_body_gets_nothing(bank, made):
    release = released([approved(bank, "A-1")], made)
    stranger = browser(RoleName.ORGANISER, make.body())
    addresses = [
        reverse("bank_study", args=[bank.pk]),
        reverse("study_release", args=[bank.pk, release.pk]),
    ]
    assert [stranger.get(one).status_code for one in addresses] == [404, 404]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(("questions", "count"), [(1, 15), (3, 15)])
def test_the_page_takes_the_same_queries(head, bank, questions, count, django_assert_num_queries):
    for number in range(questions):
        approved(bank, f"A-{number}")
    with django_assert_num_queries(count):
        assert head.get(reverse("bank_study", args=[bank.pk])).status_code == 200


def test_the_contest_that_draws_from_the_bank_comes_first(head, bank, made):
    newer = contest(of=bank.body)
    over = contest(of=bank.body)
    bank.contests.add(over)
    over.rounds.update(closes_at=AT)
    page = head.get(reverse("bank_study", args=[bank.pk]))
    assert page.context["contest"] == made
    bank.contests.clear()
    page = head.get(reverse("bank_study", args=[bank.pk]))
    assert (page.context["contest"], newer.pk < over.pk) == (over, True)
