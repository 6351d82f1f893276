"""The printed rules as plain text: for mail, for comparing versions, for keeping."""

from hoithi.core.rulebook.printing.model import Article, Clause, RulesText, Table


def as_text(rules: RulesText) -> str:
    """The whole regulation; tables have their columns set apart by bars."""
    head = [rules.superior.upper()] if rules.superior else []
    head += [rules.organiser.upper(), "", rules.name, rules.title]
    lines = [*head, ""]
    if rules.basis:
        lines += [rules.basis, ""]
    for article in rules.articles:
        lines += [*_article(article), ""]
    return "\n".join(lines).rstrip() + "\n"


def _article(article: Article) -> list[str]:
    lines = [f"Điều {article.number}. {article.title}"]
    for block in article.blocks:
        lines += _table(block) if isinstance(block, Table) else _clause(block)
    return lines


def _clause(clause: Clause) -> list[str]:
    number = "" if clause.number is None else f"{clause.number}. "
    return [
        f"{number}{clause.text}",
        *(f"   {point.letter}) {point.text}" for point in clause.points),
    ]


def _table(table: Table) -> list[str]:
    lines = [f"   [{table.caption}]", f"   {' | '.join(table.header)}"]
    return lines + [f"   {' | '.join(row)}" for row in table.rows]
