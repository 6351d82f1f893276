"""A contest that is open now, with sealed papers and entrants, in the database of the settings."""

import secrets
from datetime import datetime, timedelta

from django.core import signing

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest, ContestState
from hoithi.core.rulebook.document import ContestKind, Publication, Round, Rulebook, Window
from hoithi.core.rulebook.entry import EntryRules
from hoithi.core.rulebook.parts import AttemptRules, Draw, PaperPart
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.entries.models import Entrant
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionVersion
from hoithi.sittings.actions.pools import seal_pool

QUESTIONS = 20
PAPERS = 200
STEM = "Theo quy định hiện hành, cơ quan nào tiếp nhận hồ sơ thủ tục hành chính số {}?"
OPTIONS = [
    "Bộ phận tiếp nhận và trả kết quả của cơ quan có thẩm quyền",
    "Văn phòng của Ủy ban nhân dân cấp tỉnh",
    "Cơ quan chủ trì giải quyết hồ sơ",
    "Cả ba phương án trên đều đúng",
]


def rules(at: datetime) -> Rulebook:
    """One round from yesterday until in a week, a paper of twenty questions, no limits."""
    day = at.astimezone(VIETNAM_TIME).date()
    window = Window(
        opens=f"{day - timedelta(days=1)}T00:00", closes=f"{day + timedelta(days=7)}T24:00"
    )
    paper = PaperPart(
        key="paper",
        title="Bài thi",
        minutes=60,
        blueprint=(Draw(field="one-stop", count=QUESTIONS),),
    )
    return Rulebook(
        kind=ContestKind.ONLINE,
        key="bench",
        title="Cuộc thi đo tốc độ",
        organiser="UBND xã Hòa Sơn",
        rounds=(Round(key="week-1", title="Tuần 1", window=window),),
        parts=(paper,),
        entry=EntryRules(unit=None),
        attempts=AttemptRules(a_round=None),
        publication=Publication(score_at_once=True),
        ranking=(RankingKey(by=By.POINTS, first=Direction.MORE),),
    )


def build(at: datetime) -> Contest:
    """The contest with its bank and papers."""
    mark = secrets.token_hex(4)
    body = OrganisingBody.objects.create(slug=f"bench-{mark}", name="UBND xã", created_at=at)
    person = Person.objects.create(login=f"bench-{mark}", full_name="An", body=body, created_at=at)
    made = contests.create(rules(at), body=body, by=person, at=at, slug=f"bench-{mark}")
    contests.put_in_force(made, by=person, at=at)
    Contest.objects.filter(pk=made.pk).update(state=ContestState.ANNOUNCED)
    bank = Bank.objects.create(body=body, title="Ngân hàng", created_at=at)
    bank.contests.add(made)
    for number in range(QUESTIONS * 3):
        _question(bank, number, at)
    seal_pool(made.rounds.get(), "paper", "", size=PAPERS, by=person, at=at)
    return made


def _question(bank: Bank, number: int, at: datetime) -> None:
    question = Question.objects.create(bank=bank, code=f"b-{number}")
    version = QuestionVersion.objects.create(
        question=question,
        number=1,
        kind="single",
        stem=STEM.format(number),
        options=OPTIONS,
        field="one-stop",
        difficulty="easy",
        document_number="61/2018/NĐ-CP",
        state="approved",
        made_at=at,
    )
    AnswerKey.objects.create(version=version, number=1, right=[0], made_at=at)


def tokens(of: Contest, count: int, at: datetime) -> list[str]:
    """So many entrants, as the tokens that their devices keep."""
    entrants = [
        Entrant(contest=of, key_hash=secrets.token_hex(32), consented_at=at, registered_at=at)
        for _ in range(count)
    ]
    for begun in range(0, count, 500):
        Entrant.objects.bulk_create(entrants[begun : begun + 500])
    return [signing.dumps([one.pk, one.contest_id], salt="entrant") for one in entrants]
