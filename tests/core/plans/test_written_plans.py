"""A plan that was written from facts is read back to the same facts, whatever the style."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.plans.records import Facts
from tests.core.plans.test_properties import wrap
from tests.core.plans.texts import facts
from tests.core.plans.writer import Body, Style, Told, write

pytestmark = pytest.mark.long

BODIES = (
    Body(
        ("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"),
        "Ủy ban nhân dân xã An Phú",
        "commune",
        "UBND",
        "An Phú",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        "PHÓ CHỦ TỊCH",
    ),
    Body(
        ("UBND TỈNH TÂN LẬP", "SỞ NỘI VỤ"),
        "Sở Nội vụ tỉnh Tân Lập",
        "province",
        "SNV",
        "Tân Lập",
        ("KT. GIÁM ĐỐC",),
        "PHÓ GIÁM ĐỐC",
    ),
    Body(
        ("ỦY BAN NHÂN DÂN HUYỆN MỸ AN",),
        "Ủy ban nhân dân huyện Mỹ An",
        "district",
        "UBND",
        "Mỹ An",
        ("TM. ỦY BAN NHÂN DÂN",),
        "CHỦ TỊCH",
    ),
    Body(
        ("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH TÂN LẬP"),
        "Liên đoàn Lao động tỉnh Tân Lập",
        "province",
        "LĐLĐ",
        "Tân Lập",
        ("TM. BAN THƯỜNG VỤ",),
        "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
    ),
    Body(("BỘ NỘI VỤ",), "Bộ Nội vụ", "central", "BNV", "Hà Nội", ("KT. BỘ TRƯỞNG",), "THỨ TRƯỞNG"),
)
KINDS = (("Luật", "QH15"), ("Nghị định", "NĐ-CP"), ("Quyết định", "QĐ-TTg"), ("Chỉ thị", "CT-TTg"))
AGENCIES = (
    "Văn phòng HĐND và UBND",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Trung tâm Phục vụ hành chính công",
    "Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội",
    "Đài Phát thanh - Truyền hình",
    "Các thôn, tổ dân phố",
    "UBND các xã, phường",
)
RECIPIENTS = ("Thường trực Đảng ủy", "CT, các PCT", "Các phòng, ban", "Công an xã", "Các thôn")
NAMES = ("Lê Thị Hồng Vân", "Nguyễn Văn An", "Hoàng Minh Đức", "Y Thông Niê", "Trần Tư")
TITLES = (
    "Tổ chức Cuộc thi trực tuyến “Chung tay cải cách hành chính” năm 2025",
    "Triển khai Cuộc thi tìm hiểu chuyển đổi số trên địa bàn",
)


@st.composite
def plans(draw: st.DrawFn) -> Told:
    signed = draw(st.dates(date(2010, 3, 1), date(2026, 6, 1)))
    days = sorted(draw(st.sets(st.integers(10, 90), min_size=4, max_size=4)))
    opens, closes, due, meets = (signed + timedelta(days=one) for one in days)
    bases = draw(
        st.lists(
            st.tuples(st.sampled_from(KINDS), st.integers(1, 999), st.integers(30, 900)),
            min_size=1,
            max_size=4,
            unique_by=lambda one: one[1],
        )
    )
    ranks = ("nhat", "nhi", "ba", "khuyen_khich")
    agencies = draw(st.lists(st.sampled_from(AGENCIES), min_size=2, max_size=5, unique=True))
    return Told(
        body=draw(st.sampled_from(BODIES)),
        number=draw(st.integers(1, 4999)),
        signed=signed,
        title=draw(st.sampled_from(TITLES)),
        bases=tuple(
            (kind, f"{number}/{signed.year}/{code}", signed - timedelta(days=ago))
            for (kind, code), number, ago in bases
        ),
        opens=opens,
        closes=closes,
        due=due,
        meets=meets,
        prizes=tuple(
            (rank, draw(st.integers(1, 20)), draw(st.integers(2, 200)) * 100_000) for rank in ranks
        ),
        agencies=tuple((one, draw(st.integers(1, 4))) for one in agencies),
        recipients=(
            *draw(st.lists(st.sampled_from(RECIPIENTS), min_size=2, unique=True)),
            "Lưu: VT, VHXH",
        ),
        signatory=draw(st.sampled_from(NAMES)),
    )


STYLES = st.builds(
    Style,
    header=st.sampled_from(["stacked", "country first", "tabs", "pipes", "spaces"]),
    heading=st.sampled_from(["{roman}. {capitals}", "{roman}/ {text}", "{roman} - {text}:"]),
    item=st.sampled_from(["{n}. ", "{n}/ ", "{n}) "]),
    bullet=st.sampled_from(["- ", "+ ", "• ", "– "]),
    day=st.sampled_from(["short", "long", "dashes", "points"]),
    prize=st.sampled_from(["list", "turned", "value", "table", "sentence", "apart"]),
    task=st.sampled_from(["below", "colon", "ordered"]),
    gap=st.sampled_from(["\n\n", "\n", "\n \n\n"]),
    recipients=st.sampled_from(["below", "beside"]),
)


def understood(found: Facts) -> dict[str, object]:
    single = ("number", "issued_on", "place", "issuing_body", "level", "title", "recipients_count")
    return {name: one.value if (one := getattr(found, name)) else None for name in single} | {
        "bases": [(one.number, one.date) for one in found.legal_bases],
        "periods": [(one.start, one.end) for one in found.periods],
        "due": [one.date for one in found.deadlines],
        "days": [one.date for one in found.milestones],
        "prizes": [(one.rank, one.count, one.amount_vnd) for one in found.prizes],
        "agencies": [(one.agency, one.n_tasks) for one in found.assignments],
        "signatory": found.signatory.name if found.signatory else None,
    }


def meant(told: Told) -> dict[str, object]:
    return {
        "number": f"{told.number}/KH-{told.body.code}",
        "issued_on": told.signed.isoformat(),
        "place": told.body.place,
        "issuing_body": told.body.name,
        "level": told.body.level,
        "title": told.title,
        "recipients_count": len(told.recipients),
        "bases": [(number, on.isoformat()) for _, number, on in told.bases],
        "periods": [(told.opens.isoformat(), told.closes.isoformat())],
        "due": [told.due.isoformat()],
        "days": [told.meets.isoformat()],
        "prizes": list(told.prizes),
        "agencies": list(told.agencies),
        "signatory": told.signatory,
    }


@settings(max_examples=150)
@given(plans(), STYLES)
def test_a_written_plan_is_read_back(told: Told, style: Style) -> None:
    assert understood(facts(write(told, style))) == meant(told)


@settings(max_examples=60)
@given(
    plans(), STYLES, st.sampled_from(["NFD", "crlf", "pages", "furniture", "indented", "wrapped"])
)
def test_noise_changes_nothing(told: Told, style: Style, noise: str) -> None:
    assert understood(facts(noisy(write(told, style), noise))) == meant(told)


def noisy(text: str, noise: str) -> str:
    if noise == "NFD":
        return unicodedata.normalize("NFD", text)
    if noise == "crlf":
        return text.replace("\n", "\r\n")
    if noise == "wrapped":
        lines = (one for line in text.split("\n") for one in wrap(line, 92) or [""])
        return "\n".join(lines)
    if noise == "indented":
        return "\n".join(f"   {line}" if line.strip() else line for line in text.split("\n"))
    if noise == "furniture":
        return f"Trang chủ\n\nĐăng nhập\n\nLượt xem: 35\n\n{text}\n\nChia sẻ\n\nLượt truy cập: 1205"
    head, _, rest = text.partition("KẾ HOẠCH")
    body, mark, end = rest.partition("Trên đây")
    return f"{head}KẾ HOẠCH{body}\n\n\f2\n\n{mark}{end}"
