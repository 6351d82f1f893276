"""Plain inserts do what Django's would: columns, what is there already, keys counted up."""

from datetime import date

import pytest

from hoithi.entries.models import TakenValue
from hoithi.kit import inserting
from hoithi.kit.ids import new_id
from hoithi.kit.inserting import inserted, new_row, put_in
from hoithi.people.models import Identity
from tests import make
from tests.live import scene

pytestmark = pytest.mark.django_db


def identity(body_id: int, number: int, **changed: object) -> Identity:
    values = {
        "id": number,
        "body_id": body_id,
        "sealed": b"\x00\xff",
        "key_number": 1,
        "masked_name": f"N. V. {number}",
        "created_at": make.AT,
        "erase_after": date(2027, 1, 31),
        "erased_at": None,
    }
    return new_row(Identity, **{**values, **changed})


def test_a_row_comes_back_as_it_was_made() -> None:
    body = make.body()
    row = identity(body.pk, new_id())
    assert inserted(Identity, [row]) == 1
    found = Identity.objects.get()
    names = [field.attname for field in Identity._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [getattr(row, name) for name in names]


def test_a_row_of_plain_values_is_a_whole_row_of_django() -> None:
    row = identity(make.body().pk, new_id())
    row.save()
    row.masked_name = "N. V. B"
    row.save()
    assert (Identity.objects.get().masked_name, row.body.pk) == ("N. V. B", row.body_id)


@pytest.mark.parametrize("changed", [{"colour": "red"}, {"body": 1}])
def test_a_row_with_another_column_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        identity(1, 1, **changed)


def test_what_is_there_stays_and_all_that_is_in_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    body = make.body()
    first = [identity(body.pk, number) for number in range(1, 8)]
    assert put_in(Identity, first[:3]) == {1, 2, 3}
    again = [identity(body.pk, 2, masked_name="another"), *first[3:]]
    inserting._statement.cache_clear()
    monkeypatch.setattr(inserting, "_MOST_VALUES", 16)
    assert put_in(Identity, again) == {2, 4, 5, 6, 7}
    inserting._statement.cache_clear()
    assert Identity.objects.get(pk=2).masked_name == "N. V. 2"


def test_a_key_that_the_database_counts_up_is_left_to_it() -> None:
    entrant = scene.entrant(scene.contest())
    rows = [
        TakenValue(contest=entrant.contest, field="phone", value_hash=f"{n % 2}", entrant=entrant)
        for n in range(3)
    ]
    assert (inserted(TakenValue, rows), TakenValue.objects.count()) == (2, 2)
