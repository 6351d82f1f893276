"""What papers of a round will be like: 100,000 drawn for trial, looked at before it opens."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Round
from hoithi.contests.queries import EDITORS, round_for, rules_of_round
from hoithi.core.papers.simulation import QuestionTally, Range
from hoithi.core.questions.rows import DIFFICULTIES
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.documents.charts import bar_chart
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.actions.simulating import SIMULATED, PaperToTry, look_at, simulate_papers
from hoithi.sittings.models import PaperSimulation
from hoithi.sittings.queries.pools import PaperNeed, paper_needs
from hoithi.sittings.queries.simulations import Simulated, simulated
from hoithi.web.errands import hand_on
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import Asked, TableOut, table_view

_AT_THE_ENDS = 5
_WORN = Decimal("0.5")
"""A question in more than this share of the papers is soon known to everybody."""
_COLUMNS = (
    Column("code", ("Mã câu hỏi",), kind=Kind.TEXT),
    Column("row", ("Dòng ma trận",)),
    Column("difficulty", ("Mức độ",)),
    Column("drawn", ("Số đề có câu này",)),
    Column("percent", ("% số đề",)),
    Column("expected", ("Nếu chia đều",)),
)


@dataclass(frozen=True)
class TallyLine:
    """One question as the page names it."""

    tally: QuestionTally
    version: QuestionVersion
    percent: Decimal
    expected: Decimal

    @property
    def expected_shown(self) -> str:
        """To a whole paper: "23.077"."""
        return dotted(round(self.expected))


@dataclass(frozen=True)
class Card:
    """One paper of the round with its simulation, where there is one."""

    need: PaperNeed
    made: Simulated | None
    most: tuple[TallyLine, ...] = ()
    least: tuple[TallyLine, ...] = ()
    worn: int = 0
    charts: tuple[tuple[str, str], ...] = ()
    """Each with its caption."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def round_simulation(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Every paper of the round with its newest simulation; sends which one is to be simulated."""
    at = clock.now()
    round_ = round_for(request.user, slug, key, *opened_by("round_simulation"), at=at)
    needs = paper_needs(round_, rules_of_round(round_, at=at), at=at)
    if request.method == "POST":
        return _asked(request, round_, needs)
    cards = [_card(round_, need, at) for need in needs]
    for card in cards:
        if card.made is not None:
            look_at(card.made.row, at=at)
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "cards": cards,
        "simulated": SIMULATED,
    }
    return render(request, "organiser/bank/simulation.html", shown)


def _asked(request: SignedInRequest, round_: Round, needs: list[PaperNeed]) -> HttpResponse:
    """Leaves the drawing to the worker. Raises DoesNotExist for a paper that the round lacks."""
    part, group = request.POST.get("bai", ""), request.POST.get("nhom", "")
    if not any((need.part_key, need.group) == (part, group) for need in needs):
        raise PaperSimulation.DoesNotExist
    slug, key = round_.contest.slug, round_.key
    wanted = Wanted(
        simulated_round,
        {"slug": slug, "key": key, "part": part, "group": group},
        title=_("Mô phỏng %(count)s đề") % {"count": dotted(SIMULATED)},
        onward=reverse("round_simulation", args=[slug, key]),
        body=round_.contest.body,
    )
    return hand_on(request, wanted)


def simulated_round(errand: Errand, at: datetime) -> Made:
    """Draws the papers and keeps what they show; the page of the round shows it."""
    slug, key, part, group = (errand.wish[name] for name in ("slug", "key", "part", "group"))
    round_ = round_for(errand.person, slug, key, *opened_by("round_simulation"), at=at)
    wish = PaperToTry(part, group, secrets.token_hex(8), SIMULATED)
    simulate_papers(round_, wish, by=errand.person, at=at)
    told = _("Đã mô phỏng %(count)s đề. Nhấn Quay lại để xem kết quả.")
    return Made(told % {"count": dotted(SIMULATED)})


def _card(round_: Round, need: PaperNeed, at: datetime) -> Card:
    made = simulated(round_, need.part_key, need.group, at=at)
    if made is None:
        return Card(need, None)
    lines = list(_lines(made))
    found = made.found
    return Card(
        need=need,
        made=made,
        most=tuple(lines[:_AT_THE_ENDS]),
        least=tuple(lines[_AT_THE_ENDS:][::-1][:_AT_THE_ENDS]),
        worn=sum(line.percent > _WORN * 100 for line in lines),
        charts=(
            _chart(_("Số đề theo độ khó trung bình"), found.difficulty, ""),
            _chart(_("Số đề theo điểm dự kiến"), found.marks, "%"),
            _shared_chart(made),
        ),
    )


def _lines(made: Simulated) -> Iterator[TallyLine]:
    """The questions that are still there, those drawn most first."""
    expected = made.expected
    for one in made.found.questions:
        if (version := made.versions.get(one.version_id)) is not None:
            percent = round(Decimal(one.drawn * 100) / made.found.papers, 1)
            yield TallyLine(one, version, percent, expected.get(one.row, Decimal(0)))


def _chart(title: str, found: Range, unit: str) -> tuple[str, str]:
    bars = [(f"{decimal_text(mean)}{unit}", count) for mean, count in found.counts]
    return title, bar_chart(title, bars)


def _shared_chart(made: Simulated) -> tuple[str, str]:
    title = _("Số cặp đề theo số câu trùng nhau")
    bars = [
        (_("%(count)s câu trùng") % {"count": count}, pairs) for count, pairs in made.found.shared
    ]
    return title, bar_chart(title, bars)


@table_view
def simulation_out(asked: Asked, slug: str, key: str) -> TableOut:
    """Every question of a simulated paper, those drawn most first."""
    round_ = round_for(asked.person, slug, key, *EDITORS, at=asked.at)
    part, group = asked.query.get("bai", ""), asked.query.get("nhom", "")
    made = simulated(round_, part, group, at=asked.at) if part else None
    if made is None:
        raise PaperSimulation.DoesNotExist
    rows = (_out(line) for line in _lines(made))
    remark = _("Mô phỏng %(papers)s đề, hạt giống %(seed)s") % {
        "papers": dotted(made.found.papers),
        "seed": made.found.seed,
    }
    table = TableOut(_("Mô phỏng đề thi"), _COLUMNS, rows, (round_.title, remark))
    return table.called(f"mo-phong-{slug}-{key}", round_.contest.body)


def _out(line: TallyLine) -> list[Out]:
    version, tally = line.version, line.tally
    return [
        version.question.code,
        tally.row + 1,
        DIFFICULTIES.get(version.difficulty, version.difficulty),
        tally.drawn,
        line.percent,
        line.expected,
    ]
