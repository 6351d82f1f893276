"""Papers and the texts of their questions, without keys."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from hoithi.core.papers.records import PaperLine, decode
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.models import Paper, PaperPool, PoolKind


class Shown(NamedTuple):
    """What of a question is shown; the key is in a table that this module never reads."""

    kind: str
    stem: str
    options: tuple[str, ...]
    targets: tuple[str, ...] = ()
    longest: int = 0


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
        pk: Shown(kind, stem, tuple(options), tuple(targets), longest)
        for pk, kind, stem, options, targets, longest in rows.values_list(
            "pk", "kind", "stem", "options", "targets", "longest"
        )
    }


def sealed_rounds(round_ids: Collection[int]) -> set[int]:
    """Those of the rounds that have a pool of papers online; one query."""
    sealed = PaperPool.objects.filter(round__in=round_ids, kind=PoolKind.ONLINE).exclude(sha256="")
    return set(sealed.values_list("round_id", flat=True))
