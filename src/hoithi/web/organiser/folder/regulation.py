"""Thể lệ of each contest as a paper: a draft marks what nobody decided yet."""

from collections.abc import Iterator

from msgspec.structs import replace

from hoithi.core.rulebook.document import PlanReference, Rulebook
from hoithi.core.rulebook.printing import Article, Clause, RulesText, print_rules
from hoithi.core.rulebook.proposals import print_draft, proposed_in
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.documents.official import Block, Heading, Paper, Table, Text
from hoithi.plans.queries.folders import FolderFacts, Held
from hoithi.web.organiser.folder.frame import (
    file_word,
    lowered,
    of_body,
    recipients,
    rules_page,
    signed_by,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet

_PAGE = "Thể lệ của cuộc thi"


def rules(facts: FolderFacts) -> Iterator[Sheet]:
    """Thể lệ of each contest, as its rulebook prints itself."""
    for held in facts.contests:
        told = _with_plan(held.rules, facts)
        printed = print_draft(told, facts.plan_text) if held.is_draft else print_rules(told)
        name = printed.name.capitalize()
        paper = Paper(
            kind=printed.name,
            subject=printed.title,
            blocks=tuple(_blocks(printed, told.committee)),
            copies_to=recipients(facts),
            **of_body(facts, "HD" if printed.name.startswith("HƯỚNG DẪN") else "TL"),
        )
        yield Sheet(
            f"{file_word(name)}-{file_word(held.contest.title)}",
            f"{name} {lowered(held.contest.title)}",
            signed_by(facts.campaign.body.name),
            paper,
            tuple(_missing(held, printed)),
        )


def _with_plan(rules: Rulebook, facts: FolderFacts) -> Rulebook:
    """The rules with number, day and issuer of the plan, where these were recorded later."""
    campaign, plan = facts.campaign, rules.plan or PlanReference(title=facts.campaign.title)
    day = campaign.plan_issued_on
    issuer = campaign.plan_issuer or campaign.body.name
    known = replace(
        plan,
        number=plan.number or campaign.plan_number or None,
        issued_on=plan.issued_on or (day.isoformat() if day else None),
        issuer=plan.issuer or issuer,
    )
    return replace(rules, plan=known) if rules.plan or known.number else rules


def _blocks(printed: RulesText, committee: str) -> Iterator[Block]:
    if printed.basis:
        yield Text(printed.basis, italic=True)
    for article in printed.articles:
        yield from _article(article, f"(đề xuất, {committee} quyết định)")


def _article(article: Article, mark: str) -> Iterator[Block]:
    yield Heading(f"Điều {article.number}. {article.title}", 2)
    for one in article.blocks:
        if isinstance(one, Clause):
            number = "" if one.number is None else f"{one.number}. "
            yield _line(f"{number}{one.text}", mark if one.proposed else "")
            for point in one.points:
                yield _line(f"{point.letter}) {point.text}", mark if point.proposed else "")
            continue
        if one.caption:
            yield Text(one.caption, align="center", italic=True)
        yield Table(one.header, one.rows, numeric=frozenset(one.numeric))
        if one.proposed:
            yield Text(f"Hình thức trao kèm theo giải {mark}.", italic=True)


def _line(text: str, mark: str) -> Text:
    return Text(f"{text.rstrip('.')} {mark}.", italic=True) if mark else Text(text)


def _missing(held: Held, printed: RulesText) -> Iterator[Missing]:
    for one in held.rules.choices:
        if one.chosen is None:
            yield Missing(one.found, _PAGE, rules_page(held))
    for article in printed.articles:
        if count := proposed_in(article):
            what = (
                f"Điều {article.number}. {article.title}: {two_digits(count)} nội dung hệ thống "
                "đề xuất, chưa ai quyết định (in nghiêng)"
            )
            yield Missing(what, _PAGE, rules_page(held))
