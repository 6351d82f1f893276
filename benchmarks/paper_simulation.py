"""Simulates 100,000 papers of 20 out of 500 questions, as organisers do before a round opens.

    python -m benchmarks.paper_simulation [PAPERS]

Ends with an error where some question of a row comes more than a tenth oftener than another.
"""

import sys
import time

from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.papers.simulation import Trial, simulate
from hoithi.core.rulebook.parts import Difficulty, Draw

FIELDS = {"a": 3, "b": 3, "c": 4, "d": 3, "e": 2, "f": 2, "g": 3}
BANK = 500
PAPERS = 100_000
POOL = 200
MOST_UNEVEN = 1.1


def bank() -> list[BankQuestion]:
    """Five hundred questions, fields and difficulties in turn."""
    fields, levels = list(FIELDS), list(Difficulty)
    return [
        BankQuestion(
            version_id=number,
            field=fields[number % len(fields)],
            difficulty=levels[number // len(fields) % len(levels)],
            options=4,
        )
        for number in range(1, BANK + 1)
    ]


def main(papers: int = PAPERS) -> None:
    """Simulates, prints the time and the spread, and compares exposure row by row."""
    blueprint = Blueprint(tuple(Draw(field=key, count=count) for key, count in FIELDS.items()))
    begun = time.perf_counter()
    found = simulate(bank(), blueprint, Trial(papers, POOL, "benchmark"))
    seconds = time.perf_counter() - begun
    print(f"{papers:,} papers in {seconds:.1f} s, {papers / seconds:,.0f} a second")
    print(f"difficulty {found.difficulty.least} to {found.difficulty.most}")
    for row in range(len(FIELDS)):
        drawn = [one.drawn for one in found.questions if one.row == row]
        if max(drawn) > min(drawn) * MOST_UNEVEN:
            sys.exit(f"row {row + 1}: {min(drawn)} to {max(drawn)}")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:2]))
