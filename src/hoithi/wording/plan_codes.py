"""The words for the codes that facts of a plan are kept in: days, times, ranks, numbers."""

import re
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.vietnamese.dates import date_text

SCOPES = {
    "individual": gettext_lazy("cá nhân"),
    "collective": gettext_lazy("tập thể"),
    "cluster": gettext_lazy("cụm thi"),
    "final": gettext_lazy("chung kết"),
    "contest": gettext_lazy("cuộc thi"),
    "individual:week": gettext_lazy("cá nhân, theo tuần"),
    "individual:round": gettext_lazy("cá nhân, theo đợt"),
    "individual:month": gettext_lazy("cá nhân, theo tháng"),
    "individual:quarter": gettext_lazy("cá nhân, theo quý"),
}
COUNTS = {
    "communes": gettext_lazy("Số xã, phường, thị trấn"),
    "wards": gettext_lazy("Số phường"),
    "venues": gettext_lazy("Số địa điểm"),
    "cluster_venues": gettext_lazy("Số điểm thi cụm"),
    "final_venues": gettext_lazy("Số điểm thi chung kết"),
    "teams": gettext_lazy("Số đội thi"),
    "team_min": gettext_lazy("Số thành viên ít nhất của một đội"),
    "team_max": gettext_lazy("Số thành viên nhiều nhất của một đội"),
    "main_members": gettext_lazy("Số thành viên chính thức"),
    "reserve_members": gettext_lazy("Số thành viên dự bị"),
    "contest_parts": gettext_lazy("Số phần thi"),
    "rounds": gettext_lazy("Số vòng thi"),
    "questions": gettext_lazy("Số câu hỏi"),
    "minutes": gettext_lazy("Số phút làm bài"),
    "weeks": gettext_lazy("Số tuần"),
    "copies": gettext_lazy("Số bản"),
}
_RANKS = {
    "dac_biet": gettext_lazy("giải Đặc biệt"),
    "xuat_sac": gettext_lazy("giải Xuất sắc"),
    "nhat": gettext_lazy("giải Nhất"),
    "nhi": gettext_lazy("giải Nhì"),
    "ba": gettext_lazy("giải Ba"),
    "tu": gettext_lazy("giải Tư"),
    "khuyen_khich": gettext_lazy("giải Khuyến khích"),
    "a": gettext_lazy("giải A"),
    "b": gettext_lazy("giải B"),
    "c": gettext_lazy("giải C"),
}
_VAGUE = re.compile(r"(\d{4})-(?:Q([1-4])|(\d{2})(?:-(start|middle|end|W[1-5]))?)")
_QUARTERS = ("I", "II", "III", "IV")
_PARTS = {
    "start": gettext_lazy("đầu tháng %(month)s/%(year)s"),
    "middle": gettext_lazy("giữa tháng %(month)s/%(year)s"),
    "end": gettext_lazy("cuối tháng %(month)s/%(year)s"),
    "": gettext_lazy("tháng %(month)s/%(year)s"),
}


def day_said(text: str) -> str:
    """ "2021-12-20T08:00" → "20/12/2021, 08:00"; what is no day stays as it is."""
    try:
        day = date_text(date.fromisoformat(text[:10]))
    except ValueError:
        return text
    return f"{day}, {text[11:16]}" if len(text) > len("2021-12-20") else day


def rank_said(code: str) -> str:
    """ "nhat" → "giải Nhất"; a side prize by its own name."""
    return str(_RANKS.get(code, code.removeprefix("phu:")))


def scope_said(code: str) -> str:
    """ "individual:week" → "cá nhân, theo tuần"."""
    found = SCOPES.get(code) or SCOPES.get(code.partition(":")[0])
    return str(found or code)


def vague_said(code: str) -> str:
    """ "2026-Q3" → "quý III/2026", "2026-12-end" → "cuối tháng 12/2026"; other texts stay."""
    found = _VAGUE.fullmatch(code)
    if found is None:
        return code
    year, quarter, month, part = found.groups(default="")
    if quarter:
        number = _QUARTERS[int(quarter) - 1]
        return _("quý %(quarter)s/%(year)s") % {"quarter": number, "year": year}
    told = {"month": str(int(month)), "year": year}
    if part.startswith("W"):
        return _("tuần %(week)s tháng %(month)s/%(year)s") % (told | {"week": part[1:]})
    return str(_PARTS[part]) % told
