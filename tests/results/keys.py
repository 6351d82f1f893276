"""A closed week of people whose questions have keys, for corrections and statistics."""

from datetime import timedelta

from hoithi.core.questions.records import Answer
from hoithi.core.rulebook.prizes import AwardForm, Prize, PrizeScope, PrizeTable
from hoithi.people.models import RoleName
from hoithi.questions.models import QuestionVersion
from hoithi.results import actions, queries
from hoithi.results.actions.correcting import Wanted, propose, reckon_preview
from hoithi.results.models import Verdict
from hoithi.results.queries import stored
from hoithi.sittings.models import Paper
from tests import make
from tests.live import scene
from tests.sittings import make as rows

AFTER = scene.AT + timedelta(days=12)
"""The week has closed, and its results may be seen."""
YES = actions.Finding(verdict=Verdict.VERIFIED)
NAMES = ("Nguyễn V. A**", "Trần T. B**", "Lê V. C**")
PRIZE = PrizeTable(
    key="week",
    title="Giải cá nhân tuần",
    scope=PrizeScope.ROUND,
    prizes=(Prize(key="first", title="Giải Nhất", count=1, award=AwardForm.CERTIFICATE),),
)


class Week:
    """An has all right; Bình took the second option of the first question; Cường has nothing."""

    def __init__(self, **changes):
        rules = scene.rules(paper={"prediction": None}, prizes=(PRIZE,), **changes)
        self.contest = scene.contest(rules)
        self.round = self.contest.rounds.get()
        self.paper = Paper.objects.filter(pool__round=self.round).earliest("ordinal")
        self.version = QuestionVersion.objects.get(pk=self.paper.content[0][0])
        right = rows.right_of(self.paper, self.contest)
        other = {**right, "1": self.paper.content[0][1].index(1) + 1}
        self.people = [scene.entrant(self.contest, name=name) for name in NAMES]
        for who, answers in zip(self.people, (right, other, {}), strict=True):
            rows.submission(rows.sitting(who), answers)
        self.official = make.holder(RoleName.ORGANISER, over=self.contest.body)
        self.chief = make.holder(RoleName.APPROVER, over=self.contest.body)

    def verify(self, *numbers):
        """Verifies people before anybody asks."""
        for number in numbers:
            who = self.people[number]
            actions.verify(self.contest, self.round, who, YES, by=self.official, at=AFTER)

    def strike(self, number):
        """Does not recognise somebody's result."""
        no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
        who = self.people[number]
        actions.verify(self.contest, self.round, who, no, by=self.official, at=AFTER)

    def published(self):
        """The result of now, verified, approved by the second person and published."""
        draft = actions.prepare(self.round, at=AFTER)
        for who in queries.unverified(draft):
            winner = self.contest.entrants.get(pk=who)
            actions.verify(self.contest, self.round, winner, YES, by=self.official, at=AFTER)
        actions.approve(draft, by=self.chief, at=AFTER)
        return actions.publish(draft, by=self.official, at=AFTER)

    def proposed(self, places=(1,), **more):
        """A correction of the first question's key, with what it changes."""
        answer = Answer(places=frozenset(places)) if places is not None else None
        wanted = Wanted(answer=answer, reason="Nghị định 61 đã được sửa đổi", **more)
        made = propose(self.version, wanted, by=self.official, at=AFTER)
        return reckon_preview(made, at=AFTER)


def ranking(result):
    """Place, name and points of each line."""
    lines = stored.lines(result.draft_id, 0, 100)
    return [(line.place, line.name, line.points) for line in lines]
