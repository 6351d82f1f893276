"""The sealed papers of a round: seed, hash, how evenly the bank is used, a simulation."""

import secrets
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests.queries import EDITORS, round_for
from hoithi.core.papers.evenness import Evenness
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.documents.charts import bar_chart
from hoithi.documents.spreadsheets import Column, write_table
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.sittings.queries.evenness import Sheet, pool_for, sealed_evenness, simulation
from hoithi.web.errands import hand_on
from hoithi.web.request import SignedInRequest

SIMULATED = 10_000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    Column("code", ("Mã câu hỏi",)),
    Column("row", ("Dòng ma trận",)),
    Column("difficulty", ("Mức độ",)),
    Column("drawn", ("Số đề có câu này",)),
    Column("expected", ("Nếu chia đều",)),
)


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
        "questions": [
            (one, sheet.versions[one.version_id])
            for one in sheet.found.questions
            if one.version_id in sheet.versions
        ],
        "simulated": SIMULATED,
    }
    return render(request, "organiser/bank/papers.html", shown)


def chart_of(found: Evenness) -> str:
    """Papers by their mean difficulty."""
    bars = [(decimal_text(mean), count) for mean, count in found.difficulties]
    return bar_chart(_("Số đề theo mức độ khó trung bình"), bars)


@require_POST
@login_required
def paper_set_simulate(request: SignedInRequest, slug: str, key: str, pool: int) -> HttpResponse:
    """Lets the worker draw many papers by the same blueprint from a new seed, for a table."""
    round_ = round_for(request.user, slug, key, *EDITORS, at=clock.now())
    sealed = pool_for(round_, pool)
    wanted = Wanted(
        simulated_papers,
        {"slug": slug, "key": key, "pool": sealed.pk, "seed": secrets.token_hex(8)},
        title=_("Mô phỏng %(count)s đề") % {"count": dotted(SIMULATED)},
        onward=reverse("paper_set", args=[slug, key, sealed.pk]),
        body=round_.contest.body,
    )
    return hand_on(request, wanted)


def simulated_papers(errand: Errand, at: datetime) -> Made:
    """The table of a simulation; its seed stands in it, so that anybody can do it again."""
    slug, key, seed = (errand.wish[name] for name in ("slug", "key", "seed"))
    round_ = round_for(errand.person, slug, key, *EDITORS, at=at)
    pool = pool_for(round_, errand.wish["pool"])
    sheet = simulation(round_, pool.part_key, pool.group, seed=seed, size=SIMULATED, at=at)
    remarks = (_remark(sheet.found), _("Hạt giống mô phỏng: %(seed)s") % {"seed": seed})
    data = write_table(_("Mô phỏng bộ đề"), _COLUMNS, _lines(sheet), remarks)
    return Made(sentence=remarks[0], data=data, name=f"mo-phong-{key}.xlsx", media_type=_XLSX)


def _remark(found: Evenness) -> str:
    spread = found.report.difficulty
    facts = {
        "papers": dotted(found.report.papers),
        "least": decimal_text(round(spread.least, 2)),
        "most": decimal_text(round(spread.most, 2)),
        "mean": decimal_text(round(spread.mean, 2)),
    }
    return (
        _(
            "Mô phỏng %(papers)s đề: độ khó trung bình %(mean)s, đề dễ nhất %(least)s, đề khó nhất "
            "%(most)s (1 là dễ, 3 là khó)."
        )
        % facts
    )


def _lines(sheet: Sheet) -> list[tuple[str | int | Decimal, ...]]:
    return [
        (version.question.code, one.row + 1, version.difficulty, one.drawn, one.expected)
        for one in sheet.found.questions
        if (version := sheet.versions.get(one.version_id))
    ]
