"""Rows that are ticked in a form."""

import pytest
from django.core.exceptions import ValidationError

from hoithi.kit.choosing import RowsField
from hoithi.people.models import OrganisingBody
from tests import make

pytestmark = pytest.mark.django_db


def field() -> RowsField:
    return RowsField(queryset=OrganisingBody.objects.all(), required=False)


def test_rows_are_chosen_by_their_keys():
    body = make.body()
    assert list(field().clean([str(body.pk)])) == [body]
    assert list(field().clean([])) == list(field().clean(None)) == []


@pytest.mark.parametrize("sent", ["9" * 40, "-1", "1.5", "٣٤", "", "\x00", "x" * 6000])
def test_what_can_be_no_key_is_refused(sent):
    with pytest.raises(ValidationError):
        field().clean([sent])
