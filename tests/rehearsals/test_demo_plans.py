"""The plans of the demonstration: whatever the day, they read well and found what they say."""

from datetime import date
from pathlib import Path

import pytest

from hoithi.core.founding.drafting import draft_campaign
from hoithi.core.founding.noticing import notice
from hoithi.core.founding.records import CampaignDraft
from hoithi.core.plans.checking import Grade, findings
from hoithi.core.plans.reading import read_plan
from hoithi.rehearsals.demo import story
from hoithi.rehearsals.demo.plans import PLANS
from hoithi.rehearsals.demo.texts import filled

_TEXTS = Path(story.__file__).parent / "examples" / "plans"
_DAYS = [date(2026, 11, 23), date(2027, 1, 4), date(2027, 2, 28), date(2028, 12, 31)]
_FESTIVAL = "festival review seminar contest contest-2 contest-3 exhibition"
_FOUND = {
    "ngo-quyen-2008": (f"{_FESTIVAL} meeting meeting-2 meeting-3 training performance", 12),
    "binh-son-2024": ("contest", 9),
    "bach-quang-2021": ("contest", 6),
    "tien-giang-2019": ("conference theme theme-2", 3),
    "cu-lao-dung-2020": ("theme check", 2),
    "hoa-son-2026": ("festival seminar contest contest-2 exhibition meeting training", 6),
    "thai-nguyen-2026": ("contest conference", 8),
}


def _text(file: str, day: date) -> str:
    return filled((_TEXTS / f"{file}.txt").read_text(encoding="utf-8"), day)


def _draft(file: str, day: date) -> CampaignDraft:
    text = _text(file, day)
    return draft_campaign(read_plan(text).facts, notice(text), body="")


def test_every_plan_has_its_text_and_every_text_is_told():
    assert sorted(plan.file for plan in PLANS) == sorted(path.stem for path in _TEXTS.iterdir())


@pytest.mark.parametrize("day", _DAYS, ids=str)
@pytest.mark.parametrize("file", sorted(_FOUND))
def test_a_plan_founds_the_same_campaign_on_every_day(file, day):
    draft = _draft(file, day)
    told = (" ".join(one.key for one in draft.activities), len(draft.agencies))
    assert told == _FOUND[file]


@pytest.mark.parametrize("day", _DAYS, ids=str)
@pytest.mark.parametrize("file", sorted(_FOUND))
def test_no_plan_contradicts_itself_or_keeps_a_place_for_a_day(file, day):
    text = _text(file, day)
    found = findings(text, read_plan(text))
    assert "{" not in text
    assert [one.code for one in found if one.grade is Grade.CONTRADICTION] == []


def test_an_award_conference_is_named_without_its_time_and_falls_in_it():
    conference = _draft("thai-nguyen-2026", date(2026, 11, 23)).activities[1]
    assert (conference.title, conference.moment.first, conference.moment.last) == (
        "Hội nghị tổng kết, trao giải",
        date(2026, 12, 21),
        date(2026, 12, 31),
    )


def test_a_contest_lasts_until_its_final():
    contest = _draft("thai-nguyen-2026", date(2026, 11, 23)).activities[0]
    assert (contest.moment.first, contest.moment.last) == (date(2026, 12, 14), date(2026, 12, 25))
