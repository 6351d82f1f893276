"""No contest gets an address at which the site has pages of its own."""

import pytest
from django.conf import settings
from django.core.validators import slug_re
from django.urls import Resolver404, resolve
from msgspec import structs

from hoithi.contests import actions
from hoithi.contests.models import Contest
from hoithi.kit.addresses import first_words
from hoithi.wording import sentence
from tests import make
from tests.entries.make import rulebook
from tests.make import AT

pytestmark = pytest.mark.django_db
OF_THE_ENTRY = {one.strip("/") for one in (settings.ROOM_URL, settings.STATIC_URL)}


WORDS = sorted(word for word in first_words() if slug_re.match(word))


def answering(word: str) -> str:
    """The name of the page at this address of a contest; nothing where there is none."""
    try:
        return str(resolve(f"/{word}/").url_name)
    except Resolver404:
        return ""


def test_the_words_come_from_the_table_of_addresses():
    assert {"quan-tri", "don-vi", "tai-khoan", "xac-minh", *OF_THE_ENTRY} < first_words()
    assert not any("<" in word for word in first_words())


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_site_is_passed_over_and_refused(word):
    body = make.body()
    rules = structs.replace(rulebook(), key=word)
    made = actions.create_from_file(rules, body=body, by=make.person(), at=AT)
    assert (made.slug, answering(made.slug)) == (f"{word}-2", "contest")
    with pytest.raises(actions.SlugReserved) as refused:
        actions.create(rules, body=body, by=None, at=AT, slug=word)
    assert sentence(refused.value) == (
        f"Địa chỉ “{word}” đã dành cho trang của hệ thống. Hãy chọn địa chỉ khác."
    )
    assert Contest.objects.count() == 1


def test_a_title_that_is_a_word_of_the_site_gets_another_address():
    rules = structs.replace(rulebook(), title="Quản trị")
    made = actions.create(rules, body=make.body(), by=None, at=AT)
    assert made.slug == "quan-tri-2"
