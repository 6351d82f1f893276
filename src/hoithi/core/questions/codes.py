"""Codes of questions (mã câu hỏi): which one comes next."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

FIRST = "CH-001"
LONGEST_CODE = 40
_NUMBERED = re.compile(r"(.*?)(\d{1,9})", re.DOTALL)


def next_code(after: str, taken: Collection[str]) -> str:
    """The first free code behind this one: "TTHC-009" → "TTHC-010"; "CH-001" in an empty bank.

    A code without a number at its end gets one: "MỞ ĐẦU" → "MỞ ĐẦU-2".
    """
    code = _following(after) if after else FIRST
    while code in taken:
        code = _following(code)
    return code


def code_among(those: Sequence[str], taken: Collection[str]) -> str:
    """The first free code behind the greatest number in the row that most of these codes make.

    For the next question of a field whose questions have these codes: MC-001, MC-007 and X-2 give
    "MC-008". Without any it is the first free one of the bank.
    """
    rows = [numbered.groups() for numbered in map(_NUMBERED.fullmatch, those) if numbered]
    if not rows:
        return next_code(max(those, default=""), taken)
    usual = Counter(words for words, _ in rows).most_common(1)[0][0]
    digits = max((digits for words, digits in rows if words == usual), key=int)
    return next_code(f"{usual}{digits}", taken)


def _following(code: str) -> str:
    numbered = _NUMBERED.fullmatch(code)
    if numbered is None:
        return f"{code[: LONGEST_CODE - 2]}-2"
    words, digits = numbered.groups()
    number = str(int(digits) + 1).zfill(len(digits))
    return f"{words[: LONGEST_CODE - len(number)]}{number}"
