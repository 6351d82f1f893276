"""Papers sat in a hall as the desk sees them: who was typed once, twice alike, twice unlike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hoithi.contests.models import Round
from hoithi.contests.queries import contest_for
from hoithi.core.papers.records import PaperLine, decode
from hoithi.entries.models import Channel, Entrant
from hoithi.entries.queries import entrant_by_code
from hoithi.files.models import StoredFile
from hoithi.people.models import Invitation, Person, RoleName
from hoithi.questions.models import QuestionKind
from hoithi.sittings.facts.banks import TRUE_OR_FALSE
from hoithi.sittings.models import Paper, PoolKind, TypedSheet
from hoithi.sittings.queries.papers import Shown, shown

TYPISTS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who registers people in a hall and types their sheets."""
CONFIRM_TYPED = "sittings.confirm_typed"
"""The deed of an invitation to compare typed sheets with the paper."""
_CODE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_PRINTED_CODE = re.compile(r"[0-9]{2,4}")


class TypedState(StrEnum):
    """How far a sheet from the hall has come."""

    WAITING = "waiting"
    """Typed by one person."""
    DIFFERING = "differing"
    """Typed by two, unlike."""
    COUNTED = "counted"


@dataclass(frozen=True)
class TypedEntrant:
    """Somebody whose sheet of a part was typed, and by whom; never what was typed."""

    entrant: Entrant
    part_key: str
    state: TypedState
    sheets: tuple[TypedSheet, ...]

    def typed_by(self, person: Person) -> bool:
        """Whether the person typed this sheet."""
        return any(one.typed_by_id == person.pk for one in self.sheets)


