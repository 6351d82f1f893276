"""Papers and the texts of their questions, without keys."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import Value

from hoithi.core.papers.records import PaperLine, decode
from hoithi.questions.models import BankSeal, QuestionVersion
from hoithi.sittings.models import Paper, PaperPool, PaperSimulation, PoolKind


class Shown(NamedTuple):
    """What of a question is shown; the key is in a table that this module never reads."""

    kind: str
    stem: str
    options: tuple[str, ...]
    targets: tuple[str, ...] = ()
    longest: int = 0
    media: tuple[dict[str, str], ...] = ()


def paper_at(pool_id: int, ordinal: int) -> tuple[int, tuple[PaperLine, ...]]:
    """Id and lines of the paper of this number in a pool. Raises DoesNotExist."""
    paper = Paper.objects.get(pool=pool_id, ordinal=ordinal)
    return paper.pk, decode(paper.content)


def paper_lines(paper_id: int) -> tuple[PaperLine, ...]:
    """The lines of a paper. Raises DoesNotExist."""
    return decode(Paper.objects.values_list("content", flat=True).get(pk=paper_id))


def shown(version_ids: Iterable[int]) -> dict[int, Shown]:
    """Stems and options in the writer's order, by version."""
    rows = QuestionVersion.objects.filter(pk__in=list(version_ids))
    return {
        pk: Shown(kind, stem, tuple(options), tuple(targets), longest, tuple(media))
        for pk, kind, stem, options, targets, longest, media in rows.values_list(
            "pk", "kind", "stem", "options", "targets", "longest", "media"
        )
    }


class PapersDone(NamedTuple):
    """How far the papers of rounds have come."""

    sealed: frozenset[int]
    """Rounds that have a pool of papers online."""
    looked_at: frozenset[int]
    """Rounds of whose papers somebody looked at a simulation."""
    broken: frozenset[int] = frozenset()
    """Rounds whose sealed questions were found changed when they opened."""


def papers_done(round_ids: Collection[int]) -> PapersDone:
    """Which rounds have sealed papers, of which a simulation was looked at, and whose seal was
    found broken; one query."""
    online = PaperPool.objects.filter(round__in=round_ids, kind=PoolKind.ONLINE)
    seen = PaperSimulation.objects.filter(round__in=round_ids).exclude(seen_at=None)
    sealed_rows = online.exclude(sha256="").values_list("round_id", Value("sealed"))
    broken = BankSeal.objects.filter(round__in=round_ids, lifted_at=None, is_whole=False)
    rows = list(
        sealed_rows.union(
            seen.values_list("round_id", Value("seen")),
            broken.values_list("round_id", Value("broken")),
        )
    )
    return PapersDone(
        *(
            frozenset(round_ for round_, said in rows if said == what)
            for what in ("sealed", "seen", "broken")
        )
    )
