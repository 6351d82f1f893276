"""A plan is taken once, read, corrected, and founds its campaign."""

from datetime import date

import pytest

from hoithi import wording
from hoithi.campaigns.models import Campaign
from hoithi.contests import actions as actions_of_contests
from hoithi.contests.actions import NewContest
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, JoinedContest
from hoithi.core.founding.noticing import notice
from hoithi.core.plans.reading import read_plan
from hoithi.files.facts import FileRefused
from hoithi.plans import actions
from hoithi.plans.actions import AlreadyFounded, Choices, NotAFact, NotRead, PlanRefused, Superior
from hoithi.plans.facts import understanding_of
from hoithi.plans.models import PlanDocument, Understood
from tests import make
from tests.core.founding import texts
from tests.make import AT

NO_CHOICES = Choices()
pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return make.body("Ủy ban nhân dân xã An Phú")


def taken(body, text=texts.STAGE, name="ke-hoach.txt"):
    return actions.take(text.encode(), name, body=body, by=make.person(of=body), at=AT)


def imported(body, text=texts.STAGE, choices=NO_CHOICES):
    return actions.import_plan(text.encode(), "kh.txt", choices, body=body, by=None, at=AT)


def test_the_campaign_stands_with_its_contest_and_rulebook(body):
    made = imported(body)
    contest = Contest.objects.get(campaign=made.campaign)
    assert made.is_new
    assert contest.activity == made.campaign.activities.get()
    assert made.campaign.plan_file == made.document.file
    assert contest.rounds.count() == 0
    assert contest.versions.get().effective_at is None


def test_contradictions_that_nobody_resolved_become_questions_of_the_campaign(body):
    text = texts.STAGE.replace("Quý III/2026.", "Từ ngày 20/12/2026 đến ngày 10/12/2026.")
    (question,) = imported(body, text).campaign.tasks.filter(asks="contradiction")
    assert "“Thời gian: Từ ngày 20/12/2026 đến ngày 10/12/2026.”" in question.text
    assert question.answered_at is None


def test_the_same_document_again_is_the_campaign_it_founded(body):
    one, two = imported(body), imported(body)
    assert (two.campaign, two.is_new) == (one.campaign, False)
    assert (Campaign.objects.count(), PlanDocument.objects.count()) == (1, 1)


def test_another_body_has_its_own_campaign_of_the_same_document(body):
    assert imported(body).campaign != imported(make.body()).campaign


def test_founding_twice_is_refused(body):
    made = imported(body)
    with pytest.raises(AlreadyFounded) as refused:
        actions.found(made.document, by=None, at=AT)
    assert refused.value.campaign == made.campaign.pk
    assert "không lập thêm" in wording.sentence(refused.value)


def test_a_plan_that_was_not_read_founds_nothing(body):
    with pytest.raises(NotRead):
        actions.found(taken(body), by=None, at=AT)


def test_reading_again_changes_nothing(body):
    document = actions.read(taken(body), at=AT)
    rows = Understood.objects.count()
    actions.read(document, at=AT)
    assert (Understood.objects.count(), make.deeds().count("plans.read")) == (rows, 1)


def test_the_journal_tells_every_step(body):
    imported(body)
    assert make.deeds() == [
        "files.stored",
        "plans.read",
        "campaigns.founded",
        "contests.rules_drafted",
        "contests.created",
        "plans.founded",
    ]


def test_a_superiors_contest_stays_a_question(body):
    made = imported(body, texts.SUPERIOR).campaign
    assert (Contest.objects.count(), made.tasks.get(asks="superior").answered_at) == (0, None)
    assert made.superior_number == "22/KH-UBND"


def test_a_superiors_contest_is_created_in_a_campaign_of_its_own_and_joined(body):
    made = imported(body, texts.SUPERIOR, Choices(Superior.CREATE)).campaign
    joined = JoinedContest.objects.get(activity__campaign=made)
    assert joined.contest.campaign != made
    assert made.tasks.get(asks="superior").answer == joined.contest.title


def test_a_superiors_contest_is_linked(body):
    city = imported(make.body()).campaign.contests.get()
    made = imported(body, texts.SUPERIOR, Choices(Superior.LINK, city)).campaign
    assert JoinedContest.objects.get().contest == city
    assert made.contests.count() == 0


def test_a_correction_changes_what_is_founded(body):
    document = actions.read(taken(body), at=AT)
    title = document.understood.get(field="title")
    by = make.person(of=body)
    actions.correct(title, {"value": "Tổ chức Hội thi khác"}, by=by, at=AT)
    assert actions.found(document, by=by, at=AT).title == "Hội thi khác"
    title.refresh_from_db()
    assert (title.state, title.was["value"][:14]) == ("corrected", "Tổ chức Hội th")


