"""The signs of irregularity on the results desk: kind by kind, some on a page, each with a form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.forms import Form

from hoithi.results.forms import SignForm
from hoithi.results.queries.desk import SignAtDesk

ON_A_PAGE = 20


@dataclass(frozen=True)
class KindOfSigns:
    """The signs of one kind on this page, under one heading."""

    kind: str
    count: int
    """All of this kind, on whichever page."""
    waiting: int
    """Those of them that nobody has looked into."""
    lines: list[tuple[SignAtDesk, Form]]


@dataclass(frozen=True)
class SignsPage:
    """A page of the signs at the desk."""

    page: Page[SignAtDesk]
    kinds: list[KindOfSigns]

    @property
    def query(self) -> str:
        """What leads back to this page; empty on the first."""
        return f"?{urlencode({'trang': self.page.number})}" if self.page.number > 1 else ""


def signs_page(
    signs: Sequence[SignAtDesk], number: str | None, sent: Form | None = None
) -> SignsPage:
    """The page of this number; where a form that was sent comes back, the page of its sign."""
    if sent is not None:
        about = [place for place, one in enumerate(signs) if _is_about(sent, one)]
        number = str(about[0] // ON_A_PAGE + 1) if about else number
    page = Paginator(signs, ON_A_PAGE).get_page(number)
    every = Counter(one.sign.kind for one in signs)
    waiting = Counter(one.sign.kind for one in signs if one.finding is None)
    lines = [(one, _form(one, n, sent)) for n, one in enumerate(page, page.start_index())]
    kinds = [
        KindOfSigns(kind, every[kind], waiting[kind], list(these))
        for kind, these in groupby(lines, lambda line: line[0].sign.kind)
    ]
    return SignsPage(page, kinds)


def _is_about(sent: Form, one: SignAtDesk) -> bool:
    return (sent["sign"].value(), sent["subject"].value()) == (one.sign.kind, one.sign.subject)


def _form(one: SignAtDesk, number: int, sent: Form | None) -> Form:
    """The form of a sign; the one that was sent, where it is about this sign."""
    if sent is not None and _is_about(sent, one):
        return sent
    initial = {"sign": one.sign.kind, "subject": one.sign.subject}
    return SignForm(initial=initial, auto_id=f"dau_hieu_{number}_%s")
