"""Plain rows say the same as Django's own, for every kind of value that is read so."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.kit.plain_rows import decimal_of, plain_rows, trimmed
from hoithi.sittings.models import Mark
from tests.results.boards import contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
FIELDS = ("pk", "points", "submission__prediction")
MOMENTS = ("submission__submitted_at", "submission__sitting__started_at")


@pytest.mark.parametrize(
    "after", [timedelta(hours=1), timedelta(hours=1, microseconds=123456), timedelta(days=3)]
)
def test_the_same_values_as_through_djangos_converters(after):
    online = contest()
    week = online.rounds.get(key="week-1")
    submission = sit(entrant(online, "A**"), week, Sat(95, 61, prediction=7, after=after))
    Mark.objects.update(points=Decimal("33.3333"))
    (row,) = plain_rows(Mark.objects.all(), *FIELDS, moments=MOMENTS)
    (usual,) = Mark.objects.values_list(*FIELDS, *MOMENTS)
    assert (row[0], decimal_of(row[1]), *row[2:]) == usual
    assert row[3] == submission.submitted_at
    assert row[3].utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("kept", "number"),
    [
        (5, Decimal(5)),
        (0.1, Decimal("0.1")),
        (Decimal("2.50"), Decimal("2.50")),
        (33.3333, Decimal("33.3333")),
    ],
)
def test_decimals_as_databases_keep_them(kept, number):
    assert decimal_of(kept) == number
    assert decimal_of(kept) == number


@pytest.mark.parametrize(
    ("kept", "written"),
    [("8.0000", "8"), ("10.0000", "10"), ("7.5000", "7.5"), ("0.0000", "0"), ("100", "100")],
)
def test_a_decimal_is_written_alike_whichever_database_kept_it(kept, written):
    assert str(decimal_of(Decimal(kept))) == str(trimmed(Decimal(kept))) == written


def test_nothing_gives_nothing():
    assert list(plain_rows(Mark.objects.none(), *FIELDS, moments=MOMENTS)) == []
