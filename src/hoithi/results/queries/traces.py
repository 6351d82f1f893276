"""Traces of handed-in sittings, from which signs of irregularity are read."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.attempts import ranked_seconds
from hoithi.core.marking import AnswerKey, OptionsKey, mark_sheet, of_bank
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for
from hoithi.core.signs import Trace, wrong_pattern
from hoithi.sittings.models import Paper, Submission, SubmissionKind
from hoithi.sittings.queries.keys import Keys, keys_of

MOST_COMPARED = 100_000
"""Beyond so many sittings equal mistakes are not looked for: that would take an hour."""
_AT_ONCE = 2000
_FIELDS = (
    "pk", "kind", "answers", "prediction", "submitted_at", "sitting_id", "sitting__entrant_id",
    "sitting__paper_id", "sitting__part_key", "sitting__started_at", "sitting__deadline_at",
    "sitting__device_hash", "sitting__place_id", "sitting__entrant__group",
)  # fmt: skip


def traces(round_: Round, *, at: datetime) -> list[Trace]:
    """What every handed-in sitting of a round left behind."""
    return list(_traces(round_, at))


def _traces(round_: Round, at: datetime) -> Iterator[Trace]:
    rows = Submission.objects.filter(sitting__round=round_)
    compare = rows.count() <= MOST_COMPARED
    rules, keys = rules_of_round(round_, at=at), keys_of(round_.pk)
    for row in rows.order_by("pk").values_list(*_FIELDS).iterator(chunk_size=_AT_ONCE):
        _, kind, answers, guess, submitted, sitting, entrant, paper, part_key, *rest = row
        started, deadline, device, place, group = rest
        wrong, pattern = 0, b""
        if compare:
            part = paper_for(rules, round_.key, group or None, part_key)
            wrong, pattern = _mistakes(_lines(paper), keys, answers, part, guess)
        yield Trace(
            sitting_id=sitting,
            entrant_id=entrant,
            round_key=round_.key,
            seconds=ranked_seconds(started, submitted, deadline),
            submitted_at=submitted,
            device=device or None,
            cut_short=kind == SubmissionKind.CLOSED,
            assisted=place is not None,
            wrong=wrong,
            pattern=pattern,
        )


@lru_cache(maxsize=4096)
def _lines(paper_id: int) -> tuple[PaperLine, ...]:
    return decode(Paper.objects.values_list("content", flat=True).get(pk=paper_id))


def _mistakes(
    lines: tuple[PaperLine, ...],
    keys: Keys,
    answers: Mapping[str, object],
    part: PaperPart,
    guess: int | None,
) -> tuple[int, bytes]:
    """How many answers are wrong, and which ones and how, as a short hash."""
    marks = mark_sheet(lines, keys.by_version, answers, part, guess).marks
    mistakes = []
    for place, (line, mark) in enumerate(zip(lines, marks, strict=True), start=1):
        if mark.answered and not mark.right and mark.counted and not mark.waiting:
            key = keys.by_version[line.question]
            mistakes.append((line.question, _in_the_bank(key, line, answers.get(str(place)))))
    return len(mistakes), wrong_pattern(mistakes)


def _in_the_bank(key: AnswerKey, line: PaperLine, answer: object) -> list[int] | str:
    """The chosen options as the writer numbered them: orders differ from paper to paper."""
    said = of_bank(key, line, answer)
    return sorted(said) if isinstance(key, OptionsKey) and isinstance(said, list) else str(said)
