"""Reads a plan: text in, facts and doubts out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from hoithi.core.plans.areas import level_of, level_of_title, named_areas
from hoithi.core.plans.assignments import Assigned, assigned, read_assignments
from hoithi.core.plans.blocks import Block
from hoithi.core.plans.cited import blank_references, cited_documents
from hoithi.core.plans.counts import read_budget, read_counts, read_targets
from hoithi.core.plans.ending import (
    read_authority,
    read_recipients,
    read_registered,
    read_signatory,
)
from hoithi.core.plans.forms import read_forms
from hoithi.core.plans.frame import Frame, frame
from hoithi.core.plans.header import read_number, read_page_dates, read_signing_day, read_title
from hoithi.core.plans.issuer import Issuer, read_issuer
from hoithi.core.plans.laws import unnumbered_laws
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node, outline, walk
from hoithi.core.plans.page import paragraphs
from hoithi.core.plans.people import read_eligible, read_excluded
from hoithi.core.plans.prizes import read_prizes, read_totals
from hoithi.core.plans.records import CitedDocument, Doubt, Facts, Found, Place, Reading, Reason
from hoithi.core.plans.schedule import read_schedule
from hoithi.core.plans.tables import read_agenda, read_task_tables
from hoithi.core.plans.years import year_of

_GROUND = re.compile(r"\btren dia ban (?=(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong)\b)")


def read_plan(text: str) -> Reading:
    """What a plan, a set of rules or a notice states. Never raises: what is unclear is a doubt."""
    blocks = paragraphs(text)
    if not blocks:
        return Reading(Facts(), (Doubt(Reason.NO_DOCUMENT, Place(1, 0, 0, 1), ""),))
    parts = frame(blocks)
    roots = outline(parts.body)
    facts, doubts = _of_the_head(parts, blocks)
    facts, more = _of_the_body(facts, parts, roots)
    facts, missing = _of_the_end(facts, parts)
    return Reading(facts, (*doubts, *more, *missing))


def _of_the_head(parts: Frame, blocks: Sequence[Block]) -> tuple[Facts, list[Doubt]]:
    doubts: list[Doubt] = []
    number = read_number(parts)
    if isinstance(number, Doubt):
        doubts.append(number)
        number = None
    day, place, blanks = read_signing_day(parts)
    title = read_title(parts)
    year = year_of(day, title, parts)
    issuer = read_issuer(parts, blocks, year=year, place=place.value if place else "")
    facts = Facts(
        doc_type=Found(parts.doc_type, parts.type_block.place())
        if parts.doc_type and parts.type_block
        else None,
        number=number,
        issued_on=day,
        place=place,
        issuing_body=issuer.name if issuer else None,
        level=_level(issuer, title, parts, year),
        title=title,
        page_dates=read_page_dates(parts),
    )
    if facts.doc_type is None:
        doubts.append(Doubt(Reason.NO_DOCUMENT, blocks[0].place(), blocks[0].text[:80]))
    if issuer is None:
        doubts.append(Doubt(Reason.NO_ISSUER, blocks[0].place(), ""))
    return facts, [*doubts, *blanks]


def _level(
    issuer: Issuer | None, title: Found[str] | None, parts: Frame, year: int | None
) -> Found[str] | None:
    """The level of the issuing body; of a committee or none, that of the area in the title."""
    if issuer and issuer.level:
        return Found(issuer.level, issuer.name.place)
    committee = issuer is None or folded(issuer.name.value).startswith(("ban to chuc", "hoi dong"))
    if title and committee and (named := level_of_title(title.value, year)):
        return Found(named, title.place)
    return _level_of_place(parts, year) if committee else None


def _level_of_place(parts: Frame, year: int | None) -> Found[str] | None:
    """Where all areas of which a text says "trên địa bàn …" are of one level, it is of that."""
    levels: dict[str | None, Place] = {}
    for block in (*parts.preamble, *parts.body):
        for found in _GROUND.finditer(block.bare):
            for level, name in named_areas(block.text[found.end() :])[:1]:
                levels.setdefault(level_of(f"{level} {name}", year), block.place(*found.span()))
    only, place = next(iter(levels.items()), (None, None))
    return Found(only, place) if only and place and len(levels) == 1 else None


def _of_the_body(facts: Facts, parts: Frame, roots: Sequence[Node]) -> tuple[Facts, list[Doubt]]:
    nodes = list(walk(roots))
    agencies = assigned(roots)
    facts, doubts = _with_times(facts, parts, nodes, agencies)
    title = facts.title.value if facts.title else ""
    forms = read_forms(parts, title, nodes)
    scope = "individual" if any(form.value == "online_quiz" for form in forms) else "contest"
    bases, cited = _documents(parts, facts)
    before = [Node(block) for block in parts.preamble]
    eligible = read_eligible(nodes) or read_eligible(before)
    if parts.doc_type is None:  # The news of a page stand before its first list.
        nodes = [*map(Node, parts.preamble), *nodes]
    read = replace(
        facts,
        event_form=forms,
        legal_bases=bases,
        cited=cited,
        prizes=read_prizes(nodes, default_scope=scope),
        prize_totals=read_totals(nodes),
        eligible=eligible,
        excluded=read_excluded(nodes) or read_excluded(before),
        assignments=read_assignments(agencies) or read_task_tables(nodes),
        agenda_rows=read_agenda(nodes),
        counts=read_counts(nodes),
        targets=read_targets(nodes),
        budget=read_budget(nodes),
    )
    return read, [*doubts, *_blanks(parts)]


def _with_times(
    facts: Facts, parts: Frame, nodes: Sequence[Node], agencies: Sequence[Assigned]
) -> tuple[Facts, list[Doubt]]:
    """Periods and deadlines of preamble and body; the days of a preamble are no milestones."""
    year = year_of(facts.issued_on, facts.title, parts)
    signed = facts.issued_on.value if facts.issued_on else ""
    owners = {id(one.node): one.agency for one in agencies}
    schedule = read_schedule(nodes, owners, year=year, signed=signed)
    preamble = [Node(block) for block in parts.preamble]
    before = read_schedule(preamble, {}, year=year, signed=signed)
    read = replace(
        facts,
        deadlines=_ordered([*before.deadlines.values(), *schedule.deadlines.values()]),
        milestones=_ordered(schedule.milestones.values()),
        periods=_ordered([*before.periods.values(), *schedule.periods.values()]),
        relative_deadlines=_ordered(schedule.relative),
        fuzzy_dates=_ordered(schedule.fuzzy.values()),
        recurring=_ordered(schedule.recurring),
    )
    return read, schedule.doubts


def _documents(
    parts: Frame, facts: Facts
) -> tuple[tuple[CitedDocument, ...], tuple[CitedDocument, ...]]:
    """Documents of the preamble, and those named later only; the document itself is neither."""
    own = facts.number.value.lower() if facts.number else None
    signed = facts.issued_on.value if facts.issued_on else None
    bases = [
        one
        for one in cited_documents(parts.preamble)
        if (one.number or "").lower() != own or (signed and one.date and one.date != signed)
    ]
    bases = list(_ordered([*bases, *unnumbered_laws(parts.preamble)]))
    known = {one.number for one in bases} | {None}
    later = [
        one
        for one in cited_documents(parts.body)
        if one.number not in known and (one.number or "").lower() != own
    ]
    return tuple(bases), tuple(later)


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


_P = TypeVar("_P", bound=_Placed)


def _ordered(facts: Iterable[_P]) -> tuple[_P, ...]:
    """Facts in the order of the text."""
    return tuple(sorted(facts, key=lambda fact: (fact.place.line, fact.place.start)))


def _blanks(parts: Frame) -> list[Doubt]:
    return [
        Doubt(Reason.REFERENCE_BLANK, block.place(start, end), block.text[start:end])
        for block in (*parts.preamble, *parts.body)
        for start, end in blank_references(block)
    ]


def _of_the_end(facts: Facts, parts: Frame) -> tuple[Facts, list[Doubt]]:
    signatory = read_signatory(parts.end) or read_registered(parts.before)
    read = replace(
        facts,
        recipients_count=read_recipients(parts.end),
        signatory=signatory,
        signing_authority=read_authority(parts.end),
    )
    if signatory or not parts.end:
        return read, []
    return read, [Doubt(Reason.NO_SIGNATORY, parts.end[-1].place(), "")]
