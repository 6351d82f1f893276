"""A pool of papers drawn ahead with even exposure, and the choice of one for a sitting."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from hoithi.core.papers.draw import Memory, Strata, draw_1, strata
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper
from hoithi.core.papers.stream import Stream


def pool(
    questions: Sequence[BankQuestion], blueprint: Blueprint, seed: str, size: int
) -> Iterator[Paper]:
    """So many papers from one seed; paper n (from 0) has the seed "seed/n".

    Each paper takes the questions of its stratum that were drawn least so far, equals by lot,
    so that within field and difficulty no question is exposed more than once beyond another
    (questions that exclude one another aside). The whole pool is drawn again to prove it.
    Refuses where the bank has too few questions.
    """
    return _papers(strata(questions, blueprint), seed, size)


def _papers(ready: Strata, seed: str, size: int) -> Iterator[Paper]:
    exposure: Counter[int] = Counter()
    for number, turns in enumerate(turns_of(ready, seed, size)):
        paper = draw_1(ready, f"{seed}/{number}", Memory(exposure, turns))
        exposure.update(line.question for line in paper.lines)
        yield paper


def turns_of(ready: Strata, seed: str, size: int) -> Iterator[dict[int, int]]:
    """The turn of each row for each paper: from a drawn start on, one after the other."""
    starting = Stream("hoithi/pool/1", seed)
    starts = {stratum.row: starting.below(stratum.size) for stratum in ready.rows}
    for number in range(size):
        yield {
            stratum.row: (starts[stratum.row] + number * stratum.count) % stratum.size
            for stratum in ready.rows
        }


def choose(pool_size: int, sitting_id: int, already: Collection[int] = ()) -> int:
    """The paper (from 0) for a sitting, by hash of its id, so that nobody can steer it.

    Never one the entrant had while others remain; when all were had, any of them.
    """
    had = sorted({index for index in already if 0 <= index < pool_size})
    stream = Stream("hoithi/choose/1", str(sitting_id))
    if len(had) == pool_size:
        return stream.below(pool_size)
    chosen = stream.below(pool_size - len(had))
    for index in had:
        if index > chosen:
            break
        chosen += 1
    return chosen
