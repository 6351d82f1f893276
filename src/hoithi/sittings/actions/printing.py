"""Papers of several codes for a hall without network: drawn, sealed, and who took them away."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from hoithi.contests.facts import is_over
from hoithi.contests.models import Round
from hoithi.core.papers.records import BankQuestion, Blueprint, encode
from hoithi.core.papers.records import Paper as DrawnPaper
from hoithi.core.papers.versions import codes_from, drawn_versions, shuffled_versions
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.actions.pools import DRAW_VERSION, contents_hash, opened
from hoithi.sittings.facts.sections import section_of
from hoithi.sittings.models import Paper, PaperPool, PoolKind
from hoithi.sittings.queries.evenness import material


class CodesTaken(Refusal):
    """Papers of the round carry some of these codes already (`codes`)."""


class KeysTooEarly(Refusal):
    """The round has not closed: whoever takes the keys of its printed papers says why."""


@dataclass(frozen=True)
class PrintWish:
    """What is to be printed: for which paper and group, how many codes, and from which on."""

    part_key: str
    group: str
    kind: PoolKind
    first_code: str
    count: int
    seed: str = ""
    """To print the same papers again; a new one is drawn where it is empty."""


def print_codes(round_: Round, wish: PrintWish, *, by: Person, at: datetime) -> PaperPool:
    """Draws and seals the papers of a print for a hall; no start online ever takes one.

    The same bank, rules, seed and codes give the same papers. Refuses codes that papers of the
    round carry already (CodesTaken), codes that are none (CodesUnfit), and a bank that does not
    cover the blueprint (TooFewQuestions, TooManyReleased, PaperCannotBeDrawn).
    """
    codes = codes_from(wish.first_code, wish.count)
    wish = replace(wish, seed=wish.seed or secrets.token_hex(16))
    sat_at = max(at, round_.opens_at or at)
    drawn_from = material(round_, wish.part_key, wish.group, at=sat_at)
    contents = [encode(paper) for paper in _papers(*drawn_from, wish)]
    return _sealed(round_, wish, dict(zip(codes, contents, strict=True)), by=by, at=at)


def _papers(bank: list[BankQuestion], blueprint: Blueprint, wish: PrintWish) -> list[DrawnPaper]:
    kinds = QuestionVersion.objects.filter(pk__in=[one.version_id for one in bank])
    sections = {pk: section_of(kind).value for pk, kind in kinds.values_list("pk", "kind")}
    draws = shuffled_versions if wish.kind == PoolKind.ONE_SET else drawn_versions
    return list(draws(bank, blueprint, wish.seed, wish.count, sections))


@transaction.atomic
def _sealed(
    round_: Round, wish: PrintWish, contents: Mapping[str, Any], *, by: Person, at: datetime
) -> PaperPool:
    Round.objects.select_for_update().get(pk=round_.pk)
    _refuse_taken(round_, contents)
    new = PaperPool(
        round=round_,
        part_key=wish.part_key,
        group=wish.group,
        kind=wish.kind,
        seed=wish.seed,
        draw_version=DRAW_VERSION,
        size=len(contents),
        sha256=contents_hash(list(contents.values())),
        sealed_by=by,
        sealed_at=at,
    )
    pool = opened(new)
    Paper.objects.bulk_create(
        Paper(pool=pool, ordinal=ordinal, code=code, content=content)
        for ordinal, (code, content) in enumerate(contents.items(), 1)
    )
    facts = {"part": wish.part_key, "group": wish.group, "codes": list(contents)}
    journal.record("sittings.codes_sealed", round_, by=by, at=at, facts=facts)
    return pool


def _refuse_taken(round_: Round, codes: Iterable[str]) -> None:
    taken = Paper.objects.filter(pool__round=round_, code__in=list(codes))
    if found := sorted(taken.values_list("code", flat=True)):
        raise CodesTaken(codes=", ".join(found))


def note_codes_taken(
    pool: PaperPool, *, with_keys: bool, reason: str = "", by: Person, at: datetime
) -> None:
    """Journals that somebody took the papers of a print away, and whether with the keys.

    Typed sheets are marked by the system, so nobody in the hall needs the keys: before the round
    has closed they are taken with a reason only (KeysTooEarly).
    """
    early = with_keys and not is_over(pool.round, at)
    if early and not reason.strip():
        raise KeysTooEarly
    codes = list(pool.papers.order_by("ordinal").values_list("code", flat=True))
    facts: dict[str, object] = {"papers": codes}
    if early:
        facts["reason"] = reason.strip()[:500]
    deed = "sittings.papers_printed"
    if with_keys:
        deed = "sittings.print_keys_early" if early else "sittings.print_keys_read"
    journal.record(deed, pool.round, by=by, at=at, facts=facts)
