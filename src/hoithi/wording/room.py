"""Words of the exam room's page, handed to its modules as data so that they can be translated."""

from django.utils.translation import gettext as _

from hoithi.core.rulebook.parts import Prediction, PredictionScope, PredictionTarget


def room_words() -> dict[str, object]:
    """Every sentence that the page says by itself; `{name}` is filled in there."""
    return {**_paper(), **_hand_in(), **_begin(), "states": _states(), "kinds": _kinds()}


def prediction_question(asked: Prediction) -> str:
    """What the prediction asks: the rulebook's own words, else those of its target."""
    if asked.text:
        return asked.text
    return _QUESTIONS[asked.scope](asked.target)


def _of_round(target: PredictionTarget) -> str:
    return {
        PredictionTarget.CONTESTANTS: _("Dự đoán đợt này có bao nhiêu người dự thi?"),
        PredictionTarget.SITTINGS: _("Dự đoán đợt này có bao nhiêu lượt thi?"),
        PredictionTarget.ALL_RIGHT: _("Dự đoán đợt này có bao nhiêu người trả lời đúng tất cả?"),
        PredictionTarget.ALL_RIGHT_SITTINGS: _("Dự đoán đợt này có bao nhiêu lượt đúng tất cả?"),
    }[target]


def _of_contest(target: PredictionTarget) -> str:
    return {
        PredictionTarget.CONTESTANTS: _("Dự đoán cả cuộc thi có bao nhiêu người dự thi?"),
        PredictionTarget.SITTINGS: _("Dự đoán cả cuộc thi có bao nhiêu lượt thi?"),
        PredictionTarget.ALL_RIGHT: _(
            "Dự đoán cả cuộc thi có bao nhiêu người trả lời đúng tất cả?"
        ),
        PredictionTarget.ALL_RIGHT_SITTINGS: _(
            "Dự đoán cả cuộc thi có bao nhiêu lượt đúng tất cả?"
        ),
    }[target]


_QUESTIONS = {PredictionScope.ROUND: _of_round, PredictionScope.CONTEST: _of_contest}


def _paper() -> dict[str, object]:
    return {
        "question": _("Câu"),
        "true": _("Đúng"),
        "false": _("Sai"),
        "several": _("Có thể chọn nhiều phương án."),
        "number": _("Trả lời bằng một số"),
        "number_help": _("Ví dụ: 12 hoặc 1.234,5"),
        "number_wrong": _("Câu này chỉ nhận một số, ví dụ 1.234,5. Số này chưa được lưu."),
        "text": _("Câu trả lời"),
        **_of_kinds(),
        "done": _("đã trả lời"),
        "open": _("chưa trả lời"),
        "flagged": _("đánh dấu xem lại"),
        "flag": _("Đánh dấu để xem lại"),
        "unflag": _("Bỏ đánh dấu"),
        "progress": _("Đã trả lời {done}/{all} câu"),
        "minutes_left": _("Còn {minutes} phút."),
        "seconds_left": _("Còn {seconds} giây."),
    }


def _of_kinds() -> dict[str, object]:
    """What the page says at matching, ordering and essays."""
    return {
        "matching": _("Chọn vế ghép cho từng mục."),
        "matching_none": _("Chưa chọn"),
        "ordering": _("Dùng các nút mũi tên để đưa từng mục về đúng thứ tự."),
        "ordering_up": _("Đưa lên: {text}"),
        "ordering_down": _("Đưa xuống: {text}"),
        "ordering_moved": _("{text}: vị trí {place} trong {all}."),
        "essay": _("Bài viết"),
        "essay_words": _("{words} từ"),
        "essay_words_of": _("{words} từ, tối đa {most} từ."),
        "essay_over": _("Dài quá {over} từ."),
    }


def _states() -> dict[str, str]:
    return {
        "local": _("Đã lưu trên máy này, đang gửi về máy chủ."),
        "saved": _("Đã lưu ở máy chủ."),
        "waiting": _(
            "Chưa gửi được vì mất kết nối. Bài vẫn lưu trên máy này và sẽ tự gửi khi có mạng. "
            "Cứ làm tiếp."
        ),
        "unsafe": _("Máy này không giữ được bài. Hãy giữ trang mở và có mạng."),
        "paused": _("Đợt thi đang tạm dừng. Bài vẫn được giữ, trang sẽ tự tiếp tục."),
    }


def _hand_in() -> dict[str, object]:
    return {
        "confirm_all": _("Đã trả lời cả {all} câu."),
        "confirm_open": _("Còn {open} câu chưa trả lời trong {all} câu."),
        "confirm_flags": _("Có {flagged} câu đánh dấu xem lại."),
        "confirm_time": _("Thời gian còn lại: {left}."),
        "handing": _(
            "Đã ghi nhận yêu cầu nộp bài trên máy này lúc {time}. Giữ trang này mở: có mạng là máy "
            "tự nộp. Cần có mạng trước {deadline}."
        ),
        "handing_late": _(
            "Đã hết thời gian làm bài. Giữ trang này mở: có mạng là máy tự lấy mã bài thi. Bài "
            "được tính theo lần lưu cuối cùng ở máy chủ trước {deadline}."
        ),
        "receipt_time": _("Nộp lúc {time} ngày {day}."),
        "points": _("Kết quả: {points}/{most} điểm"),
        "papers_left": _(
            "Đã làm {done} trong {all} bài của đợt này. Còn: {titles}. Bài không làm được tính 0 "
            "điểm."
        ),
        "stopped": _("Không làm tiếp được. Hãy tải lại trang hoặc gọi số hỗ trợ."),
    }


def _kinds() -> dict[str, str]:
    """How the paper came in, by the kind of its submission."""
    return {
        "contestant": _("Bài do người dự thi bấm nộp."),
        "left": _("Bài được nộp vì đã bấm Thoát."),
        "closed": _("Hết thời gian, hệ thống đã tự nộp bài theo lần lưu cuối cùng."),
        "shortened": _(
            "Đợt thi đóng sớm theo quyết định của Ban Tổ chức, nên hệ thống đã tự nộp bài như "
            "đang có. Lý do ghi ở trang cuộc thi."
        ),
        "shortened_late": _(
            "Đợt thi đóng sớm theo quyết định của Ban Tổ chức. Câu trả lời chưa kịp gửi trước lúc "
            "đóng được lưu lại nhưng không tính; bài được tính theo lần lưu cuối cùng ở máy chủ. "
            "Lý do ghi ở trang cuộc thi."
        ),
        "decided": _("Ban Tổ chức đã quyết định tính bài này."),
        "late": _(
            "Câu trả lời gửi sau hạn được lưu lại nhưng không tính. Bài được tính theo lần lưu "
            "cuối cùng ở máy chủ."
        ),
    }


def _begin() -> dict[str, object]:
    return {
        "beginning": _("Đang lấy đề thi…"),
        "begin_waiting": _(
            "Đang có rất đông người vào thi. Giữ trang này, máy sẽ tự vào trong ít giây. Thời gian "
            "làm bài chỉ tính từ khi nhận được đề."
        ),
    }
