"""What the sentence of a task says about outreach: which phases, which channels."""

import re
from dataclasses import dataclass

from hoithi.core.outreach.channels import Cadence, Channel, Phase
from hoithi.core.plans.normal import folded
from hoithi.core.tasks.holders import HolderSet

_TOLD = re.compile(
    # "Hội thi tuyên truyền …" and "Kế hoạch … về truyền thông" are names, no orders.
    r"(?<!hoi thi )(?<!cuoc thi )(?<!ke hoach )\btuyen truyen\b|"
    r"(?<!tin va )\btruyen thong (?:ve|tren|cho|den|toi|rong rai)\b|"
    r"\b(?:dua tin|viet tin|viet bai|tin,? bai|truyen thanh|loa phat thanh|quang ba)\b|"
    r"\b(?:pa ?no|ap phich|bang[- ]?ron|khau hieu|co phuon)\b|"
    r"\bphat dong\b[^.;]*\b(?:cuoc thi|hoi thi|huong ung|tham gia)\b|"
    r"\bpho bien\b[^.;]*\b(?:rong rai|nhan dan|nguoi dan)\b"
)
_CHANNELS = (
    (Channel.RADIO, r"truyen thanh|phat thanh|\bloa\b|\bdai\b"),
    (Channel.PORTAL, r"(?:cong|trang) (?:thong tin|tin|giao tiep)|trang web|website|tin,? bai"),
    (Channel.ZALO, r"zalo|facebook|mang xa hoi|fanpage|nen tang so"),
    (Channel.PRESS, r"\bbao\b(?! cao)|bao chi|truyen hinh|phuong tien truyen thong"),
    (Channel.BANNER, r"pa ?no|ap phich|bang[- ]?ron|khau hieu|co phuon|truc quan|khanh tiet"),
    (Channel.HAMLET_MEETING, r"(?:hop|sinh hoat) (?:thon|ap|ban|khu|khom|to dan pho|nhan dan)"),
    (Channel.PARTY_CELL, r"chi bo|chi doan|chi hoi|sinh hoat (?:dang|doan|hoi)"),
)
_OF_SET = {
    HolderSet.HAMLETS: (Channel.HAMLET_MEETING, Channel.ZALO),
    HolderSet.COMMUNES: (Channel.RADIO, Channel.PORTAL, Channel.ZALO),
    HolderSet.HOST_COMMUNES: (Channel.RADIO, Channel.BANNER),
    HolderSet.UNIONS: (Channel.PARTY_CELL, Channel.ZALO),
}
_CADENCES = (
    (Cadence.DAILY, r"(?:hang|moi) ngay"),
    (Cadence.TWICE_WEEKLY, r"(?:02|2|hai) (?:lan|buoi)\s*(?:/|mot|moi|trong)?\s*tuan"),
    (Cadence.WEEKLY, r"(?:hang|moi) tuan"),
)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a task asks to be told, when and by which ways."""

    phases: tuple[Phase, ...]
    channels: tuple[Channel, ...]
    cadence: Cadence = Cadence.ONCE
    channels_named: bool = True
    """The task names the channels; else they are what such holders use to have."""


def noticed(text: str, holders: HolderSet = HolderSet.ONE) -> Noticed | None:
    """What a task's sentence says of outreach; None for a task of another sort."""
    bare = folded(text)
    if not _TOLD.search(bare):
        return None
    named = tuple(channel for channel, words in _CHANNELS if re.search(words, bare))
    usual = _OF_SET.get(holders, (Channel.PORTAL,))
    cadence = next((one for one, words in _CADENCES if re.search(words, bare)), Cadence.ONCE)
    return Noticed(_phases(bare), named or usual, cadence, channels_named=bool(named))


def _phases(bare: str) -> tuple[Phase, ...]:
    """The phases that are named; what names none is told before and during the activities."""
    found = []
    if re.search(r"\btruoc(?:,| va| khi| trong| thoi gian| ngay| hoi| cuoc)", bare):
        found.append(Phase.BEFORE)
    if re.search(r"\btrong(?:,| va sau| khi| thoi gian| qua trinh| ngay| hoi| cuoc)", bare):
        found.append(Phase.DURING)
    if re.search(r"\bsau (?:khi|hoi|cuoc|ngay|thoi gian)|ket qua (?:cuoc|hoi) thi", bare):
        found.append(Phase.AFTER)
    return tuple(found) or (Phase.BEFORE, Phase.DURING)
