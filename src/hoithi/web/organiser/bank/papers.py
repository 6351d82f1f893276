"""The sealed papers of a round: seed, hash, how evenly the bank is used."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.contests.queries import EDITORS, round_for
from hoithi.core.papers.evenness import Evenness
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.documents.charts import bar_chart
from hoithi.kit import clock
from hoithi.sittings.queries.evenness import pool_for, sealed_evenness
from hoithi.sittings.queries.outdated import outdated
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def paper_set(request: SignedInRequest, slug: str, key: str, pool: int) -> HttpResponse:
    """One set of sealed papers: what proves it, and how evenly it uses the bank."""
    at = clock.now()
    round_ = round_for(request.user, slug, key, *EDITORS, at=at)
    sealed = pool_for(round_, pool)
    sheet = sealed_evenness(sealed)
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "pool": sealed,
        "report": sheet.found.report,
        "chart": chart_of(sheet.found),
        "outdated": [
            one
            for one in outdated([round_], at=at).get(round_.pk, [])
            if one.version.pk in sheet.versions
        ],
        "is_coming": round_.opens_at is None or round_.opens_at > at,
        "questions": [
            (one, sheet.versions[one.version_id])
            for one in sheet.found.questions
            if one.version_id in sheet.versions
        ],
    }
    return render(request, "organiser/bank/papers.html", shown)


def chart_of(found: Evenness) -> str:
    """Papers by their mean difficulty."""
    bars = [(decimal_text(mean), count) for mean, count in found.difficulties]
    return bar_chart(_("Số đề theo mức độ khó trung bình"), bars)
