"""A rate of tax as it is typed."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from hoithi.web.organiser.campaigns.budget.fields import RateField


@pytest.mark.parametrize(("typed", "kept"), [("10", 10), ("0,5", Decimal("0.5")), ("0", 0)])
def test_rates_are_kept(typed, kept):
    assert RateField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["-1", "100,5", "mười", "0,005"])
def test_what_is_no_rate_is_refused_as_a_rate(typed):
    with pytest.raises(ValidationError, match="huế suất"):
        RateField().clean(typed)
