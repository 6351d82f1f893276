"""The journal in words: what a row is about, and what its facts say."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.people.forms import ROLE_LABELS
from hoithi.wording.deeds import DEEDS

_BEGINS_WITH_A_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?\Z")
_MOST_SHOWN = 5
"""Of a long list the first ones are said, and how many there are."""

GROUPS = {
    "plans.": gettext_lazy("Văn bản kế hoạch"),
    "campaigns.": gettext_lazy("Kế hoạch đang triển khai, nhiệm vụ"),
    "conferences.": gettext_lazy("Giấy mời, điểm danh, kết luận"),
    "contests.": gettext_lazy("Cuộc thi, đợt thi, thể lệ"),
    "entries.": gettext_lazy("Người dự thi, danh sách đơn vị"),
    "sittings.": gettext_lazy("Đề thi, bài thi"),
    "judging.": gettext_lazy("Điểm nhập tay"),
    "results.": gettext_lazy("Kết quả"),
    "awards.": gettext_lazy("Giấy chứng nhận"),
    "questions.": gettext_lazy("Ngân hàng câu hỏi"),
    "essays.": gettext_lazy("Chấm bài tự luận"),
    "study.": gettext_lazy("Bộ câu hỏi ôn tập"),
    "people.": gettext_lazy("Tài khoản, đơn vị, thông tin cá nhân"),
    "files.": gettext_lazy("Tệp"),
}
"""By the beginning of the deed's name."""

_SUBJECTS = {
    "awards.Certificate": gettext_lazy("Giấy chứng nhận"),
    "campaigns.Campaign": gettext_lazy("Kế hoạch đang triển khai"),
    "plans.PlanDocument": gettext_lazy("Văn bản kế hoạch"),
    "contests.Contest": gettext_lazy("Cuộc thi"),
    "contests.Round": gettext_lazy("Đợt thi"),
    "contests.RulebookVersion": gettext_lazy("Phiên bản thể lệ"),
    "entries.AssistedPlace": gettext_lazy("Điểm thi hỗ trợ"),
    "entries.Entrant": gettext_lazy("Người dự thi"),
    "entries.ListedExclusion": gettext_lazy("Danh sách không dự thi, không xếp hạng"),
    "entries.UnitCorrection": gettext_lazy("Đề nghị đổi đơn vị"),
    "entries.UnitList": gettext_lazy("Danh sách của đơn vị"),
    "files.StoredFile": gettext_lazy("Tệp"),
    "people.Identity": gettext_lazy("Thông tin cá nhân"),
    "people.Invitation": gettext_lazy("Thư mời"),
    "people.OrganisingBody": gettext_lazy("Đơn vị tổ chức"),
    "people.Person": gettext_lazy("Tài khoản"),
    "people.Role": gettext_lazy("Vai trò"),
    "judging.PointsSheet": gettext_lazy("Bảng điểm"),
    "people.Unit": gettext_lazy("Đơn vị"),
    "questions.Bank": gettext_lazy("Ngân hàng câu hỏi"),
    "questions.QuestionVersion": gettext_lazy("Câu hỏi"),
    "results.Result": gettext_lazy("Kết quả"),
    "results.Draft": gettext_lazy("Dự thảo kết quả"),
    "results.KeyCorrection": gettext_lazy("Đính chính đáp án"),
    "results.Remark": gettext_lazy("Phản ánh, kiến nghị"),
    "sittings.Sitting": gettext_lazy("Lượt thi"),
}

