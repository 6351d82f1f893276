"""Texts with markup as the bank has them, with few marks: `**bold**`, `*italic*` and lines."""

import re
from collections.abc import Iterator
from html import escape, unescape
from xml.etree import ElementTree as ET

from hoithi.documents.questions.texts import GAP

_LINE = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h\d|tr|table|blockquote)\b[^<>]*>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_ITALIC = re.compile(r"</?(?:i|em)(?:\s[^<>]*)?>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_RAISED = re.compile(r"<(su[pb])(?:\s[^<>]*)?>([0-9+\-−]{1,12})</su[pb]\s*>", re.IGNORECASE)
_SIGNS = {"sup": "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", "sub": "₀₁₂₃₄₅₆₇₈₉₊₋₋"}
_HEIGHTS = {tag: str.maketrans("0123456789+-−", signs) for tag, signs in _SIGNS.items()}
"""Numbers above and below the line: "m²", "CO₂"."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TWO_STARS = re.compile(r"\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*")
_ONE_STAR = re.compile(r"(?<!\*)\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?!\*)")
_LINE_HELD, _BLOCK_HELD = "\x0b", "\x0c"
_GAPS = frozenset({"inlineChoiceInteraction", "textEntryInteraction"})
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "dl", "dd", "prompt"}
    | {f"h{level}" for level in range(1, 7)}
)
_UNSAID = frozenset({"annotation", "annotation-xml", "rt", "rp"})
"""A formula once more, in another language; how a sign is spoken."""
_CELLS = frozenset({"td", "th"})
_NUMBER = re.compile(r"[0-9+\-−]{1,12}")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def words_of(markup: str) -> str:
    """The words of a text with markup; paragraphs become lines."""
    told = _RAISED.sub(lambda found: _at_height(found[1].lower(), found[2]), markup)
    text = _BLOCK.sub(_BLOCK_HELD, _LINE.sub(_LINE_HELD, _CELL.sub(" ", told)))
    text = _TAG.sub("", _ITALIC.sub("*", _BOLD.sub("**", text)))
    return _lined(unescape(text))


def _at_height(tag: str, words: str) -> str:
    return words.translate(_HEIGHTS[tag])


def markup_of(words: str) -> str:
    """The text as markup that `words_of` reads back."""
    text = _TWO_STARS.sub(r"<strong>\1</strong>", escape(words, quote=False))
    return _ONE_STAR.sub(r"<em>\1</em>", text).replace("\n", "<br/>")


def words_in(element: ET.Element, *, leave_out: frozenset[str] = frozenset()) -> str:
    """The words of an element of XHTML, without those of the elements to be left out."""
    return _lined("".join(_walk(element, leave_out)))


def _walk(element: ET.Element, leave_out: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    is_sentence = _says(element)
    for child in element:
        if child.tag in _GAPS and is_sentence:
            yield f" {GAP} "
        elif child.tag not in leave_out | _UNSAID:
            yield from _of_child(child, leave_out)
        yield child.tail or ""


def _says(element: ET.Element) -> bool:
    """Whether words stand beside what the element holds: a place of answers is a gap there."""
    return any((text or "").strip() for text in (element.text, *(one.tail for one in element)))


def _of_child(element: ET.Element, leave_out: frozenset[str]) -> Iterator[str]:
    if element.tag == "br":
        yield _LINE_HELD
        return
    words = element.text or ""
    if element.tag in _HEIGHTS and _NUMBER.fullmatch(words) and not len(element):
        yield _at_height(element.tag, words)
        return
    if element.tag in _CELLS:
        yield " "
    around = _BLOCK_HELD if element.tag in _BLOCKS else _MARKS.get(element.tag, "")
    yield around
    yield from _walk(element, leave_out)
    yield around


def _lined(text: str) -> str:
    """Blocks as lines, empty ones left out; line breaks within them as they are."""
    blocks = (_folded(block) for block in text.split(_BLOCK_HELD))
    return "\n".join(block for block in blocks if block)


def _folded(block: str) -> str:
    lines = (" ".join(line.split()) for line in block.split(_LINE_HELD))
    return "\n".join(lines).strip("\n")
