"""What was read from a document, or why it was not opened."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a document was refused; the sentence is worded by the caller."""

    EMPTY_FILE = "empty_file"
    TOO_BIG = "too_big"
    PASSWORD = "password"
    DAMAGED = "damaged"
    BOMB = "bomb"
    ENTITIES = "entities"
    """XML inside declares entities, which could pull in other files."""
    NOT_A_DOCUMENT = "not_a_document"
    OLD_WORD = "old_word"
    """A .doc of Word 97–2003."""
    SCAN = "scan"
    """Pictures of pages without text."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """The text of a document with one line for each paragraph, cells of a row apart by tabs."""

    text: str
    refused: Reason | None = None
    found: str = ""
    """What a refused file seems to be."""


def refused(reason: Reason, found: str = "") -> TextReading:
    """A reading of nothing."""
    return TextReading("", reason, found)
