"""Posters and banners with a QR code that leads to a contest or a campaign."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from hoithi.documents.typeset.press import pdf, png, qr_svg, without_scheme


class Paper(StrEnum):
    """The size of the paper."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Poster:
    """What the poster of a contest says."""

    title: str
    address: str
    """Empty while there is none: the place of the code is left free."""
    issuer: tuple[str, ...]
    when: str
    """As printed: "Từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026"."""
    steps: tuple[str, ...]
    """What to do, in order; three read best."""
    kind: str = "Cuộc thi trực tuyến"
    who: str = ""
    foot: str = ""
    link: str = ""
    """Where the QR code leads, where that says more than the address that is printed."""


@dataclass(frozen=True, slots=True)
class Banner:
    """What a banner over a street says: one line, when, and a code to photograph."""

    line: str
    issuer: str
    address: str
    when: str = ""
    link: str = ""


def poster(content: Poster, paper: Paper = Paper.A4) -> bytes:
    """The PDF of a poster. A title that begins with the kind of event says it alone."""
    return pdf("poster.typ", _poster(content, paper))


def poster_picture(content: Poster) -> bytes:
    """The poster as PNG, to be sent to chat groups: 1,191 × 1,684 pixels."""
    return png("poster.typ", _poster(content, Paper.A4))


def _poster(content: Poster, paper: Paper) -> dict[str, object]:
    said_in_title = content.title.casefold().startswith(content.kind.casefold())
    extra = {
        "kind": "" if said_in_title else content.kind,
        "paper": paper,
        "qr": qr_svg(content.link or content.address) if content.address else "",
        "shown_address": without_scheme(content.address),
    }
    return asdict(content) | extra


def banner(content: Banner) -> bytes:
    """The PDF of a banner four times as wide as high, one tenth of its size (4 m × 1 m)."""
    return pdf("banner.typ", _banner(content))


def banner_picture(content: Banner) -> bytes:
    """The banner as PNG, for the head of a page: 2,268 × 567 pixels."""
    return png("banner.typ", _banner(content))


def _banner(content: Banner) -> dict[str, object]:
    extra = {
        "qr": qr_svg(content.link or content.address) if content.address else "",
        "shown_address": without_scheme(content.address),
    }
    return asdict(content) | extra
