"""The rulebook on screen: every rule is edited through forms, without JavaScript."""

import pytest

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import newest_version
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.shape import fields
from hoithi.people.models import RoleName
from hoithi.web.organiser.rules.sections import NOT_EDITED, SECTIONS, section_with
from tests import make
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


def rules(contest) -> Rulebook:
    return rulebook_of(newest_version(contest))


def section(contest, key: str, path: str = "") -> str:
    query = f"?o={path}" if path else ""
    return f"/quan-tri/cuoc-thi/{contest.slug}/the-le/muc/{key}/{query}"


def deed(desk, contest, word: str, path: str, **more: str):
    sent = {"o": path, "ban": newest_version(contest).sha256, **more}
    return desk.post(f"/quan-tri/cuoc-thi/{contest.slug}/the-le/doi/{word}/", sent)


def sent_back(response, path: str, **changes: object) -> dict[str, object]:
    """The card as the browser would send it, with these boxes changed."""
    node = next(one for one in response.context["nodes"] if one.path == path)
    data: dict[str, object] = {"o": path}
    for box in node.form:
        value = box.value()
        widget = box.field.widget
        if hasattr(widget, "decompress"):
            data |= {
                f"{box.html_name}_{n}": one or "" for n, one in enumerate(widget.decompress(value))
            }
        elif value not in (None, False):
            data[box.html_name] = value
    return data | {f"{node.form.prefix}-{name}": value for name, value in changes.items()}


def test_every_rule_stands_in_one_section():
    there = sorted(name for one in SECTIONS for name in one.fields)
    assert there == sorted({f.name for f in fields(Rulebook)} - set(NOT_EDITED))


@pytest.mark.parametrize("key", [one.key for one in SECTIONS])
def test_a_section_sent_back_unchanged_changes_nothing(desk, contest, key):
    before = rules(contest)
    page = desk.get(section(contest, key))
    for node in page.context["nodes"]:
        if node.boxes:
            response = desk.post(section(contest, key), sent_back(page, node.path))
            assert response.status_code == 302
    assert rules(contest) == before


def test_a_changed_value_makes_a_draft_and_reprints(desk, contest):
    page = desk.get(section(contest, "chung"))
    desk.post(section(contest, "chung"), sent_back(page, "", helpdesk="0208 999 999"))

    version = newest_version(contest)
    assert (version.number, version.effective_at) == (2, None)
    assert rules(contest).helpdesk == "0208 999 999"
    assert "0208 999 999" in desk.get(section(contest, "chung")).content.decode()


def test_a_moment_is_typed_as_officials_write_it(desk, contest):
    path = "rounds[1]"
    page = desk.get(section(contest, "thoi-gian", path))
    changes = {"window.closes_0": "2026-11-07", "window.closes_1": "24h00"}
    desk.post(section(contest, "thoi-gian", path), sent_back(page, path, **changes))

    assert rules(contest).rounds[1].window.closes == "2026-11-07T24:00"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"window.closes_1": "25h00"}, "Ghi giờ như 08h00", id="no such hour"),
        pytest.param(
            {"window.closes_0": "", "window.closes_1": ""}, "Kết thúc", id="half a window"
        ),
        pytest.param({"title": ""}, "", id="no title"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_box_and_changes_nothing(desk, contest, changes, said):
    path, before = "rounds[1]", rules(contest)
    page = desk.get(section(contest, "thoi-gian", path))
    response = desk.post(section(contest, "thoi-gian", path), sent_back(page, path, **changes))

    errors = response.context["nodes"][0].form.errors
    assert response.status_code == 422
    assert len(errors) == 1
    assert said in response.content.decode()
    assert rules(contest) == before


def test_items_are_added_moved_and_removed_by_buttons(desk, contest):
    response = deed(desk, contest, "them", "prizes")
    assert response.url == section(contest, "giai-thuong", "prizes%5B9%5D")

    keys = [table.key for table in rules(contest).prizes]
    deed(desk, contest, "len", "prizes[9]")
    assert [table.key for table in rules(contest).prizes] == [*keys[:8], keys[9], keys[8]]

    deed(desk, contest, "bo", "prizes[8]")
    assert [table.key for table in rules(contest).prizes] == [*keys[:9]]


def test_an_optional_record_is_given_and_taken_away(desk, contest):
    deed(desk, contest, "them", "parts[0].prediction")
    deed(desk, contest, "bo", "parts[0].prediction")
    assert rules(contest).parts[0].prediction is None

    deed(desk, contest, "them", "collectives[0].method", loai="weighted_sum")
    assert type(rules(contest).collectives[0].method).__name__ == "WeightedSum"


def test_a_button_of_an_older_page_is_refused(desk, contest):
    old = newest_version(contest).sha256
    deed(desk, contest, "bo", "reading[0]")
    before = rules(contest)

    address = f"/quan-tri/cuoc-thi/{contest.slug}/the-le/doi/bo/"
    response = desk.post(address, {"o": "reading[0]", "ban": old})

    assert response.status_code == 422
    assert "vừa được sửa ở nơi khác" in response.content.decode()
    assert rules(contest) == before


@pytest.mark.parametrize(
    "path", ["title", "rounds[99]", "rounds[x]", "format", "__class__", "a" * 500]
)
def test_a_path_that_leads_nowhere_is_not_there(desk, contest, path):
    assert desk.get(section(contest, "chung", path)).status_code == 404
    assert deed(desk, contest, "bo", path).status_code == 404
    assert deed(desk, contest, "no", "reading[0]").status_code == 404


def test_findings_lead_to_where_they_stand(desk, contest):
    path = "rounds[1]"
    page = desk.get(section(contest, "thoi-gian", path))
    changes = {"window.closes_0": "2027-01-01"}
    desk.post(section(contest, "thoi-gian", path), sent_back(page, path, **changes))

    found = desk.get(f"/quan-tri/cuoc-thi/{contest.slug}/the-le/can-xem/").context["found"]
    hrefs = {one.href for one in found["contradiction"]}
    assert section(contest, "thoi-gian", "rounds%5B1%5D.window") in hrefs
    assert section_with("rounds[1]").key == "thoi-gian"


def test_nobody_else_writes_the_rules(contest):
    client = browser(make.holder(RoleName.AUDITOR, over=contest.body))

    assert client.get(section(contest, "chung")).status_code == 200
    assert client.post(section(contest, "chung"), {"o": ""}).status_code == 404
    assert deed(client, contest, "bo", "reading[0]").status_code == 404
