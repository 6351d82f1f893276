"""Writing a draft piece by piece, so that no write keeps the exam room waiting."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from hoithi.kit.ids import new_id
from hoithi.results.facts.packing import pack, shard_of, total_of
from hoithi.results.facts.snapshot import LINES_A_CHUNK, Line, Table
from hoithi.results.models import Chunk, Draft

_ENTRIES_A_SHARD = 4000
_ABANDONED_AFTER = timedelta(hours=1)
_DELETED_AT_ONCE = 20


class DraftWriter:
    """Stores the tables of one draft, each chunk in a write of its own, and hashes them.

    Until a `Draft` row with its number exists, nothing reads what was written.
    """

    def __init__(self) -> None:
        self.draft_id = new_id()
        self._hashes: dict[tuple[str, int], str] = {}

    def put(self, table: str, record: object, *, ordinal: int = 0, first_place: int = 0) -> None:
        """Stores one record as a chunk."""
        content, text_hash = pack(record)
        self._hashes[table, ordinal] = text_hash
        Chunk.objects.create(
            draft_id=self.draft_id,
            table=table,
            ordinal=ordinal,
            first_place=first_place,
            content=content,
        )

    def put_lines(self, lines: Iterable[Line]) -> tuple[int, int]:
        """Stores the ranking and the index of it; answers the lines and the shards of the index."""
        places: dict[str, int] = {}
        batch: list[Line] = []
        count = 0
        for position, line in enumerate(lines):
            places[str(line.entrant)] = position
            batch.append(line)
            count += 1
            if len(batch) == LINES_A_CHUNK:
                self._put_batch(batch, position)
                batch = []
        if batch:
            self._put_batch(batch, count - 1)
        return count, self._put_index(places)

    def _put_batch(self, batch: list[Line], last: int) -> None:
        self.put(Table.LINES, batch, ordinal=last // LINES_A_CHUNK, first_place=batch[0].place)

    def _put_index(self, places: dict[str, int]) -> int:
        shards = len(places) // _ENTRIES_A_SHARD + 1
        parts: list[dict[str, int]] = [{} for _ in range(shards)]
        for key, position in places.items():
            parts[shard_of(key, shards)][key] = position
        for ordinal, part in enumerate(parts):
            self.put(Table.FIND, part, ordinal=ordinal)
        return shards

    @property
    def sha256(self) -> str:
        """Over everything stored so far."""
        return total_of(self._hashes)

    def discard(self) -> None:
        """Deletes what was stored, where it turned out to be needed no more."""
        _delete_chunks(self.draft_id)


def _delete_chunks(draft_id: int) -> None:
    keys = list(Chunk.objects.filter(draft_id=draft_id).values_list("pk", flat=True))
    for start in range(0, len(keys), _DELETED_AT_ONCE):
        Chunk.objects.filter(pk__in=keys[start : start + _DELETED_AT_ONCE]).delete()


def clear_abandoned(at: datetime) -> int:
    """Deletes chunks whose draft was never finished, because the process died on the way.

    The number of a draft carries the moment at which it began; an hour later nobody writes it.
    """
    began_before = int((at - _ABANDONED_AFTER).timestamp() * 1000) << 22
    found = (
        Chunk.objects.filter(draft_id__lt=began_before)
        .exclude(draft_id__in=Draft.objects.values("pk"))
        .values_list("draft_id", flat=True)
        .distinct()
    )
    abandoned = list(found)
    for draft_id in abandoned:
        _delete_chunks(draft_id)
    return len(abandoned)
