"""Keys of questions as officials write them in one cell of a table, and back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from hoithi.core.questions.numbers import number_of, number_text
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    Diacritics,
    Media,
    MediaKind,
    QuestionKind,
)
from hoithi.core.vietnamese.text import fold

TRUE, FALSE = "Đúng", "Sai"
KEEPS_MARKS = "Có"
MEDIA_KINDS = {MediaKind.IMAGE: "hình", MediaKind.AUDIO: "âm thanh", MediaKind.VIDEO: "video"}
_TOLERANCE = re.compile(r"±|\+\s*/?\s*[-−–]")
_PAIR = re.compile(r"([A-Z])\s*[-–=:>.]*\s*(\d{1,2})")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_answer(kind: QuestionKind, written: str, explanation: str) -> Answer:
    """The key as officials write it; what cannot be read is missing in it.

    "B" or "A;C" for choices, "Đúng", texts separated by "|", "12,5 ± 0,5" for a number, "A2;B1"
    for matching, "C;A;B" for an order, "Nêu đúng căn cứ = 4 | Có ví dụ = 6" for a rubric.
    """
    match kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            answer = Answer(places=read_places(written))
        case QuestionKind.TRUE_FALSE:
            answer = Answer(is_true={fold(TRUE): True, fold(FALSE): False}.get(fold(written)))
        case QuestionKind.NUMERIC | QuestionKind.SHORT_TEXT:
            answer = Answer(accepted=tuple(parts_of(written)))
        case QuestionKind.NUMBER:
            answer = _number(written)
        case QuestionKind.MATCHING:
            answer = Answer(pairs=_pairs(written))
        case QuestionKind.ORDERING:
            answer = Answer(order=tuple(_letters(written)))
        case QuestionKind.ESSAY:
            answer = Answer(rubric=tuple(map(_criterion, parts_of(written))))
    return replace(answer, explanation=explanation)


def written_answer(kind: QuestionKind, answer: Answer) -> str:
    """The key as the table writes it; `read_answer` reads it back."""
    match kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return written_places(answer.places)
        case QuestionKind.TRUE_FALSE:
            return "" if answer.is_true is None else (TRUE if answer.is_true else FALSE)
        case QuestionKind.NUMERIC | QuestionKind.SHORT_TEXT:
            return joined(answer.accepted)
        case QuestionKind.NUMBER:
            return _written_number(answer)
        case QuestionKind.MATCHING:
            pairs = enumerate(answer.pairs)
            return ";".join(f"{_letter(option)}{target + 1}" for option, target in pairs)
        case QuestionKind.ORDERING:
            return ";".join(map(_letter, answer.order))
        case QuestionKind.ESSAY:
            lines = (f"{one.text} = {number_text(one.points)}" for one in answer.rubric)
            return joined(lines)


def read_beside(kind: QuestionKind, answer: Answer, values: Mapping[str, str]) -> Answer:
    """The answer with what other columns say of it: marks of letters, shares of options."""
    if kind is QuestionKind.SHORT_TEXT and fold(values.get("diacritics", "")) in {"co", "x", "1"}:
        answer = replace(answer, diacritics=Diacritics.EXACT)
    return replace(answer, weights=_weights(values.get("weights", "")))


def written_beside(answer: Answer) -> dict[str, str]:
    """Those columns; `read_beside` reads them back."""
    return {
        "diacritics": KEEPS_MARKS if answer.diacritics is Diacritics.EXACT else "",
        "weights": ";".join(map(number_text, answer.weights)),
    }


def read_places(written: str) -> frozenset[int]:
    """Places of options by their letters, from 0: "A;C" → 0 and 2."""
    return frozenset(_letters(written))


def written_places(places: Iterable[int]) -> str:
    """Letters of options in their order; `read_places` reads them back."""
    return ";".join(map(_letter, sorted(places)))


def parts_of(written: str) -> list[str]:
    """Texts separated by "|"; a stroke within a text stands behind a backslash."""
    parts = re.split(r"(?<!\\)\|", written)
    return list(filter(None, (part.replace("\\|", "|").strip() for part in parts)))


def joined(texts: Iterable[str]) -> str:
    """The texts in one cell; `parts_of` takes them apart."""
    return "|".join(text.replace("|", "\\|") for text in texts)


def read_media(written: str) -> tuple[Media, ...] | None:
    """Files beside a stem, "hình : hash : tên tệp : mô tả" separated by "|"; None for others."""
    found = tuple(map(_medium, parts_of(written)))
    return None if None in found else tuple(one for one in found if one is not None)


def written_media(media: Iterable[Media]) -> str:
    """The files in one cell; `read_media` reads them back."""
    told = ((MEDIA_KINDS[one.kind], one.digest, one.name, one.description) for one in media)
    return joined(" : ".join(filter(None, parts)) for parts in told)


def _medium(written: str) -> Media | None:
    kind, digest, name, description = (written.split(" : ", 3) + [""] * 4)[:4]
    kinds = {fold(words): one for one, words in MEDIA_KINDS.items()}
    known = kinds.get(fold(kind))
    if known is None or not _DIGEST.fullmatch(digest):
        return None
    return Media(digest, name, known, description)


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _letters(written: str) -> list[int]:
    return [ord(letter) - ord("A") for letter in re.findall(r"[A-Z]", written.upper())]


def _number(written: str) -> Answer:
    value, tolerance = (*_TOLERANCE.split(written, maxsplit=1), "0")[:2]
    around = number_of(tolerance)
    if around is None:
        return Answer()
    return Answer(value=number_of(value), tolerance=around)


def _written_number(answer: Answer) -> str:
    if answer.value is None:
        return ""
    value = number_text(answer.value)
    return f"{value} ± {number_text(answer.tolerance)}" if answer.tolerance else value


def _pairs(written: str) -> tuple[int, ...]:
    found = {ord(letter) - ord("A"): int(at) - 1 for letter, at in _PAIR.findall(written.upper())}
    return tuple(found.get(option, -1) for option in range(max(found, default=-1) + 1))


def _criterion(written: str) -> Criterion:
    text, sign, points = written.rpartition("=")
    number = number_of(points) if sign else None
    return Criterion(written, Decimal(0)) if number is None else Criterion(text.strip(), number)


def _weights(written: str) -> tuple[Decimal, ...]:
    """Percents separated by semicolons; what is none of them is beyond all percents."""
    if not written:
        return ()
    numbers = (number_of(one.strip().removesuffix("%")) for one in written.split(";"))
    return tuple(Decimal(1000) if one is None else one for one in numbers)
