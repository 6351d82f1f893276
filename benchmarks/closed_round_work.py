"""A closed round with a bank, papers and answers of many people, and the deeds that are timed."""

import json
import resource
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from benchmarks.publish_rows import (
    CLOSES,
    ENTRANT,
    OPENS,
    SITTING,
    SUBMISSION,
    contest,
    entrant,
    insert,
    sitting,
    submission,
)
from hoithi.contests.models import Contest, Round
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.papers.stream import Stream
from hoithi.core.questions.records import Answer
from hoithi.entries.models import Entrant
from hoithi.people.models import Person, UnitVersion
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionVersion
from hoithi.results import actions, queries
from hoithi.results.actions.applying import apply, correction_of
from hoithi.results.actions.correcting import Wanted, approve_correction, propose, reckon_preview
from hoithi.results.actions.item_statistics import reckon_statistics
from hoithi.results.actions.watching import look_for_signs
from hoithi.results.models import Verdict
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.actions.pools import seal_pool
from hoithi.sittings.models import Paper, Sitting, Submission

QUESTIONS, OPTIONS, PAPERS, SHEETS_A_PAPER = 200, 4, 2_000, 25
PEOPLE_SHARE = 0.3
SECONDS, BYTES = 60.0, 2 * 1024**3
AFTER = CLOSES + timedelta(days=1)


def statistics(sittings: int) -> None:
    """The statistics of the round, from its rows to the stored figures."""
    round_ = closed_round(sittings).rounds.get()
    spent = timed("statistics", lambda: reckon_statistics(round_, at=AFTER))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{spent / SECONDS:.2f} of {SECONDS:.0f} s, {memory / BYTES:.2f} of 2 GiB")
    if spent > SECONDS or memory > BYTES:
        raise SystemExit("over the limit")


def correction(sittings: int) -> None:
    """Another key: proposed, previewed, approved, carried out; a public result was there before."""
    made = closed_round(sittings)
    round_, (official, chief) = made.rounds.get(), people(made)
    timed("marking, as during the round", lambda: mark_round(round_, at=AFTER))
    timed("the first result", lambda: publish(round_, official, chief))
    version = QuestionVersion.objects.earliest("pk")
    other = AnswerKey.objects.get(version=version).right[0] ^ 1
    wanted = Wanted(answer=Answer(places=frozenset({other})), reason="Nghị định đã sửa đổi")
    timed("proposing", lambda: propose(version, wanted, by=official, at=AFTER))
    number = version.corrections.get().pk
    timed("preview", lambda: reckon_preview(correction_of(number), at=AFTER))
    timed("approving", lambda: approve_correction(correction_of(number), by=chief, at=AFTER))
    timed("carrying out", lambda: apply(correction_of(number), at=AFTER))
    timed("statistics again", lambda: reckon_statistics(round_, at=AFTER))


def timed(name: str, deed: Callable[[], object]) -> float:
    """Does it and says what it took; the seconds."""
    begun, cpu = time.perf_counter(), time.process_time()
    deed()
    spent = time.perf_counter() - begun
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu = time.process_time() - cpu
    print(f"{name:32} {spent:7.2f} s, CPU {cpu:7.2f} s, at most {megabytes:,.0f} MiB", flush=True)
    return spent


def people(made: Contest) -> list[Person]:
    """Two officials."""
    return [
        Person.objects.create(login=login, full_name=login, body=made.body, created_at=OPENS)
        for login in ("official", "chief")
    ]


def publish(round_: Round, official: Person, chief: Person) -> None:
    """The final result: one verifies the winners, another approves."""
    draft = actions.prepare(round_, at=AFTER)
    look_for_signs(draft, at=AFTER)
    found = actions.Finding(verdict=Verdict.VERIFIED)
    for winner in Entrant.objects.filter(pk__in=queries.unverified(draft)):
        actions.verify(round_.contest, round_, winner, found, by=official, at=AFTER)
    actions.approve(draft, by=chief, at=AFTER)
    actions.publish(draft, by=official, at=AFTER)


def closed_round(sittings: int) -> Contest:
    """A contest of one round that is over, with so many sittings handed in."""
    made = contest()
    round_ = made.rounds.get()
    right = bank(made)
    seal_pool(round_, "paper", "", size=PAPERS, by=None, at=OPENS)
    papers = [
        (pk, decode(content))
        for pk, content in Paper.objects.order_by("pk").values_list("pk", "content")
    ]
    number = int(sittings * PEOPLE_SHARE) or 1
    versions = list(UnitVersion.objects.values_list("pk", flat=True))
    insert(Entrant, [*ENTRANT], (entrant(n, made.pk, versions) for n in range(number)))
    rows = (_sitting(n, number, round_, papers) for n in range(sittings))
    insert(Sitting, [*SITTING], rows)
    insert(Submission, [*SUBMISSION], _submissions(sittings, papers, right))
    return made


def bank(made: Contest) -> dict[int, int]:
    """The bank of the contest; by version of a question its right option."""
    bank = Bank.objects.create(body=made.body, title="Ngân hàng", created_at=OPENS)
    bank.contests.add(made)
    return {_question(bank, number).pk: number % OPTIONS for number in range(QUESTIONS)}


def _question(bank: Bank, number: int) -> QuestionVersion:
    question = Question.objects.create(bank=bank, code=f"c-{number}")
    version = QuestionVersion.objects.create(
        question=question,
        number=1,
        kind="single",
        stem=f"Thời hạn giải quyết thủ tục số {number} là bao nhiêu ngày làm việc?",
        options=[f"{days} ngày" for days in range(OPTIONS)],
        field="reform",
        difficulty="easy",
        document_number="61/2018/NĐ-CP",
        state="approved",
        made_at=OPENS,
    )
    AnswerKey.objects.create(version=version, number=1, right=[number % OPTIONS], made_at=OPENS)
    return version


def _sitting(
    n: int, people: int, round_: Round, papers: list[tuple[int, tuple[PaperLine, ...]]]
) -> tuple[Any, ...]:
    common = (round_.pk, "paper", papers[n % len(papers)][0], round_.version_id)
    return sitting(n, people, common)


def _submissions(
    sittings: int, papers: list[tuple[int, tuple[PaperLine, ...]]], right: dict[int, int]
) -> Iterator[tuple[Any, ...]]:
    stream = Stream("hoithi/benchmark/closed", "1")
    texts = [
        [_answers(stream, lines, right) for _ in range(SHEETS_A_PAPER)] for _pk, lines in papers
    ]
    place = SUBMISSION.index("answers")
    for n in range(sittings):
        row = submission(n)
        answers = texts[n % len(papers)][n // len(papers) % SHEETS_A_PAPER]
        yield (*row[:place], answers, *row[place + 1 :])


def _answers(stream: Stream, lines: tuple[PaperLine, ...], right: dict[int, int]) -> str:
    """A sheet of somebody of some ability, as a page sends it."""
    ability, answers = stream.below(10), {}
    for place, line in enumerate(lines, 1):
        knows = stream.below(10) < ability
        answers[str(place)] = [
            line.options.index(right[line.question]) + 1 if knows else 1 + stream.below(OPTIONS)
        ]
    return json.dumps(answers)
