"""What a proposed key would change: reckoned with the rules, stored for the second person."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import structs

from hoithi.contests.facts import state_at
from hoithi.contests.models import Round
from hoithi.contests.queries import current_version
from hoithi.core.marking import AnswerKey as MarkingKey
from hoithi.core.marking import SheetMark
from hoithi.core.points import PartPoints
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.windows import counted_rounds
from hoithi.kit.plain_rows import trimmed
from hoithi.questions.models import AnswerKey
from hoithi.results import queries
from hoithi.results.actions.storing import DraftWriter
from hoithi.results.actions.writing import write
from hoithi.results.facts.corrections import Marked, Side, preview
from hoithi.results.facts.packing import pack
from hoithi.results.facts.reckoning import reckon
from hoithi.results.facts.snapshot import LINES_A_CHUNK, Line
from hoithi.results.models import CorrectedRound, KeyCorrection, Result
from hoithi.results.queries import drafts, marks, stored
from hoithi.results.queries.reading import Read, Revision, Subject, read
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.actions.remarking import holds, remarked
from hoithi.sittings.facts.banks import marking_key

_NOT_OVER = {RoundState.COMING, RoundState.OPEN, RoundState.PAUSED}


def concerned_rounds(correction: KeyCorrection, *, at: datetime) -> list[Round]:
    """Rounds that are over and whose papers hold the question; trials and rehearsals aside."""
    bank = correction.version.question.bank
    drawn = Round.objects.filter(
        contest__banks=bank, contest__rehearses=None, pools__isnull=False, cancelled_at=None
    )
    found = drawn.distinct().select_related("contest__body", "version").order_by("closes_at", "pk")
    return [one for one in found if _is_over(one, at) and holds(one, correction.version_id)]


def _is_over(round_: Round, at: datetime) -> bool:
    if state_at(round_, at) in _NOT_OVER:
        return False
    rules = subject_of(round_, at=at).rulebook
    counted = round_.key in {one.key for one in counted_rounds(rules)}
    return counted and marks.is_settled(round_)


def subject_of(round_: Round, *, at: datetime) -> Subject:
    """The round as the subject of a result, under the rules that hold for it."""
    version = round_.version or current_version(round_.contest, at=at)
    return Subject(round_.contest, round_, (round_,), version)


def preview_round(correction: KeyCorrection, round_: Round, *, at: datetime) -> CorrectedRound:
    """What the key changes in one round, against the result as it stands; not saved."""
    if not marks.is_marked(round_):
        mark_round(round_, at=at)
    subject = subject_of(round_, at=at)
    changed = _Changed(correction, round_)
    after, found = _written(subject, at=at, revision=changed.revised)
    final = _final(round_)
    if final:
        shown = preview(_side(final.draft_id), _side(after.draft_id), changed.marked)
    else:
        before, _found = _written(subject, at=at, revision=iter)
        shown = preview(_side(before.draft_id), _side(after.draft_id), changed.marked)
        before.discard()
    content, _hash = pack(structs.replace(shown, **_open(after, subject)))
    after.discard()
    return CorrectedRound(
        correction=correction,
        round=round_,
        base_result=final,
        inputs=found.inputs,
        sha256=after.sha256,
        preview=content,
    )


def _written(subject: Subject, *, at: datetime, revision: Revision) -> tuple[DraftWriter, Read]:
    """A result as it would be, in chunks that no draft makes valid."""
    found, writer = read(subject, at=at, revision=revision), DraftWriter()
    write(writer, subject, found, reckon(found.given))
    return writer, found


def _final(round_: Round) -> Result | None:
    final = Result.objects.filter(round=round_, preliminary=False)
    return final.order_by("-number").first()


class _Changed:
    """Points of the sittings that had the question, as the new key gives them."""

    def __init__(self, correction: KeyCorrection, round_: Round) -> None:
        self._marks: dict[int, SheetMark] = {}
        concerned = raised = lowered = 0
        for sheet in remarked(round_, correction.version_id, proposed_key(correction)):
            concerned += 1
            raised += sheet.after.points > sheet.before.points
            lowered += sheet.after.points < sheet.before.points
            self._marks[sheet.sitting] = structs.replace(sheet.after, marks=())
        sittings = marks.handed_in(round_)
        self.marked = Marked(sittings, concerned, raised, lowered)

    def revised(self, points: Iterable[PartPoints]) -> Iterator[PartPoints]:
        """The points as they would be."""
        for one in points:
            mark = self._marks.get(one.sitting_id or 0)
            if mark is None:
                yield one
            else:
                yield structs.replace(
                    one,
                    points=trimmed(mark.points),
                    most=trimmed(mark.most),
                    right=mark.right,
                    questions=mark.questions,
                )


def proposed_key(correction: KeyCorrection) -> MarkingKey:
    """The proposed key as marking knows it."""
    row = AnswerKey(right=correction.right, withdrawn=correction.withdrawn)
    return marking_key(correction.version, row)


def _side(draft_id: int) -> Side:
    head = stored.head(draft_id)
    return Side(
        _lines(draft_id, head.lines),
        {place: unit.name for place, unit in enumerate(head.units)},
        stored.prize_tables(draft_id),
        stored.collectives(draft_id),
    )


def _lines(draft_id: int, count: int) -> Iterator[Line]:
    for first in range(0, count, LINES_A_CHUNK):
        yield from stored.lines(draft_id, first, min(count, first + LINES_A_CHUNK))


def _open(writer: DraftWriter, subject: Subject) -> dict[str, int]:
    """What people would still have to do before the new result could be published."""
    head, tables = stored.head(writer.draft_id), stored.prize_tables(writer.draft_id)
    known = queries.findings(subject.contest, subject.round)
    verdicts = {entrant: row.verdict for entrant, row in known.items()}
    return {
        "undecided": len(drafts.undecided_in(tables)),
        "unverified": len(drafts.still_unverified(head, tables, verdicts)),
    }
