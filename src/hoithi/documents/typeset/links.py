"""Slips with the link and QR code by which a unit reports without an account: eight on a page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from hoithi.documents.typeset.press import pdf, qr_svg, without_scheme

_ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class LinkSlip:
    """What one unit gets: a link that holds until a moment."""

    body: str
    unit: str
    title: str
    """Of what it is to report."""
    link: str
    expires: str
    """As printed: "hết ngày 12/3/2026"."""


def link_slips(items: Sequence[LinkSlip]) -> bytes:
    """The PDF of all slips, in their order. Refuses none at all."""
    if not items:
        raise ValueError(items)
    pages = [
        asdict(item) | {"qr": qr_svg(item.link), "shown_link": without_scheme(item.link)}
        for item in items
    ]
    return pdf("links.typ", {"items": pages}, pages=len(items) // _ON_A_PAGE + 1)
