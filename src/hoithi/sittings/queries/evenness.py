"""What papers are drawn from, and how evenly sealed or simulated ones use it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Round
from hoithi.contests.queries import current_version
from hoithi.core.papers.evenness import Evenness, evenness
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper, decode
from hoithi.core.rulebook.windows import paper_for
from hoithi.questions.models import QuestionVersion
from hoithi.questions.queries import approved_for, newest_keys
from hoithi.sittings.facts.banks import bank_questions
from hoithi.sittings.models import PaperPool, PoolKind
from hoithi.study.queries import studied_in


@dataclass(frozen=True)
class Sheet:
    """Evenness with the questions by version, to be named."""

    found: Evenness
    versions: Mapping[int, QuestionVersion]


def material(
    round_: Round, part_key: str, group: str, *, at: datetime
) -> tuple[list[BankQuestion], Blueprint]:
    """The questions with a key that papers of this day are drawn from, and the blueprint."""
    approved = list(approved_for(round_.contest, at=at).select_related("question"))
    keys = newest_keys(version.pk for version in approved)
    studied = studied_in(round_, at=at)
    bank = bank_questions((one for one in approved if one.pk in keys), studied, keys)
    return bank, _blueprint(round_, part_key, group, at)


def _blueprint(round_: Round, part_key: str, group: str, at: datetime) -> Blueprint:
    rulebook = rulebook_of(round_.version or current_version(round_.contest, at=at))
    part = paper_for(rulebook, round_.key, group or None, part_key)
    audience = next((one.audience for one in rulebook.groups if one.key == group), None)
    return Blueprint.of(part, audience)


def sealed_evenness(pool: PaperPool) -> Sheet:
    """What is in the papers of a pool, beside all that could have been drawn when it was sealed."""
    contents = pool.papers.order_by("ordinal").values_list("content", flat=True)
    papers = [Paper(decode(content), pool.seed, pool.draw_version) for content in contents]
    bank, blueprint = material(pool.round, pool.part_key, pool.group, at=pool.sealed_at)
    there = {one.version_id for one in bank}
    # Versions that were approved later stand for older ones: those in papers are added.
    used = {line.question for paper in papers for line in paper.lines} - there
    older = QuestionVersion.objects.filter(pk__in=used).select_related("question")
    # What was released for study since then changes nothing of the papers.
    without_share = replace(blueprint, released_share=None)
    return _sheet(evenness(papers, [*bank, *bank_questions(older)], without_share))


def _sheet(found: Evenness) -> Sheet:
    versions = QuestionVersion.objects.select_related("question")
    return Sheet(found, versions.in_bulk([one.version_id for one in found.questions]))


def pool_for(round_: Round, pool_id: int) -> PaperPool:
    """A sealed pool of the round for the exam room. Raises DoesNotExist."""
    pools = PaperPool.objects.select_related("round__contest", "round__version", "sealed_by")
    return pools.exclude(sha256="").get(round=round_, pk=pool_id, kind=PoolKind.ONLINE)
