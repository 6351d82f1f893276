"""No form of the project answers with a sentence of Django's own: each says what to do."""

import gettext
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import django
import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

import hoithi


def kinds_of(parent: type) -> Iterator[type]:
    """Every class under this one."""
    for kind in parent.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def stock() -> set[str]:
    """Django's sentences, as they are and in Vietnamese."""
    path = Path(django.__file__).parent / "conf/locale/vi/LC_MESSAGES/django.mo"
    with path.open("rb") as file:
        known = gettext.GNUTranslations(file)._catalog
    names = (each if isinstance(each, str) else each[0] for each in known)
    return {*names, *known.values()} - {""}


def said_by(field: forms.Field) -> Iterator[str]:
    """Every sentence with which a field may refuse."""
    yield from map(str, field.error_messages.values())
    for validator in field.validators:
        for message in (
            getattr(validator, "message", ""),
            *getattr(validator, "messages", {}).values(),
        ):
            yield str(message)


@pytest.fixture(scope="module")
def our_forms() -> list[type[forms.BaseForm]]:
    """Every form of the project, whichever module has it."""
    for module in walk_packages(hoithi.__path__, "hoithi."):
        if (
            not module.name.startswith(("hoithi.config", "hoithi.command"))
            and ".migrations" not in module.name
        ):
            import_module(module.name)
    return [kind for kind in kinds_of(forms.BaseForm) if kind.__module__.startswith("hoithi.")]


def test_no_form_has_a_sentence_of_djangos(our_forms):
    assert len(our_forms) > 40
    theirs = stock()
    with translation.override("vi"):
        found = {
            (form.__name__, name, sentence)
            for form in our_forms
            for name, field in getattr(form, "base_fields", {}).items()
            for sentence in said_by(field)
            if sentence in theirs
        }
    assert found == set()


@pytest.mark.parametrize(
    ("field", "sent", "told"),
    [
        pytest.param(forms.CharField(), "", "Ô này chưa ghi. Hãy ghi rồi gửi lại.", id="empty"),
        pytest.param(forms.CharField(max_length=3), "năm chữ",
                     "Nội dung dài 7 ký tự, nhiều nhất là 3. Hãy viết gọn lại.", id="too long"),
        pytest.param(forms.IntegerField(), "ba",
                     "Hãy ghi một số nguyên, chỉ gồm chữ số.", id="word"),
        pytest.param(forms.IntegerField(max_value=5), "6", "Hãy ghi số không quá 5.", id="large"),
        pytest.param(forms.EmailField(), "an@",
                     "Hãy ghi địa chỉ thư điện tử dạng ten@coquan.gov.vn.", id="mail"),
        pytest.param(forms.ChoiceField(choices=[("a", "A")]), "b",
                     "Mục đã chọn không còn trong danh sách. Hãy chọn lại.", id="choice"),
        pytest.param(forms.FileField(), None,
                     "Chưa chọn tệp. Hãy chọn tệp trên máy rồi gửi lại.", id="no file"),
        pytest.param(forms.FileField(), SimpleUploadedFile("a.pdf", b""),
                     "Tệp đã chọn không có nội dung. Hãy mở tệp trên máy để xem lại rồi chọn lại.",
                     id="empty file"),
        pytest.param(forms.DecimalField(max_digits=3), "1234,5",
                     "Hãy ghi một số; phần lẻ viết sau dấu phẩy.", id="comma"),
    ],
)  # fmt: skip
def test_what_is_said(field, sent, told):
    with translation.override("vi"), pytest.raises(forms.ValidationError) as refused:
        field.clean(sent)
    assert refused.value.messages == [told]
