"""No result is approved before its essays are marked; the marker reads the question's rubric."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.contests.queries import rules_of_round
from hoithi.core.rulebook.parts import Criterion, JuryPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.essays.actions.handing_over import hand_over
from hoithi.essays.actions.marking import Gave, save_sheet
from hoithi.essays.models import EssayTask
from hoithi.essays.queries.criteria import OtherCriteria, other_criteria
from hoithi.essays.queries.own import texts_of
from hoithi.judging.actions import Grounds, confirm
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.questions.models import QuestionVersion
from hoithi.results import actions
from hoithi.results.actions.refusals import EssaysUnmarked
from hoithi.results.queries.unmarked import unmarked_essays
from tests import make
from tests.essays.scene import AFTER, RUBRIC, STEM, Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    made = Scene()
    made.wrote("Niêm yết thủ tục ở nhà văn hóa thôn.", right=2)
    made.wrote("Hướng dẫn bà con nộp hồ sơ tại nhà.")
    return made


def marked(scene):
    """Both essays marked by two, handed over, confirmed by a second person."""
    for name in ("Trần Thị Hoa", "Lê Văn Nam"):
        scene.marker(name)
    scene.share()
    for task in EssayTask.objects.select_related("marker__person", "essay"):
        marks = {key: Decimal(3) for key, _title, _most in task.essay.lines}
        gave = Gave(marks, hands_in=True)
        save_sheet(task, scene.part, gave, by=task.marker.person, at=AFTER)
    sheet = hand_over(scene.marking, scene.part, by=scene.head, at=AFTER, grounds=Grounds())
    second = make.holder(RoleName.APPROVER, over=scene.contest.body)
    confirm(sheet, by=second, at=AFTER)


def approve(scene, draft):
    second = make.holder(RoleName.APPROVER, over=scene.contest.body)
    return actions.approve(draft, by=second, at=AFTER)


def test_nothing_is_approved_while_essays_have_no_marks(scene):
    draft = actions.prepare(scene.round, at=AFTER)
    with pytest.raises(EssaysUnmarked) as refusal:
        approve(scene, draft)
    assert refusal.value.parts == ("Tự luận",)


def test_the_desk_says_so_and_leads_to_the_marking(scene):
    actions.prepare(scene.round, at=AFTER)
    scene.head.authenticator_set.create(type="totp", data={"secret": "x"})
    browser = Client()
    browser.force_login(scene.head)
    with clock.pinned(AFTER):
        page = browser.get(reverse("round_results", args=[scene.contest.slug, scene.round.key]))
    shown = page.content.decode()
    assert "Danh sách này chưa có điểm tự luận: Tự luận" in shown
    desk = reverse("essays_desk", args=[scene.contest.slug, scene.round.key, "essays"])
    assert f'href="{desk}"' in shown


def test_with_marks_that_count_it_is_approved_as_ever(scene):
    marked(scene)
    draft = actions.prepare(scene.round, at=AFTER)
    assert unmarked_essays(draft) == []
    assert approve(scene, draft).draft == draft


def test_where_nobody_wrote_an_essay_nothing_waits(scene):
    scene.paper.content = scene.paper.content[:2]
    scene.paper.save()
    assert unmarked_essays(actions.prepare(scene.round, at=AFTER)) == []


def test_the_marker_reads_the_rubric_of_the_question(scene):
    (text,) = texts_of(scene.marking.essays.first())
    assert (text.stem, text.rubric) == (STEM, RUBRIC)


def test_criteria_of_the_rules_that_are_not_those_of_the_question_are_told():
    scene = Scene(criteria=(Criterion(key="y-tuong", title="Ý tưởng", most=Decimal(10)),))
    QuestionVersion.objects.filter(pk=scene.paper.content[2][0]).update(state="approved")
    scene.contest.banks.add(QuestionVersion.objects.get(kind="essay").question.bank)
    rules = rules_of_round(scene.round, at=AFTER)
    told = other_criteria(scene.round, rules, at=AFTER)
    assert told == [OtherCriteria("Tự luận", ("C",))]
    without = Scene()
    rules = rules_of_round(without.round, at=AFTER)
    assert any(isinstance(one, JuryPart) for one in parts_in(rules, without.round.key))
    assert other_criteria(without.round, rules, at=AFTER) == []
