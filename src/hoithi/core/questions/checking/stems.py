"""A stem that asks for what is not so must show it: NOT in capitals or bold."""

import re
from collections.abc import Sequence

from hoithi.core.questions.checking.finding import Checked, Code, Finding, Findings, Grade
from hoithi.core.questions.records import CHOICE_KINDS

_ASKS = r"(?:nào|gì|đâu|ai)"
_NEGATIVES = (
    # "Nội dung nào sau đây không thuộc …", within one clause.
    re.compile(rf"\b{_ASKS}\b[^,;.?]*?\b(không|chưa)\b(?!\s*\?)", re.IGNORECASE),
    # "… không đúng với nội dung nào?", "… không phải là văn bản gì?"
    re.compile(
        rf"\b(không)\b (?:đúng|phải|thuộc|bao gồm|nằm trong)\b[^,;.?]*?\b{_ASKS}\b", re.IGNORECASE
    ),
    re.compile(r"\b(ngoại trừ)\b(?! trường hợp pháp luật)", re.IGNORECASE),
    re.compile(r"\b(trừ)\b(?=\s*(?:$|[:?…]|(?:phương án|đáp án|nội dung|ý) nào))", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_ASKS}|sau đây|dưới đây|là|phát biểu|nhận định|khẳng định|ý)\s+(sai)\b"
        r"(?!\s+(?:sót|phạm|lệch|quy định|lầm|số))",
        re.IGNORECASE,
    ),
)
_BOLD = re.compile(r"\*\*.+?\*\*|__.+?__", re.DOTALL)


def negatives_hidden(bank: Sequence[Checked]) -> Findings:
    """Choice questions that ask for the exception in small plain letters."""
    for one in bank:
        if one.text.kind in CHOICE_KINDS and (word := hidden_negative(one.text.stem)):
            facts = {"word": word, "capitals": word.upper()}
            yield Finding(Code.NEGATIVE_HIDDEN, Grade.SHOULD, (one.code,), facts)


def hidden_negative(stem: str) -> str:
    """The negative word of a stem that is neither in capitals nor bold, or nothing."""
    emphasised = [match.span() for match in _BOLD.finditer(stem)]
    for pattern in _NEGATIVES:
        for match in pattern.finditer(stem):
            start, end = match.span(1)
            is_bold = any(begins <= start and end <= ends for begins, ends in emphasised)
            if not is_bold and not match[1].isupper():
                return match[1].lower()
    return ""
