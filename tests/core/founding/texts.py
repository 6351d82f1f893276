"""Plans of our own making for each form of event, and what they found."""

from hoithi.core.founding.drafting import draft_campaign
from hoithi.core.founding.noticing import notice
from hoithi.core.founding.records import CampaignDraft
from hoithi.core.plans.reading import read_plan

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ
Số: {number}/KH-UBND
An Phú, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
"""
END = """
Trên đây là Kế hoạch của Ủy ban nhân dân xã An Phú./.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Lê Thị Hồng Vân
"""
FESTIVAL = f"""{HEAD.format(number=12)}
Tổ chức Ngày hội chuyển đổi số xã An Phú năm 2026

I. MỤC ĐÍCH
- Nâng cao kỹ năng số của người dân.

II. NỘI DUNG
1. Hội thảo về dịch vụ công trực tuyến.
2. Tổ chức thi:
a) Thi thiết kế trang thông tin điện tử của các trường học trên địa bàn xã.
b) Thi xử lý văn bản trên máy của các thôn.
3. Trưng bày sản phẩm OCOP của các hợp tác xã.

III. THỜI GIAN, ĐỊA ĐIỂM VÀ TIẾN ĐỘ
1. Thời gian tổ chức: 02 ngày, từ ngày 10/10/2026 đến ngày 11/10/2026.
2. Địa điểm: Nhà văn hóa xã An Phú.
3. Tiến độ thực hiện:
- Ngày 15/9/2026: Họp Ban Tổ chức.
- Từ 20/9/2026 đến 25/9/2026: Tập huấn cho các đội thi.
- Từ 01/10/2026 đến 08/10/2026: Chuẩn bị cơ sở vật chất, thành lập Ban Giám khảo.

IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội: Là cơ quan thường trực; chủ trì, phối hợp với Công an xã bảo đảm trật tự.
2. Công an xã: Bảo đảm an ninh, trật tự.
3. Đoàn Thanh niên xã: Phối hợp với Phòng Văn hóa - Xã hội tổ chức chương trình văn nghệ vào tối \
10/10/2026.
{END}"""
CONFERENCE = f"""{HEAD.format(number=13)}
Tổ chức Hội nghị tổng kết chuyên đề thi đua “Ba thân thiện” năm 2026

I. MỤC ĐÍCH
- Đánh giá kết quả.

II. NỘI DUNG
1. Thời gian, địa điểm: 01 buổi, vào cuối tháng 12 năm 2026, tại Trung tâm Hội nghị tỉnh (thời \
gian cụ thể sẽ có Thư mời sau)

III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Dự thảo bài phát biểu gửi Văn phòng trước 07 ngày tổ chức Hội nghị.
- Dự thảo Thông báo kết luận sau Hội nghị 02 ngày.
- Trình khen thưởng, hoàn thành trước ngày 15/12/2026.
2. Văn phòng HĐND và UBND xã: Phát hành giấy mời, hoàn thành chậm nhất ngày 20/12/2026.
{END}"""
SUPERIOR = f"""{HEAD.format(number=14)}
Hưởng ứng Cuộc thi trực tuyến “Chung tay cải cách” tỉnh Quảng An năm 2026

Căn cứ Kế hoạch số 22/KH-UBND ngày 12/01/2026 của UBND tỉnh Quảng An về tổ chức Cuộc thi trực \
tuyến “Chung tay cải cách” tỉnh Quảng An năm 2026;

I. ĐỐI TƯỢNG, THỜI GIAN
1. Đối tượng không được dự thi: Thành viên Ban Tổ chức, Tổ biên soạn câu hỏi.
2. Thời gian thi: Từ ngày 06/4/2026 đến ngày 26/4/2026.
- Tuần thứ Nhất, từ 08h30 ngày 06/4/2026 đến 16h30 ngày 12/4/2026.
- Tuần thứ Hai, từ 08h30 ngày 13/4/2026 đến 16h30 ngày 19/4/2026.

II. TỔ CHỨC THỰC HIỆN
1. Các trường học trên địa bàn xã: Phổ biến Cuộc thi tới giáo viên.
2. Các thôn: Tuyên truyền tới Nhân dân.
{END}"""
STAGE = f"""{HEAD.format(number=15)}
Tổ chức Hội thi sân khấu hóa “Cán bộ một cửa giỏi” năm 2026

I. NỘI DUNG
1. Quy mô: chia làm 03 điểm thi tại các xã: An Bình, An Hòa và 01 điểm thi chung kết.
2. Mỗi đội gồm từ 05 đến 08 người; mỗi đội tham gia 02 phần thi, gồm: Phần thi chào hỏi và Phần \
thi xử lý tình huống.
(Chi tiết từng phần thi sẽ quy định cụ thể trong Thể lệ Hội thi).
3. Thời gian: Quý III/2026.

II. CƠ CẤU GIẢI THƯỞNG
1. Giải thưởng từng cụm thi
- 01 giải Nhất: 2.000.000 đồng;
- 02 giải Nhì: 1.000.000 đồng/giải;
- Giải phụ: Chào hỏi xuất sắc nhất: 500.000 đồng.
2. Vòng thi chung kết
- 01 giải Nhất: 3.000.000 đồng.

III. TỔ CHỨC THỰC HIỆN
1. UBND các xã
- Thành lập đội thi, gửi danh sách trước ngày 31/5/2026.
- UBND các xã nơi diễn ra Hội thi chuẩn bị địa điểm.
{END}"""
CHECK = f"""{HEAD.format(number=16)}
Tổ chức thi đua nâng cao kỹ năng số năm 2026

I. NỘI DUNG THI ĐUA
- Tổ chức kiểm tra kỹ năng số đối với lãnh đạo các xã.

II. CHỈ TIÊU
- 100% lãnh đạo các xã đều được kiểm tra kỹ năng số, trong đó 85% lãnh đạo tham gia được đánh giá \
đạt cả 2 nội dung.

III. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ: Tham mưu tổ chức kiểm tra.
{END}"""


def founded(text: str) -> CampaignDraft:
    """The campaign that a text founds."""
    return draft_campaign(read_plan(text).facts, notice(text), body="UBND xã An Phú")
