"""What papers will be like is drawn for trial by the worker, and looked at before the opening."""

import pytest
from django.urls import reverse

from hoithi.files.models import Errand
from hoithi.sittings.models import PaperSimulation
from hoithi.sittings.queries.papers import papers_done
from hoithi.web import jobs
from hoithi.web.organiser.bank import simulation
from tests import make
from tests.web_lists.steps import lines_of
from tests.web_organiser.test_bank_seal import before, contest, fill, organiser, round_

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
__all__ = ["before", "contest", "organiser", "round_"]


@pytest.fixture
def address(contest, round_, monkeypatch):
    monkeypatch.setattr(simulation, "SIMULATED", 300)
    return reverse("round_simulation", args=[contest.slug, round_.key])


def simulated(organiser, address) -> Errand:
    """Asks for the first paper of the page and lets the worker draw it."""
    need = organiser.get(address).context["cards"][0].need
    organiser.post(address, {"bai": need.part_key, "nhom": need.group})
    errand = Errand.objects.latest("pk")
    jobs.run_errand.call(errand.pk)
    return errand


def test_it_is_drawn_by_the_worker_looked_at_and_taken_away(organiser, contest, round_, address):
    fill(contest, round_.opens_at)
    assert "Chưa mô phỏng lần nào." in organiser.get(address).content.decode()
    errand = simulated(organiser, address)
    told = organiser.get(f"/tai-khoan/viec/{errand.token}/").content.decode()
    assert "Đã mô phỏng 300 đề." in told
    assert make.deeds()[-1] == "sittings.papers_simulated"
    assert papers_done([round_.pk]).looked_at == frozenset()
    page = organiser.get(address).content.decode()
    made = PaperSimulation.objects.get()
    assert made.facts["seed"] in page
    assert "Số cặp đề theo số câu trùng nhau" in page
    assert papers_done([round_.pk]).looked_at == {round_.pk}
    out = reverse("simulation_out", args=[contest.slug, round_.key, "csv"])
    rows = lines_of(organiser.get(out, {"bai": made.part_key, "nhom": made.group}))
    assert sum(int(row[3]) for row in rows) == 300 * sum(
        one.row.count for one in organiser.get(address).context["cards"][0].need.rows
    )


def test_a_second_simulation_takes_the_place_of_the_first(organiser, contest, round_, address):
    fill(contest, round_.opens_at)
    simulated(organiser, address)
    organiser.get(address)
    first = PaperSimulation.objects.get()
    simulated(organiser, address)
    second = PaperSimulation.objects.get()
    assert first.pk != second.pk
    assert second.seen_at == first.seen_at or second.seen_at is not None


def test_a_bank_that_is_too_small_is_said_and_offers_no_button(organiser, address):
    page = organiser.get(address).content.decode()
    assert "nên chưa mô phỏng được" in page
    assert 'name="bai"' not in page
    errand = simulated(organiser, address)
    errand.refresh_from_db()
    assert errand.state == "refused"
    assert not PaperSimulation.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"bai": "khong-co", "nhom": ""}, {"bai": "\x00"}])
def test_a_paper_that_the_round_lacks_is_not_there(organiser, address, sent):
    assert organiser.post(address, sent).status_code == 404
    assert not Errand.objects.exists()


@pytest.mark.usefixtures("address")
def test_the_list_of_steps_points_to_it_until_it_was_looked_at(organiser, contest):
    week = contest.rounds.exclude(key="trial").exclude(opens_at=None).earliest("opens_at")
    fill(contest, week.opens_at)
    desk = reverse("contest_desk", args=[contest.slug])
    there = reverse("round_simulation", args=[contest.slug, week.key])
    assert f'href="{there}"' in organiser.get(desk).content.decode()
    simulated(organiser, there)
    organiser.get(there)
    assert f'href="{there}"' not in organiser.get(desk).content.decode()
