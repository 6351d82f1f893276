"""The form of a table of questions: a line for each row, some empty ones below."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.questions.rows import AUDIENCES, DIFFICULTIES, FIELDS
from hoithi.core.rulebook.parts import Difficulty, Draw
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean
from hoithi.wording.questions import field_label

MOST_ROWS = 40
_EMPTY_ROWS = 3
_MOST_QUESTIONS = 500


class DrawForm(forms.Form):
    """One row: so many questions of a field, of a topic, of a difficulty, for an audience."""

    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), required=False)
    topic = forms.CharField(label=gettext_lazy("Chủ đề"), required=False, max_length=120)
    difficulty = forms.ChoiceField(
        label=gettext_lazy("Mức độ"),
        required=False,
        choices=[("", gettext_lazy("Mọi mức")), *DIFFICULTIES.items()],
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=[("", gettext_lazy("Theo nhóm")), *AUDIENCES.items()],
    )
    count = forms.IntegerField(
        label=gettext_lazy("Số câu"), required=False, min_value=0, max_value=_MOST_QUESTIONS
    )
    points = forms.DecimalField(
        label=gettext_lazy("Điểm mỗi câu"),
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=3,
        localize=True,
    )

    def __init__(self, *args: Any, fields_known: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["field"] = forms.ChoiceField(
            label=_("Lĩnh vực"),
            required=False,
            choices=[("", _("Chưa chọn")), *fields_known],
        )

    def clean_topic(self) -> str:
        """One line in one spelling."""
        try:
            return clean(self.cleaned_data["topic"])
        except ControlCharacterRefused as error:
            raise ValidationError(_("Có ký tự không dùng được. Hãy gõ lại.")) from error

    def clean(self) -> dict[str, Any]:
        """A row with a number of questions has a field; without one it is left out."""
        said = dict(self.cleaned_data)
        if said.get("count") and not said.get("field") and "field" not in self.errors:
            self.add_error("field", _("Hãy chọn lĩnh vực của dòng này."))
        if said.get("field") and not said.get("count") and not self.errors:
            self.add_error("count", _("Ghi số câu; muốn bỏ dòng thì chọn lại “Chưa chọn”."))
        return said

    def draw(self) -> Draw | None:
        """The row; None for an empty line."""
        said = self.cleaned_data
        if not said.get("count"):
            return None
        return Draw(
            field=said["field"],
            count=said["count"],
            difficulty=Difficulty(said["difficulty"]) if said["difficulty"] else None,
            points=said["points"],
            audience=said["audience"] or None,
            topic=said["topic"] or None,
        )


DrawFormSet = forms.formset_factory(
    DrawForm, extra=_EMPTY_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


def fields_known(used: Iterable[str]) -> list[tuple[str, str]]:
    """The fields every bank has, and those of the contest's own banks and rows."""
    own = {key: field_label(key) for key in sorted(used) if key not in FIELDS}
    return [*FIELDS.items(), *own.items()]


def initial_of(rows: Iterable[Draw]) -> list[dict[str, Any]]:
    """What stands in the lines of a table."""
    return [
        {
            "field": row.field,
            "topic": row.topic or "",
            "difficulty": row.difficulty or "",
            "audience": row.audience or "",
            "count": row.count,
            "points": row.points,
        }
        for row in rows
    ]
