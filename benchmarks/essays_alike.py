"""Compares some thousand essays with each other and prints the CPU it takes.

python -m benchmarks.essays_alike [ESSAYS] [WORDS]
"""

import random
import sys
import time

from hoithi.core.essays.similarity import similar

_VOCABULARY = 3_000


def essays_of(count: int, words: int, seed: int = 1) -> dict[int, str]:
    """Texts of drawn words; one in three quotes the same law, one in thirty copies another."""
    drawn = random.Random(seed)  # noqa: S311 - the same texts each time, nothing secret
    vocabulary = [f"từ{number}" for number in range(_VOCABULARY)]
    law = " ".join(drawn.choices(vocabulary, k=60))
    texts = {n: " ".join(drawn.choices(vocabulary, k=words)) for n in range(count)}
    for number in range(0, count, 3):
        texts[number] += f" {law}"
    for number in range(1, count, 30):
        texts[number] += " " + " ".join(texts[number - 1].split()[: words // 2])
    return texts


def main(count: int = 3_000, words: int = 600) -> None:
    """One line: pairs and common passages found, and seconds of CPU."""
    texts = essays_of(count, words)
    begun = time.process_time()
    found = similar(texts)
    spent = time.process_time() - begun
    common = [one.essays for one in found.common]
    print(f"{count} essays of {words} words: {len(found.pairs)} pairs, {common}, {spent:.2f} s CPU")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
