"""An example of questions as officials write them, to be written over."""

from hoithi.documents.official.records import Block, Paper, Text
from hoithi.documents.official.to_docx import to_docx

_LINES = (
    "Câu 1. Cơ quan nào tiếp nhận hồ sơ của người dân tại xã?",
    "A. Bộ phận Một cửa",
    "B. Hội trường",
    "C. Nhà văn hóa",
    "D. Tất cả các phương án trên",
    "Đáp án: A",
    "Lĩnh vực: Cơ chế một cửa",
    "Mức độ: Dễ",
    "Căn cứ: khoản 1 Điều 7 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
    "",
    "Câu 2. Những việc nào làm được trên Cổng Dịch vụ công quốc gia?",
    "A. Nộp hồ sơ",
    "B. Thanh toán phí, lệ phí",
    "C. Nhận lương hưu",
    "Đáp án: A, B",
    "Lĩnh vực: Dịch vụ công trực tuyến",
    "Mức độ: Trung bình",
    "Căn cứ: Điều 10 Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ",
    "",
    "Câu 3. Kết quả giải quyết thủ tục hành chính bản điện tử có giá trị như bản giấy.",
    "Đáp án: Đúng",
    "Lĩnh vực: Thủ tục hành chính",
    "Mức độ: Dễ",
    "Căn cứ: Điều 19 Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ",
)


def sample_text() -> bytes:
    """The example as plain text."""
    return "\r\n".join(_LINES).encode("utf-8-sig")


def sample_docx() -> bytes:
    """The example as a Word document."""
    blocks: list[Block] = [
        Text(line, "left", bold=line.startswith("Câu")) for line in _LINES if line
    ]
    paper = Paper("BỘ CÂU HỎI", "Phục vụ cuộc thi tìm hiểu", "TÊN CƠ QUAN", blocks=tuple(blocks))
    return to_docx(paper)
