"""Posters with a QR code that leads to a contest."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from hoithi.documents.typeset.press import pdf, qr_svg, without_scheme


class Paper(StrEnum):
    """The size of the paper."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Poster:
    """What the poster of a contest says."""

    title: str
    address: str
    issuer: tuple[str, ...]
    when: str
    """As printed: "Từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026"."""
    steps: tuple[str, ...]
    """What to do, in order; three read best."""
    kind: str = "Cuộc thi trực tuyến"
    who: str = ""
    foot: str = ""


def poster(content: Poster, paper: Paper = Paper.A4) -> bytes:
    """The PDF of a poster. A title that begins with the kind of event says it alone."""
    said_in_title = content.title.casefold().startswith(content.kind.casefold())
    extra = {
        "kind": "" if said_in_title else content.kind,
        "paper": paper,
        "qr": qr_svg(content.address),
        "shown_address": without_scheme(content.address),
    }
    return pdf("poster.typ", asdict(content) | extra)
