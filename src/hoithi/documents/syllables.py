"""Whether a word can be a Vietnamese syllable: the evidence for the encoding of old texts."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = {"\u0301", "\u0323"}

_ONSETS = "ngh|ng|nh|gh|gi|g|kh|k|ch|c|tr|th|t|ph|p|qu|b|d|đ|h|l|m|n|r|s|v|x"
_OPEN_RHYMES = (
    "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu "
    "i ia iêm iên iêng iêu im in inh iu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe "
    "oem oen oeo oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê "
    "uênh ui um un ung uôi uôm uôn uông uơ uy uya uyên uynh uyu ư ưa ưi ưng ươi ươm ươn ương "
    "ươu ưu y yêm yên yêng yêu ynh"
)
_STOPPED_RHYMES = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc "
    "oăt oc oet op ot ôc ôp ôt ơp ơt uât uc uêch uôc uôt up ut uych uyêt uyt ưc ươc ươp ươt ưt yêt"
)
_OPEN = re.compile(rf"(?:{_ONSETS})?(?:{_OPEN_RHYMES.replace(' ', '|')})|gi")
_STOPPED = re.compile(rf"(?:{_ONSETS})?(?:{_STOPPED_RHYMES.replace(' ', '|')})")


def is_syllable(word: str) -> bool:
    """True when the word, in any case, is spelt as a Vietnamese syllable with at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in parts if sign in _TONES]
    if len(tones) > 1:
        return False
    toneless = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in _TONES))
    if _OPEN.fullmatch(toneless):
        return True
    return _STOPPED.fullmatch(toneless) is not None and set(tones) <= _STOPPED_TONES and bool(tones)
