"""Sentences for refusals about campaigns, their activities and tasks."""

from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import (
    ActivityInUse,
    AlreadySettled,
    AnsweredByActivity,
    HeldTwice,
    HolderReported,
    HoursBackwards,
    MomentBackwards,
    NothingToAnswer,
    NothingTold,
    QuestionKept,
    SuperiorsActivity,
)
from hoithi.contests.actions import NotSuperiors
from hoithi.core.tasks.calendar import MOST_DAYS, TooManyDays
from hoithi.core.tasks.reminding import MOST_DAYS_BEFORE, MOST_STEPS, StepsNotUnderstood
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
def _holder_reported(refusal: HolderReported) -> str:
    return (
        _(
            "%(agency)s đã báo cáo tình hình thực hiện nên không thể bỏ khỏi nhiệm vụ, "
            "cũng không thể xóa nhiệm vụ."
        )
        % refusal.facts
    )


@sentence.register
def _held_twice(refusal: HeldTwice) -> str:
    return (
        _("%(agency)s được chọn vừa chủ trì vừa phối hợp. Hãy chọn một trong hai.") % refusal.facts
    )


@sentence.register
def _question_kept(_refusal: QuestionKept) -> str:
    return _("Đây là nội dung kế hoạch còn để ngỏ: hãy trả lời tại trang của nội dung này.")


@sentence.register
def _steps_not_understood(_refusal: StepsNotUnderstood) -> str:
    return _(
        "Hãy ghi từ một đến %(steps)s mốc nhắc, mỗi mốc từ 1 đến %(days)s ngày, cách nhau bằng "
        "dấu phẩy. Ví dụ: 7, 3, 1"
    ) % {"steps": MOST_STEPS, "days": MOST_DAYS_BEFORE}


@sentence.register
def _too_many_days(_refusal: TooManyDays) -> str:
    return _("Thời hạn cách hoạt động quá %(days)s ngày. Hãy xem lại số ngày.") % {
        "days": MOST_DAYS
    }


@sentence.register
def _not_superiors(_refusal: NotSuperiors) -> str:
    return _("Hoạt động này do chính đơn vị tổ chức nên không liên kết với cuộc thi của cấp trên.")


@sentence.register
def _hours_backwards(_refusal: HoursBackwards) -> str:
    return _("Giờ kết thúc trước giờ bắt đầu. Hãy xem lại hai giờ.")


@sentence.register
def _settled(_refusal: AlreadySettled) -> str:
    return _(
        "Ngày của hoạt động đã được ấn định nên không còn phương án để chọn. Muốn xin ý kiến lại, "
        "hãy sửa thời gian và đánh dấu “Chưa ấn định ngày” trước."
    )


@sentence.register
def _by_activity(_refusal: AnsweredByActivity) -> str:
    return _(
        "Câu hỏi này được trả lời bằng cách ghi ngày, địa điểm của chính hoạt động, để hạn của các "
        "nhiệm vụ dời theo. Hãy mở hoạt động và ghi tại đó."
    )


_HANGING = {
    "campaigns.task": gettext_lazy("nhiệm vụ"),
    "contests.contest": gettext_lazy("cuộc thi"),
    "contests.joinedcontest": gettext_lazy("liên kết với cuộc thi của cấp trên"),
    "conferences.meeting": gettext_lazy("nội dung giấy mời, biên bản"),
    "conferences.agendaitem": gettext_lazy("chương trình"),
    "conferences.guest": gettext_lazy("thành phần dự"),
    "conferences.conclusion": gettext_lazy("kết luận"),
}


@sentence.register
def _in_use(refusal: ActivityInUse) -> str:
    tables = cast("tuple[str, ...]", refusal.facts["tables"])
    known = [str(_HANGING[one]) for one in tables if one in _HANGING]
    what = ", ".join(known) or _("nội dung khác của kế hoạch")
    return _(
        "Chưa xóa được hoạt động vì còn gắn với nó: %(what)s. Hãy gỡ các nội dung đó trước."
    ) % {"what": what}
