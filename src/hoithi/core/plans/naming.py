"""The full name of a body, put together from the lines of a header."""

import re

from hoithi.core.plans.areas import AREA, LEVEL
from hoithi.core.plans.normal import folded
from hoithi.core.plans.spelling import in_small_letters, levels_small

_UMBRELLA = re.compile(
    r"(?:dang|tinh|thanh|huyen|quan|thi) (?:uy|doan)|(?:tong )?lien doan|lien minh|"
    r"hoi (?!dong|thi|nghi|thao)|"
    r"doan (?:tncs|thanh nien)|dang bo|cong doan|(?:uy ban )?(?:mttq|mat tran)"
)
_ORGAN = re.compile(r"ban (?:chap hanh|thuong vu|bi thu|thuong truc)|doan chu tich")
_OWN = re.compile(rf"(?:{_ORGAN.pattern}) (?:doan truong|cong doan|hoi|lien doan|doan khoi)\b")
"""An organ that names its own association: "Ban Chấp hành Đoàn trường Đại học X"."""
_YOUTH = re.compile(r"(?:tinh|thanh|huyen|quan|thi) doan\b")
_ORGAN_OF_AREA = re.compile(
    r"(?i)(ban (?:chấp hành|thường vụ)) (huyện|quận|thị|thành|xã|phường) (.+)"
)
_PROPER_NAME = re.compile(
    r"(?:(?:lien doi|doan|cong doan|chi bo|dang bo|cdcs) )?"
    r"(?:truong|benh vien|cong ty|tong cong ty|hoc vien|dai hoc)\b"
)
_UNION_OF_SCHOOL = re.compile(
    r"(?:cong doan|doan|chi bo|dang bo) (?:truong (?:dai hoc|cao dang|thpt|thcs|tieu hoc|mam non)|"
    r"hoc vien|benh vien|cong ty) \w"
)
_ENDS_WITH_LEVEL = re.compile(rf"\b({LEVEL})$")
_AREA_OF_PARENT = re.compile(r"(?i)(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ|đoàn) +(.+)$")


def full_name(name: str, parent: str) -> str:
    """A name in small letters but for names of places, UBND written out; a department's area."""
    text = written_out(name)
    above = written_out(parent) if parent else ""
    if _ORGAN.match(folded(above)) and _UMBRELLA.match(folded(text)):
        text, above = above, text  # The columns of a header were told in the other order.
    if above and _ENDS_WITH_LEVEL.search(folded(text)) and (area := _name_of_area(above)):
        return f"{text} {area}"
    if _UNION_OF_SCHOOL.match(folded(text)):
        return text
    if above and (_UMBRELLA.match(folded(above)) or _ORGAN.match(folded(text))):
        return _of_an_association(text, above)
    area_above = AREA.search(above)
    if area_above and not AREA.search(text) and not _PROPER_NAME.match(folded(text)):
        return f"{text} {area_above[0]}"
    return text


def written_out(name: str) -> str:
    """One name as in a sentence, without the signs around it."""
    text = re.sub(r"\s+", " ", name).strip(" -–_.*|")
    loud = text.isupper()
    text = re.sub(r"(?i)\bTP\.\s*", "thành phố ", text)
    text = re.sub(
        r"\bCĐ(?= (?:(?i:trường|ngành|giáo dục|cơ sở|học viện|bệnh viện|công ty|sở))\b)",
        "Công đoàn",
        text,
    )
    text = re.sub(r"\bĐH(?= \w)", "Đại học", text)
    text = re.sub(r"^BC[DĐ]\b", "Ban Chỉ đạo", re.sub(r"^BTC\b", "Ban Tổ chức", text))
    text = re.sub(r"^BCH\b", "Ban Chấp hành", re.sub(r"^BTV\b", "Ban Thường vụ", text))
    text = re.sub(r"(?i)\b(?:UBND|U\.B\.N\.D)\b", "Ủy ban nhân dân", text)
    if loud or sum(x.isupper() for x in text) > len(text) * 0.6:
        text = in_small_letters(text)
    if folded(text).startswith("uy ban nhan dan"):
        text = "Ủy ban nhân dân" + text[len("Ủy ban nhân dân") :]
    return levels_small(text)


def _name_of_area(above: str) -> str:
    """ "Bình Thuận" of "Tỉnh ủy Bình Thuận" or "Liên đoàn Lao động tỉnh Bình Thuận"."""
    if area := AREA.search(above):
        return area[2]
    party = _AREA_OF_PARENT.match(above)
    return party[1] if party and not AREA.search(party[1]) else ""


def _of_an_association(name: str, above: str) -> str:
    """ "Ban Thường vụ tỉnh X" of "Hội … Việt Nam" is "Ban Thường vụ Hội … tỉnh X"."""
    if _OWN.match(folded(name)):
        return name
    if _YOUTH.match(folded(above)) and (led := _ORGAN_OF_AREA.match(name)):
        return f"{led[1]} {led[2]} đoàn {led[3]}"
    area = AREA.search(name)
    if area is None or AREA.search(above):
        return name if area and not _ORGAN.match(folded(name)) else f"{name} {above}"
    if not _ORGAN.match(folded(name)):
        return name
    return f"{name[: area.start()]}{above.removesuffix(' Việt Nam')} {name[area.start() :]}"
