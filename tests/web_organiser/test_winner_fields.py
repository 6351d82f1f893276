"""What the rules ask only of those proposed for a prize is taken at the telephone, sealed."""

import pytest
from msgspec import structs

from hoithi.core.rulebook.entry import Asked, IdentityField, IdentityKind
from hoithi.entries.models import Entrant
from hoithi.journal.models import Entry
from hoithi.people.facts import opened, sealed_identity
from hoithi.people.models import IdentityIndex
from tests import make
from tests.results import boards

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn T. A.", "Lê V. B.", "Trần C.", "Phạm D.", "Hoàng E."]
ASKED = tuple(
    IdentityField(kind=kind, asked=Asked.WINNERS)
    for kind in (IdentityKind.BIRTH_DATE, IdentityKind.EMAIL)
)


@pytest.fixture
def held(organiser):
    """A prepared draft of a contest that asks its winners for a birth date and an address."""
    entry = structs.replace(boards.SONG_CONG.entry, fields=(*boards.SONG_CONG.entry.fields, *ASKED))
    contest = boards.contest(structs.replace(boards.SONG_CONG, entry=entry), body=organiser.body)
    boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(NAMES))
    for row in contest.entrants.all():
        stated = {"full_name": row.name, "birth_year": "1985"}
        row.identity, _ = sealed_identity(contest.body_id, stated, row.name, make.AT, None)
        row.identity.save()
        row.save()
    return contest


def page_of(held, name):
    token = held.entrants.get(name=name).token
    return f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/nguoi/{token}/"


def known(name):
    return opened(Entrant.objects.select_related("identity").get(name=name).identity)


def test_the_answers_are_sealed_beside_the_entry_and_the_journal_names_no_value(desk, held):
    page = page_of(held, NAMES[0])
    assert "Thông tin chỉ hỏi người được đề nghị trao giải" in desk.get(page).content.decode()
    sent = {"birth_date": "05/9/1985", "email": "An@vidu.vn"}
    answer = desk.post(f"{page}thong-tin-nhan-giai/", sent, follow=True)
    assert "Đã ghi thông tin" in answer.content.decode()
    assert known(NAMES[0]) == {
        "full_name": NAMES[0],
        "birth_year": "1985",
        "birth_date": "1985-09-05",
        "email": "an@vidu.vn",
    }
    assert IdentityIndex.objects.filter(field="email").count() == 1
    row = Entry.objects.get(deed="entries.winner_fields_taken")
    assert row.facts == {"fields": ["birth_date", "email"]}
    desk.post(f"{page}thong-tin-nhan-giai/", {"birth_date": "", "email": "an@khac.vn"})
    assert (known(NAMES[0])["birth_date"], known(NAMES[0])["email"]) == ("1985-09-05", "an@khac.vn")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param(
            {"birth_date": "05/9/1990"},
            "Năm của ngày sinh này khác với năm sinh đã đăng ký",
            id="against the entry",
        ),
        pytest.param({"birth_date": "31/02/1985"}, "Ngày sinh", id="no day"),
        pytest.param({"email": "không"}, "hư điện tử", id="no address"),
        pytest.param({}, "Chưa điền mục nào", id="nothing"),
    ],
)
def test_what_does_not_hold_is_said_and_changes_nothing(desk, held, sent, told):
    before = known(NAMES[0])
    answer = desk.post(f"{page_of(held, NAMES[0])}thong-tin-nhan-giai/", sent)
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert known(NAMES[0]) == before


def test_who_takes_no_prize_is_not_asked(desk, held):
    sent = {"email": "an@vidu.vn"}
    assert desk.post(f"{page_of(held, NAMES[4])}thong-tin-nhan-giai/", sent).status_code == 404
