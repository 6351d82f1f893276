"""Codes of questions (mã câu hỏi): which one comes next."""

import re
from collections.abc import Collection

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


def _following(code: str) -> str:
    numbered = _NUMBERED.fullmatch(code)
    if numbered is None:
        return f"{code[: LONGEST_CODE - 2]}-2"
    words, digits = numbered.groups()
    number = str(int(digits) + 1).zfill(len(digits))
    return f"{words[: LONGEST_CODE - len(number)]}{number}"
