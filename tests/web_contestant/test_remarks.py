"""A contestant files a remark while the window is open, and reads the answer at the same place."""

import pytest
from django.test import Client

from hoithi.entries.facts import entrant_token
from hoithi.kit import clock
from hoithi.results import actions
from hoithi.results.models import Remark
from tests import make
from tests.results.boards import CLOSES, LATER, PUBLISHES, Board, contest, drafted, entrant
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def result(online):
    draft = drafted(online, online.rounds.get(key="week-1"), Board(["Nguyễn V. A**"]))
    return actions.publish_preliminary(draft, at=PUBLISHES)


@pytest.fixture
def own(online):
    """The device of somebody who took part."""
    who = entrant(online, "Trần T. B**")
    device = Client()
    device.cookies[f"du-thi-{online.pk}"] = entrant_token(who)
    return device


def at_remarks(device, online, at=LATER, **sent):
    address = f"/{online.slug}/cua-toi/phan-anh/"
    with clock.pinned(at):
        return device.post(address, sent) if sent else device.get(address)


def test_a_remark_is_filed_and_its_answer_read(online, result, own):
    assert "<textarea" in at_remarks(own, online).content.decode()
    sent = at_remarks(own, online, result=result.pk, text="Tôi nộp bài lúc 9 giờ.")
    assert sent.status_code == 302
    assert "Đang chờ trả lời" in text_of(at_remarks(own, online))
    actions.answer_remark(Remark.objects.get(), "Đã kiểm tra.", by=make.person(), at=LATER)
    assert "Đã kiểm tra." in text_of(at_remarks(own, online))


def test_what_everybody_reads_holds_no_telephone(online, result, own):
    typed = "<b>Gọi</b> tôi theo số 0912 345 678, CCCD 019085001234."
    at_remarks(own, online, result=result.pk, text=typed)
    actions.answer_remark(Remark.objects.get(), "Đã kiểm tra.", by=make.person(), at=LATER)
    with clock.pinned(LATER):
        public = Client().get(f"/{online.slug}/ket-qua/phan-anh/").content.decode()
    assert "&lt;b&gt;Gọi&lt;/b&gt; tôi theo số •••, CCCD •••." in public
    assert "0912 345 678" in at_remarks(own, online).content.decode()


def test_before_the_first_result_and_after_the_window_a_sentence_stands_there(online, own):
    assert "Chưa có kết quả nào được công bố." in text_of(at_remarks(own, online, at=CLOSES))
    draft = drafted(online, online.rounds.get(key="week-1"), Board(["Nguyễn V. A**"]))
    result = actions.publish_preliminary(draft, at=PUBLISHES)
    until = actions.remarks_until(result)
    assert "Thời hạn tiếp nhận phản ánh, kiến nghị đã hết." in text_of(
        at_remarks(own, online, at=until)
    )
    late = at_remarks(own, online, at=until, result=result.pk, text="Muộn")
    assert late.status_code == 422
    assert not Remark.objects.exists()


@pytest.mark.parametrize("chosen", ["", "x", "999999999"])
@pytest.mark.usefixtures("result")
def test_a_remark_about_nothing_keeps_what_was_typed(online, own, chosen):
    answer = at_remarks(own, online, result=chosen, text="Nội dung đã gõ")
    assert answer.status_code == 422
    assert "Nội dung đã gõ" in text_of(answer)


def test_a_stranger_is_asked_to_come_in_first(online):
    answer = at_remarks(Client(), online, text="Xin chào")
    assert (answer.status_code, answer["Location"]) == (302, f"/{online.slug}/tro-lai/")
