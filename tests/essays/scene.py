"""A closed round whose paper has two choices and an essay, with who wrote what, and markers."""

from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from itertools import count
from typing import Any

from hoithi.core.questions.records import Answer, Criterion, QuestionKind, QuestionText
from hoithi.core.rulebook.document import ContestKind
from hoithi.core.rulebook.parts import Draw, EssayRules, JuryPart, PaperPart
from hoithi.entries.models import Entrant
from hoithi.essays.actions.beginning import begin
from hoithi.essays.actions.sharing import add_marker, share_out
from hoithi.essays.models import EssayMarker, EssayMarking
from hoithi.essays.queries import essay_part
from hoithi.kit.ids import new_code
from hoithi.people.models import OrganisingBody, Person, RoleName, UnitVersion
from hoithi.questions import actions as questions
from hoithi.sittings.models import Paper, PaperPool, Submission
from tests import make
from tests.entries.make import contest, rulebook
from tests.questions.make import BASIS, TEXT, bank
from tests.sittings import make as sittings

AT = make.AT
AFTER = AT + timedelta(days=10)
"""The round closed on 8 November."""
STEM = "Theo anh (chị), cần làm gì để người dân hài lòng hơn?"
RUBRIC = (Criterion("Nêu đúng thực trạng", Decimal(4)), Criterion("Giải pháp cụ thể", Decimal(6)))
_names = count(1)


class Scene:
    """Everything is made when it is asked for."""

    def __init__(
        self, *, top: int | None = None, body: OrganisingBody | None = None, **part: Any
    ) -> None:
        essay = Draw(field="essays", count=1, points=Decimal(0), essay=True)
        draws = (Draw(field="one-stop", count=2), essay)
        paper = PaperPart(key="paper", title="Bài thi", minutes=20, blueprint=draws)
        rules = EssayRules(of_paper="paper", top=top)
        essays = JuryPart(key="essays", title="Tự luận", most=Decimal(10), essay=rules, **part)
        self.contest = contest(rulebook(kind=ContestKind.ONLINE, parts=(paper, essays)), of=body)
        self.round = self.contest.rounds.get()
        self.head = make.holder(RoleName.ORGANISER, over=self.contest.body)

    @cached_property
    def paper(self) -> Paper:
        """Two choices whose first option is right, and the essay."""
        of = bank(self.contest.body)
        text = QuestionText(QuestionKind.ESSAY, STEM, "essays", "easy", basis=BASIS)
        first = questions.add(of, "A", TEXT, Answer(frozenset({0})), by=make.person(), at=AT)
        second = questions.add(of, "B", TEXT, Answer(frozenset({0})), by=make.person(), at=AT)
        essay = questions.add(of, "C", text, Answer(rubric=RUBRIC), by=make.person(), at=AT)
        content = [[first.pk, [0, 1, 2], 0], [second.pk, [0, 1, 2], 0], [essay.pk, [], 1]]
        facts = {"seed": "x", "draw_version": 1, "size": 1, "sha256": "x", "sealed_at": AT}
        pool = PaperPool.objects.create(round=self.round, part_key="paper", **facts)
        return Paper.objects.create(pool=pool, ordinal=1, content=content)

    def wrote(self, text: str, right: int = 1, unit: UnitVersion | None = None) -> Submission:
        """Somebody hands in so many right choices and an essay."""
        number = next(_names)
        entrant = Entrant.objects.create(
            contest=self.contest,
            key_hash=f"{number:064}",
            name=f"Ng** V** {number}",
            unit=unit,
            consented_at=AT,
            registered_at=AT,
        )
        sitting = sittings.sitting(entrant, AT, round=self.round, paper=self.paper)
        answers = {"1": 1 if right > 0 else 2, "2": 1 if right > 1 else 2, "3": text}
        receipt = new_code(10)
        facts = {"kind": "contestant", "holder": 1, "revision": 1, "receipt": receipt}
        return Submission.objects.create(
            sitting=sitting, answers=answers, submitted_at=AT + timedelta(minutes=9), **facts
        )

    @property
    def part(self) -> JuryPart:
        """The essays as the rules have them."""
        return essay_part(self.round, "essays", at=AFTER)

    @cached_property
    def marking(self) -> EssayMarking:
        """Begun after the round closed."""
        return begin(self.round, "essays", by=self.head, at=AFTER)

    def judge(self, name: str) -> Person:
        """A judge of the contest with a second factor."""
        made = make.person(name, of=self.contest.body)
        make.role(made, RoleName.JUDGE, contest_id=self.contest.pk)
        made.authenticator_set.create(type="totp", data={"secret": "x"})
        return made

    def marker(self, name: str = "Trần Thị Hoa", *units: UnitVersion) -> EssayMarker:
        """A judge who marks here, from whom these units are kept."""
        kept = [one.unit for one in units]
        return add_marker(self.marking, self.judge(name), kept, by=self.head, at=AFTER)

    def share(self) -> int:
        """Essays go to the markers there are."""
        return share_out(self.marking, self.part, by=self.head, at=AFTER)