_FACTS = {
    "activities": gettext_lazy("số hoạt động"),
    "activity": gettext_lazy("hoạt động số"),
    "agencies": gettext_lazy("số cơ quan"),
    "agency": gettext_lazy("cơ quan số"),
    "answer": gettext_lazy("trả lời"),
    "as_of": gettext_lazy("tính đến"),
    "at_most": gettext_lazy("nhiều nhất"),
    "campaign": gettext_lazy("kế hoạch số"),
    "capacity": gettext_lazy("tư cách"),
    "captain": gettext_lazy("đội trưởng"),
    "certificates": gettext_lazy("số giấy"),
    "closes_at": gettext_lazy("đóng lúc"),
    "code": gettext_lazy("mã"),
    "codes": gettext_lazy("mã câu hỏi"),
    "committee": gettext_lazy("ban, tổ số"),
    "contest": gettext_lazy("cuộc thi số"),
    "count": gettext_lazy("số lượng"),
    "days": gettext_lazy("dời số ngày"),
    "decision": gettext_lazy("quyết định"),
    "deed": gettext_lazy("việc"),
    "document": gettext_lazy("văn bản"),
    "document_number": gettext_lazy("văn bản"),
    "doubts": gettext_lazy("số điểm nghi vấn"),
    "draft": gettext_lazy("dự thảo số"),
    "entrant": gettext_lazy("người dự thi"),
    "fact": gettext_lazy("điều số"),
    "facts": gettext_lazy("số điều đã đọc"),
    "field": gettext_lazy("mục"),
    "file": gettext_lazy("tệp"),
    "from": gettext_lazy("từ"),
    "group": gettext_lazy("nhóm"),
    "guest": gettext_lazy("người được mời"),
    "holding": gettext_lazy("phần việc số"),
    "joined": gettext_lazy("cuộc thi số"),
    "judge": gettext_lazy("giám khảo"),
    "login": gettext_lazy("tên đăng nhập"),
    "member": gettext_lazy("thành viên số"),
    "moved": gettext_lazy("nhiệm vụ đổi thời hạn"),
    "name": gettext_lazy("tên"),
    "names": gettext_lazy("họ và tên"),
    "number": gettext_lazy("số"),
    "on_paper": gettext_lazy("bằng văn bản ký tay"),
    "papers": gettext_lazy("số đề"),
    "part": gettext_lazy("phần thi"),
    "people": gettext_lazy("số người"),
    "person": gettext_lazy("tài khoản số"),
    "place": gettext_lazy("địa danh"),
    "preliminary": gettext_lazy("kết quả sơ bộ"),
    "publishes_at": gettext_lazy("công bố lúc"),
    "reason": gettext_lazy("lý do"),
    "release": gettext_lazy("công bố"),
    "remark": gettext_lazy("nhận xét"),
    "reports_at": gettext_lazy("giờ báo cáo sáng"),
    "role": gettext_lazy("vai trò"),
    "round": gettext_lazy("đợt"),
    "rows": gettext_lazy("số dòng"),
    "scope": gettext_lazy("phạm vi"),
    "sha256": gettext_lazy("mã băm"),
    "sheets": gettext_lazy("số bài"),
    "size": gettext_lazy("cỡ tệp"),
    "slug": gettext_lazy("mã"),
    "status": gettext_lazy("tình trạng"),
    "stops_clock": gettext_lazy("dừng đồng hồ"),
    "superior": gettext_lazy("cơ quan chủ quản"),
    "supplier": gettext_lazy("nơi cung cấp"),
    "task": gettext_lazy("nhiệm vụ số"),
    "tasks": gettext_lazy("số nhiệm vụ"),
    "team": gettext_lazy("đội"),
    "telephone": gettext_lazy("điện thoại"),
    "unit": gettext_lazy("đơn vị số"),
    "units": gettext_lazy("số đơn vị"),
    "until": gettext_lazy("đến"),
    "verdict": gettext_lazy("kết luận"),
    "version": gettext_lazy("phiên bản"),
    "visible_from": gettext_lazy("hiện từ"),
    "written": gettext_lazy("số câu ghi"),
}

_VALUES = {
    "verified": gettext_lazy("đã xác minh"),
    "not_recognised": gettext_lazy("không công nhận"),
    "as_planned": gettext_lazy("đúng giờ đã định"),
    "on_approval": gettext_lazy("ngay khi được duyệt"),
    "body": gettext_lazy("cả đơn vị"),
    "installation": gettext_lazy("toàn hệ thống"),
    "main": gettext_lazy("thành viên chính"),
    "other": gettext_lazy("thành viên"),
    "reserve": gettext_lazy("dự bị"),
} | {role.value: label for role, label in ROLE_LABELS.items()}


def subject_label(subject: str) -> str:
    """What kind of object a row is about."""
    return str(_SUBJECTS.get(subject, subject))


def facts_said(
    facts: Mapping[str, object], known: Mapping[str, str] | None = None
) -> list[tuple[str, str]]:
    """The facts of a row with their names; what says nothing is left out.

    `known` has the words for facts that are keys or numbers of rows (`round`, `entrant`).
    """
    words = known or {}
    return [
        (str(_FACTS.get(key, key)), words.get(key) or _value(value))
        for key, value in facts.items()
        if value not in (None, "", [], {})
    ]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return _listed(value)
    text = str(value)
    return str(_VALUES[text]) if text in _VALUES else _moment_or_text(text)


def _listed(values: list[object]) -> str:
    said = ", ".join(_value(one) for one in values[:_MOST_SHOWN])
    more = len(values) - _MOST_SHOWN
    return said if more <= 0 else _("%(said)s và %(more)d mục khác") % {"said": said, "more": more}


def _moment_or_text(text: str) -> str:
    if not _BEGINS_WITH_A_DAY.match(text):
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment_text(LocalMoment.of(moment)) if moment.tzinfo else date_text(moment.date())


def deed_choices() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """All deeds by group, for a list to choose from; the first line of a group means all of it."""
    for beginning, label in GROUPS.items():
        deeds = [(key, str(said)) for key, said in DEEDS.items() if key.startswith(beginning)]
        everything = (beginning, _("%(group)s: tất cả") % {"group": label})
        yield str(label), [everything, *sorted(deeds, key=lambda deed: deed[1])]
