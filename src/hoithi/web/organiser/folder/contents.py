"""What each moment's folder holds, in the order of signing."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.folder import (
    ceremony,
    elsewhere,
    launch,
    letters,
    money,
    regulation,
    running,
)
from hoithi.web.organiser.folder import ending as closing
from hoithi.web.organiser.folder.elsewhere import Later
from hoithi.web.organiser.folder.ending import Ending
from hoithi.web.organiser.folder.prizes import Naming, as_published
from hoithi.web.organiser.folder.sheets import Maker, Sheet


class Stage(StrEnum):
    """The moments at which papers are gathered."""

    LAUNCH = "khoi-dong"
    RUNNING = "trong-ky"
    ENDING = "ket-thuc"
    SETTLEMENT = "quyet-toan"


STAGES: Mapping[Stage, str | Promise] = {
    Stage.LAUNCH: _("Khởi động"),
    Stage.RUNNING: _("Trong kỳ"),
    Stage.ENDING: _("Kết thúc"),
    Stage.SETTLEMENT: _("Quyết toán"),
}


def makers(stage: Stage, naming: Naming) -> tuple[Maker, ...]:
    """The makers of a moment; `naming` says winners as whoever asked may read them."""
    return {
        Stage.LAUNCH: _LAUNCH,
        Stage.RUNNING: _RUNNING,
        Stage.ENDING: _ending(Ending(naming)),
        Stage.SETTLEMENT: _SETTLEMENT,
    }[stage]


_LAUNCH: tuple[Maker, ...] = (
    launch.proposal,
    launch.plan,
    elsewhere.committees,
    regulation.rules,
    money.estimate,
    launch.order,
    elsewhere.first_invitations,
    letters.letters_to_take_part,
)
_RUNNING: tuple[Maker, ...] = (
    running.schedule,
    elsewhere.all_minutes,
    running.draws,
    running.score_sheets,
    running.announcements,
    elsewhere.urging,
)
_SETTLEMENT: tuple[Maker, ...] = (
    # Names and accounts are read on their own page, one list at a time.
    Later(
        "danh-sach-chi",
        "Danh sách chi thưởng, chi bồi dưỡng",
        "Người nhận ký",
        "Kinh phí",
        "campaign_budget",
    ),
    money.settlement,
)


def _ending(ending: Ending) -> tuple[Maker, ...]:
    return (
        ending.minutes,
        closing.proposal,
        closing.decision,
        ending.winners,
        elsewhere.final_reports,
        ceremony.programme,
        elsewhere.last_invitations,
        ending.speech,
        ceremony.backdrop,
    )


def sheets(facts: FolderFacts, stage: Stage, naming: Naming = as_published) -> list[Sheet]:
    """Every paper of a moment in the order of signing."""
    return [sheet for make in makers(stage, naming) for sheet in make(facts)]
