"""`hoithi demo` leaves a contest whose first week is published and whose second week is open."""

from collections import Counter

import pytest

from hoithi.awards.models import Certificate
from hoithi.command import demo
from hoithi.contests.facts import state_at
from hoithi.contests.models import Contest, Round
from hoithi.core.essays.final import Stage
from hoithi.core.essays.similarity import similar
from hoithi.core.rounds import RoundState
from hoithi.core.study import Standing
from hoithi.essays.models import EssayMarking
from hoithi.essays.queries import essay_part, marked
from hoithi.essays.queries.texts import texts_by_number
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody, Person, Unit
from hoithi.rehearsals.demo import story
from hoithi.rehearsals.demo.essay_rules import SLUG
from hoithi.results.facts.mornings import morning_of
from hoithi.results.models import MorningReport, Result
from hoithi.results.queries import stored
from hoithi.sittings.models import Submission
from hoithi.study.queries import study_set
from tests import make

FEW = ("demo", "--people", "12")


class Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


@pytest.fixture
def small(installation, monkeypatch, settings):
    """An empty installation; the register of all provinces is loaded by its own tests."""
    monkeypatch.setattr(demo, "load_register", lambda _at: None)
    settings.ALLOWED_HOSTS = ["localhost"]
    return installation


@pytest.mark.long
def test_the_demonstration(run, small):
    ran = run(*FEW)
    now = clock.now()
    weeks = Round.objects.filter(contest__slug="hoa-son-2026", key__startswith="week-")
    assert (ran.code, (small / "demo").stat().st_mode & 0o777) == (0, 0o600)
    assert {one.key: state_at(one, now) for one in weeks.order_by("opens_at")[:3]} == {
        "week-1": RoundState.CLOSED,
        "week-2": RoundState.OPEN,
        "week-3": RoundState.COMING,
    }
    published = Result.objects.filter(round__in=weeks, visible_from__lte=now)
    assert list(published.values_list("round__key", "number")) == [("week-1", 1)]
    assert Certificate.objects.filter(result__in=published).exists()
    for contest in ("hoa-son-2026", "song-cong-2021"):
        result = Result.objects.get(round__contest__slug=contest, round__key="week-1")
        approved = result.draft.approvals.get().at
        ranked = stored.head(result.draft_id).lines
        assert (ranked >= 8, result.draft.prepared_at < approved < result.visible_from) == (
            True,
            True,
        )
    assert Submission.objects.filter(sitting__round__key="week-2").exists()
    assert Person.objects.filter(login="thuongtruc").exists()
    _has_something_to_study_and_to_mark()
    _was_told_every_morning()

    again, if_empty = run(*FEW), run("demo", "--if-empty")
    assert (again.code, "đã có dữ liệu" in again.said, if_empty.code) == (demo.CANNOT, True, 0)


def _was_told_every_morning() -> None:
    """From the morning after the opening until today's, if it is seven o'clock by now."""
    mornings = MorningReport.objects.filter(contest__slug="hoa-son-2026").order_by("day")
    told = [morning_of(one) for one in mornings]
    assert (len(told) in {8, 9}, told[-1].people >= 12, told[-1].people_yesterday > 0) == (
        True,
    ) * 3


def _has_something_to_study_and_to_mark() -> None:
    """A study set is public; essays are partly marked, one waits for a third, two are alike."""
    studied = study_set(Contest.objects.get(slug="hoa-son-2026"), at=clock.now())
    assert Counter(one.standing for one in studied) == {Standing.AS_RELEASED: 30}
    marking = EssayMarking.objects.get(round__contest__slug=SLUG)
    part = essay_part(marking.round, "essays", at=clock.now())
    every = marked(marking, part)
    assert Counter(one.outcome.stage for one in every) == {
        Stage.SETTLED: 3,
        Stage.THIRD: 1,
        Stage.WAITING: 4,
    }
    assert [len(one.tasks) for one in every if one.outcome.stage is Stage.THIRD] == [3]
    assert len(similar(texts_by_number(marking)).pairs) == 1


@pytest.mark.usefixtures("small")
def test_it_says_before_it_begins_how_long_it_takes_and_then_each_stage(run, monkeypatch):
    def tell(*_args: object, told, **_facts: object) -> None:
        for line in ("UBND xã", "Cuộc thi: 1 người", "Cuộc thi: 2 người", "Công bố kết quả"):
            told(line)

    monkeypatch.setattr(story, "tell", tell)
    said = [line.strip() for line in run(*FEW).said.splitlines()]
    assert "Việc này mất vài phút" in said[0]
    stages = [line for line in said if line.startswith("–")]
    assert stages == [
        "– Nạp danh mục tỉnh, xã",
        "– UBND xã",
        "– Cuộc thi: 1 người",
        "– Công bố kết quả",
    ]


def test_one_that_was_interrupted_begins_anew(small, run, monkeypatch):
    def interrupted(*_args: object, **_facts: object) -> None:
        OrganisingBody.objects.create(slug="do-dang", name="Dở dang", created_at=clock.now())
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(story, "tell", interrupted)
        with pytest.raises(Interrupted):
            run(*FEW)
    assert not (small / "demo").exists()
    monkeypatch.setattr(story, "tell", lambda *_args, **_facts: None)
    ran = run("demo", "--if-empty")
    assert (ran.code, "nạp lại từ đầu" in ran.said) == (0, True)
    assert (OrganisingBody.objects.count(), (small / "demo").exists()) == (0, True)


@pytest.mark.usefixtures("small")
def test_real_data_is_never_touched(run):
    make.person()
    assert run(*FEW).code == demo.CANNOT
    assert (Person.objects.count(), Unit.objects.count()) == (1, 0)


def test_a_public_host_name_is_refused(small, run, settings):
    settings.ALLOWED_HOSTS = ["thi.example.vn"]
    ran = run(*FEW)
    assert (ran.code, "không mở ra ngoài" in ran.said) == (demo.CANNOT, True)
    assert not list(small.glob("demo*"))
