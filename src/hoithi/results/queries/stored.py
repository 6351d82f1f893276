"""Reading a draft: its tables, decoded once and kept in memory, since they never change."""

from collections.abc import Collection, Hashable
from functools import lru_cache
from typing import TypeVar, cast

from hoithi.results.facts.judged import UnitJudged
from hoithi.results.facts.packing import shard_of, text_hash, total_of, unpack
from hoithi.results.facts.snapshot import (
    LINES_A_CHUNK,
    CollectiveShown,
    Head,
    Line,
    Statistics,
    Table,
    TableShown,
)
from hoithi.results.models import Chunk

Record = TypeVar("Record")


@lru_cache(maxsize=64)
def _chunk(draft_id: int, table: str, ordinal: int, kind: Hashable) -> object:
    content = Chunk.objects.values_list("content", flat=True).get(
        draft_id=draft_id, table=table, ordinal=ordinal
    )
    return unpack(bytes(content), cast("type[object]", kind))


def _record(draft_id: int, table: str, ordinal: int, kind: type[Record]) -> Record:
    return cast("Record", _chunk(draft_id, table, ordinal, cast("Hashable", kind)))


def head(draft_id: int) -> Head:
    """What the other tables are to be read by."""
    return _record(draft_id, Table.HEAD, 0, Head)


def lines(draft_id: int, first: int, last: int) -> list[Line]:
    """Lines of the ranking from one position until before another, counted from 0."""
    last = min(last, head(draft_id).lines)
    found: list[Line] = []
    for ordinal in range(first // LINES_A_CHUNK, -(-last // LINES_A_CHUNK)):
        batch = _record(draft_id, Table.LINES, ordinal, list[Line])
        start = ordinal * LINES_A_CHUNK
        found += batch[max(0, first - start) : max(0, last - start)]
    return found


def position_of_entrant(draft_id: int, entrant: int) -> int | None:
    """Where in the ranking an entrant stands; None where it is not ranked."""
    shard = shard_of(str(entrant), head(draft_id).shards)
    return _record(draft_id, Table.FIND, shard, dict[str, int]).get(str(entrant))


def places_of(draft_id: int, entrants: Collection[int]) -> dict[int, tuple[int, Line]]:
    """Position and line of each of these entrants that is ranked; two queries for however many."""
    shards = {shard_of(str(entrant), head(draft_id).shards) for entrant in entrants}
    found: dict[int, int] = {}
    for index in _several(draft_id, Table.FIND, shards, dict[str, int]).values():
        found |= {who: index[str(who)] for who in entrants if str(who) in index}
    ordinals = {position // LINES_A_CHUNK for position in found.values()}
    batches = _several(draft_id, Table.LINES, ordinals, list[Line])
    return {
        who: (position, batches[position // LINES_A_CHUNK][position % LINES_A_CHUNK])
        for who, position in found.items()
    }


def _several(
    draft_id: int, table: str, ordinals: Collection[int], kind: type[Record]
) -> dict[int, Record]:
    """Several chunks of a table by their ordinals, in one query."""
    chunks = Chunk.objects.filter(draft_id=draft_id, table=table, ordinal__in=ordinals)
    rows = chunks.values_list("ordinal", "content")
    return {ordinal: unpack(bytes(content), kind) for ordinal, content in rows}


def of_several(draft_ids: Collection[int], table: str, kind: type[Record]) -> dict[int, Record]:
    """The first chunk of a table of several drafts, in one query."""
    rows = Chunk.objects.filter(draft_id__in=draft_ids, table=table, ordinal=0)
    return {
        draft_id: unpack(bytes(content), kind)
        for draft_id, content in rows.values_list("draft_id", "content")
    }


def prize_tables(draft_id: int) -> list[TableShown]:
    """The prize tables with who takes what."""
    return _record(draft_id, Table.PRIZES, 0, list[TableShown])


def collectives(draft_id: int) -> list[CollectiveShown]:
    """The collective rankings."""
    return _record(draft_id, Table.UNITS, 0, list[CollectiveShown])


def statistics(draft_id: int) -> Statistics:
    """The figures."""
    return _record(draft_id, Table.STATISTICS, 0, Statistics)


def judged(draft_id: int) -> list[UnitJudged]:
    """What the committee gave units; nothing where it judged none."""
    chunk = Chunk.objects.filter(draft_id=draft_id, table=Table.JUDGED).first()
    return unpack(bytes(chunk.content), list[UnitJudged]) if chunk else []


def sha256(draft_id: int) -> str:
    """The hash over what is stored now; differs from the draft's if anything was changed."""
    return total_of(_hashes(draft_id))


def _hashes(draft_id: int) -> dict[tuple[str, int], str]:
    """By table and ordinal; signs are no part of what is hashed."""
    rows = Chunk.objects.filter(draft_id=draft_id).exclude(table=Table.SIGNS)
    found = rows.values_list("table", "ordinal", "content")
    return {(table, ordinal): text_hash(bytes(c)) for table, ordinal, c in found.iterator()}


def differing_tables(one: int, other: int) -> tuple[str, ...]:
    """The tables of two drafts whose texts differ."""
    ours, theirs = _hashes(one), _hashes(other)
    keys = {*ours, *theirs}
    return tuple(sorted({key[0] for key in keys if ours.get(key) != theirs.get(key)}))
