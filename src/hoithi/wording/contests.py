"""Sentences for refusals about contests and their rounds."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hoithi.contests.actions import (
    AllRoundsOver,
    BeginsInThePast,
    ContestNotReady,
    DraftInTheWay,
    NoRehearsal,
    NothingToPutInForce,
    NotToBeRehearsed,
    ReasonMissing,
    RoundInUse,
    RoundNotDecidable,
    RulebookContradicts,
    RulesChangedMeanwhile,
    SharedWithItself,
    SlugReserved,
    SlugTaken,
)
from hoithi.core.rehearsing import NotNow
from hoithi.core.rounds import RoundState, RoundTimes, WrongMoment, is_extendable
from hoithi.core.rulebook.moments import MovedTooFar
from hoithi.core.vietnamese.dates import duration_text
from hoithi.sittings.queries.figures import Counts
from hoithi.wording import moments, sentence
from hoithi.wording.rulebook import sentence as rulebook_sentence
from hoithi.wording.states import round_state


@sentence.register
def _contradicts(refusal: RulebookContradicts) -> str:
    found = " ".join(rulebook_sentence(finding) for finding in refusal.findings)
    return _("Thể lệ còn mâu thuẫn nên chưa thể áp dụng. %(found)s") % {"found": found}


@sentence.register
def _not_ready(refusal: ContestNotReady) -> str:
    found = " ".join(rulebook_sentence(finding) for finding in refusal.findings)
    return _("Thể lệ còn nội dung chưa quyết định nên chưa thể công khai. %(found)s") % {
        "found": found
    }


@sentence.register
def _nothing(_refusal: NothingToPutInForce) -> str:
    return _("Không có bản dự thảo thể lệ nào đang chờ áp dụng.")


@sentence.register
def _reason(_refusal: ReasonMissing) -> str:
    return _("Cần ghi lý do (và số văn bản nếu có) vì quyết định này hiện ngay cho người dự thi.")


@sentence.register
def _in_use(refusal: RoundInUse) -> str:
    return _("Không thể bỏ đợt thi đã mở: %(keys)s.") % {"keys": ", ".join(refusal.keys)}


@sentence.register
def _changed_meanwhile(_refusal: RulesChangedMeanwhile) -> str:
    return _(
        "Thể lệ vừa được sửa ở nơi khác nên chưa thực hiện. Hãy tải lại trang để xem bản mới nhất "
        "rồi làm lại."
    )


@sentence.register
def _draft_in_the_way(_refusal: DraftInTheWay) -> str:
    return _(
        "Bản thể lệ đang soạn không còn đợt thi này như bản đang áp dụng nên chưa tổ chức lại "
        "được. "
        "Hãy áp dụng bản đang soạn, hoặc đưa đợt thi trở lại bản đó, rồi làm lại."
    )


@sentence.register
def _all_rounds_over(_refusal: AllRoundsOver) -> str:
    return _("Mọi đợt thi đã qua nên chưa công khai được. Hãy sửa thời gian trong thể lệ.")


@sentence.register
def _begins_in_the_past(refusal: BeginsInThePast) -> str:
    return _("Ngày %(day)s đã qua. Hãy chọn ngày bắt đầu từ hôm nay trở đi.") % {
        "day": f"{refusal.day:%d/%m/%Y}"
    }


@sentence.register
def _moved_too_far(_refusal: MovedTooFar) -> str:
    return _("Thể lệ có mốc thời gian quá xa nên chưa dời được. Hãy kiểm tra lại năm đã ghi.")


@sentence.register
def _slug_taken(refusal: SlugTaken) -> str:
    return _("Địa chỉ “%(slug)s” đã có cuộc thi khác dùng. Hãy chọn địa chỉ khác.") % refusal.facts


@sentence.register
def _slug_reserved(refusal: SlugReserved) -> str:
    return (
        _("Địa chỉ “%(slug)s” đã dành cho trang của hệ thống. Hãy chọn địa chỉ khác.")
        % refusal.facts
    )


_NOT_DECIDABLE = {
    WrongMoment.NOT_IN_THIS_STATE: gettext_noop(
        "Đợt thi đang ở trạng thái không thực hiện được việc này. Hãy tải lại trang để xem "
        "trạng thái mới nhất."
    ),
    WrongMoment.UNTIL_MISSING: gettext_noop("Cần ghi thời điểm đóng mới."),
    WrongMoment.UNTIL_NOT_LATER: gettext_noop(
        "Thời điểm đóng mới phải sau thời điểm đóng hiện nay."
    ),
    WrongMoment.UNTIL_TOO_FAR: gettext_noop(
        "Đợt thi không thể gia hạn thêm quá thời gian của chính nó. Hãy kiểm tra lại ngày và "
        "năm, hoặc sửa thể lệ nếu cần kéo dài hơn."
    ),
    WrongMoment.CLOCK_STOPPED: gettext_noop(
        "Đồng hồ của đợt thi đang dừng: đóng ngay bây giờ, hoặc mở lại rồi mới đặt giờ đóng sớm."
    ),
    WrongMoment.UNTIL_NOT_EARLIER: gettext_noop(
        "Thời điểm đóng sớm phải từ bây giờ trở đi và trước thời điểm đóng hiện nay."
    ),
    WrongMoment.PUBLICATION_MISSING: gettext_noop("Cần chọn thời điểm công bố mới."),
    WrongMoment.PUBLICATION_BEFORE_CLOSE: gettext_noop(
        "Kết quả không thể công bố trước khi đợt thi đóng. Hãy chọn thời điểm muộn hơn."
    ),
    WrongMoment.PUBLICATION_PAST: gettext_noop(
        "Thời điểm công bố đã qua. Hãy chọn “Ngay khi được duyệt” hoặc một thời điểm sau bây giờ."
    ),
}


@sentence.register
def _not_decidable(refusal: RoundNotDecidable) -> str:
    if refusal.why is WrongMoment.UNTIL_BEYOND_NEXT and refusal.times.next_opens_at:
        return _(
            "Đợt thi sau mở lúc %(moment)s nên đợt này phải đóng muộn nhất lúc đó. Hãy chọn thời "
            "điểm sớm hơn, hoặc sửa thể lệ để lùi đợt thi sau."
        ) % {"moment": moments.moment(refusal.times.next_opens_at)}
    if refusal.why is WrongMoment.UNTIL_BEYOND_CONTEST and refusal.times.contest_closes_at:
        return _(
            "Theo thể lệ, cuộc thi kết thúc lúc %(moment)s. Hãy chọn thời điểm đóng không muộn hơn "
            "lúc đó, hoặc sửa thể lệ để kéo dài cuộc thi rồi áp dụng cả cho đợt đang mở."
        ) % {"moment": moments.closing(refusal.times.contest_closes_at)}
    return _(_NOT_DECIDABLE[refusal.why])


def extension_told(times: RoundTimes, publishes_at: datetime | None) -> list[str]:
    """Until when a round can be extended, and what becomes of the moment of its publication."""
    bounds = [one for one in (times.next_opens_at, times.contest_closes_at) if one]
    told = []
    if bounds and is_extendable(times):
        latest = moments.closing(min(bounds))
        told.append(_("Có thể gia hạn muộn nhất đến %(latest)s.") % {"latest": latest})
    elif bounds:
        told.append(
            _(
                "Theo thể lệ, đợt này không còn gia hạn thêm được. Muốn kéo dài, hãy sửa thể lệ "
                "rồi áp dụng cả cho đợt đang mở."
            )
        )
    if times.closes_at and publishes_at:
        later = duration_text(max(publishes_at - times.closes_at, timedelta(0)))
        facts = {"moment": moments.moment(publishes_at), "later": later}
        told.append(
            _(
                "Kết quả công bố lúc %(moment)s. Nếu giờ đóng mới không sớm hơn lúc đó, kết quả "
                "công bố sau giờ đóng mới %(later)s như kế hoạch, để đủ thời gian xác minh."
            )
            % facts
        )
    return told


def undecidable_told(state: RoundState) -> str:
    """Why nothing of this kind is decided about a round in this state."""
    told = _("Đợt thi hiện ở trạng thái “%(state)s” nên không thực hiện được việc này nữa.")
    return told % {"state": round_state(state)}


def cancelling_told(counts: Counts, prizes: int) -> list[str]:
    """What follows from cancelling a round that has had so many people, and so many prizes."""
    told = [_("Chưa có ai vào thi trong đợt này.")]
    if counts.sittings:
        sat = _(
            "Đã có %(people)s người vào thi với %(sittings)s lượt thi, %(submitted)s bài đã nộp. "
            "Hủy đợt thi thì các bài này không được xếp hạng và không tính cho đơn vị."
        )
        told = [sat % asdict(counts)]
    if prizes:
        told.append(_("%(prizes)s giải của đợt này không được trao.") % {"prizes": prizes})
    told.append(
        _("Đợt đã hủy không mở lại được; muốn thi tiếp thì chọn “Tổ chức lại” để lập đợt mới.")
    )
    return told


@sentence.register
def _no_rehearsal(_refusal: NoRehearsal) -> str:
    return _("Không có lần chạy thử nào đang diễn ra; mọi dữ liệu giả đã được xóa.")


@sentence.register
def _not_to_be_rehearsed(refusal: NotToBeRehearsed) -> str:
    return why_not_rehearsed(refusal.why)


def why_not_rehearsed(why: NotNow) -> str:
    """Why a contest cannot be rehearsed now, and what to do."""
    sentences = {
        NotNow.IS_TWIN: _("Đây đã là bản chạy thử. Hãy mở cuộc thi chính."),
        NotNow.NOT_IN_FORCE: _("Thể lệ chưa được áp dụng. Hãy áp dụng thể lệ rồi chạy thử."),
        NotNow.OPEN_POINTS: _(
            "Thể lệ còn nội dung chưa quyết định. Hãy trả lời các nội dung đó rồi chạy thử."
        ),
        NotNow.NOT_ONLINE: _("Cuộc thi không có bài thi trên mạng nên không cần chạy thử."),
        NotNow.UNDATED: _("Chưa đợt thi nào có thời gian. Hãy bổ sung trong thể lệ."),
        NotNow.OPENED: _(
            "Có đợt thi đang mở, hoặc sẽ mở trong vòng một giờ nên không chạy thử được lúc này."
        ),
        NotNow.OVER: _("Mọi đợt thi đã qua nên không chạy thử nữa."),
        NotNow.RUNNING: _("Lần chạy thử trước chưa được xóa hết. Hãy kết thúc lần đó trước."),
    }
    return sentences[why]


@sentence.register
def _shared_with_itself(_refusal: SharedWithItself) -> str:
    return _("Cơ quan tổ chức luôn thấy số liệu của mình. Hãy chọn cơ quan khác.")
