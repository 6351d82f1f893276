"""The form of one fact of a plan, made of the fields that its record has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.web.organiser.campaigns.fact_boxes import MomentBox, PercentBox, RankBox, VagueBox
from hoithi.wording.plan_codes import SCOPES
from hoithi.wording.plan_facts import COMMITTEES, FIELDS, FORMS, KINDS


@dataclass(frozen=True)
class Asked:
    """One box of the form: the name in the record, its label, and what may be typed."""

    name: str
    label: Any
    kind: str = "text"
    choices: Mapping[str, Any] | None = None
    required: bool = True


_VALUE = (Asked("value", _("Nội dung"), "long"),)
_DAY = (Asked("value", _("Ngày"), "day"),)
_NUMBER = (Asked("value", _("Số"), "number"),)
_CITED = (
    Asked("number", _("Số, ký hiệu"), required=False),
    Asked("date", _("Ngày"), "day", required=False),
    Asked("title", _("Tên văn bản"), "long"),
)
_DATED = (
    Asked("date", _("Ngày, giờ"), "moment"),
    Asked("what", _("Việc"), "long"),
    Asked("agency", _("Cơ quan"), required=False),
)
_VAGUE = (
    Asked("value", _("Thời gian"), "vague"),
    Asked("what", _("Việc"), "long"),
)
_NAMED = (Asked("name", _("Tên"), "long"),)
_TOLD = (Asked("value", _("Nội dung"), "long"), Asked("what", _("Câu trong văn bản"), "long"))

_ASKED: Mapping[str, tuple[Asked, ...]] = {
    "number": (Asked("value", _("Số, ký hiệu")),),
    "issued_on": _DAY,
    "place": _VALUE,
    "issuing_body": _VALUE,
    "title": _VALUE,
    "eligible": _VALUE,
    "excluded": _VALUE,
    "signing_authority": _VALUE,
    "recipients_count": _NUMBER,
    "agenda_rows": _NUMBER,
    "event_form": (Asked("value", _("Hình thức"), "choice", FORMS),),
    "legal_bases": _CITED,
    "cited": _CITED,
    "deadlines": _DATED,
    "milestones": _DATED,
    "periods": (
        Asked("start", _("Từ"), "moment"),
        Asked("end", _("Đến"), "moment"),
        Asked("what", _("Việc"), "long"),
    ),
    "relative_deadlines": (
        Asked("offset_days", _("Số ngày (số âm là trước hoạt động)"), "offset"),
        Asked("anchor", _("Tính từ hoạt động")),
        Asked("agency", _("Cơ quan"), required=False),
        Asked("what", _("Việc"), "long"),
    ),
    "fuzzy_dates": _VAGUE,
    "recurring": _TOLD,
    "prize_totals": _TOLD,
    "budget": _TOLD,
    "prizes": (
        Asked("scope", _("Dành cho"), "choice", SCOPES),
        Asked("rank", _("Tên giải"), "rank"),
        Asked("count", _("Số giải"), "number", required=False),
        Asked("amount_vnd", _("Số tiền một giải (đồng)"), "number", required=False),
    ),
    "assignments": (
        Asked("agency", _("Cơ quan")),
        Asked("tasks", _("Nhiệm vụ, mỗi dòng một việc"), "lines"),
    ),
    "quotas": (
        Asked("least", _("Số người ít nhất"), "people"),
        Asked("of", _("Của mỗi đơn vị nào, ví dụ: mỗi thôn")),
    ),
    "targets": (Asked("percent", _("Phần trăm"), "percent"), Asked("of", _("Của"), "long")),
    "signatory": (
        Asked("name", _("Họ và tên")),
        Asked("title", _("Chức vụ"), required=False),
    ),
    "counts": (Asked("name", _("Tên số lượng")), Asked("value", _("Số"), "number")),
    "activities": (Asked("kind", _("Loại hoạt động"), "choice", KINDS), *_NAMED),
    "committees": (Asked("kind", _("Loại ban, tổ"), "choice", COMMITTEES), *_NAMED),
    "venues": _NAMED,
    "parts": _NAMED,
    "clusters": _NAMED,
    "later": _NAMED,
    "steps": _NAMED,
}
_RANGES = {"offset": (-1_000, 1_000), "number": (0, 10**12), "people": (1, 1_000_000)}
_BOXES: Mapping[str, tuple[type[forms.CharField], int]] = {
    "percent": (PercentBox, 10),
    "vague": (VagueBox, 100),
    "rank": (RankBox, 300),
}
_LONGEST = {"long": 2_000, "lines": 5_000}
_ADDABLE = [name for name in FIELDS if name in _ASKED and name not in {"steps", "counts"}]


def fields_in(field: str) -> tuple[Asked, ...]:
    """The boxes of a field; none where it is only read."""
    return _ASKED.get(field, ())


def addable() -> list[tuple[str, str]]:
    """The fields that a person may add, as they stand in an address, with their names."""
    return [(name.replace("_", "-"), str(FIELDS[name])) for name in _ADDABLE]


class FactForm(forms.Form):
    """One fact as a person writes it."""

    def __init__(self, field: str, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=_typed(initial or {}))
        self._asked = fields_in(field)
        self._field = field
        for asked in self._asked:
            self.fields[asked.name] = _box(asked)

    def clean(self) -> dict[str, Any]:
        """A period ends after it begins; a day stands for all its hours."""
        data = super().clean() or {}
        start, end = data.get("start") or "", data.get("end") or ""
        length = min(len(start), len(end))
        if self._field == "periods" and length and end[:length] < start[:length]:
            self.add_error("end", _("Ngày kết thúc trước ngày bắt đầu. Hãy xem lại hai ngày."))
        return data

    def value(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """The record: what was typed over what nobody is asked for."""
        told = {asked.name: _taken(asked, self.cleaned_data[asked.name]) for asked in self._asked}
        if self._field == "assignments":
            number = len(told["tasks"])
            told |= {"n_tasks": max(number, 1), "n_sentences": max(number, 1)}
        return dict(before) | told


def _typed(value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: "\n".join(told) if isinstance(told, list | tuple) else told
        for name, told in value.items()
    }


def _box(asked: Asked) -> forms.Field:
    options = {"label": asked.label, "required": asked.required}
    match asked.kind:
        case "day" | "moment":
            return MomentBox(with_hour=asked.kind == "moment", **options)
        case "percent" | "vague" | "rank":
            box, longest = _BOXES[asked.kind]
            return box(max_length=longest, **options)
        case "offset" | "number" | "people":
            least, most = _RANGES[asked.kind]
            return forms.IntegerField(min_value=least, max_value=most, **options)
        case "choice":
            return forms.ChoiceField(choices=list((asked.choices or {}).items()), **options)
        case "long" | "lines":
            widget = forms.Textarea(attrs={"rows": 3 if asked.kind == "long" else 6})
            return forms.CharField(max_length=_LONGEST[asked.kind], widget=widget, **options)
        case _:
            return forms.CharField(max_length=500, **options)


def _taken(asked: Asked, told: Any) -> Any:
    if asked.kind == "lines":
        return [line.strip() for line in told.splitlines() if line.strip()]
    return told if asked.required or told not in {"", None} else None
