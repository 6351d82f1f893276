"""Drafts say what is known, leave blanks for what is not, and name winners only when published."""

from dataclasses import replace

import pytest

from hoithi.core.outreach.channels import Phase
from hoithi.core.outreach.drafts import DraftKind, draft, too_long
from hoithi.core.outreach.facts import BLANK, ActivityTold, CampaignTold, ContestTold, Winners
from hoithi.core.outreach.spoken import minutes

CONTEST = ContestTold(
    "Cuộc thi trực tuyến tìm hiểu CCHC",
    "Từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026",
    "Cán bộ, công chức, viên chức và Nhân dân trên địa bàn xã",
    ("Quét mã QR bằng máy ảnh hoặc Zalo", "Đăng ký, giữ mã dự thi", "Làm bài, nhận mã bài thi"),
    ("01 giải Nhất: 1.000.000 đồng", "02 giải Nhì: 500.000 đồng"),
    "thi.xahoason.vn/cchc",
)
FACTS = CampaignTold(
    "Cuộc thi trực tuyến tìm hiểu CCHC",
    "UBND xã Hòa Sơn",
    "Kế hoạch số 15/KH-UBND ngày 01/02/2026",
    ("Nâng cao nhận thức của người dân về cải cách hành chính.",),
    (ActivityTold("Lễ tổng kết", "Cuối tháng 3", "Hội trường xã"),),
    (CONTEST,),
    "thi.xahoason.vn/ke-hoach/cchc",
)
WON = (Winners("Giải Nhất", ("Nguyễn Thị An – Thôn Đông",)),)
EVERY = [(kind, phase) for kind in DraftKind for phase in Phase]


@pytest.mark.parametrize(("kind", "phase"), EVERY)
def test_with_all_facts_nothing_is_blank(kind, phase):
    facts = replace(FACTS, contests=(replace(CONTEST, winners=WON),))
    made = draft(kind, phase, facts)
    assert (made.missing, BLANK in made.text, "None" in made.text) == ((), False, False)


@pytest.mark.parametrize(("kind", "phase"), EVERY)
def test_with_no_facts_every_blank_is_listed(kind, phase):
    made = draft(kind, phase, CampaignTold("Hội thi cải cách hành chính", ""))
    assert bool(made.missing) or BLANK not in made.text
    assert made.paragraphs


def test_what_is_missing_is_named_as_one_asks_for_it():
    facts = replace(FACTS, contests=(ContestTold("Cuộc thi"),), address="")
    assert draft(DraftKind.NEWS, Phase.BEFORE, facts).missing == (
        "đường dẫn trang công khai",
        "thời gian dự thi",
        "đối tượng dự thi",
        "cơ cấu giải thưởng",
    )


@pytest.mark.parametrize("kind", [DraftKind.RADIO, DraftKind.NEWS, DraftKind.POST])
def test_winners_are_named_after_it_and_never_before(kind):
    facts = replace(FACTS, contests=(replace(CONTEST, winners=WON),))
    named = ["Nguyễn Thị An" in draft(kind, phase, facts).text for phase in Phase]
    assert named == [False, False, True]
    assert draft(kind, Phase.AFTER, FACTS).missing == ("kết quả đã công bố",)


def test_the_radio_text_is_words_of_about_two_minutes():
    made = draft(DraftKind.RADIO, Phase.BEFORE, FACTS)
    assert not any(sign.isdigit() for sign in made.text)
    assert "từ tám giờ ngày mùng năm tháng ba" in made.text
    assert "gạch chéo" not in made.text
    assert minutes(made.text) in {1, 2}


def test_the_news_of_a_contest_reads_as_officials_write():
    when = "từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026"
    under = "Thực hiện Kế hoạch số 15/KH-UBND ngày 01/02/2026, UBND xã Hòa Sơn"
    how = "quét mã QR bằng máy ảnh hoặc Zalo; đăng ký, giữ mã dự thi; làm bài, nhận mã bài thi"
    who = "cán bộ, công chức, viên chức và Nhân dân trên địa bàn xã"
    where = "Cách tham gia tại địa chỉ thi.xahoason.vn/cchc"
    assert draft(DraftKind.NEWS, Phase.BEFORE, FACTS).paragraphs == (
        "Cuộc thi trực tuyến tìm hiểu CCHC",
        f"{under} tổ chức Cuộc thi trực tuyến tìm hiểu CCHC.",
        "Nâng cao nhận thức của người dân về cải cách hành chính.",
        f"Thời gian: {when}. Đối tượng dự thi: {who}. {where}: {how}.",
        "Lễ tổng kết: Cuối tháng 3, tại Hội trường xã.",
        "Cơ cấu giải thưởng: 01 giải Nhất: 1.000.000 đồng; 02 giải Nhì: 500.000 đồng.",
        "Thông tin chi tiết: thi.xahoason.vn/ke-hoach/cchc",
    )


def test_a_banner_that_is_too_long_is_told():
    made = draft(DraftKind.BANNER, Phase.BEFORE, replace(FACTS, title="Hội thi " + "rất dài " * 20))
    assert len(too_long(made)) == 2


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("kind", [DraftKind.RADIO, DraftKind.SPEECH])
def test_nobody_is_sent_to_a_page_or_poster_that_is_not_there(kind, phase):
    page, poster = "được đăng trên Trang thông tin của", "quét mã QR trên áp phích"
    here, nowhere = (draft(kind, phase, replace(FACTS, address=told)).text for told in ("a.vn", ""))
    promised = (page in here, poster in here and kind is DraftKind.SPEECH)
    speaks = kind is DraftKind.SPEECH
    assert promised == (not speaks, speaks and phase is not Phase.AFTER)
    assert (page in nowhere, poster in nowhere) == (False, False)


def test_of_a_campaign_without_a_contest_no_rules_are_promised():
    text = draft(DraftKind.RADIO, Phase.BEFORE, replace(FACTS, contests=())).text
    assert "Thông tin chi tiết được đăng trên" in text
    assert "thể lệ" not in text
