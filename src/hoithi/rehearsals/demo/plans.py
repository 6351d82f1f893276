"""Signed plans of the demonstration: their texts with days that lie about the moment of the story.

The texts are our own; five of them state the facts of plans that were signed between 2008 and
2024, moved to these weeks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from hoithi.campaigns.models import Campaign
from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.plans.actions import Choices, Superior, import_plan
from hoithi.rehearsals.demo import world
from hoithi.rehearsals.demo.texts import filled
from hoithi.rehearsals.demo.working import Desk, bring_to_moment


@dataclass(frozen=True)
class DemoPlan:
    """A plan of a body, and whether its days are counted from today or from this week's Monday."""

    file: str
    body: str
    login: str
    """Who uploads it."""
    from_monday: bool = True
    joins: str = ""
    """The slug of the superior's contest that it carries out."""


PLANS = (
    DemoPlan("ngo-quyen-2008", "ngo-quyen", "ngoquyen"),
    DemoPlan("binh-son-2024", "binh-son", "binhson"),
    DemoPlan(
        "bach-quang-2021",
        "bach-quang",
        "bachquang",
        from_monday=False,
        joins=world.SONG_CONG.contest_slug,
    ),
    DemoPlan("tien-giang-2019", "tien-giang", "tiengiang"),
    DemoPlan("cu-lao-dung-2020", "cu-lao-dung", "culaodung"),
    DemoPlan("hoa-son-2026", world.HOA_SON.slug, "thuongtruc"),
    DemoPlan("thai-nguyen-2026", world.THAI_NGUYEN.slug, "tinh"),
)


def found_campaigns(examples: Path, *, at: datetime, told: Callable[[str], None]) -> list[Campaign]:
    """Every plan is uploaded, read and founds its campaign, through the doors of the screens."""
    founded = []
    for plan in PLANS:
        template = (examples / "plans" / f"{plan.file}.txt").read_text(encoding="utf-8")
        told(f"Kế hoạch của {OrganisingBody.objects.get(slug=plan.body).name}")
        campaign = _found(plan, filled(template, _base(plan, local_day(at))), at=at)
        bring_to_moment(_desk(campaign, plan, at), plan.file)
        founded.append(campaign)
    return founded


def _desk(campaign: Campaign, plan: DemoPlan, at: datetime) -> Desk:
    by = Person.objects.get(login=plan.login)
    return Desk(campaign, by, _approver(campaign.body), at)


def _approver(body: OrganisingBody) -> Person:
    return Person.objects.get(roles__name=RoleName.APPROVER, roles__body=body)


def _base(plan: DemoPlan, today: date) -> date:
    return today - timedelta(days=today.weekday()) if plan.from_monday else today


def _found(plan: DemoPlan, text: str, *, at: datetime) -> Campaign:
    body = OrganisingBody.objects.get(slug=plan.body)
    by = Person.objects.get(login=plan.login)
    contest = Contest.objects.filter(slug=plan.joins).first() if plan.joins else None
    choices = Choices(Superior.LINK, contest) if contest else Choices()
    name = f"{plan.file}.txt"
    return import_plan(text.encode(), name, choices, body=body, by=by, at=at).campaign
