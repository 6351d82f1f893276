"""Sets certificates, slips, official sheets and posters; texts are data, never markup."""

from hoithi.documents.typeset.certificates import Certificate, certificate, certificates
from hoithi.documents.typeset.posters import (
    Banner,
    Paper,
    Poster,
    banner,
    banner_picture,
    poster,
    poster_picture,
)
from hoithi.documents.typeset.sheets import (
    Blanks,
    Block,
    NewPage,
    OfficialSheet,
    Paragraph,
    Side,
    Signature,
    Style,
    Table,
    sheet,
)
from hoithi.documents.typeset.slips import Slip, slips

__all__ = [
    "Banner",
    "Blanks",
    "Block",
    "Certificate",
    "NewPage",
    "OfficialSheet",
    "Paper",
    "Paragraph",
    "Poster",
    "Side",
    "Signature",
    "Slip",
    "Style",
    "Table",
    "banner",
    "banner_picture",
    "certificate",
    "certificates",
    "poster",
    "poster_picture",
    "sheet",
    "slips",
]
