"""Who may take part, and who may not."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.outline import Node
from hoithi.core.plans.records import Found
from hoithi.core.plans.sentences import sentence_around

_ELIGIBLE = re.compile(
    r"\W*(?:thanh phan (?:tham gia )?(?:du thi|thi|doi thi)|don vi (?:du thi|tham gia thi))\b|"
    r"\W*thanh phan tham gia(?: hoi thi| cuoc thi)?\s*:"
    r"(?!\W*(?:lanh dao|dai dien|dai bieu|chu tich))|"
    r"\W*do tuoi (?:tham gia|du thi|tham du)\b|"
    r"\W*(?:[^:.]{0,45}\b)?doi tuong\b(?! (?:khong|khen thuong|nop|trung giai|"
    r"doat giai|duoc khen|chinh sach))"
)
_ELIGIBLE_SAID = re.compile(
    r"(?:nguoi|thi sinh|doi) du thi (?:la|gom|phai la)\b|"
    r"^\W*(?:[^:.]{0,40}:\s*)?moi (?:xa|phuong|thon|ap|to dan pho|don vi|co quan|chi bo|truong|lop|"
    r"huyen|doi|khoi)\b[^.;:]{0,90}(?:\b(?:cu|thanh lap|chon)\b[^.;:]{0,30}|\b\d+ )"
    r"\b(?:doi|thi sinh|nguoi)\b|"
    r"[;,] moi (?:xa|phuong|thon|don vi|co quan|chi bo|truong|lop|huyen|khoi) "
    r"(?:cu|chon|thanh lap) [^.;:]{0,30}\b(?:doi|thi sinh)\b|"
    r"(?:cuoc thi|hoi thi|ngay hoi|phong trao)[^.;:]{0,60}\bdanh cho\b|"
    r"(?:cuoc thi|hoi thi)[^.;:]{0,240}\bdanh cho (?:cac |tat ca |moi )*(?:giao vien|hoc sinh|"
    r"sinh vien|can bo|cong dan|doan vien|nguoi|thieu nhi|co quan|to chuc|ca nhan|tac gia)\b|"
    r"(?:tap the|ca nhan|cong dan|to chuc)\b[^.;]{0,80}\b(?:deu co the|deu duoc) (?:dang ky )?"
    r"(?:tham gia|du thi|tham du)|"
    r"\bdoi tuong (?:tham gia |du thi |tham du )+(?:(?:cua )?(?:cuoc|hoi) thi )?"
    r"(?:la|gom|bao gom|danh cho)\b|"
    r"^\W*(?:(?:moi|tat ca|toan the) )?(?:cac )?cong dan viet nam[^.;]{0,160}"
    r"(?:tham gia|du thi|tham du)|"
    r"^\W*(?:moi|tat ca|toan the) (?:cac )?(?:hoc sinh|sinh vien|tac gia|doan vien)\b"
    r"(?![^.;]*\bkhong\b)[^.;]{0,120}\b(?:deu|co the|duoc)\b[^.;]{0,30}(?:tham gia|du thi|tham du)|"
    r"^\W*(?:moi|tat ca|toan the) (?:cac )?(?:cong dan|can bo|nguoi dan|ca nhan)[^.;]{0,160}"
    r"(?:tham gia|du thi|tham du)"
)
_EXCLUDED = re.compile(
    r"khong (?:duoc |duoc phep |duoc quyen |thuoc doi tuong |la doi tuong )"
    r"(?:(?:tham gia|tham du|dang ky) )?(?:du thi|thi\b|tham gia|tham du|dang ky)"
    r"(?=\W*$|\s*[.;:,()]| (?:cuoc|hoi|du|duoi|tai|trong|o|doi voi|gom|la|cac doi|doi)\b)|"
    r"khong (?:tham gia|duoc) (?:du thi|thi\b|"
    r"cuoc thi|hoi thi)|"
    r"khong (?:duoc )?(?:gui|nop) (?:anh|bai|tac pham|san pham|mau|ho so|giai phap|sang kien)\b|"
    r"khong (?:duoc )?(?:du|tham du|tham gia|xet) giai\b|"
    r"khong thuoc doi tuong|doi tuong khong|khong du thi\b|"
    r"khong (?:duoc )?(?:la|lam) (?:thanh vien (?:cua )?(?:doi|cac doi)|thi sinh)|"
    r"khong (?:duoc )?(?:tham gia|tham du) (?:du )?thi|khong (?:duoc )?xet (?:trao )?giai|"
    r"khong (?:chap )?nhan [^.;]{0,40}\b(?:thanh vien|ban to chuc)|"
    r"\b(?:tru|ngoai tru|khong bao gom|khong ap dung (?:doi )?voi)\b[^.;:]{0,30}"
    r"\b(?:thanh vien|ban to chuc|ban giam khao|to thu ky|nguoi (?:tham gia|truc tiep))|"
    r"[(,;.]\s*(?:ngoai )?tru (?:nhung |cac )?(?:nguoi|ca nhan|thi sinh|can bo|cong chuc|vien chuc|"
    r"giao vien|hoc sinh|sinh vien|tac gia|tap the|don vi|doi|doi tuong|truong hop)\b"
)
_COMPULSORY = re.compile(r"\bbat buoc\b[^.;]*$")
"""Who need not take part may."""
_BUT_FOR = re.compile(r",\s*(?:ngoai )?tru\b")
"""What leads those left out of a sentence that names who may take part."""
_OPENINGS = ("doi tuong", "quy mo", "thanh phan", "don vi")
_SHORTEST = 12
_LABEL = 45


def read_eligible(nodes: Sequence[Node]) -> Found[str] | None:
    """The first heading "Đối tượng" with something under it, else a sentence that says it."""
    headed = [node for node in nodes if _ELIGIBLE.match(node.block.bare_body)]
    for node in headed:
        if found := _after_colon(node):
            return found
    return _below_heading(nodes, headed) or _said(nodes)


def _below_heading(nodes: Sequence[Node], headed: Sequence[Node]) -> Found[str] | None:
    """What stands under the heading, the innermost one first."""
    opening = [node for node in headed if _opens(node.block)]
    for node in sorted(opening, key=lambda node: -node.mark):
        if found := _under(node):
            return found
    known = {id(node) for node in headed}
    for node, after in pairwise(nodes):
        if id(node) in known and _is_plain_heading(node) and len(after.block.body) >= _SHORTEST:
            return Found(after.block.body, after.block.place(len(after.block.sign)))
    return None


def _opens(block: Block) -> bool:
    return block.bare_body.lstrip().removeprefix("ve ").startswith(_OPENINGS)


def _said(nodes: Sequence[Node]) -> Found[str] | None:
    for node in nodes:
        if _ELIGIBLE_SAID.search(node.block.bare_body):
            return Found(node.block.body, node.block.place(len(node.block.sign)))
    return None


def _is_plain_heading(node: Node) -> bool:
    """ "Đối tượng dự thi:" on a line without a number; what it names stands on the next."""
    text = node.block.text
    alone = len(text) < _LABEL and text[-1:].isalpha() and text[:1].isupper()
    return node.mark >= Mark.STAR and (alone or (text.endswith(":") and len(text) < 90))


def _after_colon(node: Node) -> Found[str] | None:
    block = node.block
    colon = block.text.find(":")
    rest = block.text[colon + 1 :].strip() if colon != -1 else ""
    if len(rest) < _SHORTEST or _EXCLUDED.search(block.bare[:colon]):
        return None
    start = block.text.index(rest, colon + 1)
    return Found(rest, block.place(start, start + len(rest)))


def _under(node: Node) -> Found[str] | None:
    below = [child.block for child in node.children if not _keeps_out(child.block)]
    if sum(len(block.body) for block in below) < _SHORTEST:  # Labels only: "2.1. Hội thao".
        deeper = [one.block for child in node.children for one in child.children]
        below = deeper or below
    text = "; ".join(block.body for block in below)
    return Found(text, below[0].place()) if len(text) >= _SHORTEST else None


def _keeps_out(block: Block) -> bool:
    """Whether a paragraph opens with those who may not take part."""
    outside = re.sub(r"\([^)]*\)", "", block.bare)
    named = _BUT_FOR.split(outside, maxsplit=1)
    if len(named) > 1 and len(named[0]) >= _SHORTEST:
        return False
    return bool(_EXCLUDED.search(re.split(r"[.;] ", outside, maxsplit=1)[0]))


def read_excluded(nodes: Iterable[Node]) -> Found[str] | None:
    """The first paragraph that keeps somebody out."""
    for node in nodes:
        match = _EXCLUDED.search(node.block.bare)
        if match is None or _COMPULSORY.search(node.block.bare, 0, match.start()):
            continue
        if node.block.mark < Mark.STAR and node.children and len(node.block.body) < 80:
            return _under_all(node)
        start, end = sentence_around(node.block, *match.span())
        return Found(node.block.text[start:end], node.block.place(start, end))
    return None


def _under_all(node: Node) -> Found[str]:
    text = "; ".join(child.block.body for child in node.children)
    return Found(text, node.children[0].block.place())
