"""Sentences for refusals about campaigns, their activities and tasks."""

from django.utils.translation import gettext as _

from hoithi.campaigns.actions import (
    MomentBackwards,
    NothingToAnswer,
    NothingTold,
    SuperiorsActivity,
)
from hoithi.contests.actions import NotSuperiors
from hoithi.core.tasks.calendar import MOST_DAYS, TooManyDays
from hoithi.wording import sentence


@sentence.register
def _superiors(_refusal: SuperiorsActivity) -> str:
    return _(
        "Hoạt động này do cấp trên tổ chức nên thời gian và thể lệ chỉ để xem, không sửa tại đây."
    )


@sentence.register
def _backwards(_refusal: MomentBackwards) -> str:
    return _("Ngày kết thúc trước ngày bắt đầu. Hãy xem lại hai ngày.")


@sentence.register
def _nothing_told(_refusal: NothingTold) -> str:
    return _("Chưa ghi nội dung. Hãy ghi nội dung rồi gửi lại.")


@sentence.register
def _nothing_to_answer(_refusal: NothingToAnswer) -> str:
    return _("Ở đây không có vướng mắc hay câu hỏi nào đang chờ trả lời.")


@sentence.register
def _too_many_days(_refusal: TooManyDays) -> str:
    return _("Thời hạn cách hoạt động quá %(days)s ngày. Hãy xem lại số ngày.") % {
        "days": MOST_DAYS
    }


@sentence.register
def _not_superiors(_refusal: NotSuperiors) -> str:
    return _("Hoạt động này do chính đơn vị tổ chức nên không liên kết với cuộc thi của cấp trên.")
