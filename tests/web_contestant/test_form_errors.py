"""The form says as many mistakes as it lists, and why a chosen group is not one's own."""

import re

import pytest

from hoithi.core.entering.belonging import unfit_for
from hoithi.core.rulebook.entry import EntryRules, Group
from tests.entries.make import AN, CHILD, contest, rulebook
from tests.web_contestant.test_way import enter, text_of

OFFICIALS = Group(key="officials", title="Cán bộ", min_age=18)
PUPILS = Group(key="pupils", title="Học sinh", max_age=18)
AT_SCHOOL = Group(key="school", title="Trường", kinds_of_unit=("school",))


@pytest.mark.parametrize(
    ("chosen", "kind", "ages", "unfit"),
    [
        pytest.param(
            "officials", None, range(15, 17), ("group_too_young", {"age": 18}), id="young"
        ),
        pytest.param("pupils", None, range(40, 42), ("group_too_old", {"age": 18}), id="old"),
        pytest.param("school", "ward", None, ("group_not_of_unit", {}), id="of another unit"),
        pytest.param("officials", None, None, None, id="an unknown age excludes nothing"),
        pytest.param("", None, range(15, 17), None, id="nothing chosen"),
    ],
)
def test_unfit_for(chosen, kind, ages, unfit):
    groups = (OFFICIALS, PUPILS, AT_SCHOOL)
    assert unfit_for(groups, chosen, kind_of_unit=kind, ages=ages) == unfit


@pytest.mark.django_db
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({**AN, "consent": ""}, id="consent missing"),
        pytest.param({}, id="everything missing"),
        pytest.param({**CHILD, "guardian_consent": "", "consent": ""}, id="both consents missing"),
    ],
)
def test_the_summary_counts_what_it_lists(phone, here, answers):
    page = enter(phone, here, answers)
    said = re.search(r"Có (\d+) mục cần xem lại", text_of(page))
    listed = re.search(r"mục cần xem lại.*?</ul>", page.content.decode(), re.DOTALL)
    assert said
    assert listed
    assert int(said.group(1)) == listed.group().count("<li>") > 0


@pytest.mark.django_db
def test_a_group_that_does_not_fit_says_the_age_it_asks_for(phone):
    groups = (OFFICIALS, PUPILS, Group(key="citizens", title="Người dân"))
    here = contest(rulebook(entry=EntryRules(unit=None), groups=groups))
    page = enter(phone, here, {**AN, "birth_year": "2010", "group": "officials"})
    assert "Nhóm này dành cho người từ đủ 18 tuổi." in text_of(page)
