"""Phrases of real plans that look like contradictions and are none."""

import pytest

from tests.core.plans.checking.papers import contradictions, plan


@pytest.mark.parametrize(
    "said",
    [
        "Thời gian: 03 ngày, từ ngày 10 đến 12/5/2025 và ngày 20/5/2025.",
        "Tổ chức trong 02 ngày 15-16/10/2025.",
        "Tổ chức trong 02 ngày, 15 và 16/10/2025.",
        "Tập huấn 02 lớp, mỗi lớp 02 ngày, từ ngày 06/10/2025 đến ngày 17/10/2025.",
        "Thi trong 04 tuần của tháng 10, từ ngày 01/10/2025 đến ngày 31/10/2025.",
        "Tổ chức 02 ngày/cụm, từ ngày 01/10/2025 đến ngày 06/10/2025.",
        "Tuyên truyền trước 30 ngày, từ ngày 01/10/2025 đến ngày 05/10/2025.",
        "Sau 07 ngày, từ ngày 10/10/2025 đến ngày 12/10/2025 tổ chức trao giải.",
        "Thời gian thi: 02 tuần (14 ngày), từ ngày 06/10/2025 đến ngày 19/10/2025.",
        "Từ ngày 01/10/2025 đến hết ngày 31/12/2025 (03 tháng).",
        "Đợt 1: 10 ngày, từ 01/10 đến 10/10/2025; Đợt 2: 10 ngày, từ 15/10 đến 24/10/2025.",
        "Số liệu 12 tháng, tính từ ngày 15/12/2024 đến ngày 14/12/2025.",
        "Thời gian: 05 ngày làm việc, từ ngày 06/10/2025 đến ngày 12/10/2025.",
        "Từ 08h00 ngày 20/10/2025 đến 24h00 ngày 20/10/2025.",
        "Từ ngày 20/12/2025 đến ngày 05/01/2026, trong 02 tuần.",
        "Nghỉ Tết từ ngày 28/12 đến ngày 05/01 âm lịch.",
        "Làm việc từ thứ Hai đến thứ Sáu (06/10/2025 - 10/10/2025).",
        "Thi vào thứ Bảy và Chủ nhật, ngày 18 và 19/10/2025.",
        "Thi vào thứ Bảy, Chủ nhật (18/10/2025, 19/10/2025).",
        "Ngày 09 và 10/10/2025 (thứ Năm và thứ Sáu).",
        "Kết quả tuần thứ tư (13/10/2025) được công bố sau.",
        "Lần thứ 5, 10/10/2025 tổ chức tại huyện.",
        "Thứ Sáu hằng tuần, từ ngày 06/10/2025 đến ngày 30/10/2025, gửi báo cáo.",
        "Gồm 12 giải: 01 giải Nhất, 02 giải Nhì, 08 giải Ba và 01 giải cho người cao tuổi nhất.",
        "Mỗi bảng 10 giải, cả cuộc thi 20 giải, gồm: 01 Nhất, 02 Nhì, 03 Ba, 04 Khuyến khích.",
        "Tổng số: 10 giải, trong đó có 01 giải Đặc biệt, 02 giải Nhất, 03 giải Nhì và 04 giải Ba.",
        "Giải Nhất: 01 giải, mức thưởng 0,3 x 2.340.000 đồng = 702.000 đồng.",
        "Mức thưởng 1,5 x 2.340.000 đồng = 3.510.000 đồng.",
        "Chi (02 giải Nhì + 03 giải Ba) x 500.000 đồng = 2.500.000 đồng.",
        "Chi quản lý 10% x 2.000.000 đồng = 200.000 đồng.",
        "Chi 05 người x 02 buổi x 100.000 đồng/người/buổi = 1.000.000 đồng.",
        "Giải Nhất 2.500.000 đồng (Hai triệu rưỡi đồng).",
        "Mức thưởng 500.000 đồng (theo Nghị quyết số 10 của HĐND tỉnh).",
        "Tại 03 xã: Tân An, Tân Bình và xã Tân Phú.",
        "Tại 03 xã: Tân An (cụm 1), Tân Bình (cụm 2), Tân Phú (cụm 3).",
        "Tại 05 phường: P. An Hòa, P. An Bình.",
        "01 điểm thi: Trường THCS Nguyễn Du, xã Tân An, tỉnh Hòa Sơn.",
        "Chia 03 khu vực: Bắc, Trung, Nam.",
        "Gồm 04 đơn vị: Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Công an, Quân sự.",
        "Mỗi đội có 07 đến 12 người, trong đó 04 thành viên chính, 01 đội trưởng.",
        "Có 22 xã, thị trấn; 04 điểm thi, trong đó: 03 điểm thi cụm và 01 điểm chung kết.",
        "Đạt 2/3 số phiếu; tỷ lệ 31/32 xã; Nghị quyết 30/2/NQ.",
    ],
)
def test_one_phrase(said: str) -> None:
    assert contradictions(plan("II. NỘI DUNG", f"1. {said}", "2. Nội dung khác.")) == []