def test_what_was_refused_counts_for_nothing_and_what_was_added_counts(body):
    document = actions.read(taken(body), at=AT)
    by = make.person(of=body)
    for row in document.understood.filter(field="prizes"):
        actions.refuse(row, by=by, at=AT)
    value = {"scope": "final", "rank": "nhat", "count": 2, "amount_vnd": 7_000_000}
    actions.add(document, "prizes", value, by=by, at=AT)
    tables = actions.draft_of(document).activities[0].rulebook.prizes
    assert [(one.title, one.prizes[0].count) for one in tables] == [("Giải vòng chung kết", 2)]


def test_what_a_plan_states_once_is_replaced_by_what_is_added(body):
    document = actions.read(taken(body), at=AT)
    actions.add(document, "number", {"value": "99/KH-UBND"}, by=make.person(), at=AT)
    assert actions.draft_of(document).number == "99/KH-UBND"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("prizes", {"scope": "final", "rank": "nhat", "count": "hai", "amount_vnd": None}),
        ("periods", {"start": "2026-01-01"}),
        ("activities", {"kind": "war", "name": "x"}),
        ("nonsense", {"value": 1}),
        ("issued_on", {"value": "30/02/2026"}),
        ("deadlines", {"date": "2026-02-30", "what": "x", "agency": None}),
        ("milestones", {"date": "2026-02-20T25:00", "what": "x", "agency": None}),
        ("targets", {"percent": "nhiều", "of": "x"}),
        ("quotas", {"least": "50 người", "of": "mỗi thôn"}),
    ],
)
def test_what_is_no_value_of_the_field_is_refused(body, field, value):
    document = actions.read(taken(body), at=AT)
    with pytest.raises(NotAFact):
        actions.add(document, field, value, by=make.person(), at=AT)


def test_after_the_founding_nothing_is_corrected(body):
    document = imported(body).document
    with pytest.raises(AlreadyFounded):
        actions.accept(document.understood.first(), by=make.person(), at=AT)
    with pytest.raises(AlreadyFounded):
        actions.accept_all(document, by=make.person(), at=AT)


def test_all_that_nobody_looked_at_is_accepted_at_once(body):
    document = actions.read(taken(body), at=AT)
    number = document.understood.count()
    refused = document.understood.first()
    actions.refuse(refused, by=make.person(), at=AT)
    assert actions.accept_all(document, by=make.person(), at=AT) == number - 1
    assert document.understood.get(pk=refused.pk).state == "refused"


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF", b"\x89PNG\r\n\x1a\n" + b"0" * 40, b""])
def test_what_cannot_be_read_is_refused_with_a_sentence_and_leaves_no_plan(body, data):
    with pytest.raises((FileRefused, PlanRefused)) as refused:
        actions.import_plan(data, "kh.pdf", body=body, by=None, at=AT)
    assert wording.sentence(refused.value)
    assert PlanDocument.objects.count() == 0


def test_a_page_is_kept_as_text_that_no_browser_runs(body):
    page = f"<!DOCTYPE html><html><body><p>{texts.STAGE}</p></body></html>"
    document = taken(body, page, "kh.html")
    assert document.file.media_type == "text/plain"


def test_the_campaign_follows_the_days_of_the_superiors_contest(body):
    made = imported(body, texts.SUPERIOR).campaign
    city = actions_of_contests.create_from_pattern(
        NewContest(pattern="xa-2026", title="Cuộc thi của tỉnh", first_day=date(2026, 12, 1)),
        body=make.body(),
        by=make.person(),
        at=AT,
    )
    activity = made.activities.get()
    actions_of_contests.join(activity, city, by=make.person(), at=AT)
    activity.refresh_from_db()
    assert activity.first_day == date(2026, 4, 6)
    actions_of_contests.put_in_force(city, by=make.person(), at=AT)
    activity.refresh_from_db()
    assert (activity.first_day, activity.is_open) == (date(2026, 12, 1), False)


def test_an_own_activity_joins_nothing(body):
    made = imported(body).campaign
    activity = made.activities.get()
    with pytest.raises(actions_of_contests.NotSuperiors):
        actions_of_contests.join(activity, made.contests.get(), by=None, at=AT)


@pytest.mark.parametrize(
    "text", [texts.FESTIVAL, texts.CONFERENCE, texts.SUPERIOR, texts.STAGE, texts.CHECK]
)
def test_what_is_stored_is_what_was_read(body, text):
    document = actions.read(taken(body, text), at=AT)
    stored = understanding_of(Understood.objects.filter(document=document))
    assert stored == (read_plan(text).facts, notice(text))


def test_names_longer_than_any_real_one_are_cut_to_what_the_tables_hold(body):
    document, by = actions.read(taken(body), at=AT), make.person(of=body)
    title = {"value": "Tổ chức Hội thi " + "rất dài " * 300}
    actions.correct(document.understood.get(field="title"), title, by=by, at=AT)
    made = actions.found(document, by=by, at=AT)
    contest = made.contests.get()
    assert (len(made.title) <= 1000, len(contest.title) <= 300) == (True, True)
    assert rulebook_of(contest.versions.get()).title == contest.title
