"""Certificates (Giấy chứng nhận): one A4 page across for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hoithi.core.vietnamese.dates import long_date_text
from hoithi.documents.typeset.press import pdf, qr_svg, without_scheme


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says. What is not known yet ("" or None) is left as a dotted line."""

    name: str
    """The person, team or unit, with the form of address if one is wanted: "Ông Nguyễn Văn An"."""
    prize: str
    """For example "Đạt giải Nhất cá nhân – Tuần 2"."""
    contest: str
    issuer: tuple[str, ...]
    """The issuing body, its superior first."""
    address: str
    """The address of the verification page, in the QR code."""
    code: str
    unit: str = ""
    title: str = "GIẤY CHỨNG NHẬN"
    addressed: str = "Chứng nhận"
    signing_place: str = ""
    signed_on: date | None = None
    authority: tuple[str, ...] = ()
    """For example ("TM. BAN TỔ CHỨC", "TRƯỞNG BAN")."""
    signer: str = ""
    decision: str = ""
    decided_on: date | None = None
    register: str = ""


def certificate(item: Certificate) -> bytes:
    """The PDF of one certificate."""
    return certificates([item])


def certificates(items: Sequence[Certificate]) -> bytes:
    """One PDF with a page for each certificate, in their order. Refuses none at all."""
    if not items:
        raise ValueError(items)
    title = items[0].title if len(items) > 1 else f"{items[0].title} – {items[0].name}"
    data = {"document_title": title, "items": [_page(item) for item in items]}
    return pdf("certificate.typ", data, pages=len(items))


def _page(item: Certificate) -> dict[str, Any]:
    return {
        "name": item.name,
        "unit": item.unit,
        "prize": item.prize,
        "contest": item.contest,
        "issuer": item.issuer,
        "title": item.title,
        "addressed": item.addressed,
        "signing_place": item.signing_place,
        "signed_on": _day(item.signed_on),
        "authority": item.authority,
        "signer": item.signer,
        "decision": item.decision,
        "decided_on": _day(item.decided_on),
        "register": item.register,
        "code": item.code,
        "address": item.address,
        "shown_address": without_scheme(item.address),
        "qr": qr_svg(item.address),
    }


def _day(day: date | None) -> str:
    return long_date_text(day) if day else ""
