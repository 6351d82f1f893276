"""What a plan says, as an official would say it: names of the fields, and each fact on a line."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.plans.lexicon import rows
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import dotted
from hoithi.wording.plan_codes import COUNTS, day_said, rank_said, scope_said, vague_said

Value = Mapping[str, Any]

FIELDS = {
    "doc_type": gettext_lazy("Tên loại văn bản"),
    "number": gettext_lazy("Số, ký hiệu"),
    "issued_on": gettext_lazy("Ngày ký"),
    "place": gettext_lazy("Địa danh"),
    "issuing_body": gettext_lazy("Cơ quan ban hành"),
    "level": gettext_lazy("Cấp"),
    "title": gettext_lazy("Trích yếu"),
    "event_form": gettext_lazy("Hình thức"),
    "legal_bases": gettext_lazy("Căn cứ"),
    "cited": gettext_lazy("Văn bản được dẫn"),
    "activities": gettext_lazy("Hoạt động"),
    "periods": gettext_lazy("Thời gian"),
    "milestones": gettext_lazy("Mốc thời gian"),
    "deadlines": gettext_lazy("Thời hạn"),
    "relative_deadlines": gettext_lazy("Thời hạn tính từ một hoạt động"),
    "fuzzy_dates": gettext_lazy("Thời gian chưa cụ thể"),
    "recurring": gettext_lazy("Việc lặp lại"),
    "venues": gettext_lazy("Địa điểm"),
    "eligible": gettext_lazy("Đối tượng tham gia"),
    "excluded": gettext_lazy("Đối tượng không được tham gia"),
    "clusters": gettext_lazy("Cụm thi"),
    "parts": gettext_lazy("Phần thi"),
    "prizes": gettext_lazy("Giải thưởng"),
    "prize_totals": gettext_lazy("Tổng giải thưởng"),
    "targets": gettext_lazy("Chỉ tiêu"),
    "quotas": gettext_lazy("Chỉ tiêu số người của mỗi đơn vị"),
    "committees": gettext_lazy("Ban, tổ"),
    "assignments": gettext_lazy("Phân công"),
    "steps": gettext_lazy("Việc theo tiến độ"),
    "agenda_rows": gettext_lazy("Số mục trong chương trình"),
    "budget": gettext_lazy("Kinh phí"),
    "later": gettext_lazy("Để lại cho văn bản sau"),
    "counts": gettext_lazy("Số lượng"),
    "recipients_count": gettext_lazy("Số nơi nhận"),
    "signing_authority": gettext_lazy("Quyền hạn ký"),
    "signatory": gettext_lazy("Người ký"),
    "page_dates": gettext_lazy("Ngày đăng trên trang"),
}
"""In the order in which a person looks through them."""

GROUPS = (
    (
        gettext_lazy("Thể thức, căn cứ"),
        "doc_type number issued_on place issuing_body level title event_form legal_bases cited",
    ),
    (
        gettext_lazy("Hoạt động, thời gian, địa điểm"),
        "activities periods milestones deadlines relative_deadlines fuzzy_dates recurring venues",
    ),
    (gettext_lazy("Đối tượng, cách thi"), "eligible excluded clusters parts targets quotas counts"),
    (gettext_lazy("Giải thưởng, kinh phí"), "prizes prize_totals budget"),
    (gettext_lazy("Tổ chức thực hiện"), "committees assignments steps agenda_rows later"),
    (
        gettext_lazy("Nơi nhận, người ký"),
        "recipients_count signing_authority signatory page_dates",
    ),
)
"""The fields under the headings of the review."""

KINDS = {
    "contest": gettext_lazy("Cuộc thi, hội thi"),
    "theme": gettext_lazy("Chuyên đề, phong trào thi đua"),
    "check": gettext_lazy("Kỳ kiểm tra"),
    "conference": gettext_lazy("Hội nghị"),
    "seminar": gettext_lazy("Hội thảo"),
    "meeting": gettext_lazy("Cuộc họp"),
    "training": gettext_lazy("Tập huấn"),
    "rehearsal": gettext_lazy("Tổng duyệt"),
    "exhibition": gettext_lazy("Trưng bày, triển lãm"),
    "performance": gettext_lazy("Văn nghệ, biểu diễn"),
    "review": gettext_lazy("Sơ kết, tổng kết"),
    "festival": gettext_lazy("Ngày hội"),
}
COMMITTEES = {
    "organising": gettext_lazy("Ban Tổ chức"),
    "jury": gettext_lazy("Ban Giám khảo"),
    "secretariat": gettext_lazy("Thư ký, giúp việc"),
    "questions": gettext_lazy("Ra đề, biên soạn câu hỏi"),
    "review": gettext_lazy("Thẩm định"),
    "service": gettext_lazy("Phục vụ"),
    "sub_committee": gettext_lazy("Tiểu ban"),
    "other": gettext_lazy("Khác"),
}
FORMS = {
    "online_quiz": gettext_lazy("Thi trực tuyến"),
    "stage_contest": gettext_lazy("Thi sân khấu hóa"),
    "product_contest": gettext_lazy("Thi sản phẩm, bài viết, sáng kiến"),
    "skills_test": gettext_lazy("Kiểm tra kỹ năng"),
    "conference": gettext_lazy("Hội nghị, hội thảo"),
    "emulation": gettext_lazy("Thi đua"),
    "festival": gettext_lazy("Ngày hội"),
}
LEVELS = {
    "central": gettext_lazy("Trung ương"),
    "province": gettext_lazy("Cấp tỉnh"),
    "district": gettext_lazy("Cấp huyện"),
    "commune": gettext_lazy("Cấp xã"),
    "department": gettext_lazy("Sở, ngành"),
}
STATES = {
    "accepted": gettext_lazy("Đã chấp nhận"),
    "corrected": gettext_lazy("Đã sửa"),
    "added": gettext_lazy("Bổ sung"),
    "refused": gettext_lazy("Đã bỏ"),
}
_LONGEST = 240


def fact_line(field: str, value: Value) -> str:
    """A fact in one line; long paragraphs are cut, the document shows the whole."""
    told = _LINES.get(field, _single)(value)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rstrip()}…"


def _single(value: Value) -> str:
    said = str(value.get("value", ""))
    return day_said(said)


def _type(value: Value) -> str:
    """ "ke_hoach" → "Kế hoạch"."""
    known = {code: word for code, word, *_rest in reversed(rows("document_types"))}
    word = known.get(value["value"], str(value["value"]))
    return word[:1].upper() + word[1:]


def _cited(value: Value) -> str:
    number, day = value.get("number") or _("không ghi số"), value.get("date")
    told = f"{number}, {day_said(day)}" if day else number
    return f"{told}: {value.get('title', '')}"


def _dated(value: Value) -> str:
    agency = value.get("agency")
    told = f"{day_said(value['date'])}: {value['what']}"
    return f"{told} ({agency})" if agency else told


def _relative(value: Value) -> str:
    days = value["offset_days"]
    facts = {"days": abs(days), "anchor": value["anchor"], "what": value["what"]}
    if days < 0:
        return _("Trước %(days)s ngày (%(anchor)s): %(what)s") % facts
    return _("Sau %(days)s ngày (%(anchor)s): %(what)s") % facts


def _prize(value: Value) -> str:
    name = rank_said(value["rank"])
    count = f"{value['count']:02d} " if value.get("count") else ""
    money = f": {amount_text(value['amount_vnd'])}" if value.get("amount_vnd") else ""
    return f"{count}{name}{money} ({scope_said(value['scope'])})"


def _total(value: Value) -> str:
    """ "13000000" → "13.000.000 đồng"; a sum that a person wrote otherwise stays as it is."""
    said = str(value["value"])
    money = amount_text(int(said)) if said.isascii() and said.isdecimal() else said
    return f"{money}: {value['what']}"


def _assignment(value: Value) -> str:
    return f"{value['agency']}: {'; '.join(value['tasks'])}"


def _period(value: Value) -> str:
    return f"{day_said(value['start'])} – {day_said(value['end'])}: {value['what']}"


def _named(value: Value) -> str:
    return str(value["name"])


_LINES: Mapping[str, Callable[[Value], str]] = {
    "doc_type": _type,
    "level": lambda value: str(LEVELS.get(value["value"], value["value"])),
    "legal_bases": _cited,
    "cited": _cited,
    "deadlines": _dated,
    "milestones": _dated,
    "periods": _period,
    "relative_deadlines": _relative,
    "fuzzy_dates": lambda value: f"{vague_said(value['value'])}: {value['what']}",
    "recurring": lambda value: f"{value['value']}: {value['what']}",
    "prizes": _prize,
    "prize_totals": _total,
    "budget": lambda value: str(value["what"]),
    "assignments": _assignment,
    "targets": lambda value: f"{value['percent']}% {value['of']}",
    "quotas": lambda value: (
        _("%(of)s: ít nhất %(people)s người")
        % {"of": value["of"], "people": dotted(value["least"])}
    ),
    "signatory": lambda value: f"{value.get('title') or ''} {value['name']}".strip(),
    "counts": lambda value: f"{COUNTS.get(value['name'], value['name'])}: {value['value']}",
    "activities": lambda value: f"{KINDS.get(value['kind'], value['kind'])}: {value['name']}",
    "committees": _named,
    "venues": _named,
    "parts": _named,
    "clusters": _named,
    "later": _named,
    "steps": _named,
    "event_form": lambda value: str(FORMS.get(value["value"], value["value"])),
}
