"""What the figures of questions and papers mean, in the words of officials."""

from django.utils.translation import gettext as _

from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.core.statistics.doubts import Doubt, DoubtCode


def doubt_said(doubt: Doubt) -> str:
    """What should be looked at, and why."""
    letter = OPTION_LETTERS[doubt.option] if doubt.option is not None else ""
    said = {
        DoubtCode.NEGATIVE: _(
            "Người đạt điểm cao lại hay làm sai câu này hơn người đạt điểm thấp: đáp án có thể sai "
            "hoặc câu hỏi dễ hiểu lầm."
        ),
        DoubtCode.BEST_TAKE_OTHER: _(
            "Nhóm đạt điểm cao nhất chọn phương án %(letter)s nhiều hơn đáp án: có thể %(letter)s "
            "cũng đúng."
        ),
        DoubtCode.TOO_HARD: _("Rất ít người làm đúng: câu quá khó, hoặc đáp án sai."),
        DoubtCode.TOO_EASY: _("Hầu như ai cũng làm đúng: câu không phân biệt được người dự thi."),
        DoubtCode.NOBODY_TAKES: _(
            "Không ai chọn phương án %(letter)s: phương án nhiễu này nên thay."
        ),
    }
    return said[doubt.code] % {"letter": letter}


_SIGNS = str.maketrans({".": ",", "-": "−"})
_LEVELS = (0.9, 0.8, 0.7, 0.5)


def reliability_said(alpha: float | None) -> str:
    """What a coefficient of internal consistency means for the ranking."""
    if alpha is None:
        return _("Chưa đủ số liệu để nói đề thi phân loại ổn định đến đâu.")
    words = (
        _("Rất tốt: thứ hạng hầu như không phụ thuộc may rủi của đề."),
        _("Tốt: đề phân loại người dự thi ổn định."),
        _("Chấp nhận được với một cuộc thi tìm hiểu; các thứ hạng sát nhau còn có phần may rủi."),
        _("Thấp: nhiều thứ hạng sát nhau do may rủi. Nên thêm câu hỏi và thay các câu nghi vấn."),
        _("Rất thấp: điểm số gần như chưa phân loại được người dự thi. Hãy xem lại các câu hỏi."),
    )
    level = next((n for n, least in enumerate(_LEVELS) if alpha >= least), len(_LEVELS))
    return words[level]


def figure(value: float | None, places: int = 2) -> str:
    """A figure with a decimal comma; a dash for none."""
    return "–" if value is None else f"{value:.{places}f}".translate(_SIGNS)


def percent(value: float | None) -> str:
    """A share as a percentage with one place."""
    return "–" if value is None else f"{figure(100 * value, 1)}\N{NO-BREAK SPACE}%"


def seconds_said(value: float | None) -> str:
    """A time of thinking."""
    return "–" if value is None else _("%(count)s giây") % {"count": round(value)}
