"""Passages that essays share, as evidence for people to judge: never a verdict."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from hoithi.core.vietnamese.text import fold

SHINGLE = 8
"""Words (Vietnamese syllables) that must be the same in a row."""
LEAST_SHARE = 0.2
"""Of the shorter essay, from which a pair is shown."""
_WORD = re.compile(r"\w+")
_COMMON_AT_LEAST = 5
_COMMON_SHARE = 0.02


@dataclass(frozen=True)
class Passage:
    """The same words in two essays: from and to which letter they stand in each."""

    words: int
    first: tuple[int, int]
    second: tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """Two essays that share more than is usual."""

    first: int
    second: int
    share: float
    """Of the shorter one's words, those that stand in passages of both; from 0 to 1."""
    passages: tuple[Passage, ...]
    """The longest first."""


@dataclass(frozen=True)
class Common:
    """A passage of many essays, such as a quotation of the law: listed once, no evidence."""

    text: str
    essays: int


@dataclass(frozen=True)
class Similarities:
    """What was found: pairs, those with the greatest share first, and common passages."""

    pairs: tuple[Pair, ...] = ()
    common: tuple[Common, ...] = ()


class _Text:
    """An essay as it is compared; where its words stand is found out only when it is shown."""

    def __init__(self, text: str, shingle: int, folded: dict[str, str]) -> None:
        self._text = unicodedata.normalize("NFC", text)
        found = _WORD.findall(self._text)
        for word in set(found) - folded.keys():
            folded[word] = fold(word)
        words = [folded[word] for word in found]
        rows = zip(*(words[begun:] for begun in range(shingle)), strict=False)
        self.length = len(words)
        self.shingles = list(map(hash, rows))
        self.different = len(set(self.shingles))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """From and to which letter each word stands."""
        return [one.span() for one in _WORD.finditer(self._text)]

    def between(self, begun: int, words: int) -> tuple[int, int]:
        """From and to which letter so many words stand."""
        return self.spans[begun][0], self.spans[begun + words - 1][1]


def similar(
    texts: Mapping[int, str], *, shingle: int = SHINGLE, least: float = LEAST_SHARE
) -> Similarities:
    """Pairs of essays above the least share, without what many of them have in common.

    Words are compared without capitals, marks and punctuation, so that typing the tone in another
    place hides nothing. Some thousand essays take seconds: only essays with a row of equal words
    are ever compared.
    """
    folded: dict[str, str] = {}
    read = {key: _Text(texts[key], shingle, folded) for key in sorted(texts)}
    holders = _shared(read)
    many = max(_COMMON_AT_LEAST, int(len(texts) * _COMMON_SHARE) + 1)
    common = {one for one, keys in holders.items() if len(keys) >= many}
    pairs = _pairs(read, holders, common, shingle, least)
    return Similarities(tuple(pairs), tuple(_commons(texts, read, holders, common, shingle)))


def _shared(read: Mapping[int, _Text]) -> dict[int, list[int]]:
    """The rows of words that stand in more than one essay, each with its essays."""
    first: dict[int, int] = {}
    holders: dict[int, list[int]] = {}
    for key, text in read.items():
        for one in set(text.shingles):
            known = first.setdefault(one, key)
            if known != key:
                holders.setdefault(one, [known]).append(key)
    return holders


def _pairs(
    read: Mapping[int, _Text],
    holders: Mapping[int, Sequence[int]],
    common: set[int],
    shingle: int,
    least: float,
) -> list[Pair]:
    shared: Counter[tuple[int, int]] = Counter()
    for one, keys in holders.items():
        if one not in common:
            shared.update(combinations(keys, 2))
    found = []
    for (first, second), count in shared.items():
        # A row of n shingles is n + shingle - 1 words: the most that this count can stand for.
        if count * shingle < least * min(read[first].different, read[second].different):
            continue
        passages = _passages(read[first], read[second], common, shingle)
        share = _covered(passages, min(read[first].length, read[second].length))
        if share >= least:
            found.append(Pair(first, second, share, passages))
    return sorted(found, key=lambda pair: (-pair.share, pair.first, pair.second))


def _covered(passages: Iterable[Passage], words: int) -> float:
    return round(min(1.0, sum(one.words for one in passages) / words), 4)


def _passages(first: _Text, second: _Text, common: set[int], shingle: int) -> tuple[Passage, ...]:
    """The longest row of equal words from each word of the first on; none of them twice."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(second.shingles):
        if one not in common:
            places[one].append(at)
    found, at = [], 0
    while at < len(first.shingles):
        starts = places.get(first.shingles[at], ())
        if not starts:
            at += 1
            continue
        length, there = max(
            (_run(first.shingles, second.shingles, at, b, common), -b) for b in starts
        )
        words = length + shingle - 1
        found.append(Passage(words, first.between(at, words), second.between(-there, words)))
        at += words
    return tuple(sorted(found, key=lambda one: (-one.words, one.first)))


def _run(first: Sequence[int], second: Sequence[int], at: int, there: int, common: set[int]) -> int:
    length = 0
    limit = min(len(first) - at, len(second) - there)
    while (
        length < limit
        and first[at + length] == second[there + length]
        and first[at + length] not in common
    ):
        length += 1
    return max(1, length)


def _commons(
    texts: Mapping[int, str],
    read: Mapping[int, _Text],
    holders: Mapping[int, Sequence[int]],
    common: set[int],
    shingle: int,
) -> list[Common]:
    """Each common passage once, as the first essay that has it writes it."""
    told: set[int] = set()
    found = []
    for key, text in read.items():
        begun = 0
        while begun < len(text.shingles):
            end = begun
            while end < len(text.shingles) and text.shingles[end] in common:
                end += 1
            row = text.shingles[begun:end]
            if row and not told.issuperset(row):
                span = text.between(begun, end - begun + shingle - 1)
                plain = unicodedata.normalize("NFC", texts[key])[slice(*span)]
                found.append(Common(plain, max(len(holders[one]) for one in row)))
            told.update(row)
            begun = max(end, begun + 1)
    return sorted(found, key=lambda one: (-one.essays, one.text))
