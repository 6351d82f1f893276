"""The published results as files: the same bytes as served, for a portal or a cache."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from hoithi.campaigns.models import CampaignPage
from hoithi.campaigns.queries.public import public_pages
from hoithi.contests.models import Contest
from hoithi.contests.queries import public_contests
from hoithi.results import queries
from hoithi.results.models import Result
from hoithi.web.public import campaign_pages, feeds, still
from hoithi.web.public.shown import Published
from hoithi.web.public.still import StillPage

LANGUAGE = "vi"
_STATIC = Path(__file__).parent.parent / "static"

Pages = Iterator[tuple[str, StillPage]]
"""Addresses with what is served there."""


def parts(*, at: datetime, site: str) -> Iterator[tuple[str, Pages]]:
    """Everything to be written, piece by piece, each with the title of its contest.

    First the pages of every visible result, JSON and CSV among them; then the feeds of every
    public contest and campaign, which name their own address and are left out where `site` is
    not known.
    """
    for contest in public_contests():
        results = queries.all_published(contest, at=at)
        newest = {result.round_id: result.number for result in results}
        for result in results:
            yield contest.title, _pages(result, newest[result.round_id])
        if site:
            yield contest.title, _feeds(contest, results, site)
    if site:
        for page in public_pages():
            yield page.campaign.title, _feeds_of_campaign(page, site)


def _pages(result: Result, newest: int) -> Pages:
    """Every page under the result's number; of the newest also under the short address."""
    rests = list(still.addresses(Published(result)))
    for numbered in (True, False) if result.number == newest else (True,):
        place = still.addressed(result, newest=newest, numbered=numbered)
        for rest in rests:
            yield f"{place.base}{rest}", still.make(result, place, rest, LANGUAGE)


def _feeds(contest: Contest, results: Iterable[Result], site: str) -> Pages:
    with override(LANGUAGE):
        yield f"/{contest.slug}/ket-qua/tin.xml", feeds.news(contest, results, site)
        yield f"/{contest.slug}/lich.ics", feeds.calendar(contest, contest.rounds.all(), site)


def _feeds_of_campaign(page: CampaignPage, site: str) -> Pages:
    with override(LANGUAGE):
        yield f"/ke-hoach/{page.slug}/tin.xml", campaign_pages.news_feed(page, site)
        yield f"/ke-hoach/{page.slug}/lich.ics", campaign_pages.calendar(page, site)


def write(folder: Path, pages: Pages) -> tuple[int, int]:
    """Writes pages below the folder; how many files changed, and how many stayed as they were.

    A page of an address that ends in "/" becomes its `index.html`. Files are put in place whole,
    so that who reads meanwhile never sees half a page; what is unchanged is not touched.
    """
    changed = [_put(folder, address, page) for address, page in pages]
    return sum(changed), len(changed) - sum(changed)


def _put(folder: Path, address: str, page: StillPage) -> bool:
    relative = address.lstrip("/")
    if ".." in relative.split("/"):
        # No address has it; a name that came to hold it must not lead out of the folder.
        raise ValueError(address)
    path = folder / (f"{relative}index.html" if address.endswith("/") else relative)
    if path.exists() and path.read_bytes() == page.body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_bytes(page.body)
    half.replace(path)
    return True


def copy_styles(folder: Path) -> None:
    """The style sheets and pictures that the pages name."""
    for name in ("css", "img"):
        target = folder / settings.STATIC_URL.strip("/") / name
        target.mkdir(parents=True, exist_ok=True)
        for source in sorted((_STATIC / name).iterdir()):
            half = target / f".{source.name}.new"
            shutil.copyfile(source, half)
            half.replace(target / source.name)
