"""The contest page counts people and attempts, or says why it does not yet."""

import pytest

from tests.live import scene
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
WAITS = "đáp án của câu dự đoán"


@pytest.mark.parametrize(
    ("paper", "told", "not_told"),
    [
        pytest.param({}, WAITS, "Người đăng ký", id="the number is predicted"),
        pytest.param({"prediction": None}, "Người đăng ký", WAITS, id="nothing is predicted"),
    ],
)
def test_the_figures_of_an_open_round(phone, paper, told, not_told):
    contest = scene.contest(scene.rules(paper=paper))
    page = text_of(phone.get(f"/{contest.slug}/"))
    assert (told in page, not_told in page) == (True, False)
