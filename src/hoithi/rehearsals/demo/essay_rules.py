"""The rules of the written contest of the demonstration."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import msgspec

from hoithi.core.rulebook.document import Round, RoundScope, Rulebook, Window
from hoithi.core.rulebook.parts import AttemptRules, Draw, EssayRules, JuryPart, PaperPart
from hoithi.core.rulebook.prizes import Prize, PrizeScope, PrizeTable
from hoithi.core.rulebook.ranking import By, Direction, RankingKey

SLUG = "hoa-son-viet-2026"


def rules(weekly: Rulebook, today: date) -> Rulebook:
    """Four questions and an essay in one round that closed three days ago."""
    round_ = _round(today)
    return Rulebook(
        kind=weekly.kind,
        key=SLUG,
        title="Cuộc thi viết “Người dân với dịch vụ công trực tuyến” xã Hòa Sơn năm 2026",
        organiser=weekly.organiser,
        superior=weekly.superior,
        place=weekly.place,
        topics=("Cách làm để người dân tự nộp được hồ sơ trực tuyến.",),
        window=round_.window,
        rounds=(round_,),
        parts=_parts(),
        entry=msgspec.structs.replace(weekly.entry, quotas=()),
        attempts=AttemptRules(a_round=1),
        ranking=(
            RankingKey(by=By.POINTS, first=Direction.MORE),
            RankingKey(by=By.SUBMITTED_AT, first=Direction.LESS),
        ),
        prizes=(_prizes(),),
        authority=weekly.authority,
    )


def _round(today: date) -> Round:
    opens, closes, publishes = (
        datetime.combine(today + timedelta(days=days), time(hour)).isoformat("T", "minutes")
        for days, hour in ((-10, 8), (-3, 17), (5, 8))
    )
    return Round(
        key="round-1",
        title="Vòng thi viết",
        scope=RoundScope.WHOLE,
        window=Window(opens=opens, closes=closes),
        publishes=publishes,
    )


def _parts() -> tuple[PaperPart, JuryPart]:
    choices = Draw(field="online-services", count=4)
    essay = Draw(field="online-services", count=1, points=Decimal(0), essay=True)
    paper = PaperPart(key="paper", title="Bài thi", minutes=45, blueprint=(choices, essay))
    marked = JuryPart(
        key="essays",
        title="Câu tự luận",
        most=Decimal(10),
        step=Decimal("0.25"),
        essay=EssayRules(of_paper="paper"),
    )
    return paper, marked


def _prizes() -> PrizeTable:
    first = Prize(key="first", title="giải Nhất", count=1, amount=1_000_000)
    second = Prize(key="second", title="giải Nhì", count=2, amount=500_000)
    return PrizeTable(
        key="written", title="Giải cuộc thi viết", scope=PrizeScope.ROUND, prizes=(first, second)
    )
