"""What the false people of the demonstration wrote; all of it is made up."""

from decimal import Decimal

from hoithi.core.questions.records import Criterion

STEM = (
    "Theo ông/bà, thôn và xã cần làm gì để người dân tự nộp được hồ sơ trực tuyến tại nhà? "
    "Nêu một việc cụ thể và cách làm (không quá 300 từ)."
)
RUBRIC = (
    Criterion("Nêu đúng khó khăn của người dân", Decimal(4)),
    Criterion("Giải pháp cụ thể, làm được ở thôn, xã", Decimal(6)),
)
_TEAM = (
    "Tổ công nghệ số cộng đồng của thôn nên đến từng nhà vào buổi tối, mang theo máy tính bảng của "
    "nhà văn hóa, hướng dẫn đăng nhập tài khoản định danh điện tử, chụp giấy tờ và nộp thử một hồ "
    "sơ thật; sau một tuần quay lại xem gia đình đã tự làm được bước nào."
)
"""A passage that two of them share word for word: the evidence of similarity shows it."""
TEXTS = (
    (
        "Người già trong thôn ngại nhất là mật khẩu và mã OTP. Tôi đề nghị nhà văn hóa mở cửa "
        "chiều thứ Bảy hằng tuần, có hai đoàn viên trực, mỗi lần giúp một việc: đăng ký tài "
        "khoản, xem kết quả hồ sơ, nộp phí. Ai làm được thì giúp lại nhà bên cạnh."
    ),
    (
        "Ở nhà tôi sóng yếu, hồ sơ đang tải thì mất mạng. Xã cần phát sóng wifi miễn phí tại nhà "
        f"văn hóa và điểm bưu điện. {_TEAM}"
    ),
    (
        "Nhiều người không biết thủ tục nào nộp được trên mạng. Xã nên in một tờ giấy hai mặt cho "
        "mười thủ tục hay làm nhất, có mã QR, giấy tờ cần chụp và số điện thoại của công chức phụ "
        "trách, rồi phát cùng giấy mời họp thôn."
    ),
    (
        f"Bà con bận việc đồng áng, không ra Trung tâm trong giờ hành chính được. {_TEAM} Làm như "
        "vậy thì cả người già cũng quen dần."
    ),
    (
        "Giấy tờ gốc của dân cũ, chụp bằng điện thoại bị mờ nên hồ sơ bị trả lại. Bộ phận một cửa "
        "nên có góc tự phục vụ với máy quét, người dân quét một lần, lưu vào kho dữ liệu của "
        "mình, lần sau nộp hồ sơ không phải chụp lại."
    ),
    (
        "Học sinh trung học là người dùng điện thoại thạo nhất trong nhà. Trường nên giao một bài "
        "tập kỳ nghỉ: mỗi em giúp ông bà, bố mẹ nộp một hồ sơ trực tuyến và kể lại vướng ở bước "
        "nào; nhà trường tổng hợp gửi xã sửa hướng dẫn."
    ),
    (
        "Theo tôi cần thông báo kết quả qua tin nhắn để dân yên tâm, không phải đi hỏi. Có hẹn "
        "trả thì ghi rõ ngày giờ và tên người xử lý."
    ),
    (
        "Loa truyền thanh mỗi sáng đọc một câu hỏi đáp ngắn về dịch vụ công trực tuyến, do chính "
        "công chức một cửa trả lời, lấy từ câu dân hỏi trong tuần. Cuối tháng tặng quà nhỏ cho "
        "thôn có nhiều hồ sơ nộp tại nhà nhất."
    ),
)
"""One each, in the order in which they entered."""
