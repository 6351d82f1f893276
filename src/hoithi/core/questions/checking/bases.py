"""The legal basis: missing, ended, not yet in force, its number misspelt."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from hoithi.core.questions.checking.finding import (
    BasisChange,
    Checked,
    Code,
    Fact,
    Finding,
    Findings,
    Grade,
)
from hoithi.core.questions.checking.numbers import Slip, document_key, number_slip
from hoithi.core.questions.records import QuestionKind

_SLIPS = {
    Slip.MISSPELT: (Code.NUMBER_MISSPELT, Grade.SHOULD),
    Slip.WITHOUT_YEAR: (Code.NUMBER_WITHOUT_YEAR, Grade.SHOULD),
    Slip.SHORT_YEAR: (Code.NUMBER_SHORT_YEAR, Grade.SHOULD),
}


def missing(bank: Sequence[Checked]) -> Findings:
    """Questions with a key and no document, or no article of it."""
    for one in bank:
        if one.text.kind is QuestionKind.NUMERIC:
            continue
        if not one.text.basis.number:
            yield Finding(Code.NO_BASIS, Grade.MUST, (one.code,))
        elif not one.text.basis.article:
            facts = {"number": one.text.basis.number}
            yield Finding(Code.NO_ARTICLE, Grade.LOOK, (one.code,), facts)


def not_in_force(bank: Sequence[Checked], on: date) -> Findings:
    """Documents that the bank's own dates say are not in force on that day, each once."""
    ended: dict[tuple[str, date], list[str]] = defaultdict(list)
    coming: dict[tuple[str, date], list[str]] = defaultdict(list)
    for one in bank:
        basis = one.text.basis
        if basis.in_force_to and basis.in_force_to <= on:
            ended[basis.number, basis.in_force_to].append(one.code)
        elif basis.in_force_from and on < basis.in_force_from:
            coming[basis.number, basis.in_force_from].append(one.code)
    for (number, day), codes in ended.items():
        facts: dict[str, Fact] = {"number": number, "day": day, "count": len(codes)}
        yield Finding(Code.BASIS_ENDED, Grade.SHOULD, tuple(codes), facts)
    for (number, day), codes in coming.items():
        facts = {"number": number, "day": day, "count": len(codes)}
        yield Finding(Code.BASIS_TO_COME, Grade.LOOK, tuple(codes), facts)


def changed(bank: Sequence[Checked]) -> Findings:
    """Documents on record as ended or amended, with the questions that wait for a reviewer."""
    waiting: dict[BasisChange, list[str]] = defaultdict(list)
    for one in bank:
        for change in one.changes:
            waiting[change].append(one.code)
    for change, codes in waiting.items():
        code = Code.BASIS_EXPIRED if change.expired else Code.BASIS_AMENDED
        facts: dict[str, Fact] = {
            "number": change.number,
            "article": change.article,
            "day": change.on,
            "by": change.by,
            "count": len(codes),
        }
        yield Finding(code, Grade.SHOULD, tuple(codes), facts)


def misspelt(bank: Sequence[Checked]) -> Findings:
    """Each number that is written wrongly, once, with the questions that write it so."""
    written: dict[str, list[str]] = defaultdict(list)
    for one in bank:
        if one.text.basis.number:
            written[one.text.basis.number].append(one.code)
    for number, codes in written.items():
        if slip := number_slip(number):
            code, grade = _SLIPS[slip.slip]
            facts = {"number": number, "right": slip.right}
            yield Finding(code, grade, tuple(codes), facts)
    yield from _in_two_ways(written)


def _in_two_ways(written: dict[str, list[str]]) -> Findings:
    by_key: dict[str, Counter[str]] = defaultdict(Counter)
    for number, codes in written.items():
        by_key[document_key(number)][number] += len(codes)
    for ways in by_key.values():
        # One that is wrong anyway has been named.
        sound = [number for number, _ in ways.most_common() if number_slip(number) is None]
        for other in sound[1:]:
            facts = {"number": other, "right": sound[0]}
            yield Finding(Code.NUMBER_IN_TWO_WAYS, Grade.LOOK, tuple(written[other]), facts)
