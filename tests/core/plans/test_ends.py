"""Header, title, recipients and signature; a whole plan read at once."""

import pytest

from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Facts, Reason
from tests.core.plans.texts import PLAN, facts


def head(text: str) -> tuple[str | None, ...]:
    found = facts(f"{text}\n\nI. MỤC ĐÍCH\n\n- Tuyên truyền.\n")
    names = ("doc_type", "number", "issued_on", "place", "issuing_body", "level")
    return tuple(value.value if (value := getattr(found, name)) else None for name in names)


def test_a_whole_plan() -> None:
    found = facts(PLAN)
    assert head(PLAN) == (
        "ke_hoach",
        "38/KH-UBND",
        "2026-03-05",
        "An Phú",
        "Ủy ban nhân dân xã An Phú",
        "commune",
    )
    assert [one.value for one in found.event_form] == ["online_quiz"]
    assert [(one.start, one.end) for one in found.periods] == [
        ("2026-04-06T08:00", "2026-04-19T22:00")
    ]
    assert [one.date for one in found.deadlines] == ["2026-03-20"]
    assert [one.offset_days for one in found.relative_deadlines] == [5]
    assert [(one.scope, one.rank, one.count, one.amount_vnd) for one in found.prizes] == [
        ("individual", "nhat", 1, 1_000_000),
        ("individual", "nhi", 2, 700_000),
        ("individual", "khuyen_khich", 5, 200_000),
        ("collective", "nhat", 1, 1_500_000),
    ]
    assert [(one.agency, one.n_tasks) for one in found.assignments] == [
        ("Phòng Văn hóa - Xã hội", 2),
        ("Văn phòng HĐND và UBND xã", 1),
        ("Các thôn", 1),
    ]
    assert end_of(found) == (3, "Lê Thị Hồng Vân", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH")
    assert read_plan(PLAN).doubts == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "UBND TỈNH TÂN LẬP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ |"
            " Độc lập - Tự do - Hạnh phúc\n"
            "Số: 12/KH-SNV | Tân Lập, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nTổ chức Hội thi",
            (
                "ke_hoach",
                "12/KH-SNV",
                "2024-03-05",
                "Tân Lập",
                "Sở Nội vụ tỉnh Tân Lập",
                "province",
            ),
            id="a department, header in two columns",
        ),
        pytest.param(
            "Số: 75 /KH-UBND Phú An, ngày 27 tháng 7 năm 2020\n\nKẾ HOẠCH\nTổ chức Hội thi"
            " huyện Phú An\n\n"
            "UBND huyện ban hành Kế hoạch tổ chức Hội thi như sau:",
            (
                "ke_hoach",
                "75/KH-UBND",
                "2020-07-27",
                "Phú An",
                "Ủy ban nhân dân huyện Phú An",
                "district",
            ),
            id="one line",
        ),
        pytest.param(
            "Trang chủ\nTin tức\n\nThể lệ Cuộc thi trắc nghiệm tìm hiểu pháp luật tỉnh Tân"
            " Lập\n\n12-10-2023 08:15\n\n"
            "THỂ LỆ\nCuộc thi trắc nghiệm\n\n(Ban hành kèm theo Quyết định số 12/QĐ-BTC ngày"
            " 05/9/2023)",
            ("the_le", None, None, None, None, None),
            id="rules on a page",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN\nTHỊ TRẤN SÔNG XANH\n\nSố:      /KH-UBND\nSông Xanh, ngày     "
            " tháng 3 năm 2024\n\nKẾ HOẠCH\nTổ chức Hội thi",
            ("ke_hoach", None, None, "Sông Xanh", "Ủy ban nhân dân thị trấn Sông Xanh", "commune"),
            id="number and day left blank",
        ),
    ],
)
def test_headers_in_many_forms(text: str, expected: tuple[str | None, ...]) -> None:
    assert head(text) == expected