def hall_round(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round whose paper sheets the person may type."""
    contest = contest_for(person, slug, *TYPISTS, at=at)
    return contest.rounds.select_related("contest__body", "version").get(key=round_key)


def hall_entrant(round_: Round, token: str) -> Entrant:
    """Somebody who came in on paper. Raises DoesNotExist for everybody else."""
    return Entrant.objects.select_related("unit").get(
        contest=round_.contest_id, token=token, channel=Channel.PAPER
    )


def hall_entrant_by_code(
    person: Person, round_: Round, code: str, *, at: datetime
) -> Entrant | None:
    """Somebody who came in on paper, by the entry code on the sheet; None for anybody else."""
    try:
        found = entrant_by_code(person, round_.contest, code, at=at)
    except Entrant.DoesNotExist:
        return None
    return found if found.channel == Channel.PAPER else None


def typed_entrants(round_: Round) -> list[TypedEntrant]:
    """Everybody of whom a sheet was typed, part by part, what waits first. One query."""
    rows = TypedSheet.objects.filter(round=round_).select_related("entrant__unit", "typed_by")
    found = [
        TypedEntrant(same[0].entrant, same[0].part_key, _state(same), tuple(same))
        for same in _of_one_paper(rows.order_by("entrant__name", "entrant_id", "typed_at"))
    ]
    order = [TypedState.DIFFERING, TypedState.WAITING, TypedState.COUNTED]
    return sorted(found, key=lambda one: order.index(one.state))


def _of_one_paper(rows: Iterable[TypedSheet]) -> Iterable[list[TypedSheet]]:
    """The typings of each sheet together: of one entrant in one part."""
    found: dict[tuple[int, str], list[TypedSheet]] = {}
    for row in rows:
        found.setdefault((row.entrant_id, row.part_key), []).append(row)
    return found.values()


def _state(rows: list[TypedSheet]) -> TypedState:
    if rows[0].counted_at is not None:
        return TypedState.COUNTED
    return TypedState.WAITING if len(rows) == 1 else TypedState.DIFFERING


def waiting_of(round_: Round) -> list[TypedSheet]:
    """Sheets typed by one person alone that do not count yet. One query."""
    rows = TypedSheet.objects.filter(round=round_, counted_at=None)
    found = rows.select_related("entrant__unit", "paper__pool", "typed_by", "round__contest")
    sheets = _of_one_paper(found.order_by("entrant__name", "entrant_id", "part_key"))
    return [same[0] for same in sheets if len(same) == 1]


def evidence_of(round_: Round) -> list[StoredFile]:
    """The signed sheets that closed waiting papers of the round, oldest first."""
    rows = TypedSheet.objects.filter(round=round_, evidence__isnull=False)
    return list(StoredFile.objects.filter(pk__in=rows.values("evidence")).order_by("pk"))


def own_typing(
    entrant: Entrant, round_: Round, person: Person, part_key: str | None
) -> TypedSheet | None:
    """What the person typed of this sheet before; never what another typed.

    Without a part it is what the person typed last of this entrant.
    """
    rows = TypedSheet.objects.select_related("paper__pool").order_by("-typed_at")
    own = rows.filter(entrant=entrant, round=round_, typed_by=person)
    return (own if part_key is None else own.filter(part_key=part_key)).first()


def paper_code(paper: Paper) -> str:
    """The code that stands on the printed paper (mã đề)."""
    return paper.code or f"{paper.pool_id}-{paper.ordinal}"


def paper_by_code(round_: Round, code: str) -> Paper | None:
    """The paper of the round with this code; None for any other text."""
    papers = Paper.objects.select_related("pool").filter(pool__round=round_)
    if _PRINTED_CODE.fullmatch(code.strip()):
        return papers.filter(code=code.strip()).exclude(pool__sha256="").first()
    found = _CODE.fullmatch(code.strip())
    if found is None:
        return None
    return papers.filter(pool=int(found[1]), ordinal=int(found[2]), code="").first()


@dataclass(frozen=True)
class Slot:
    """What may be answered at one place of a paper."""

    place: int
    kind: str
    options: int
    rows: int = 0
    """Of a matching question, whose options are its targets here: how many are matched."""


def slots_of(paper: Paper) -> list[Slot]:
    """The places of a paper in order. One query."""
    return slots_of_all([paper])[paper.pk]


def slots_of_all(papers: Iterable[Paper]) -> dict[int, list[Slot]]:
    """The places of many papers in order, by paper. One query."""
    lines = {paper.pk: decode(paper.content) for paper in papers}
    known = shown({line.question for each in lines.values() for line in each})
    return {
        pk: [_slot(place, line, known[line.question]) for place, line in enumerate(each, 1)]
        for pk, each in lines.items()
    }


def _slot(place: int, line: PaperLine, found: Shown) -> Slot:
    rows = len(found.options) if found.kind == QuestionKind.MATCHING else 0
    return Slot(place, found.kind, len(line.options), rows)


@dataclass(frozen=True)
class PrintedQuestion:
    """A question as it is printed: options in the order of this paper, no key."""

    place: int
    stem: str
    kind: str
    options: tuple[str, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedPaper:
    """A paper to be printed for a hall."""

    code: str
    questions: tuple[PrintedQuestion, ...]


def papers_to_print(round_: Round, part_key: str, group: str, most: int) -> list[PrintedPaper]:
    """The last papers of the newest sealed pool of a part for a group. Three queries."""
    pools = round_.pools.filter(part_key=part_key, group=group, kind=PoolKind.ONLINE)
    pools = pools.exclude(sha256="").order_by("-number")
    pool = pools.first()
    if pool is None:
        return []
    papers = list(pool.papers.order_by("-ordinal")[:most])
    known = shown({line.question for paper in papers for line in decode(paper.content)})
    return [PrintedPaper(paper_code(paper), tuple(_printed(paper, known))) for paper in papers]


def _printed(paper: Paper, known: dict[int, Shown]) -> Iterable[PrintedQuestion]:
    for place, line in enumerate(decode(paper.content), 1):
        found = known[line.question]
        if found.kind == QuestionKind.MATCHING:
            targets = tuple(found.targets[one] for one in line.options)
            yield PrintedQuestion(place, found.stem, found.kind, found.options, targets)
            continue
        of_bank = TRUE_OR_FALSE if found.kind == QuestionKind.TRUE_FALSE else found.options
        options = tuple(of_bank[one] for one in line.options)
        yield PrintedQuestion(place, found.stem, found.kind, options)


def round_of_invitation(invitation: Invitation) -> Round:
    """The round whose typed sheets a guest compares. Raises DoesNotExist for another deed."""
    if invitation.deed != CONFIRM_TYPED:
        raise Round.DoesNotExist
    return Round.objects.select_related("contest__body", "version").get(pk=invitation.subject_id)


def typed_pair(
    entrant: Entrant, round_: Round, part_key: str
) -> tuple[TypedSheet, TypedSheet] | None:
    """The first two typings of a sheet that differ and do not count yet; None for any other.

    Typings that were counted, or of one person only, wait for no third look.
    """
    rows = TypedSheet.objects.filter(entrant=entrant, round=round_, part_key=part_key)
    found = list(rows.select_related("typed_by", "paper__pool", "entrant", "round").order_by("pk"))
    waits = len(found) > 1 and all(one.counted_at is None for one in found)
    return (found[0], found[1]) if waits else None
