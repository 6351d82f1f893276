"""Texts of the years before Unicode, TCVN3 (".VnTime") and VNI: to Unicode and back."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hoithi.documents.syllables import is_syllable


class Encoding(StrEnum):
    """How the letters of a text are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


# TCVN 5712:1993, third set: one byte a letter, read here as Latin-1. Capitals with tones do not
# exist: people switch to a font of capitals (".VnTimeH") for them.
_TCVN3_LETTERS = (
    "à µ á ¸ ả ¶ ã · ạ ¹ ă ¨ ằ » ắ ¾ ẳ ¼ ẵ ½ ặ Æ â © ầ Ç ấ Ê ẩ È ẫ É ậ Ë đ ® è Ì é Ð ẻ Î ẽ Ï ẹ Ñ "
    "ê ª ề Ò ế Õ ể Ó ễ Ô ệ Ö ì × í Ý ỉ Ø ĩ Ü ị Þ ò ß ó ã ỏ á õ â ọ ä ô « ồ å ố è ổ æ ỗ ç ộ é ơ ¬ "
    "ờ ê ớ í ở ë ỡ ì ợ î ù ï ú ó ủ ñ ũ ò ụ ô ư \u00ad ừ õ ứ ø ử ö ữ ÷ ự ù ỳ ú ý ý ỷ û ỹ ü ỵ þ "
    "Ă ¡ Â ¢ Đ § Ê £ Ô ¤ Ơ ¥ Ư ¦"
)


def _pairs(table: str) -> dict[str, str]:
    """A table of letters and their codes in turn."""
    signs = table.split(" ")
    return dict(zip(signs[::2], signs[1::2], strict=True))


_TO_TCVN3 = _pairs(_TCVN3_LETTERS)
_FROM_TCVN3 = str.maketrans({code: letter for letter, code in _TO_TCVN3.items()})

# VNI for Windows: the letter, then one sign for its hat and tone together.
_VNI_MARKS = {
    "a": "à ø á ù ả û ã õ ạ ï ă ê ằ è ắ é ẳ ú ẵ ü ặ ë â â ầ à ấ á ẩ å ẫ ã ậ ä",
    "e": "è ø é ù ẻ û ẽ õ ẹ ï ê â ề à ế á ể å ễ ã ệ ä",
    "o": "ò ø ó ù ỏ û õ õ ọ ï ô â ồ à ố á ổ å ỗ ã ộ ä",
    "ô": "ờ ø ớ ù ở û ỡ õ ợ ï",
    "u": "ù ø ú ù ủ û ũ õ ụ ï",
    "ö": "ừ ø ứ ù ử û ữ õ ự ï",
    "y": "ỳ ø ý ù ỷ û ỹ õ",
}
_VNI_SINGLE = "ì ì í í ỉ æ ĩ ó ị ò ơ ô ư ö ỵ î đ ñ"


def _vni_table() -> dict[str, str]:
    table = _pairs(_VNI_SINGLE)
    for base, marks in _VNI_MARKS.items():
        table |= {letter: base + sign for letter, sign in _pairs(marks).items()}
    return table | {letter.upper(): code.upper() for letter, code in table.items()}


_TO_VNI = _vni_table()
_FROM_VNI = {code: letter for letter, code in _TO_VNI.items()}
# A capital typed with a small sign ("Aù") occurs in names.
_FROM_VNI |= {
    code[0].upper() + code[1]: letter.upper()
    for code, letter in list(_FROM_VNI.items())
    if len(code) == 2 and code.islower()
}
_VNI_CODES = re.compile("|".join(sorted(_FROM_VNI, key=len, reverse=True)))
_UNICODE_ONLY = re.compile(r"[\u0100-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
_WORDS = re.compile(r"[^\s\d!-/:-@\[-`{-~]+")


def from_tcvn3(text: str) -> str:
    """TCVN3 letters (read as Latin-1) to Unicode NFC; other characters stay."""
    return unicodedata.normalize("NFC", text.translate(_FROM_TCVN3))


def from_vni(text: str) -> str:
    """VNI for Windows letters (read as Latin-1) to Unicode NFC; other characters stay."""
    codes = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _VNI_CODES.sub(lambda found: _FROM_VNI[found[0]], codes))


def to_tcvn3(text: str) -> str:
    """Unicode to TCVN3; capitals with tones, which TCVN3 lacks, become small letters."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(_TO_TCVN3.get(sign, _TO_TCVN3.get(sign.lower(), sign)) for sign in letters)


def to_vni(text: str) -> str:
    """Unicode to VNI for Windows."""
    return "".join(_TO_VNI.get(sign, sign) for sign in unicodedata.normalize("NFC", text))


def to_unicode(text: str, encoding: Encoding) -> str:
    """The text in Unicode NFC, whatever it was written in."""
    if encoding is Encoding.TCVN3:
        return from_tcvn3(text)
    return from_vni(text) if encoding is Encoding.VNI else unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many words with signs are Vietnamese syllables when read in each encoding."""

    words: int = 0
    unicode: int = 0
    tcvn3: int = 0
    vni: int = 0

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.words + other.words,
            self.unicode + other.unicode,
            self.tcvn3 + other.tcvn3,
            self.vni + other.vni,
        )

    def encoding(self) -> Encoding:
        """The encoding in which clearly more words are Vietnamese, and at least half of them."""
        best = max((self.tcvn3, Encoding.TCVN3), (self.vni, Encoding.VNI), key=lambda vote: vote[0])
        if best[0] > self.unicode and best[0] * 2 >= self.words:
            return best[1]
        return Encoding.UNICODE


def evidence(text: str) -> Evidence:
    """Weigh the words of a text that hold signs beyond ASCII."""
    if text.isascii():
        return Evidence()
    return sum(
        (_weigh(word) for word in _WORDS.findall(text) if not word.isascii()), start=Evidence()
    )


def encoding_of(texts: Iterable[str]) -> Encoding:
    """The encoding that the texts of one sheet or file were most likely written in."""
    return sum((evidence(text) for text in texts), start=Evidence()).encoding()


def looks_like_tcvn3(text: str) -> bool:
    """True when the text reads as Vietnamese only after conversion from TCVN3."""
    return evidence(text).encoding() is Encoding.TCVN3


def looks_like_vni(text: str) -> bool:
    """True when the text reads as Vietnamese only after conversion from VNI."""
    return evidence(text).encoding() is Encoding.VNI


def is_surely_unicode(text: str) -> bool:
    """True when a letter occurs that neither TCVN3 nor VNI can contain."""
    return _UNICODE_ONLY.search(text) is not None


def _weigh(word: str) -> Evidence:
    if is_surely_unicode(word):
        return Evidence(words=1, unicode=1)
    return Evidence(
        words=1,
        unicode=is_syllable(word),
        tcvn3=is_syllable(from_tcvn3(word)),
        vni=is_syllable(from_vni(word)),
    )
