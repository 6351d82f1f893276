"""Sealing a bank: papers drawn ahead, so that a start takes one and draws nothing."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from hoithi.contests.models import Round
from hoithi.core.papers.pool import pool as drawn
from hoithi.core.papers.records import encode
from hoithi.journal import actions as journal
from hoithi.people.models import Person
from hoithi.sittings.models import Paper, PaperPool
from hoithi.sittings.queries.evenness import material

_CHUNK = 200
"""Papers a transaction: well under 50 ms."""
DRAW_VERSION = 1


def seal_pool(
    round_: Round, part_key: str, group: str, *, size: int, by: Person | None, at: datetime
) -> PaperPool:
    """Draws so many papers for one group and makes them the pool that starts take from.

    Papers are written in small transactions; the hash over all of them, written last, makes the
    pool valid. Questions without a key (predictions) are not drawn. Refuses (TooFewQuestions)
    where the bank does not cover the blueprint.
    """
    seed = secrets.token_hex(16)
    contents = _contents(round_, part_key, group, seed=seed, size=size, at=at)
    pool = opened(
        PaperPool(
            round=round_,
            part_key=part_key,
            group=group,
            seed=seed,
            draw_version=DRAW_VERSION,
            size=size,
            sealed_by=by,
            sealed_at=at,
        )
    )
    _fill(pool, contents)
    with transaction.atomic():
        pool.sha256 = contents_hash(contents)
        pool.save(update_fields=["sha256"])
        facts = {"part": part_key, "group": group, "papers": size, "sha256": pool.sha256}
        journal.record("sittings.pool_sealed", round_, by=by, at=at, facts=facts)
    return pool


def _contents(
    round_: Round, part_key: str, group: str, *, seed: str, size: int, at: datetime
) -> list[Any]:
    """The papers as they are stored, drawn from what the bank has with a key on that day."""
    drawn_from = material(round_, part_key, group, at=at)
    return [encode(paper) for paper in drawn(*drawn_from, seed, size)]


def _fill(pool: PaperPool, contents: Sequence[Any]) -> None:
    for chunk in _chunks(contents):
        Paper.objects.bulk_create(
            Paper(pool=pool, ordinal=ordinal, content=content) for ordinal, content in chunk
        )


def contents_hash(contents: Sequence[Any]) -> str:
    """The hash over the papers of a pool, in order."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(json.dumps(content, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()


@transaction.atomic
def opened(pool: PaperPool) -> PaperPool:
    """The row of a set of papers with the next number of its round, part and group."""
    earlier = PaperPool.objects.filter(
        round=pool.round_id, part_key=pool.part_key, group=pool.group
    )
    pool.number = (earlier.aggregate(last=Max("number"))["last"] or 0) + 1
    pool.save(force_insert=True)
    return pool


def _chunks(contents: Sequence[Any]) -> Iterator[Sequence[tuple[int, Any]]]:
    numbered = list(enumerate(contents, 1))
    for begun in range(0, len(numbered), _CHUNK):
        yield numbered[begun : begun + _CHUNK]
