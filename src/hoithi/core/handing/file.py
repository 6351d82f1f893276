"""The file by which a campaign goes to another body: written, hashed, and read strictly."""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from hoithi.core.founding.records import CampaignDraft
from hoithi.core.handing.private import without_persons
from hoithi.core.handing.sound import is_sound, merged
from hoithi.core.handing.wire import CampaignTold, draft_of, told
from hoithi.core.rulebook.problem import ProblemCode, RulebookUnreadable
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean_lines
from hoithi.kit.refusals import Refusal

FORMAT = 1
WHAT = "hoithi-campaign"
MOST_BYTES = 8 * 1024 * 1024
"""A campaign of 12 agencies, 200 tasks and three contests is some two hundred thousand bytes."""
_DEEPEST = 40

Parts = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows of further parts of a campaign (budget lines and the like) by the name of the part."""


class Fault(StrEnum):
    """Why a file is not opened."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    NOT_A_CAMPAIGN = "not_a_campaign"
    NEWER = "newer"
    TAMPERED = "tampered"
    DAMAGED = "damaged"
    HOSTILE = "hostile"


class CampaignFileRefused(Refusal):
    """The file is not opened; nothing has been founded. `place` says where, if that is known."""

    def __init__(self, fault: Fault, place: str = "") -> None:
        super().__init__(fault=fault, place=place)
        self.fault = fault
        self.place = place


@dataclass(frozen=True)
class CampaignFile:
    """What a file holds."""

    draft: CampaignDraft
    parts: Parts = field(default_factory=dict)
    sha256: str = ""


def to_file(draft: CampaignDraft, parts: Parts, *, names: Collection[str]) -> bytes:
    """The bytes of the file, the same for the same campaign; nobody of `names` is in it."""
    campaign = merged(without_persons(told(draft), names))
    bare = {name: without_persons(rows, names) for name, rows in parts.items() if rows}
    content = {"campaign": campaign, "format": FORMAT, "parts": bare, "what": WHAT}
    whole = content | {"sha256": _hash(content)}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def from_file(data: bytes) -> CampaignFile:
    """What the file holds. Refuses, in this order, what is empty or too big, no campaign, of a
    newer format, changed since it was written, hostile, or not whole."""
    whole = _opened(data)
    content = {name: value for name, value in whole.items() if name != "sha256"}
    digest = _checked_hash(content, whole.get("sha256"))
    if set(content) - {"campaign", "format", "parts", "what"}:
        raise CampaignFileRefused(Fault.DAMAGED)
    clean = _cleaned(content, 0)
    parts = clean.get("parts", {})
    if not _are_parts(parts):
        raise CampaignFileRefused(Fault.DAMAGED, "parts")
    return CampaignFile(_draft(clean.get("campaign")), parts, digest)


def _opened(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise CampaignFileRefused(Fault.EMPTY)
    if len(data) > MOST_BYTES:
        raise CampaignFileRefused(Fault.TOO_BIG)
    try:
        whole = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise CampaignFileRefused(Fault.NOT_A_CAMPAIGN) from None
    if not isinstance(whole, dict) or whole.get("what") != WHAT:
        raise CampaignFileRefused(Fault.NOT_A_CAMPAIGN)
    number = whole.get("format")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise CampaignFileRefused(Fault.DAMAGED, "format")
    if number > FORMAT:
        raise CampaignFileRefused(Fault.NEWER)
    return whole


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _checked_hash(content: Mapping[str, Any], stated: object) -> str:
    try:
        digest = _hash(content)
    except (UnicodeEncodeError, RecursionError):
        raise CampaignFileRefused(Fault.HOSTILE) from None
    if digest != stated:
        raise CampaignFileRefused(Fault.TAMPERED)
    return digest


def _hash(content: Mapping[str, Any]) -> str:
    """Over the canonical bytes, whatever spaces and line ends the file was saved with."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _cleaned(told_here: Any, depth: int) -> Any:
    """Every text as it may be stored. Refuses control characters and nests without end."""
    if depth > _DEEPEST:
        raise CampaignFileRefused(Fault.HOSTILE)
    if isinstance(told_here, dict):
        return {key: _cleaned(one, depth + 1) for key, one in told_here.items()}
    if isinstance(told_here, list):
        return [_cleaned(one, depth + 1) for one in told_here]
    if not isinstance(told_here, str):
        return told_here
    try:
        return clean_lines(told_here)
    except ControlCharacterRefused:
        raise CampaignFileRefused(Fault.HOSTILE) from None


def _are_parts(parts: object) -> bool:
    return isinstance(parts, dict) and all(
        isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
        for rows in parts.values()
    )


def _draft(campaign: object) -> CampaignDraft:
    try:
        record = msgspec.convert(campaign, CampaignTold)
        draft = draft_of(record)
    except msgspec.ValidationError as error:
        raise CampaignFileRefused(Fault.DAMAGED, _place(error)) from None
    except RulebookUnreadable as unreadable:
        first = unreadable.problems[0]
        newer = first.code is ProblemCode.FORMAT_UNKNOWN
        fault = Fault.NEWER if newer else Fault.DAMAGED
        raise CampaignFileRefused(fault, first.path or "rulebook") from None
    if not is_sound(draft):
        raise CampaignFileRefused(Fault.DAMAGED)
    return draft


def _place(error: msgspec.ValidationError) -> str:
    """The path in "Expected `str` - at `$.tasks[3].text`"."""
    _, _, place = str(error).rpartition(" - at `$")
    return place.rstrip("`").lstrip(".")[:80]
