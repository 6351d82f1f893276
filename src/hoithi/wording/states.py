"""What officials call the states of contests, rounds and questions."""

from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext as _

from hoithi.contests.models import ContestState, DecisionKind, Release, RoundDecision
from hoithi.core.rounds import RoundState
from hoithi.questions.models import QuestionState
from hoithi.wording import moments


def contest_state(state: str) -> str:
    """How far a contest has come."""
    return {
        ContestState.DRAFT: _("Đang chuẩn bị"),
        ContestState.ANNOUNCED: _("Đã công khai"),
        ContestState.CLOSED: _("Đã kết thúc"),
        ContestState.CANCELLED: _("Đã hủy"),
        ContestState.DELETED: _("Đã xóa"),
    }[ContestState(state)]


def round_state(state: str) -> str:
    """What a round is doing."""
    return {
        RoundState.UNDATED: _("Chưa ấn định thời gian"),
        RoundState.COMING: _("Chưa mở"),
        RoundState.OPEN: _("Đang mở"),
        RoundState.PAUSED: _("Đang tạm dừng"),
        RoundState.CLOSED: _("Đã đóng"),
        RoundState.CANCELLED: _("Đã hủy"),
    }[RoundState(state)]


def decision_kind(kind: str) -> str:
    """What was decided about a round."""
    return {
        DecisionKind.EXTEND: _("Gia hạn"),
        DecisionKind.CLOSE_EARLY: _("Đóng sớm"),
        DecisionKind.PAUSE: _("Tạm dừng"),
        DecisionKind.RESUME: _("Tiếp tục"),
        DecisionKind.CANCEL: _("Hủy đợt thi"),
        DecisionKind.RERUN: _("Tổ chức lại"),
        DecisionKind.MOVE_PUBLICATION: _("Đổi giờ công bố"),
        DecisionKind.AMEND: _("Điều chỉnh thể lệ"),
        DecisionKind.COUNT_LATE: _("Công nhận bài nộp muộn"),
    }[DecisionKind(kind)]


class Publishable(Protocol):
    """A round, or what is told of one."""

    @property
    def publishes_at(self) -> datetime | None:
        """The set minute, if there is one."""
        ...

    @property
    def publishes_on_approval(self) -> bool:
        """Whether it comes out as soon as it is approved."""
        ...


def publication(round_: Publishable) -> str:
    """When the result of a round comes out; empty where nothing is set."""
    if round_.publishes_on_approval:
        return _("ngay khi được duyệt")
    return moments.moment(round_.publishes_at) if round_.publishes_at else ""


def publication_decided(decision: RoundDecision) -> str:
    """What a decision says of the publication; empty where it says nothing."""
    if decision.release == Release.ON_APPROVAL:
        return _("Kết quả công bố ngay khi được duyệt.")
    if decision.publishes_at is None:
        return ""
    when = moments.moment(decision.publishes_at)
    return _("Kết quả công bố lúc %(when)s.") % {"when": when}


def question_state(state: str) -> str:
    """How far a question has come between writer and reviewer."""
    return {
        QuestionState.DRAFT: _("Bản nháp"),
        QuestionState.PROPOSED: _("Chờ thẩm định"),
        QuestionState.APPROVED: _("Đã duyệt"),
        QuestionState.SENT_BACK: _("Trả lại"),
        QuestionState.WITHDRAWN: _("Đã rút"),
    }[QuestionState(state)]
