"""Rows of the exam room, written straight to their tables."""

from datetime import datetime, timedelta
from typing import Any

from hoithi.contests.models import Contest
from hoithi.entries.models import Entrant
from hoithi.kit.ids import new_code, new_id, new_token
from hoithi.sittings.models import Holder, Paper, Sheet, Sitting, Submission
from tests.live.scene import AT, MINUTES


def sitting(of: Entrant, at: datetime = AT, **facts: Any) -> Sitting:
    """A sitting of the first round, or of the one named, with its first page."""
    round_ = facts.pop("round", None) or of.contest.rounds.earliest("ordinal")
    papers = Paper.objects.filter(pool__round=round_, pool__part_key=facts.get("part_key", "paper"))
    facts = {"part_key": "paper", "paper": papers.earliest("ordinal"), **facts}
    made = Sitting.objects.create(
        id=new_id(),
        entrant=of,
        ordinal=of.sittings.count() + 1,
        round=round_,
        version=round_.version or of.contest.versions.get(),
        token=new_token(),
        started_at=at,
        deadline_at=at + timedelta(minutes=MINUTES),
        **facts,
    )
    Holder.objects.create(sitting=made, number=1, at=at)
    return made


def sheet(of: Sitting, revision: int, answers: dict[str, Any], **facts: Any) -> Sheet:
    """A saved sheet of its first page."""
    facts = {"holder": 1, "received_at": of.started_at, **facts}
    return Sheet.objects.create(sitting=of, revision=revision, answers=answers, **facts)


def submission(of: Sitting, answers: dict[str, Any], **facts: Any) -> Submission:
    """Handed in five minutes after the start."""
    at = of.started_at + timedelta(minutes=5)
    facts = {"kind": "contestant", "holder": 1, "revision": 1, "submitted_at": at, **facts}
    return Submission.objects.create(sitting=of, answers=answers, receipt=new_code(10), **facts)


def right_of(paper: Paper, contest: Contest) -> dict[str, Any]:
    """The right answers to a paper whose questions stand in the order of its rows."""
    del contest
    first = [line[1].index(0) + 1 for line in paper.content[:2]]
    several = [sorted(line[1].index(one) + 1 for one in (1, 3)) for line in paper.content[2:4]]
    answers = [*first, *several, 1, 1, "một cửa", "Một cửa "]
    return {str(place): answer for place, answer in enumerate(answers, 1)}
