"""Papers printed by code for a hall: their questions in order, and their keys for the markers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hoithi.contests.models import Round
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.questions.records import MediaKind
from hoithi.files.models import StoredFile
from hoithi.files.queries import opened
from hoithi.questions.models import AnswerKey, QuestionKind, QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.sittings.facts.banks import TRUE_OR_FALSE
from hoithi.sittings.facts.sections import ExamPart, section_of
from hoithi.sittings.models import Paper, PaperPool, PoolKind


@dataclass(frozen=True)
class CodeLine:
    """A question of a printed paper: where it stands, how its options are ordered."""

    place: int
    version: QuestionVersion
    line: PaperLine

    @property
    def part(self) -> ExamPart:
        """The part of the paper in which it stands."""
        return section_of(self.version.kind)

    @property
    def options(self) -> tuple[str, ...]:
        """The options in the order of this code; of a matching question as the writer put them."""
        if self.version.kind == QuestionKind.MATCHING:
            return tuple(self.version.options)
        is_stated = self.version.kind == QuestionKind.TRUE_FALSE
        options = TRUE_OR_FALSE if is_stated else self.version.options
        return tuple(options[place] for place in self.line.options)

    @property
    def targets(self) -> tuple[str, ...]:
        """What options are matched with, in the order of this code."""
        if self.version.kind != QuestionKind.MATCHING:
            return ()
        return tuple(self.version.targets[place] for place in self.line.options)


@dataclass(frozen=True)
class PrintedCode:
    """The paper of one code."""

    code: str
    lines: tuple[CodeLine, ...]

    @property
    def shape(self) -> tuple[tuple[ExamPart, int], ...]:
        """How many places each part has, and how many letters its widest question: papers of
        the same shape share an answer sheet."""
        counts = [(part, self.in_part(part)) for part in ExamPart]
        return tuple((part, len(lines)) for part, lines in counts if lines)

    def in_part(self, part: ExamPart) -> tuple[CodeLine, ...]:
        """The questions of one part."""
        return tuple(line for line in self.lines if line.part is part)


def print_runs(round_: Round) -> list[PaperPool]:
    """The prints of a round, the newest first, with their papers. Two queries."""
    pools = round_.pools.exclude(kind=PoolKind.ONLINE).exclude(sha256="")
    return list(pools.select_related("sealed_by").prefetch_related("papers").order_by("-pk"))


def print_run(round_: Round, number: int) -> PaperPool:
    """One print of the round. Raises DoesNotExist."""
    pools = PaperPool.objects.exclude(kind=PoolKind.ONLINE).exclude(sha256="")
    return pools.select_related("round__contest__body", "round__version").get(
        round=round_, pk=number
    )


def codes_of(pool: PaperPool) -> list[PrintedCode]:
    """Every paper of a print, in the order of the codes. Two queries."""
    rows = list(pool.papers.order_by("ordinal").values_list("code", "content"))
    decoded = {code: decode(content) for code, content in rows}
    used = {line.question for lines in decoded.values() for line in lines}
    versions = QuestionVersion.objects.in_bulk(used)
    return [PrintedCode(code, tuple(_lines(lines, versions))) for code, lines in decoded.items()]


def _lines(
    lines: tuple[PaperLine, ...], versions: Mapping[int, QuestionVersion]
) -> Iterator[CodeLine]:
    for place, line in enumerate(lines, 1):
        yield CodeLine(place, versions[line.question], line)


def keys_of_codes(codes: list[PrintedCode]) -> dict[int, AnswerKey]:
    """The newest key of every question of these papers. One query."""
    return newest_keys({line.version.pk for code in codes for line in code.lines})


def free_code(round_: Round) -> str:
    """The first code to propose for the next print: 101, then 201 where the hundreds are taken."""
    codes = Paper.objects.filter(pool__round=round_).exclude(code="").values_list("code", flat=True)
    hundreds = {int(code) // 100 for code in codes}
    free = next((one for one in range(1, 100) if one not in hundreds), 0)
    return f"{free * 100 + 1:03d}"


@dataclass(frozen=True)
class StoredPicture:
    """A picture of a stem as it was stored."""

    name: str
    data: bytes
    description: str


_PRINTABLE = frozenset({"image/png", "image/jpeg"})


def pictures_of(codes: list[PrintedCode], body_id: int) -> dict[str, StoredPicture]:
    """The pictures of these papers that can be printed, by their hash. One query."""
    told = {
        one["digest"]: one["description"]
        for code in codes
        for line in code.lines
        for one in line.version.media
        if one["kind"] == MediaKind.IMAGE
    }
    rows = StoredFile.objects.filter(sha256__in=told, body=body_id, media_type__in=_PRINTABLE)
    found = {}
    for row in rows:
        with opened(row) as file:
            found[row.sha256] = StoredPicture(row.name, file.read(), told[row.sha256])
    return found
