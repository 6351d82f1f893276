"""What is found in a question bank, as an official would say it, and what to do about it."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from hoithi.core.questions.checking import Code, Finding, Grade
from hoithi.core.questions.checking.finding import Fact
from hoithi.core.questions.rows import DIFFICULTIES
from hoithi.core.vietnamese.dates import date_text
from hoithi.wording.question_proposals import PROPOSALS
from hoithi.wording.questions import field_label

GRADES = {
    Grade.MUST: _("Phải sửa"),
    Grade.SHOULD: _("Nên sửa"),
    Grade.LOOK: _("Nên xem lại"),
}

SENTENCES = {
    Code.SAME_QUESTION: _("Hai câu giống hệt nhau cả nội dung, phương án và đáp án."),
    Code.SAME_QUESTION_OTHER_KEY: _("Hai câu giống hệt nhau nhưng đáp án khác nhau."),
    Code.SAME_STEM: _("Hai câu có cùng nội dung hỏi, phương án khác nhau."),
    Code.NEAR_STEM: _("Hai câu có nội dung gần như nhau ({share}% số cặp từ trùng nhau)."),
    Code.NEAR_STEM_OTHER_KEY: _(
        "Hai câu gần như nhau ({share}% số cặp từ trùng nhau), cùng các phương án, nhưng đáp án "
        "mâu thuẫn nhau."
    ),
    Code.KEYS_IN_ONE_PLACE: _(
        "Đáp án dồn vào phương án {letter}: {most} trong {questions} câu {options} phương án, chia "
        "đều thì khoảng {expected} câu. Các vị trí: {places} (khi bình phương {chi_square})."
    ),
    Code.TRUTHS_ONE_SIDED: _(
        "Trong {questions} câu Đúng/Sai có {true} câu đúng, {false} câu sai: người thi dễ đoán."
    ),
    Code.LONGEST_IS_RIGHT: _(
        "Phương án dài nhất là đáp án ở {hits} trong {questions} câu ({share}%); nếu ngẫu nhiên "
        "thì khoảng {chance}%."
    ),
    Code.OPTIONS_SAME: _("Hai phương án như nhau: “{first}” và “{second}”."),
    Code.OPTIONS_SAME_BUT_MARKS: _("Hai phương án chỉ khác nhau ở dấu: “{first}” và “{second}”."),
    Code.OPTION_WITHIN_OPTION: _("Phương án này nằm trong phương án kia: “{first}” và “{second}”."),
    Code.RANGES_OVERLAP: _("Hai khoảng số chồng lên nhau: “{first}” và “{second}”."),
    Code.NEGATIVE_HIDDEN: _("Câu hỏi phủ định nhưng từ “{word}” không được làm nổi."),
    Code.SWEEPING_LOOSE: _(
        "Phương án {letter} “{option}” nói về các phương án khác mà bị đảo chỗ."
    ),
    Code.LETTERS_LOOSE: _(
        "Phương án {letter} “{option}” gọi tên phương án {letters} mà chúng bị đảo chỗ."
    ),
    Code.NO_BASIS: _("Chưa có văn bản làm căn cứ."),
    Code.NO_ARTICLE: _("Có văn bản {number} nhưng chưa ghi điều."),
    Code.BASIS_ENDED: _(
        "Văn bản {number} hết hiệu lực từ ngày {day}: {count} câu không được ra đề."
    ),
    Code.BASIS_EXPIRED: _(
        "{what_changed} đã ghi nhận hết hiệu lực từ ngày {day} theo {by}: {count} câu chờ xem lại, "
        "không được ra đề từ ngày đó."
    ),
    Code.BASIS_AMENDED: _(
        "{what_changed} đã ghi nhận được sửa đổi từ ngày {day} theo {by}: {count} câu chờ xem lại, "
        "không được ra đề từ ngày đó."
    ),
    Code.BASIS_TO_COME: _("Văn bản {number} đến ngày {day} mới có hiệu lực ({count} câu)."),
    Code.NUMBER_MISSPELT: _("Số, ký hiệu “{number}” viết chưa đúng."),
    Code.NUMBER_WITHOUT_YEAR: _("Số, ký hiệu “{number}” thiếu năm ban hành."),
    Code.NUMBER_SHORT_YEAR: _("Số, ký hiệu “{number}” ghi năm chỉ có hai chữ số."),
    Code.NUMBER_IN_TWO_WAYS: _("Cùng một văn bản được ghi hai cách: “{number}” và “{right}”."),
    Code.ROW_SHORT: _(
        "{where}: cần {needed} câu {what}, ngân hàng chỉ có {available} câu dùng được."
    ),
    Code.ROW_WORN: _(
        "{where}: mỗi câu {what} có mặt trong khoảng {exposure}% số đề "
        "(rút {needed} trong {available} câu), thí sinh dễ biết trước."
    ),
}

CHANGED = _("Văn bản {number}")
CHANGED_PART = _("Điều {article} của văn bản {number}")


def grade_heading(grade: Grade) -> str:
    """The heading above the findings of one grade."""
    return gettext(GRADES[grade])


def finding_sentence(found: Finding) -> str:
    """What is wrong."""
    return gettext(SENTENCES[found.code]).format_map(_told(found))


def finding_proposal(found: Finding) -> str:
    """What to write or to decide."""
    told = _told(found)
    if found.code is Code.NUMBER_WITHOUT_YEAR or not told.get("right", "…"):
        return gettext(_("Hãy ghi đủ số, năm ban hành và ký hiệu, ví dụ 61/2018/NĐ-CP."))
    return gettext(PROPOSALS[found.code]).format_map(told)


def _told(found: Finding) -> dict[str, str]:
    told = {name: _fact_text(fact) for name, fact in found.facts.items()}
    if "by" in told:
        told["what_changed"] = gettext(CHANGED_PART if told["article"] else CHANGED).format_map(
            told
        )
    if "contest" in told:
        told["where"] = " – ".join(filter(None, (told["contest"], told["round"], told["group"])))
        hard = DIFFICULTIES.get(told["difficulty"], "").lower()
        told["what"] = ", ".join(filter(None, (f"“{field_label(told['field'])}”", hard)))
    return told


def _fact_text(fact: Fact) -> str:
    return date_text(fact) if isinstance(fact, date) else str(fact)
