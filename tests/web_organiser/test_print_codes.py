"""Papers printed by code for a hall: sealed, taken away as files, typed by their code."""

import zipfile
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from docx import Document

from hoithi.contests.models import Round
from hoithi.files.models import Errand
from hoithi.journal.models import Entry
from hoithi.questions.models import QuestionKind
from hoithi.sittings.models import Paper, PaperPool
from hoithi.sittings.queries.halls import _pools
from hoithi.sittings.queries.papers import papers_done
from hoithi.sittings.queries.printed import codes_of, keys_of_codes
from hoithi.sittings.queries.typed import paper_by_code
from hoithi.web import jobs
from tests import make
from tests.web_organiser.test_bank_seal import before, contest, fill, organiser, round_

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
__all__ = ["before", "contest", "organiser", "round_"]
WISH = {"number": "3", "first": "101", "kind": "one_set"}


@pytest.fixture
def desk(contest, round_):
    fill(contest, round_.opens_at)
    return reverse("print_codes_desk", args=[contest.slug, round_.key])


@pytest.fixture
def wish(organiser, desk):
    page = organiser.get(desk).context["form"]
    group = {"group": page.fields["group"].choices[0][0]} if "group" in page.fields else {}
    return WISH | group


def taken(
    organiser, desk, *, keys: str, reason: str = "Chấm tay tại hội trường"
) -> dict[str, bytes]:
    """The files of the archive of the only print."""
    pool = PaperPool.objects.exclude(kind="online").get()
    organiser.post(f"{desk}{pool.pk}/tai/", {"dap-an": keys, "ly-do": reason})
    errand = Errand.objects.latest("pk")
    jobs.run_errand.call(errand.pk)
    data = organiser.get(f"/tai-khoan/viec/{errand.token}/tep/").content
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_codes_are_sealed_and_no_start_online_takes_one(organiser, desk, round_, wish):
    assert organiser.post(desk, wish).status_code == 302
    codes = list(Paper.objects.order_by("ordinal").values_list("code", flat=True))
    assert codes == ["101", "102", "103"]
    assert make.deeds()[-1] == "sittings.codes_sealed"
    assert (_pools([round_.pk]), papers_done([round_.pk]).sealed) == ({}, set())
    page = organiser.get(desk).content.decode()
    assert "Mã đề 101–103 (3 mã)" in page
    assert 'value="201"' in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"first": "1"}, "Mã đề có từ 2 đến 4 chữ số."),
        ({"first": "98"}, "mã cuối không dài hơn mã đầu"),
        ({"number": "0"}, "field__error"),
        ({"number": "900"}, "field__error"),
        ({"kind": "online"}, "field__error"),
    ],
)
def test_a_print_that_cannot_be_is_refused_and_nothing_is_drawn(
    organiser, desk, wish, wrong, sentence
):
    answer = organiser.post(desk, wish | wrong)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not PaperPool.objects.exists()


def test_codes_of_a_round_are_never_given_twice(organiser, desk, wish):
    organiser.post(desk, wish)
    again = organiser.post(desk, wish | {"first": "103"})
    assert "Đợt thi đã có đề mang mã 103." in again.content.decode()
    assert organiser.post(desk, wish | {"first": "104"}).status_code == 302
    assert Paper.objects.count() == 6


def test_a_bank_that_is_too_small_is_said(organiser, contest, round_):
    desk = reverse("print_codes_desk", args=[contest.slug, round_.key])
    form = organiser.get(desk).context["form"]
    group = {"group": form.fields["group"].choices[0][0]} if "group" in form.fields else {}
    answer = organiser.post(desk, WISH | group)
    assert answer.status_code == 422
    assert "nhưng ngân hàng chỉ có" in answer.content.decode()


def test_keys_are_taken_before_the_close_with_a_reason_only(organiser, desk, wish):
    organiser.post(desk, wish)
    pool = PaperPool.objects.get()
    take = f"{desk}{pool.pk}/tai/"
    for reason in ("", "   "):
        answer = organiser.post(take, {"dap-an": "1", "ly-do": reason})
        told = "phải ghi lý do" in answer.content.decode()
        assert (answer.status_code, told, Errand.objects.count()) == (422, True, 0)
    assert make.deeds()[-1] == "sittings.codes_sealed"
    assert "Tải kèm đáp án khi đợt thi chưa đóng" in organiser.get(desk).content.decode()
    assert organiser.post(take, {"dap-an": "1", "ly-do": "Chấm tay " * 200}).status_code == 302
    entry = Entry.objects.latest("pk")
    assert (entry.deed, len(entry.facts["reason"])) == ("sittings.print_keys_early", 500)


def test_keys_are_free_to_take_once_the_round_has_closed(organiser, desk, round_, wish):
    organiser.post(desk, wish)
    pool = PaperPool.objects.get()
    Round.objects.filter(pk=round_.pk).update(
        opens_at=pool.sealed_at - timedelta(hours=1), closes_at=pool.sealed_at
    )
    assert "chưa đóng" not in organiser.get(desk).content.decode()
    assert organiser.post(f"{desk}{pool.pk}/tai/", {"dap-an": "1"}).status_code == 302
    assert make.deeds()[-1] == "sittings.print_keys_read"


@pytest.mark.long
def test_the_files_hold_every_code_and_keys_only_where_asked(organiser, desk, wish):
    organiser.post(desk, wish)
    files = taken(organiser, desk, keys="0")
    assert sorted(files) == [
        *(f"de-thi/de-{code}.{kind}" for code in (101, 102, 103) for kind in ("docx", "pdf")),
        "phieu-tra-loi/phieu-tra-loi.docx",
        "phieu-tra-loi/phieu-tra-loi.pdf",
    ]
    assert make.deeds()[-1] == "sittings.papers_printed"
    pool = PaperPool.objects.get()
    first = codes_of(pool)[0]
    text = "\n".join(one.text for one in Document(BytesIO(files["de-thi/de-101.docx"])).paragraphs)
    stems = [f"Câu {line.place}. {line.version.stem}" for line in first.lines]
    assert [stem in text for stem in stems] == [True] * len(stems)
    assert "HẾT" in text
    files = taken(organiser, desk, keys="1")
    assert make.deeds()[-1] == "sittings.print_keys_early"
    table = openpyxl.load_workbook(BytesIO(files["dap-an/dap-an-cac-ma-de.xlsx"])).active
    rows = [[str(cell) for cell in row if cell] for row in table.iter_rows(values_only=True)]
    assert ["Câu", "Mã đề 101", "Mã đề 102", "Mã đề 103"] in rows
    keys = keys_of_codes(codes_of(pool))
    # A question of true or false is keyed by its word: which one stands first is drawn.
    choice = next(line for line in first.lines if line.version.kind == QuestionKind.SINGLE)
    right = choice.line.options.index(keys[choice.version.pk].right[0])
    assert rows[choice.place - 1 - len(first.lines)][1] == "ABCD"[right]


def test_a_printed_code_opens_its_paper_for_the_typists(organiser, desk, round_, wish):
    organiser.post(desk, wish)
    paper = Paper.objects.get(code="102")
    assert paper_by_code(round_, " 102 ") == paper
    assert paper_by_code(round_, f"{paper.pool_id}-{paper.ordinal}") is None
    assert paper_by_code(round_, "999") is None
    assert paper_by_code(round_, "１０２") is None
