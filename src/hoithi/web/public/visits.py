"""Visits of public pages, counted in memory and added to the totals of days now and then.

No cookie is set and nothing of who asked is kept: neither address nor browser nor moment. A view
costs an addition in memory; the table is written by the thread that shares counts, not by a view.
"""

import re
import threading
import time
from collections import Counter
from datetime import datetime

from django.http import HttpRequest

from hoithi.campaigns.actions.public import Visit, count_visits
from hoithi.campaigns.models import CampaignPage
from hoithi.core.outreach.sources import source_of
from hoithi.core.vietnamese.moments import local_day

_BOTS = re.compile(
    r"bot|crawl|spider|slurp|preview|facebookexternalhit|zalo.*share|whatsapp|telegram|curl|wget|"
    r"python|java/|go-http|headless|lighthouse|monitor|scan|feed",
    re.IGNORECASE,
)
_MOST = 10_000
"""Different campaigns, days and ways that wait at once; there are never so many."""

_EVERY_SECONDS = 30

_shared_at = 0.0
_waiting: Counter[Visit] = Counter()
_lock = threading.Lock()


def come(request: HttpRequest, page: CampaignPage, *, at: datetime) -> None:
    """Counts one visit of somebody who reads; programs, prefetching and HEAD do not count."""
    if not _reads(request):
        return
    visit = (page.campaign_id, local_day(at), source_of(request.GET.get("tu", "")))
    with _lock:
        if visit in _waiting or len(_waiting) < _MOST:
            _waiting[visit] += 1


def _reads(request: HttpRequest) -> bool:
    agent = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.method == "GET" and bool(agent) and not _BOTS.search(agent) and not ahead


def share_now_and_then() -> None:
    """Adds to the totals twice a minute, however often it is called."""
    global _shared_at  # noqa: PLW0603 - when this process added the last time
    now = time.monotonic()
    if now - _shared_at >= _EVERY_SECONDS:
        _shared_at = now
        share_visits()


def share_visits() -> None:
    """Adds what was counted here to the totals; what cannot be written is kept for later."""
    with _lock:
        told = dict(_waiting)
        _waiting.clear()
    if not told:
        return
    try:
        count_visits(told)
    except Exception:
        with _lock:
            _waiting.update(told)
        raise
