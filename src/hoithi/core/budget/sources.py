"""The source of money that a plan's words on funding name, as a first entry for the estimate."""

import re
from dataclasses import dataclass

from hoithi.core.vietnamese.text import fold

_LONGEST = 300
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:được\s+)?(?:lấy\s+|chi\s+)?từ\s+(?:nguồn\s+(?=ngân\s))?", re.IGNORECASE)
_END = re.compile(r"[;.,]|\s+(?:và\s+nguồn|để\s+tổ\s+chức|và\s+các\s+nguồn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A source that a person still confirms; the sum is never guessed."""

    name: str
    is_budget: bool
    """Whether it is money of the state's budget."""
    year: int | None = None


def proposed_source(said: str) -> Proposed | None:
    """The first source in words such as "Từ ngân sách xã năm 2026"; None where none is named."""
    first = _END.split(_LEAD.sub("", " ".join(said.split())), maxsplit=1)[0].strip()
    folded = fold(first)
    is_budget = "ngan sach" in folded
    if not is_budget and "nguon" not in folded:
        return None
    year = _YEAR.search(first)
    name = _YEAR.sub("", first).strip() if year and first.endswith(year[0]) else first
    name = f"{name[:1].upper()}{name[1:]}"[:_LONGEST]
    return Proposed(name, is_budget, int(year[1]) if year else None)
