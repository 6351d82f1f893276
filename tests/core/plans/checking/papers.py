"""Plans of our own making for the checks."""

from hoithi.core.plans.checking import Code, Finding, Grade, findings
from hoithi.core.plans.reading import read_plan


def found(text: str) -> tuple[Finding, ...]:
    """All findings of a text."""
    return findings(text, read_plan(text))


def plan(
    *body: str, title: str = "Tổ chức Cuộc thi cải cách hành chính năm 2025", head: str = ""
) -> str:
    """A plan of few words, with paragraphs between empty lines."""
    return "\n\n".join([*([head] if head else []), "KẾ HOẠCH", title, "Căn cứ tình hình.", *body])


def codes(text: str, *of: Code) -> list[Code]:
    """The codes found, in order; only those asked for, when any are."""
    return [one.code for one in found(text) if not of or one.code in of]


def contradictions(text: str) -> list[Finding]:
    """What can certainly not be true."""
    return [one for one in found(text) if one.grade is Grade.CONTRADICTION]
