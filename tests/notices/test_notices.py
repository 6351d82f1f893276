"""People are told once, on the site and by mail where they have an address."""

import pytest

from hoithi.notices import actions, jobs, queries
from tests import make

pytestmark = pytest.mark.django_db


def mail_all():
    for deed in list(jobs.due(make.AT)):
        deed()


def test_the_same_key_is_told_once():
    body, person = make.body(), make.person()
    first = actions.tell(person, "Tuần 1 đã mở.", body=body, at=make.AT, key="tuan-1")
    again = actions.tell(person, "Tuần 1 đã mở.", body=body, at=make.AT, key="tuan-1")
    assert (again, list(queries.unread_notices(person))) == (first, [first])


def test_a_message_read_is_no_longer_unread():
    body, person = make.body(), make.person()
    actions.tell(person, "Một", body=body, at=make.AT)
    actions.mark_read(queries.unread_notices(person), at=make.AT)
    assert not queries.unread_notices(person).exists()


def test_mail_goes_once_and_only_to_those_with_an_address(mailoutbox):
    body, person, without = make.body("UBND xã Hòa Sơn"), make.person(), make.person()
    person.email = "an@example.vn"
    person.save()
    for one in (person, without):
        actions.tell(one, "Tuần 1 đã mở.", body=body, at=make.AT, link="/tuan-1/")
    mail_all()
    mail_all()
    assert [(mail.subject, mail.to) for mail in mailoutbox] == [
        ("[UBND xã Hòa Sơn] Thông báo", ["an@example.vn"])
    ]
