"""Checks of the documents a plan rests on."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hoithi.core.plans.checking.finding import Finding, Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.header import follows_another
from hoithi.core.plans.checking.paper import Paper, day_of
from hoithi.core.plans.dates import moments
from hoithi.core.plans.lexicon import bare, rows
from hoithi.core.plans.records import CitedDocument, Place

_REST_ON = re.compile(
    r"\b(?:can cu|thuc hien|theo|huong ung|trien khai|tiep tuc|de |nham |xet de nghi|chao mung|"
    r"tren co so)"
)
_HYPHENS_ONLY = re.compile(r"\d{1,5}-[A-ZĐ]{1,4}-[A-ZĐ]{2,6}")


def missing(paper: Paper) -> Findings:
    """A plan that says on what it rests nowhere."""
    if paper.facts.legal_bases or follows_another(paper):
        return
    if not any(_REST_ON.search(block.bare) for block in paper.parts.preamble):
        yield found(Code.BASES_MISSING, paper.opening)


def later(paper: Paper) -> Findings:
    """A base that was signed after the plan."""
    signed = paper.issued_on
    for base in paper.facts.legal_bases:
        day = day_of(base.date) if base.date else None
        if signed and day and day > signed:
            yield found(
                Code.BASE_LATER,
                base.place,
                number=base.number or base.title,
                day=day.isoformat(),
                signed=signed.isoformat(),
            )


@dataclass(frozen=True, slots=True)
class _Replaced:
    """A line of the table of documents that others have replaced."""

    number: str
    name: str
    signed: date
    by: str
    since: date

    def finding(self, code: Code, place: Place, told: str) -> Finding:
        return found(code, place, number=told, by=self.by, since=self.since.isoformat())


@cache
def _table() -> tuple[_Replaced, ...]:
    return tuple(
        _Replaced(number, name, date.fromisoformat(signed), by, date.fromisoformat(since))
        for number, name, signed, by, since in rows("replaced_documents")
    )


def replaced(paper: Paper) -> Findings:
    """Bases, and texts to prepare with, that another document had replaced when the plan came."""
    known_day = paper.not_before
    for row in (row for row in _table() if known_day and row.since <= known_day):
        bases, reading = paper.facts.legal_bases, paper.facts.cited
        for one in (one for one in bases if _is_same(one, row)):
            yield row.finding(Code.BASE_REPLACED, one.place, row.number)
        for one in (one for one in reading if _is_same(one, row)):
            yield row.finding(Code.READING_REPLACED, one.place, row.number)
        if row.name.startswith(("Luật", "Bộ luật", "Pháp lệnh")):
            yield from _by_name(paper, row)


def _is_same(one: CitedDocument, row: _Replaced) -> bool:
    same = (one.number or "").lower() == row.number.lower()
    return same and one.date in {None, row.signed.isoformat()}


def _by_name(paper: Paper, row: _Replaced) -> Findings:
    """A law cited by name and day only: "Luật Giáo dục ngày 14 tháng 6 năm 2005"."""
    named = re.compile(re.escape(bare(row.name)) + r"(?P<rest>[^;.]{0,60})")
    for block in paper.parts.preamble:
        match = named.search(block.bare)
        if match and row.number.lower() not in block.text.lower() and _is_of(match, row.signed):
            place = block.place(*match.span())
            yield row.finding(Code.BASE_REPLACED, place, f"{row.name} ({row.number})")


def _is_of(match: re.Match[str], signed: date) -> bool:
    """Whether the first day or year after a law's name is that of its signing."""
    first = next(iter(moments(match["rest"])), None)
    if first is not None:
        return first.whole == signed
    return bool(re.match(rf"\s*(?:nam)?\s*\(?{signed.year}\b", match["rest"]))


def forms(paper: Paper) -> Findings:
    """Numbers such as 58-CT-TW, of which one sign should be a stroke."""
    for one in (*paper.facts.legal_bases, *paper.facts.cited):
        if one.number and _HYPHENS_ONLY.fullmatch(one.number):
            head, _, tail = one.number.rpartition("-")
            yield found(Code.NUMBER_FORM, one.place, number=one.number, better=f"{head}/{tail}")