@pytest.mark.parametrize(
    "lines",
    [
        (
            "1. Thời gian: từ 06/10/2025 đến 31/10/2025, gồm 03 vòng.",
            "- Vòng 1: từ 06/10/2025 đến 10/10/2025.",
            "- Vòng 2: từ 13/10/2025 đến 17/10/2025.",
            "- Chung kết: ngày 31/10/2025.",
        ),
        (
            "1. Thời gian: từ 06/10/2025 đến 31/10/2025, chia 03 đợt.",
            "- Đợt 1: từ 06/10/2025 đến 10/10/2025.",
            "- Đợt 2: từ 13/10/2025 đến 17/10/2025.",
            "- Đợt 3: Ban Tổ chức thông báo sau.",
        ),
        (
            "1. Thời gian thi: từ 06/10/2025 đến 31/10/2025.",
            "- Đợt 1 (thi thử): từ 01/10/2025 đến 03/10/2025.",
            "- Đợt 2: từ 06/10/2025 đến 31/10/2025.",
        ),
        (
            "1. Hội thi gồm 03 vòng:",
            "- Vòng 1: thi lý thuyết.",
            "- Vòng 2: thi thực hành.",
            "- Vòng chung kết: thi ứng xử.",
        ),
        (
            "1. Tuần thi",
            "- Tuần 1: từ 10h00 ngày 06/10/2025 đến 09h30 ngày 13/10/2025.",
            "- Tuần 2: từ 10h00 ngày 13/10/2025 đến 09h30 ngày 20/10/2025.",
        ),
        (
            "TT\tGiải\tSố lượng\tMức thưởng\tSố tuần\tThành tiền",
            "1\tGiải Nhất\t01\t1.000.000\t4\t4.000.000",
            "2\tGiải Nhì\t02\t500.000\t4\t4.000.000",
        ),
        (
            "TT\tNội dung\tSố lượng\tĐơn giá (đồng)\tThành tiền (nghìn đồng)",
            "1\tGiải Nhất\t01\t1.000.000\t1.000",
        ),
        (
            "TT\tGiải\tSố lượng\tMức thưởng\tThành tiền",
            "1\tGiải Nhất\t01/tuần\t1.000.000\t4.000.000",
        ),
        (
            "1. Giải thưởng",
            "- 01 giải Nhất: 5.000.000 đồng và phần quà 1.000.000 đồng;",
            "- 02 giải Nhì: 3.000.000 đồng/giải.",
            "Tổng giá trị giải thưởng: 12.000.000 đồng.",
        ),
    ],
    ids=[
        "final",
        "open",
        "trial",
        "stages",
        "weeks",
        "weeks of a table",
        "scale",
        "a week",
        "kind",
    ],
)
def test_several_lines(lines: tuple[str, ...]) -> None:
    assert contradictions(plan("II. NỘI DUNG", *lines)) == []
