"""Options that say the same, contain one another, overlap, or speak of their own places."""

import re
from collections.abc import Sequence
from itertools import combinations

from hoithi.core.questions.checking.finding import Checked, Code, Finding, Findings, Grade
from hoithi.core.questions.checking.ranges import overlap, range_of
from hoithi.core.questions.records import CHOICE_KINDS
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.core.vietnamese.text import words_key

_LETTERED = re.compile(
    r"^(?:cả|gồm|chỉ)?\s*(?:phương án|đáp án|ý|câu)?\s*"
    r"([A-H](?:\s*(?:,|;|và|hoặc|\+|&)\s*(?:cả\s+)?[A-H])*)"
    r"(?:\s+(?:đều)?\s*(?:đúng|sai))?\s*\.?$",
    re.IGNORECASE,
)
_SWEEPING = re.compile(
    r"^(?:tất cả|toàn bộ|cả (?:hai|ba|bốn|năm|[2-8])|không có|không)\s+"
    r"(?:các |những )?(?:phương án|đáp án|ý|câu|nội dung|câu trả lời)?\s*(?:nào )?"
    r"(?:(?:ở )?(?:trên|nêu trên|đã nêu)\s*)?(?:đều |là )?(?:đúng|sai)?\s*\.?$",
    re.IGNORECASE,
)
_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
    )
}
_NARROWED = re.compile(
    r" (?:của|ở|tại|cấp|xã|phường|đặc khu|thôn|tổ dân phố|huyện|quận|tỉnh|thành phố|trung ương)\b"
)
"""Whose or where: the longer one is among what the shorter names."""
_LETTERS_SWEEPING = 2
_ADDED = re.compile(r"(?:[,;]| (?:và|hoặc|hay|cùng|kèm)\b)")
_ADDED_BEFORE = re.compile(r"(?:[,;]| (?:và|hoặc|hay))\s+$")


def overlapping(bank: Sequence[Checked]) -> Findings:
    """Pairs of options of a question of which both could be right, or neither."""
    for one in bank:
        if one.text.kind not in CHOICE_KINDS:
            continue
        plain = [option for option in one.text.options if not _is_about_others(option)]
        for first, second in combinations(plain, 2):
            if found := relation(first, second):
                code, grade = found
                facts = {"first": first, "second": second}
                yield Finding(code, grade, (one.code,), facts)


def relation(first: str, second: str) -> tuple[Code, Grade] | None:
    """How two options collide; nothing for two that exclude one another."""
    spelled = [" ".join(re.findall(r"[^\W_]+", one.lower())) for one in (first, second)]
    if spelled[0] and _counted(spelled[0]) == _counted(spelled[1]):
        return Code.OPTIONS_SAME, Grade.MUST
    keys = [words_key(one) for one in (first, second)]
    if keys[0] == keys[1] and keys[0]:
        return Code.OPTIONS_SAME_BUT_MARKS, Grade.LOOK
    ranges = range_of(first), range_of(second)
    if ranges[0] and ranges[1] and ranges[0].unit == ranges[1].unit:
        return (Code.RANGES_OVERLAP, Grade.LOOK) if overlap(ranges[0], ranges[1]) else None
    shorter, longer = sorted((_plain(first), _plain(second)), key=len)
    return (Code.OPTION_WITHIN_OPTION, Grade.LOOK) if _is_within(shorter, longer) else None


def _counted(spelled: str) -> list[str]:
    """The words with numbers as figures: "một" and "01" are the same answer."""
    return [
        _FIGURES.get(word, word.lstrip("0") or "0" if word.isdecimal() else word)
        for word in spelled.split()
    ]


def _plain(option: str) -> str:
    return " ".join(option.lower().split()).rstrip(" .;,")


def _is_within(shorter: str, longer: str) -> bool:
    """Whether the longer one adds to the shorter: "nộp trực tiếp", "nộp trực tiếp hoặc qua mạng".

    A longer name ("Trưởng phòng", "Phó Trưởng phòng") is another answer; a number with more words
    ("30 ngày", "30 ngày làm việc") is not, nor a name that says where ("Trụ sở", "Trụ sở xã").
    """
    if not shorter:
        return False
    if longer.startswith(shorter):
        rest = longer[len(shorter) :]
        has_number = any(letter.isdigit() for letter in shorter)
        adds = _ADDED.match(rest) or _NARROWED.match(rest)
        return bool(adds) or (has_number and rest.startswith(" "))
    return longer.endswith(shorter) and bool(_ADDED_BEFORE.search(longer[: -len(shorter)]))


def sweeping_loose(bank: Sequence[Checked]) -> Findings:
    """ "All of the above" that is shuffled, and letters of options that are."""
    for one in bank:
        if one.text.kind not in CHOICE_KINDS:
            continue
        for place, option in enumerate(one.text.options):
            letters = letters_in(option)
            named = {OPTION_LETTERS.index(letter) for letter in letters}
            facts = {"option": option, "letter": OPTION_LETTERS[place]}
            if named - one.text.anchored - {place}:
                facts["letters"] = ", ".join(sorted(letters))
                yield Finding(Code.LETTERS_LOOSE, Grade.MUST, (one.code,), facts)
            elif (named or is_sweeping(option)) and place not in one.text.anchored:
                yield Finding(Code.SWEEPING_LOOSE, Grade.MUST, (one.code,), facts)


def is_sweeping(option: str) -> bool:
    """Whether an option speaks of all the others: "Tất cả các phương án trên"."""
    text = option.strip()
    # Bare "tất cả" may be a plain answer; it must name the options, their place or their truth.
    names_them = re.search(r"phương án|đáp án|ý|câu|trên|đúng|sai", text, re.IGNORECASE)
    return bool(_SWEEPING.match(text) and names_them)


def letters_in(option: str) -> frozenset[str]:
    """The letters of other options that an option names: "Cả A và B" → A, B."""
    found = _LETTERED.match(option.strip())
    if not found:
        return frozenset()
    letters = frozenset(re.findall(r"\b[A-H]\b", found[1].upper()))
    # One letter alone may be a plain answer: "Vitamin …", "hạng A".
    return letters if len(letters) >= _LETTERS_SWEEPING else frozenset()


def _is_about_others(option: str) -> bool:
    return is_sweeping(option) or bool(letters_in(option))
