"""Forms about campaigns: fields and labels; what is refused is refused by the actions."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from hoithi.core.vietnamese.text import ControlCharacterRefused, clean_lines
from hoithi.kit.date_fields import DayField

_MOST_REACHED = 10_000_000


class CleanField(forms.CharField):
    """Text as it may be stored and printed; refuses control characters that no paper can hold."""

    def to_python(self, value: Any) -> str:
        """The lines of the text without invisible characters."""
        text = super().to_python(value) or ""
        try:
            return clean_lines(text)
        except ControlCharacterRefused as refused:
            told = _("Nội dung có ký tự không đọc được. Hãy gõ lại thay vì dán.")
            raise forms.ValidationError(told, "control") from refused


class PhotosInput(forms.ClearableFileInput):
    """Several pictures at once, from the camera or from those that are there."""

    template_name = "django/forms/widgets/file.html"
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several pictures or none; what each of them is, is looked at when it is stored."""

    def __init__(self, **options: Any) -> None:
        accepted = {"accept": "image/jpeg,image/png,image/webp"}
        super().__init__(**({"widget": PhotosInput(attrs=accepted)} | options))

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """All files that were chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        clean = super().clean
        return [clean(one, initial) for one in chosen if one]


class DeedForm(forms.Form):
    """What a unit told: one channel, one day, and a link or photographs that show it."""

    channel = forms.ChoiceField(label=_("Hình thức"))
    done_on = DayField(label=_("Ngày thực hiện"))
    photos = PhotosField(
        label=_("Ảnh"),
        required=False,
        help_text=_("Chụp hoặc chọn tối đa 5 ảnh. Vị trí nơi chụp được xóa khỏi ảnh."),
    )
    link = forms.URLField(
        label=_("Đường dẫn bài viết (nếu có)"),
        max_length=500,
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    reached = forms.IntegerField(
        label=_("Số người tiếp nhận (ước tính)"),
        required=False,
        min_value=0,
        max_value=_MOST_REACHED,
    )
    words = CleanField(label=_("Ghi thêm (nếu cần)"), max_length=500, required=False)

    def of(self, channels: list[tuple[str, str]], *, today: date) -> "DeedForm":
        """The form with these channels, the own duties first."""
        channel: Any = self.fields["channel"]
        channel.choices = channels
        self.fields["done_on"].initial = today
        return self
