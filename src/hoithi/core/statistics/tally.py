"""Counts of answers as sittings stream by: exact, and of a size that people do not change."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, Self

Joint = Mapping[tuple[int, int], int]
"""How many had which mark of a question with which total."""


class Answer(NamedTuple):
    """An answer to a question, and what it earns in units of the tally."""

    item: Hashable
    response: Hashable
    mark: int


class Tally:
    """Counts by total how often each answer was given.

    Marks are whole numbers of a small unit (`scale` of them make a point), so that sums stay
    exact. What is kept grows with the number of different totals and answers, never with the
    number of people.
    """

    def __init__(self, scale: int) -> None:
        self.scale = scale
        self.most: dict[Hashable, int] = {}
        """By question the points it is worth, in units."""
        self.answers: list[Answer] = []
        self._numbers: dict[Answer, int] = {}
        self.totals: Counter[int] = Counter()
        """How many sittings had which total."""
        self.given: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """By total how often each answer was given, by its number."""

    def number(self, item: Hashable, response: Hashable, mark: int) -> int:
        """The number under which an answer is counted; asked once, used for every sitting."""
        answer = Answer(item, response, mark)
        known = self._numbers.get(answer)
        if known is None:
            known = self._numbers[answer] = len(self.answers)
            self.answers.append(answer)
        return known

    def add(self, total: int, numbers: Iterable[int]) -> None:
        """Counts one sitting: its total in units, and the answers in it."""
        self.totals[total] += 1
        self.given[total].update(numbers)

    @classmethod
    def joined(cls, scale: int, parts: Iterable[Self]) -> Self:
        """Everything that several tallies of this scale counted."""
        found = [*parts]
        if len(found) == 1:
            return found[0]
        whole = cls(scale)
        for part in found:
            whole.most |= part.most
            whole.totals += part.totals
            numbers = [whole.number(*answer) for answer in part.answers]
            for total, given in part.given.items():
                counts = {numbers[number]: count for number, count in given.items()}
                whole.given[total].update(counts)
        return whole

    def by_item(self) -> dict[Hashable, dict[Answer, dict[int, int]]]:
        """By question and answer, how many gave it at which total."""
        found: dict[Hashable, dict[Answer, dict[int, int]]] = {}
        for total in sorted(self.given):
            for number, count in self.given[total].items():
                answer = self.answers[number]
                by_answer = found.setdefault(answer.item, {})
                by_answer.setdefault(answer, {})[total] = count
        return found


def joint(by_answer: Mapping[Answer, Mapping[int, int]]) -> dict[tuple[int, int], int]:
    """Marks of one question with totals, whatever the answer was."""
    found: dict[tuple[int, int], int] = {}
    for answer, by_total in by_answer.items():
        for total, count in by_total.items():
            pair = (answer.mark, total)
            found[pair] = found.get(pair, 0) + count
    return found
