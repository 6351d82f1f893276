"""Account slips (Phiếu tài khoản) to be cut out and handed over: eight on an A4 page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from hoithi.documents.typeset.press import pdf, qr_svg, without_scheme

_ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Slip:
    """What one person gets: a link that is good once and sets the password, or a day card."""

    body: str
    name: str
    login_name: str
    link: str
    expires: str
    """As printed: "17h00 ngày 12/3/2026"."""
    role: str = ""
    """Post and unit, or what the account may do."""
    is_day_card: bool = False
    """Opens a day's work on one device, as often as needed, and sets no password."""


def slips(items: Sequence[Slip]) -> bytes:
    """The PDF of all slips, in their order. Refuses none at all."""
    if not items:
        raise ValueError(items)
    pages = [
        asdict(item) | {"qr": qr_svg(item.link), "shown_link": without_scheme(item.link)}
        for item in items
    ]
    return pdf("slips.typ", {"items": pages}, pages=len(items) // _ON_A_PAGE + 1)
