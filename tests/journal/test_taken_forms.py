"""A form is taken once, also where it comes twice at the same moment."""

import threading

import pytest
from django.db import connections

from hoithi.journal import actions
from hoithi.journal.models import TakenForm
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody
from tests import make
from tests.live.conftest import database

__all__ = ["database"]
AT_ONCE = 8


class Unwilling(Refusal):
    """A deed that is refused."""


def found(number: int) -> str:
    """A deed that leaves a row; where it leads."""
    make.body(f"Xã số {number}")
    return f"/noi-den/{number}/"


def sent(key: str, number: int) -> str:
    """Sends the form; where its sender is led."""
    with actions.once(key, at=make.AT) as (form, is_first):
        if is_first:
            form.onward = found(number)
    return form.onward


@pytest.mark.usefixtures("database")
def test_of_many_at_once_one_is_done_and_all_are_led_to_it():
    together, led = threading.Barrier(AT_ONCE), list[str]()

    def send(number: int) -> None:
        together.wait()
        try:
            led.append(sent("one", number))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(led), len(set(led)), OrganisingBody.objects.count()) == (AT_ONCE, 1, 1)


@pytest.mark.django_db
def test_another_form_is_another_deed_and_a_refused_one_may_come_again():
    def refused() -> None:
        with actions.once("three", at=make.AT):
            found(3)
            raise Unwilling

    assert [sent("one", 1), sent("one", 2), sent("two", 3)] == ["/noi-den/1/"] * 2 + ["/noi-den/3/"]
    with pytest.raises(Unwilling):
        refused()
    assert sorted(TakenForm.objects.values_list("key", flat=True)) == ["one", "two"]
    assert OrganisingBody.objects.count() == 2
