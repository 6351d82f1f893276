"""The printed rules as an official sheet."""

from collections.abc import Iterator

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import RulebookVersion
from hoithi.core.rulebook.printing import print_rules
from hoithi.core.rulebook.printing.model import Article, Clause
from hoithi.documents.typeset.sheets import Block, OfficialSheet, Paragraph, Side, Style, sheet
from hoithi.documents.typeset.sheets import Table as SheetTable


def rules_paper(version: RulebookVersion) -> bytes:
    """The PDF of a version; its number and hash stand at the foot of every page."""
    text = print_rules(rulebook_of(version))
    blocks: list[Block] = []
    if text.basis:
        blocks.append(Paragraph(text.basis, Style.BASIS))
    for article in text.articles:
        blocks += _article(article)
    document = OfficialSheet(
        issuer=text.organiser,
        superior=text.superior or "",
        place=text.place or "",
        kind=text.name,
        title=text.title,
        blocks=blocks,
        trace=f"Bản số {version.number}, mã băm {version.sha256[:16]}",
    )
    return sheet(document)


def _article(article: Article) -> Iterator[Block]:
    yield Paragraph(f"Điều {article.number}. {article.title}", Style.BOLD)
    for block in article.blocks:
        if isinstance(block, Clause):
            number = f"{block.number}. " if block.number else ""
            yield Paragraph(f"{number}{block.text}")
            for point in block.points:
                yield Paragraph(f"{point.letter}) {point.text}", Style.POINT)
        else:
            sides = tuple(
                Side.RIGHT if column in block.numeric else Side.LEFT
                for column in range(len(block.header))
            )
            yield SheetTable(block.header, block.rows, sides=sides, caption=block.caption)
