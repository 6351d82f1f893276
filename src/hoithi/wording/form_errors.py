"""What is said of a box that cannot be taken: always what to do, in the place of Django's words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

_CHOOSE = _("Mục đã chọn không còn trong danh sách. Hãy chọn lại.")
_WHOLE = _("Hãy ghi một số nguyên, chỉ gồm chữ số.")
_NUMBER = _("Hãy ghi một số; phần lẻ viết sau dấu phẩy.")
_DAY = _("Hãy ghi ngày có thật, ví dụ 20/11/2026.")
_HOUR = _("Hãy ghi giờ như 08:00 hoặc 16:30.")
_MOMENT = _("Hãy ghi ngày và giờ có thật, ví dụ 20/11/2026 08:00.")
_FILE = _("Chưa chọn tệp. Hãy chọn tệp trên máy rồi gửi lại.")
_AGAIN = _("Nội dung đã ghi chưa đúng dạng. Hãy xem lại và ghi lại.")
_ADDRESS = _("Hãy ghi địa chỉ trang bắt đầu bằng https://.")
_MAIL = _("Hãy ghi địa chỉ thư điện tử dạng ten@coquan.gov.vn.")

Sentences = Mapping[str, Any]
"""Sentences of the language in force when they are read, by Django's code."""

_OF_FIELDS: Mapping[type[forms.Field], Sentences] = {
    forms.Field: {"required": _("Ô này chưa ghi. Hãy ghi rồi gửi lại.")},
    forms.IntegerField: {"invalid": _WHOLE},
    forms.FloatField: {"invalid": _NUMBER},
    forms.DecimalField: {"invalid": _NUMBER},
    forms.DateField: {"invalid": _DAY},
    forms.TimeField: {"invalid": _HOUR},
    forms.DateTimeField: {"invalid": _MOMENT},
    forms.DurationField: {"invalid": _AGAIN, "overflow": _AGAIN},
    forms.FileField: {
        "required": _FILE,
        "invalid": _FILE,
        "missing": _FILE,
        "empty": _("Tệp đã chọn không có nội dung. Hãy mở tệp trên máy để xem lại rồi chọn lại."),
        "max_length": _("Tên tệp dài quá %(max)d ký tự. Hãy đổi tên ngắn hơn rồi chọn lại."),
        "contradiction": _("Hãy chọn tệp mới hoặc đánh dấu bỏ tệp cũ, không làm cả hai."),
    },
    forms.ImageField: {"invalid_image": _("Tệp này không phải là ảnh. Hãy chọn ảnh PNG hoặc JPG.")},
    forms.URLField: {"invalid": _ADDRESS},
    forms.ChoiceField: {"required": _("Chưa chọn mục nào. Hãy chọn một mục."),
                        "invalid_choice": _CHOOSE},
    forms.MultipleChoiceField: {"invalid_choice": _CHOOSE, "invalid_list": _CHOOSE},
    forms.ModelChoiceField: {"required": _("Chưa chọn mục nào. Hãy chọn một mục."),
                             "invalid_choice": _CHOOSE},
    forms.ModelMultipleChoiceField: {
        "invalid_choice": _CHOOSE, "invalid_list": _CHOOSE, "invalid_pk_value": _CHOOSE,
    },
    forms.MultiValueField: {
        "invalid": _AGAIN, "incomplete": _("Còn ô để trống. Hãy ghi đủ các ô."),
    },
    forms.UUIDField: {"invalid": _AGAIN},
    forms.JSONField: {"invalid": _AGAIN},
}  # fmt: skip
"""The sentences of each kind of field; a kind that names none has those of the kind above it."""

_OF_VALIDATORS: Mapping[type, Any] = {
    validators.RegexValidator: _AGAIN,
    validators.EmailValidator: _MAIL,
    validators.URLValidator: _ADDRESS,
    validators.MinValueValidator: _("Hãy ghi số từ %(limit_value)s trở lên."),
    validators.MaxValueValidator: _("Hãy ghi số không quá %(limit_value)s."),
    validators.StepValueValidator: _("Hãy ghi số là bội của %(limit_value)s."),
    validators.MinLengthValidator: _("Nội dung ngắn quá: cần ít nhất %(limit_value)d ký tự."),
    validators.MaxLengthValidator: _(
        "Nội dung dài %(show_value)d ký tự, nhiều nhất là %(limit_value)d. Hãy viết gọn lại."
    ),
    validators.ProhibitNullCharactersValidator: _(
        "Nội dung có ký tự không đọc được. Hãy xóa đi và gõ lại."
    ),
    validators.FileExtensionValidator: _("Loại tệp này không dùng được. Hãy chọn tệp loại khác."),
}
_OF_DIGITS: Sentences = {
    "max_digits": _("Số có quá nhiều chữ số: nhiều nhất %(max)s."),
    "max_decimal_places": _("Phần lẻ có quá nhiều chữ số: nhiều nhất %(max)s."),
    "max_whole_digits": _("Phần nguyên có quá nhiều chữ số: nhiều nhất %(max)s."),
    "invalid": _NUMBER,
}


def say_our_own() -> None:
    """Puts these sentences in the place of Django's, for every form that is made afterwards.

    A field takes its sentences when it is made, so this comes before the first form is read.
    """
    for kind, sentences in _OF_FIELDS.items():
        kind.default_error_messages = {**kind.default_error_messages, **sentences}
    for validator, sentence in _OF_VALIDATORS.items():
        validator.message = sentence  # type: ignore[attr-defined]  # each of these has one
    validators.DecimalValidator.messages = dict(_OF_DIGITS)
