"""Reports to the superior: what the figures say, and whose words stand."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.core.reporting.told import (
    ActivityTold,
    AgencyTold,
    CampaignTold,
    ContestTold,
    MoneyTold,
    ObstacleTold,
    OutreachTold,
    RequestTold,
    RoundTold,
    Source,
)
from hoithi.core.reporting.upward import ReportKind, Sheet, drafted
from hoithi.core.reporting.words import blanks, settled, written

HERE = Source("Kế hoạch", "/ke-hoach/1/")
BARE = CampaignTold(
    "Hội nghị tổng kết", "UBND xã An Phú", "", None, "", HERE, HERE, date(2026, 11, 2)
)
FULL = CampaignTold(
    title="Cuộc thi trực tuyến",
    issuer="UBND xã An Phú",
    number="15/KH-UBND",
    issued_on=date(2026, 3, 5),
    superior="Kế hoạch số 75/KH-UBND của UBND tỉnh",
    source=HERE,
    tasks=HERE,
    today=date(2026, 11, 2),
    committees=(("Ban Tổ chức", 5, "12/QĐ-UBND"), ("Tổ thư ký", 0, "")),
    activities=(
        ActivityTold("1", "Hội nghị", "ngày 01/11/2026", "Hội trường", True, HERE, 45, 40, True),
        ActivityTold("2", "Trao giải", "tháng 12", "", False, HERE),
    ),
    agencies=(AgencyTold("Văn phòng", 12, 9, 2, 1), AgencyTold("Trạm Y tế", 0, 0, 0, 0)),
    overdue=("Gửi danh sách (Văn phòng, hạn 01/11/2026)",),
    upcoming=("Văn phòng: Tổng kết, trước 20/11/2026",),
    obstacles=(
        ObstacleTold("7", "Thôn Đông", "Loa hỏng", "", HERE),
        ObstacleTold("8", "Thôn Tây", "Thiếu áp phích.", "Đã cấp thêm", HERE),
    ),
    contests=(
        ContestTold("3", "Cuộc thi", 1250, 2000, 16, HERE, (RoundTold("Tuần 1", 900, 1500, 8),)),
        ContestTold("4", "Của tỉnh", 30, 45, 0, HERE, (), 40),
    ),
    requests=(RequestTold("5", "Đợt 1", 16, 3, HERE, (("Thôn Đông", "Cấp kinh phí"),)),),
    outreach=OutreachTold(120, 12_000, 16, 2, HERE),
    money=MoneyTold(69_000_000, 16_100_000, HERE),
)


def test_a_contest_without_anybody_is_not_told_in_zeros():
    held = ContestTold("3", "Thi viết", 0, 0, 0, HERE)
    waits = ContestTold("4", "Sân khấu", 0, 0, 16, HERE, has_begun=False)
    said = texts(ReportKind.INTERIM, replace(BARE, contests=(held, waits)))
    every = [text for part in said.values() for text in part]
    assert "Thi viết: chưa có người dự thi." in every
    assert "Sân khấu: chưa tổ chức." in every


def test_units_that_are_late_are_counted_beside_the_tasks():
    said = texts(ReportKind.INTERIM, replace(FULL, late_units=17))
    every = " ".join(text for part in said.values() for text in part)
    assert "quá hạn 02 việc (17 đơn vị chưa xong), đang vướng 01 việc" in every


def test_a_day_that_passed_without_a_trace_is_not_told_as_held():
    passed = ActivityTold("1", "Hội nghị", "ngày 01/11/2026", "", True, HERE)
    said = texts(ReportKind.RESULT, replace(BARE, activities=(passed,)))
    assert said["Tình hình chung"][1] == (
        "Kế hoạch có 01 hoạt động; đến ngày 02/11/2026 đã tổ chức 00 hoạt động, 01 hoạt động đã "
        "đến ngày tổ chức theo kế hoạch."
    )
    assert said["Kết quả thực hiện"] == [
        "Hội nghị: đã đến ngày tổ chức theo kế hoạch: ngày 01/11/2026."
    ]


def texts(kind: ReportKind, told: CampaignTold) -> dict[str, list[str]]:
    return {part.heading: [one.text for one in part.sentences] for part in drafted(kind, told)}


def test_every_figure_is_said_as_documents_say_it():
    assert texts(ReportKind.RESULT, FULL) == {
        "Tình hình chung": [
            (
                "Ngày 05 tháng 3 năm 2026, UBND xã An Phú ban hành Kế hoạch số 15/KH-UBND về “Cuộc "
                "thi trực tuyến”, triển khai Kế hoạch số 75/KH-UBND của UBND tỉnh."
            ),
            (
                "Đã thành lập 01 ban, tổ: Ban Tổ chức (05 thành viên, Quyết định số 12/QĐ-UBND). "
                "Chưa có quyết định thành lập 01 ban, tổ: Tổ thư ký."
            ),
            "Kế hoạch có 02 hoạt động; đến ngày 02/11/2026 đã tổ chức 01 hoạt động.",
        ],
        "Kết quả thực hiện": [
            "Hội nghị: tổ chức ngày 01/11/2026 tại Hội trường; mời 45 đại biểu, dự 40 đại biểu.",
            "Cuộc thi: 1.250 người dự thi với 2.000 lượt thi, thuộc 16 đơn vị.",
            "Kết quả đã công bố: Tuần 1: 900 người, 1.500 lượt thi, 08 giải thưởng.",
            "Của tỉnh: 30 người dự thi với 45 lượt thi; đạt 75% chỉ tiêu 40 người.",
            (
                "Công tác tuyên truyền: các đơn vị đã thực hiện 120 lượt, tiếp cận 12.000 lượt "
                "người theo số đơn vị báo; 14/16 đơn vị đã thực hiện đủ phần việc đến hạn."
            ),
            (
                "Nhiệm vụ được giao: 12 việc chủ trì; đến ngày 02/11/2026 đã hoàn thành 09 việc "
                "(75%), quá hạn 02 việc, đang vướng 01 việc."
            ),
            "“Đợt 1”: 03/16 đơn vị đã gửi báo cáo.",
            "Kinh phí được duyệt 69.000.000 đồng; đã chi 16.100.000 đồng (23,3%).",
        ],
        "Hạn chế, vướng mắc và nguyên nhân": [
            "Còn 01 việc quá hạn: Gửi danh sách (Văn phòng, hạn 01/11/2026).",
            "Thôn Đông: Loa hỏng. Chưa được giải quyết.",
            "Thôn Tây: Thiếu áp phích. Đã trả lời: Đã cấp thêm.",
            "Nguyên nhân: …………",
        ],
        "Đề xuất, kiến nghị": ["Thôn Đông: Cấp kinh phí.", "Đề nghị cấp trên: …………"],
    }


def test_a_campaign_of_which_nothing_is_known_states_nothing():
    assert texts(ReportKind.RESULT, BARE) == {
        "Tình hình chung": ["UBND xã An Phú ban hành Kế hoạch về “Hội nghị tổng kết”."],
        "Kết quả thực hiện": [],
        "Hạn chế, vướng mắc và nguyên nhân": ["Nguyên nhân: …………"],
        "Đề xuất, kiến nghị": ["Đề nghị cấp trên: …………"],
    }


@pytest.mark.parametrize("kind", [ReportKind.PROGRESS, ReportKind.INTERIM])
def test_before_the_end_what_comes_next_is_told(kind):
    coming = texts(kind, FULL)["Nhiệm vụ trọng tâm thời gian tới"]
    assert coming == ["Văn phòng: Tổng kết, trước 20/11/2026."]


def test_agencies_that_lead_something_stand_in_the_table_with_its_sums():
    sheet = drafted(ReportKind.RESULT, FULL)[1].sheet
    assert sheet == Sheet(
        ("Cơ quan, đơn vị", "Việc chủ trì", "Đã xong", "Quá hạn", "Đang vướng"),
        (("Văn phòng", "12", "9", "2", "1"),),
        ("Cộng", "12", "9", "2", "1"),
    )


def test_no_sentence_has_the_key_of_another():
    parts = drafted(ReportKind.INTERIM, FULL)
    keys = [one.key for part in parts for one in part.sentences]
    assert len(keys) == len(set(keys))


def test_own_words_stand_what_is_left_out_is_gone_and_the_rest_follows_the_figures():
    words = {"ban-to": "Đã kiện toàn Ban Tổ chức.", "hoat-dong": "", "them-chung": "Thêm.\n\nNữa."}
    part = settled(written(drafted(ReportKind.RESULT, FULL), words))[0]
    assert [(one.key, one.text) for one in part.sentences][1:] == [
        ("ban-to", "Đã kiện toàn Ban Tổ chức."),
        ("them-chung-1", "Thêm."),
        ("them-chung-2", "Nữa."),
    ]
    assert part.sentences[1].source == HERE


def test_a_title_with_a_quotation_is_not_quoted_once_more():
    told = replace(BARE, title="Cuộc thi “Tìm hiểu chuyển đổi số”")
    (sentence,) = drafted(ReportKind.RESULT, told)[0].sentences
    assert sentence.text == (
        "UBND xã An Phú ban hành Kế hoạch về Cuộc thi “Tìm hiểu chuyển đổi số”."
    )


def test_places_that_only_a_person_can_fill_are_counted():
    parts = drafted(ReportKind.RESULT, BARE)
    assert blanks(written(parts, {})) == 2
    assert blanks(written(parts, {"nguyen-nhan": "", "de-nghi": "Không."})) == 0
