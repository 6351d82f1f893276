"""Documents of our own making, in the forms that real ones have."""

from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Facts

PLAN = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 38/KH-UBND
An Phú, ngày 05 tháng 3 năm 2026

KẾ HOẠCH

Tổ chức Cuộc thi trực tuyến “Chung tay cải cách hành chính” xã An Phú năm 2026

Căn cứ Kế hoạch số 15/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính;

Ủy ban nhân dân xã An Phú ban hành Kế hoạch tổ chức Cuộc thi với các nội dung sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính.

II. ĐỐI TƯỢNG VÀ THỜI GIAN

1. Đối tượng dự thi: Công dân từ đủ 14 tuổi trở lên đang sinh sống trên địa bàn xã.

2. Đối tượng không được dự thi: Thành viên Ban Tổ chức, Tổ Thư ký và người ra câu hỏi.

3. Thời gian: Từ 08h00 ngày 06/4/2026 đến 22h00 ngày 19/4/2026.

III. GIẢI THƯỞNG

1. Giải cá nhân

- 01 giải Nhất: 1.000.000 đồng;

- 02 giải Nhì: 700.000 đồng/giải;

- 05 giải Khuyến khích: 200.000 đồng/giải.

2. Giải tập thể: 01 giải Nhất trị giá 1.500.000 đồng.

IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Là cơ quan thường trực, tham mưu thành lập Ban Tổ chức trước ngày 20/3/2026.

- Tổng hợp kết quả, báo cáo Ủy ban nhân dân xã sau khi kết thúc Cuộc thi 05 ngày.

2. Văn phòng HĐND và UBND xã: Bố trí kinh phí; đăng Kế hoạch trên trang thông tin điện tử.

3. Các thôn

Tuyên truyền tới Nhân dân.

Trên đây là Kế hoạch tổ chức Cuộc thi./.

Nơi nhận:
- Thường trực Đảng ủy;
- Các thôn;
- Lưu: VT, VHXH.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH



Lê Thị Hồng Vân
"""


def facts(text: str) -> Facts:
    """What is understood of a text."""
    return read_plan(text).facts


def plan(body: str, *, title: str = "Tổ chức Hội thi cải cách hành chính năm 2024") -> Facts:
    """What is understood of a plan with the given sections."""
    return facts(f"KẾ HOẠCH\n\n{title}\n\nCăn cứ tình hình thực tế.\n\n{body}\n")
