"""What is known of a campaign when something is to be said about it."""

from dataclasses import dataclass

BLANK = "…………"
"""Stands where a fact is missing, to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class Winners:
    """Who takes a prize by a published result."""

    prize: str
    """ "Giải Nhất"."""
    names: tuple[str, ...]
    """Each with its unit, as the public ranking shows it."""
    group: str = ""
    """Of which round and table, where there are several: "Tuần thứ Nhất, giải cá nhân"."""


@dataclass(frozen=True, slots=True)
class ContestTold:
    """A contest as the public hears of it; what is not decided yet is empty."""

    title: str
    when: str = ""
    """As printed: "Từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026"."""
    who: str = ""
    how: tuple[str, ...] = ()
    """What to do, in order."""
    prizes: tuple[str, ...] = ()
    """ "01 giải Nhất: 1.000.000 đồng"; of several tables each begins with the table's name."""
    address: str = ""
    winners: tuple[Winners, ...] = ()
    """Of results that are published, and of no others."""


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """An activity that is no contest of this site."""

    title: str
    when: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class CampaignTold:
    """A campaign as the public hears of it."""

    title: str
    issuer: str
    plan: str = ""
    """ "Kế hoạch số 15/KH-UBND ngày 05/3/2026"."""
    purpose: tuple[str, ...] = ()
    activities: tuple[ActivityTold, ...] = ()
    contests: tuple[ContestTold, ...] = ()
    address: str = ""
    """Of the public page, else of the first contest."""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be used or rewritten, and what was not known when it was made."""

    title: str
    paragraphs: tuple[str, ...]
    missing: tuple[str, ...] = ()
    """What stands as a blank, as one asks for it: "thời gian dự thi"."""

    @property
    def text(self) -> str:
        """The whole text, a blank line between paragraphs."""
        return "\n\n".join(self.paragraphs)
