"""The regulation as a draft: what only a default of the system says is marked as a proposal.

A value is taken for nobody's decision where it is the one that every new rulebook has and the plan
has no word about it. What such values print is found by printing the rules once more with others.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from hoithi.core.rulebook.document import AnswersShown, Rulebook, UnverifiedRule
from hoithi.core.rulebook.parts import JuryPart, JuryRule, LeavingPolicy, PaperPart, WithdrawnRule
from hoithi.core.rulebook.printing import Article, Clause, RulesText, Table, print_rules
from hoithi.core.rulebook.prizes import AwardForm, OnePrize, TiePolicy, VacatedSlot
from hoithi.core.rulebook.record import Record
from hoithi.core.vietnamese.text import fold

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class _Usual:
    """Defaults of one record with other values, and the words by which a plan states the thing."""

    said: str
    others: Mapping[str, object]


_NEVER_SAID = r"(?!)"
_ENTRY = (
    _Usual(r"so dien thoai|nam sinh|thong tin ca nhan", {"fields": (), "key": ()}),
    _Usual(r"giam ho|cha,? me", {"consent_under": 0}),
    _Usual(_NEVER_SAID, {"unit": None}),
)
_TEAM = (
    _Usual(r"doi truong", {"captain": False}),
    _Usual(r"\b(?:0?1|mot) (?:\(\w+\) )?doi\b", {"a_unit": 2}),
)
_RULES = (
    _Usual(r"phan anh, kien nghi|khieu nai|phuc khao", {"remarks": None}),
    _Usual(_NEVER_SAID, {"retention_days": 364}),
)
_PUBLICATION = (
    _Usual(r"dap an", {"answers": AnswersShown.NEVER}),
    _Usual(
        _NEVER_SAID,
        {
            "unverified": UnverifiedRule.PRELIMINARY,
            "live_figures": False,
            "ranked_lines": None,
            "unit_figures": False,
        },
    ),
)
_POLICY = (
    _Usual(
        r"(?:khong qua|chi nhan|nhan) (?:0?1|mot) giai|giai cao nhat",
        {"one_prize": OnePrize.UNLIMITED},
    ),
    _Usual(_NEVER_SAID, {"vacated": VacatedSlot.STAYS_EMPTY}),
)
_ATTEMPTS = (
    _Usual(r"luot|lan thi|lan du thi|nhieu lan|(?:mot|0?1) lan", {"a_round": None}),
    _Usual(
        _NEVER_SAID,
        {"leaving": LeavingPolicy.USED, "finish_after_close": True, "grace_seconds": 31},
    ),
)
_TIES = (_Usual(r"bang diem|bang nhau|cung diem", {"ties": TiePolicy.LOT}),)
_AWARD = (_Usual(r"giay chung nhan", {"award": AwardForm.NONE}),)
_JURY = (_Usual(r"trung binh cong|diem trung binh", {"rule": JuryRule.SUM, "places": 3}),)
_PAPER = (_Usual(r"huy cau|cau hoi bi huy", {"withdrawn": WithdrawnRule.NOT_COUNTED}),)


def print_draft(rulebook: Rulebook, plan: str) -> RulesText:
    """The regulation with `proposed` set on what neither the text of the plan nor anybody said."""
    words = re.sub(r"\s+", " ", fold(plan))
    printed, other = print_rules(rulebook), print_rules(_otherwise(rulebook, words))
    said = frozenset(_texts(other.articles))
    return replace(printed, articles=tuple(_marked(one, said) for one in printed.articles))


def proposed_in(article: Article) -> int:
    """How many clauses, points and tables of an article are proposals."""
    clauses = [one for one in article.blocks if isinstance(one, Clause)]
    points = sum(point.proposed for one in clauses for point in one.points)
    return points + sum(block.proposed for block in article.blocks)


def _texts(articles: Iterable[Article]) -> Iterable[object]:
    for article in articles:
        for block in article.blocks:
            if isinstance(block, Table):
                yield (block.caption, block.header, block.rows)
                continue
            yield block.text
            yield from (point.text for point in block.points)


def _marked(article: Article, said: frozenset[object]) -> Article:
    return replace(article, blocks=tuple(_block(one, said) for one in article.blocks))


def _block(block: Clause | Table, said: frozenset[object]) -> Clause | Table:
    if isinstance(block, Table):
        return replace(block, proposed=(block.caption, block.header, block.rows) not in said)
    points = tuple(replace(one, proposed=one.text not in said) for one in block.points)
    return replace(block, points=points, proposed=block.text not in said)


def _otherwise(rulebook: Rulebook, words: str) -> Rulebook:
    """The rulebook with another value for everything that nobody chose."""

    def other(record: R, usual: Iterable[_Usual]) -> R:
        return _changed(record, usual, words)

    entry = other(rulebook.entry, _ENTRY)
    team = entry.team and other(entry.team, _TEAM)
    return msgspec.structs.replace(
        other(rulebook, _RULES),
        entry=msgspec.structs.replace(entry, team=team),
        publication=other(rulebook.publication, _PUBLICATION),
        prize_policy=other(rulebook.prize_policy, _POLICY),
        attempts=other(rulebook.attempts, _ATTEMPTS),
        parts=tuple(other(one, _of_part(one)) for one in rulebook.parts),
        prizes=tuple(
            msgspec.structs.replace(
                other(table, _TIES), prizes=tuple(other(one, _AWARD) for one in table.prizes)
            )
            for table in rulebook.prizes
        ),
    )


def _of_part(part: Record) -> tuple[_Usual, ...]:
    if isinstance(part, JuryPart):
        return _JURY
    return _PAPER if isinstance(part, PaperPart) else ()


def _changed(record: R, usual: Iterable[_Usual], words: str) -> R:
    """The record with others in place of those defaults that the plan does not tell."""
    defaults = {field.name: _default(field) for field in msgspec.structs.fields(type(record))}
    changes = {
        name: value
        for one in usual
        if not re.search(one.said, words)
        for name, value in one.others.items()
        if getattr(record, name) == defaults[name]
    }
    return msgspec.structs.replace(record, **changes)


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default_factory is msgspec.NODEFAULT:
        return field.default
    return field.default_factory()
