"""Pictures for chat groups: the summary of the day for leaders, and the preview of a link."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from hoithi.core.vietnamese.numbers import dotted
from hoithi.documents.typeset.press import png

_POINTS_PER_INCH = 72


class Tone(StrEnum):
    """The colour of a figure; the words beside it say the same."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Figure:
    """One large figure: "Người dự thi", "3.124", "tăng 312 so với hôm qua"."""

    label: str
    value: str
    note: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Day:
    """A bar of the small chart: its label ("05/3") and its count."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the picture of the day shows. It names no person."""

    body: str
    title: str
    moment: str
    """As printed: "Đến 07h00 ngày 05/3/2026"."""
    figures: Sequence[Figure]
    """Five fill the picture: two large above, three below."""
    days: Sequence[Day] = ()
    """The last one is the newest; at most 31 are shown."""
    chart_title: str = "Lượt thi theo ngày"
    foot: str = ""


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """What a chat shows of a link to a contest."""

    body: str
    title: str
    dates: str
    site: str = ""


_MOST_DAYS = 31


def summary_picture(summary: Summary) -> bytes:
    """A PNG 1,080 pixels wide, as high as its content."""
    days = summary.days[-_MOST_DAYS:]
    data = {
        "body": summary.body,
        "title": summary.title,
        "moment": summary.moment,
        "figures": [asdict(figure) for figure in summary.figures],
        "days": [
            {
                "label": day.label,
                "value": day.count,
                "shown": dotted(day.count),
                "last": place == len(days),
            }
            for place, day in enumerate(days, start=1)
        ],
        "chart_title": summary.chart_title,
        "foot": summary.foot,
    }
    return png("summary.typ", data, pixels_per_inch=_POINTS_PER_INCH)


def link_preview(preview: LinkPreview) -> bytes:
    """A PNG of 1,200 × 630 pixels."""
    return png("preview.typ", asdict(preview), pixels_per_inch=_POINTS_PER_INCH)
