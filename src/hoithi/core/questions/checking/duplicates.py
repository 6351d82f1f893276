"""Questions that are, or nearly are, in the bank twice.

Stems are compared as sets of neighbouring words, without case, marks of tone and signs. Of all
pairs only those are compared that share one of their rarest pairs of words (prefix filtering:
two sets that are alike by at least the threshold share one, so that nothing is missed), which
keeps some thousands of questions within seconds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from hoithi.core.questions.checking.finding import Checked, Code, Finding, Findings, Grade
from hoithi.core.vietnamese.text import words_key

NEAR = 0.75
"""Pairs of words in common over all pairs of words of both."""
_GENERAL_WORDS = 9
"""A shorter stem ("Phát biểu nào sau đây đúng?") is asked often with other options."""

_TURNING = frozenset({"khong", "chua", "tru", "sai", "ngoai"})
"""Words, without marks, that turn a question into its opposite."""


class _Stem:
    """A stem with all questions that ask it."""

    def __init__(self, words: str) -> None:
        listed = words.split()
        self.words = words
        self.pairs = frozenset(map(" ".join, pairwise(listed))) or {words}
        self.numbers = sorted(word for word in listed if word[:1].isdigit())
        self.is_general = len(listed) < _GENERAL_WORDS
        self.asked: list[Checked] = []
        self.by_options: dict[frozenset[str], Checked] = {}
        self.by_option: dict[str, Checked] = {}

    def take(self, one: Checked) -> Finding | None:
        """Adds a question; what is found beside those that ask the same already."""
        options = frozenset(map(words_key, one.text.options))
        found = self._beside(one, options)
        self.asked.append(one)
        self.by_options.setdefault(options, one)
        for option in options:
            self.by_option.setdefault(option, one)
        return found

    def _beside(self, one: Checked, options: frozenset[str]) -> Finding | None:
        if not self.asked:
            return None
        if same := self.by_options.get(options):
            alike = _right(one) == _right(same)
            code = Code.SAME_QUESTION if alike else Code.SAME_QUESTION_OTHER_KEY
            return Finding(code, Grade.MUST, (same.code, one.code))
        shared = sorted(options & self.by_option.keys())
        if self.is_general and not shared:
            return None
        other = self.by_option[shared[0]] if shared else self.asked[0]
        return Finding(Code.SAME_STEM, Grade.SHOULD, (other.code, one.code))


def duplicates(bank: Sequence[Checked]) -> Findings:
    """Questions that are alike: each beside an earlier one, in the order of the bank."""
    stems: dict[str, _Stem] = {}
    for one in bank:
        words = words_key(one.text.stem)
        stem = stems.setdefault(words, _Stem(words))
        if found := stem.take(one):
            yield found
    for first, second in _alike(list(stems.values())):
        facts = {"share": round(100 * _likeness(first, second))}
        if pair := _contradicting(first, second):
            codes = (pair[0].code, pair[1].code)
            yield Finding(Code.NEAR_STEM_OTHER_KEY, Grade.SHOULD, codes, facts)
        elif pair := _near(first, second):
            yield Finding(Code.NEAR_STEM, Grade.LOOK, (pair[0].code, pair[1].code), facts)


def _contradicting(first: _Stem, second: _Stem) -> tuple[Checked, Checked] | None:
    """Two that choose another of the same options, where neither asks for the exception."""
    turned = set(first.words.split()) ^ set(second.words.split())
    if first.numbers != second.numbers or turned & _TURNING:
        return None
    for options, one in first.by_options.items():
        other = second.by_options.get(options)
        if options and other and _right(one) != _right(other):
            return one, other
    return None


def _near(first: _Stem, second: _Stem) -> tuple[Checked, Checked] | None:
    """A question of either that ask nearly the same.

    Another article, another year, other answers make another question.
    """
    if first.numbers != second.numbers:
        return None
    if shared := sorted(first.by_option.keys() & second.by_option.keys()):
        return first.by_option[shared[0]], second.by_option[shared[0]]
    if first.by_option or second.by_option:
        return None
    return first.asked[0], second.asked[0]


def _right(one: Checked) -> object:
    answer = one.answer
    options = one.text.options
    texts = {words_key(options[place]) for place in answer.places if place < len(options)}
    accepted = set(map(words_key, answer.accepted))
    return texts, answer.is_true, accepted, answer.value, answer.pairs, answer.order


def _alike(stems: Sequence[_Stem]) -> Iterator[tuple[_Stem, _Stem]]:
    """Pairs of different stems whose likeness reaches the threshold."""
    often = Counter(pair for stem in stems for pair in stem.pairs)
    holding: dict[str, list[int]] = defaultdict(list)
    for at, stem in enumerate(stems):
        rarest = sorted(stem.pairs, key=lambda pair: (often[pair], pair))
        prefix = rarest[: len(rarest) - ceil(NEAR * len(rarest)) + 1]
        for other in sorted({other for pair in prefix for other in holding[pair]}):
            if _likeness(stems[other], stem) >= NEAR:
                yield stems[other], stem
        for pair in prefix:
            holding[pair].append(at)


def _likeness(first: _Stem, second: _Stem) -> float:
    common = len(first.pairs & second.pairs)
    return common / (len(first.pairs) + len(second.pairs) - common)
