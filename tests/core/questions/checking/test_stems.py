"""Stems that ask for the exception."""

import pytest

from hoithi.core.questions.checking.stems import hidden_negative


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Nội dung nào sau đây không thuộc cải cách hành chính?", "không"),
        ("Nội dung nào sau đây KHÔNG thuộc cải cách hành chính?", ""),
        ("Nội dung nào sau đây **không** thuộc cải cách hành chính?", ""),
        ("Cơ quan gì chưa được công bố?", "chưa"),
        ("Đâu không phải là văn bản hành chính?", "không"),
        ("Không phải nộp loại giấy tờ nào?", "không"),
        ("Các loại sau là văn bản hành chính, trừ:", "trừ"),
        ("Được làm các việc sau đây, TRỪ", ""),
        ("Đúng ngoại trừ phương án nào?", "ngoại trừ"),
        ("Phát biểu nào sau đây sai?", "sai"),
        ("Phát biểu nào sau đây là sai?", "sai"),
        ("Phát biểu nào sau đây là SAI?", ""),
        # What is negative beside the question, and what is none.
        ("Người dân có được nộp hồ sơ qua mạng hay không?", ""),
        ("Theo Nghị định nào, cơ quan không được đòi thêm giấy tờ?", ""),
        ("Khi không đủ hồ sơ, cán bộ làm gì?", ""),
        ("Mức nào giải quyết ngay, trừ trường hợp pháp luật có quy định khác?", ""),
        ("Cơ quan nào xử lý sai phạm?", ""),
        ("Cơ quan nào sai sót phải xin lỗi?", ""),
        ("Ai tiếp nhận hồ sơ?", ""),
        ("", ""),
    ],
)
def test_negatives_that_are_not_emphasised(stem, word):
    assert hidden_negative(stem) == word
