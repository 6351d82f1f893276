"""Signs of trouble on the results desk: each says what it is about; a long list has pages."""

import pytest

from hoithi.core.signs import SignKind
from hoithi.results.facts.packing import pack
from hoithi.results.facts.snapshot import SignShown, Table
from hoithi.results.models import Chunk
from hoithi.results.queries.desk import Concerned, SignAtDesk
from hoithi.web.organiser.signs import ON_A_PAGE
from hoithi.wording.signs import sign_about, sign_figures
from tests import make
from tests.results import boards

WHEN = {"from": "2026-10-12T01:15:00+00:00", "to": "2026-10-12T01:15:00+00:00"}
LATER = WHEN | {"to": "2026-10-12T03:00:00+00:00"}
AN = Concerned("a", "Nguyễn T. A.", "Tổ dân phố Khuynh Thạch")
BINH = Concerned("b", "Lê V. B.")


def at_desk(kind: SignKind, *people: Concerned, count: int = 1, **facts: str) -> SignAtDesk:
    sign = SignShown(kind=kind, subject="3f9a2c77d1", entrants=(), count=count, facts=facts)
    return SignAtDesk(sign, people, None)


@pytest.mark.parametrize(
    ("one", "about", "figures"),
    [
        pytest.param(
            at_desk(SignKind.IMPOSSIBLE_SPEED, AN, seconds="14", limit="60", sittings="1", **WHEN),
            "Nguyễn T. A. (Tổ dân phố Khuynh Thạch)",
            "Làm xong trong 14 giây, ngưỡng là 60 giây · nộp bài lúc 08h15 ngày 12/10/2026",
            id="too quick",
        ),
        pytest.param(
            at_desk(SignKind.SHARED_DEVICE, AN, BINH, count=5, people="5", sittings="9", **LATER),
            "Thiết bị 3f9a2c: Nguyễn T. A. (Tổ dân phố Khuynh Thạch), Lê V. B. và 3 người nữa",
            "5 người · 9 lượt thi · nộp bài từ 08h15 ngày 12/10/2026 đến 10h00 ngày 12/10/2026",
            id="one device",
        ),
        pytest.param(
            at_desk(SignKind.SAME_WRONG_ANSWERS, BINH, AN, count=2, wrong="6", **LATER),
            "Lê V. B., Nguyễn T. A. (Tổ dân phố Khuynh Thạch)",
            "Cùng sai giống hệt 6 câu · nộp bài từ 08h15 ngày 12/10/2026 đến 10h00 ngày 12/10/2026",
            id="equal mistakes",
        ),
        pytest.param(
            at_desk(SignKind.MANY_SITTINGS, BINH, sittings="1300"),
            "Lê V. B.",
            "1.300 lượt thi",
            id="very often, in a list of before",
        ),
        pytest.param(at_desk(SignKind.SHARED_DEVICE, count=4), "Thiết bị 3f9a2c: 4 người", "",
                     id="nobody named, no figures"),
    ],
)  # fmt: skip
def test_a_sign_says_on_its_face_what_it_is_about(one, about, figures):
    assert (sign_about(one), sign_figures(one)) == (about, figures)


@pytest.fixture
def held(organiser):
    """A closed round with a draft and twenty-four people who were too quick, and one device."""
    contest = boards.contest(body=organiser.body)
    board = boards.Board([f"Nguyễn T. {number}." for number in range(24)])
    draft = boards.drafted(contest, contest.rounds.get(key="week-1"), board)
    people = list(contest.entrants.order_by("pk").values_list("pk", flat=True))
    quick = [
        SignShown(kind="impossible_speed", subject=str(one), entrants=(one,), count=1,
                  facts={"seconds": str(number), "limit": "60"})
        for number, one in enumerate(people, start=10)
    ]  # fmt: skip
    shared = SignShown(kind="shared_device", subject="may", entrants=tuple(people), count=24)
    content, _ = pack([*quick, shared])
    Chunk.objects.filter(draft_id=draft.pk, table=Table.SIGNS).update(content=content)
    return contest


def kinds_on(answer) -> list[tuple[str, int, int, int]]:
    """Kind, how many there are, how many wait, how many stand on this page."""
    kinds = answer.context["signs"].kinds
    return [(one.kind, one.count, one.waiting, len(one.lines)) for one in kinds]


@pytest.mark.django_db
def test_a_long_list_has_pages_with_headings_that_count(desk, held):
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/"
    first, second = desk.get(path), desk.get(f"{path}?trang=2")
    assert kinds_on(first) == [("impossible_speed", 24, 24, ON_A_PAGE)]
    assert kinds_on(second) == [("impossible_speed", 24, 24, 4), ("shared_device", 1, 1, 1)]
    assert "Làm bài nhanh bất thường (24)" in first.content.decode()
    faces = {line.split(" <span")[0] for line in first.content.decode().split('sign__about">')[1:]}
    assert len(faces) == ON_A_PAGE


@pytest.mark.django_db
def test_a_finding_leads_back_to_the_page_of_its_sign(desk, held):
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/"
    sent = {"sign": "shared_device", "subject": "may", "finding": "Phòng máy của trường"}
    answer = desk.post(f"{path}dau-hieu/?trang=2", sent)
    assert answer.url == f"{path}?trang=2#dau-hieu"
    assert kinds_on(desk.get(answer.url))[1] == ("shared_device", 1, 0, 1)


@pytest.mark.django_db
def test_a_finding_that_is_refused_opens_the_page_of_its_sign(desk, held):
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/dau-hieu/"
    answer = desk.post(path, {"sign": "shared_device", "subject": "may", "finding": " "})
    assert (answer.status_code, answer.context["signs"].page.number) == (422, 2)


@pytest.mark.django_db
def test_every_sign_leaves_with_what_was_found_and_its_trace(desk, held):
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/dau-hieu"
    sent = {"sign": "shared_device", "subject": "may", "finding": "Phòng máy", "serious": "on"}
    desk.post(f"{path}/", sent)
    lines = desk.get(f"{path}.csv").content.decode("utf-8-sig").strip().splitlines()
    assert len(lines) == 26
    assert lines[-1].endswith("x,Phòng máy")
    assert make.deeds()[-1] == "results.signs_taken_away"
