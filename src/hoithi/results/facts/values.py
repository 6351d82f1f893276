"""Ranking values as they are stored in a draft, and back as the rules compare them."""

from datetime import date, datetime
from decimal import Decimal

from hoithi.core.ranking import columns
from hoithi.core.rulebook.ranking import By, RankingKey
from hoithi.results.facts.snapshot import KeyShown, Value

_MOMENTS = {By.SUBMITTED_AT, By.STARTED_AT, By.REGISTERED_AT}


def key_shown(key: RankingKey) -> KeyShown:
    """A ranking key as a draft keeps it."""
    return KeyShown(key.by, key.first, key.title or "", key.part or "")


def written(value: columns.Value) -> Value:
    """Equal values give equal texts: decimals without idle zeros, moments in ISO form."""
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return decimal_written(value)
    return int(value)


def decimal_written(number: Decimal) -> str:
    """A decimal without idle zeros and without an exponent: "10", "9.5"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def compared(key: KeyShown, value: Value) -> columns.Value:
    """A stored value as the rules compared it."""
    if not isinstance(value, str):
        return value
    if key.by in _MOMENTS:
        return datetime.fromisoformat(value)
    if key.by == By.AGE:
        return date.fromisoformat(value)
    return Decimal(value)