def test_blanks_are_doubts_with_their_place() -> None:
    text = "Số:      /KH-UBND\nAn Phú, ngày      tháng 3 năm 2024\n\nKẾ HOẠCH\nTổ chức Hội thi"
    found = [(one.reason, one.place.line) for one in read_plan(text).doubts]
    assert (Reason.NUMBER_BLANK, 1) in found
    assert (Reason.DATE_BLANK, 2) in found


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["KẾ HOẠCH", "Tổ chức Hội thi", "", "Lần thứ nhất"], "Tổ chức Hội thi Lần thứ nhất"),
        (
            ["KẾ HOẠCH Triển khai Cuộc thi năm 2024", "", "10-12-2024 22:00"],
            "Triển khai Cuộc thi năm 2024",
        ),
        (
            ["KẾ HOẠCH", "TỔ CHỨC HỘI THI", "NĂM 2024", "Thực hiện chủ trương chung"],
            "TỔ CHỨC HỘI THI NĂM 2024",
        ),
        (["K Ế  H O Ạ C H", "Tổ chức Hội thi"], "Tổ chức Hội thi"),
        (
            ["QUYẾT ĐỊNH", "BAN HÀNH THỂ LỆ CUỘC THI", "BỘ TRƯỞNG BỘ NỘI VỤ"],
            "BAN HÀNH THỂ LỆ CUỘC THI",
        ),
        (
            ["THỂ LỆ", "Cuộc thi trực tuyến", "(Kèm theo Kế hoạch số 7/KH-UBND ngày 14/7/2023)"],
            "Cuộc thi trực tuyến",
        ),
        (["KẾ", "HOẠCH", "Tổ chức Hội thi"], "Tổ chức Hội thi"),
        (["KE HOACH", "Tổ chức Hội thi"], "Tổ chức Hội thi"),
    ],
)
def test_titles_on_one_line_and_on_several(lines: list[str], title: str) -> None:
    found = facts("\n".join([*lines, "", "Căn cứ tình hình;", "", "I. MỤC ĐÍCH", "- Một."])).title
    assert found is not None
    assert found.value == title


def end_of(found: Facts) -> tuple[int | None, str | None, str | None]:
    return (
        found.recipients_count.value if found.recipients_count else None,
        found.signatory.name if found.signatory else None,
        found.signing_authority.value if found.signing_authority else None,
    )


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param(
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n(Đã ký)\n\nTrần Văn Bình",
            (2, "Trần Văn Bình", None),
            id="signed",
        ),
        pytest.param(
            "Nơi nhận:\n- Sở Nội vụ;\n- VP Đoàn ĐBQH, HĐND và UBND tỉnh:\nCVP, các PCVP;\n-"
            " Lưu: VT.\nGIÁM ĐỐC\n\nNguyễn Thị Hoa",
            (3, "Nguyễn Thị Hoa", None),
            id="a wrapped addressee",
        ),
        pytest.param(
            "Nơi nhận: - Như điều 3; - Lưu: VT, NC.\nTL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\n\nThS. Lê Văn Tám",
            (2, "Lê Văn Tám", "TL. GIÁM ĐỐC"),
            id="on one line",
        ),
        pytest.param(
            "Nơi nhận:\tTM. BAN TỔ CHỨC\n- Như trên;\tTRƯỞNG BAN\n- Lưu: VT.\n\tPhạm Minh Đức",
            (2, "Phạm Minh Đức", "TM. BAN TỔ CHỨC"),
            id="in columns",
        ),
        pytest.param(
            "          TM. UBND XÃ\nNơi nhận:          CHỦ TỊCH\n- Các ấp;\n"
            "- Lưu VP.          Nguyễn Văn Đực",
            (2, "Nguyễn Văn Đực", "TM. UBND XÃ"),
            id="columns set by spaces",
        ),
        pytest.param(
            "Nơi nhận:\n- Lưu: VT.\nTM. BAN TỔ CHỨC\nPHÓ TRƯỞNG BAN TỔ CHỨC\n\n"
            "Trưởng Công an thị xã\nThượng tá Ngô Đức Thắng",
            (1, "Ngô Đức Thắng", "TM. BAN TỔ CHỨC"),
            id="post in the state and rank before the name",
        ),
        pytest.param(
            "Nơi nhận:\n• Như trên;\n• Lưu: VT.\nKT. CHỦ TỊCH\nHUYỀN CHỦ TỊCH\n\nVõ"
            " An\n\nLượt xem: 12",
            (2, "Võ An", "KT. CHỦ TỊCH"),
            id="misread post",
        ),
    ],
)
def test_who_gets_it_and_who_signed(
    end: str, expected: tuple[int | None, str | None, str | None]
) -> None:
    text = f"KẾ HOẠCH\nTổ chức Hội thi\n\nI. NỘI DUNG\n\n- Một.\n\nTrên đây là Kế hoạch./.\n\n{end}"
    assert end_of(facts(text)) == expected


def test_a_signature_before_the_recipients_is_no_task() -> None:
    found = facts(
        "KẾ HOẠCH\nTổ chức Hội thi\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã: Bảo vệ.\n\n"
        "TM. BAN TỔ CHỨC\nTRƯỞNG BAN\n\nPHÓ CHỦ TỊCH UBND XÃ\nNgô Thị Hoa\n\n"
        "Nơi nhận:\n- Đảng ủy;\n- Lưu: VT.\n"
    )
    assert [one.agency for one in found.assignments] == ["Công an xã"]
    assert end_of(found) == (2, "Ngô Thị Hoa", "TM. BAN TỔ CHỨC")
