"""A field in which rows are ticked: a number that no database holds is no row."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    _Rows = forms.ModelMultipleChoiceField[Any]
else:
    _Rows = forms.ModelMultipleChoiceField

_LONGEST = 18
"""Digits that every database takes for a key."""


class RowsField(_Rows):
    """As Django's, which would ask the database for a number of any length."""

    def clean(self, value: Any) -> Any:
        """The rows of the keys that were sent. Refuses what can be no key."""
        for one in value or ():
            told = str(one)
            if not (told.isascii() and told.isdecimal() and len(told) <= _LONGEST):
                code = "invalid_pk_value"
                raise ValidationError(self.error_messages[code], code, params={"pk": told[:40]})
        return super().clean(value)
