"""The form for what the rules ask only of those who are proposed for a prize."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hoithi.core.rulebook.entry import IdentityField, IdentityKind
from hoithi.core.vietnamese.personal_numbers import Sex
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.wording.entries import field_words, problem_sentence


class WinnerForm(forms.Form):
    """A box for each field; what was recorded before is never shown in it."""

    def __init__(self, *args: Any, fields: Sequence[IdentityField], **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "giai_%s", **options})
        for one in fields:
            words = field_words(one)
            facts: dict[str, Any] = {
                "label": words.label,
                "help_text": words.help,
                "required": False,
            }
            if one.kind is IdentityKind.SEX:
                choices = [("", "–"), (Sex.MALE, _("Nam")), (Sex.FEMALE, _("Nữ"))]
                self.fields[one.kind] = forms.ChoiceField(choices=choices, **facts)
            else:
                self.fields[one.kind] = forms.CharField(max_length=200, **facts)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Says each problem at its box; one of a field that is not asked here stands on top."""
        try:
            yield
        except EntryRefused as refused:
            for one in refused.problems:
                place = one.field if one.field in self.fields else None
                self.add_error(place, problem_sentence(one))
