"""The demo question bank is complete, balanced and cites texts that were in force on their day."""

import csv
import re
import unicodedata
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

BANK = Path(__file__).resolve().parents[1] / "examples" / "questions" / "cchc-cds.csv"
COLUMNS = [
    "Mã câu hỏi",
    "Loại câu hỏi",
    "Lĩnh vực",
    "Mức độ",
    "Đối tượng",
    "Nội dung câu hỏi",
    "Phương án A",
    "Phương án B",
    "Phương án C",
    "Phương án D",
    "Phương án cố định",
    "Đáp án",
    "Số ký hiệu văn bản",
    "Tên văn bản",
    "Điều",
    "Khoản",
    "Ngày văn bản",
    "Ngày có hiệu lực",
    "Ngày hết hiệu lực",
    "Ngày tra cứu hiệu lực",
    "Giải thích",
]
SINGLE, MULTIPLE, TRUE_FALSE = "Một lựa chọn", "Nhiều lựa chọn", "Đúng/Sai"
SHORT_TEXT, PREDICTION = "Trả lời ngắn", "Dự đoán số"
FIELDS = {
    "Thủ tục hành chính",
    "Cơ chế một cửa",
    "Dịch vụ công trực tuyến",
    "Chương trình tổng thể cải cách hành chính",
    "Chuyển đổi số",
}
EVERYONE, OFFICIALS, CITIZENS, PUPILS = "Tất cả", "Cán bộ, công chức", "Người dân", "Học sinh"
LAST_DAY = date(2026, 11, 22)
FIRST_DAY_OF_CONTEST_MONTH = date(2026, 11, 1)
LONGEST_TEXTS = {"Số ký hiệu văn bản": 60, "Tên văn bản": 300, "Điều": 60, "Khoản": 60}

Row = dict[str, str]


def read() -> list[Row]:
    with BANK.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read()
CITING = [row for row in ROWS if row["Loại câu hỏi"] != PREDICTION]


def of_kind(kind: str) -> list[Row]:
    return [row for row in ROWS if row["Loại câu hỏi"] == kind]


def options(row: Row) -> dict[str, str]:
    return {letter: text for letter in "ABCD" if (text := row[f"Phương án {letter}"])}


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 a calendar day has no zone


def folded(text: str) -> str:
    """Text without case, diacritics and punctuation, as a hasty reader sees it."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def codes(rows: list[Row]) -> list[str]:
    return [row["Mã câu hỏi"] for row in rows]


def test_columns_are_those_of_the_import_template():
    with BANK.open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines)) == COLUMNS


def test_text_is_composed_and_trimmed():
    text = BANK.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert [
        value for row in ROWS for value in row.values() if value != " ".join(value.split())
    ] == []


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [(SINGLE, 100), (MULTIPLE, 15), (TRUE_FALSE, 20), (SHORT_TEXT, 8), (PREDICTION, 1)],
)
def test_enough_questions_of_each_kind(kind, at_least):
    assert len(of_kind(kind)) >= at_least


def test_known_words_only():
    assert {row["Lĩnh vực"] for row in ROWS} == FIELDS
    assert {row["Mức độ"] for row in ROWS} == {"Dễ", "Trung bình", "Khó"}
    assert {row["Đối tượng"] for row in ROWS} == {EVERYONE, OFFICIALS, CITIZENS, PUPILS}
    assert {row["Loại câu hỏi"] for row in ROWS} == {
        SINGLE,
        MULTIPLE,
        TRUE_FALSE,
        SHORT_TEXT,
        PREDICTION,
    }


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_each_field_serves_officials_and_citizens(field):
    audiences = Counter(row["Đối tượng"] for row in ROWS if row["Lĩnh vực"] == field)
    assert audiences.total() >= 25
    assert audiences[EVERYONE] + audiences[OFFICIALS] >= 8
    assert audiences[EVERYONE] + audiences[CITIZENS] >= 8


def test_codes_and_stems_are_unique():
    assert len(set(codes(ROWS))) == len(ROWS) >= 140
    stems = Counter(folded(row["Nội dung câu hỏi"]) for row in ROWS)
    assert [stem for stem, times in stems.items() if times > 1] == []


def test_each_question_cites_document_and_article():
    assert [
        row["Mã câu hỏi"] for row in CITING if not (row["Số ký hiệu văn bản"] and row["Điều"])
    ] == []


def test_options_fit_the_kind_and_differ():
    for row in ROWS:
        texts = [folded(text) or text for text in options(row).values()]
        wanted = (3, 4) if row["Loại câu hỏi"] in {SINGLE, MULTIPLE} else (0,)
        assert len(texts) in wanted, row["Mã câu hỏi"]
        assert len(set(texts)) == len(texts), row["Mã câu hỏi"]


def test_keys_point_at_options():
    for row in of_kind(SINGLE):
        assert row["Đáp án"] in options(row), row["Mã câu hỏi"]
    for row in of_kind(MULTIPLE):
        letters = row["Đáp án"].split(";")
        assert letters == sorted(set(letters) & set(options(row))), row["Mã câu hỏi"]
        assert 2 <= len(letters) < len(options(row)), row["Mã câu hỏi"]


def test_other_kinds_carry_their_own_keys():
    assert {row["Đáp án"] for row in of_kind(TRUE_FALSE)} == {"Đúng", "Sai"}
    assert {row["Đáp án"] for row in of_kind(PREDICTION)} == {""}
    for row in of_kind(SHORT_TEXT):
        accepted = row["Đáp án"].split("|")
        assert all(text and text == text.strip() for text in accepted), row["Mã câu hỏi"]
        assert len(set(accepted)) == len(accepted), row["Mã câu hỏi"]


def test_right_answers_are_spread_over_the_places():
    places = Counter(row["Đáp án"] for row in of_kind(SINGLE))
    assert max(places.values()) - min(places.values()) <= len(of_kind(SINGLE)) * 0.1
    truths = Counter(row["Đáp án"] for row in of_kind(TRUE_FALSE))
    assert min(truths.values()) >= len(of_kind(TRUE_FALSE)) * 0.4


def test_the_longest_option_is_seldom_the_right_one():
    longest = [
        row
        for row in of_kind(SINGLE)
        if all(
            len(options(row)[row["Đáp án"]]) > len(text)
            for letter, text in options(row).items()
            if letter != row["Đáp án"]
        )
    ]
    assert len(longest) <= len(of_kind(SINGLE)) * 0.4


def test_an_anchored_option_exists_and_no_loose_all_of_the_above():
    for row in ROWS:
        anchored = {letter for letter in row["Phương án cố định"].split(";") if letter}
        assert anchored <= set(options(row)), row["Mã câu hỏi"]
        sweeping = {
            letter
            for letter, text in options(row).items()
            if re.search(r"\b(tat ca|ca [abcd])\b.*\b(tren|deu)\b", folded(text))
        }
        assert sweeping <= anchored, row["Mã câu hỏi"]


def test_negatives_are_in_capitals():
    negative = [row for row in ROWS if "nào không" in row["Nội dung câu hỏi"]]
    assert codes(negative) == []


def test_every_question_with_a_key_cites_its_text():
    for row in CITING:
        assert row["Số ký hiệu văn bản"], row["Mã câu hỏi"]
        assert row["Tên văn bản"], row["Mã câu hỏi"]
        assert row["Giải thích"].endswith("."), row["Mã câu hỏi"]
        assert not row["Khoản"] or row["Điều"], row["Mã câu hỏi"]
        too_long = [name for name, most in LONGEST_TEXTS.items() if len(row[name]) > most]
        assert too_long == [], row["Mã câu hỏi"]


def test_texts_were_in_force_on_the_day_they_were_looked_up():
    for row in CITING:
        dated, begins = day(row["Ngày văn bản"]), day(row["Ngày có hiệu lực"])
        looked_up = day(row["Ngày tra cứu hiệu lực"])
        assert dated <= begins <= looked_up <= LAST_DAY, row["Mã câu hỏi"]
        if row["Ngày hết hiệu lực"]:
            assert looked_up < day(row["Ngày hết hiệu lực"]), row["Mã câu hỏi"]


def test_most_texts_are_not_known_to_have_ended():
    current = [
        row
        for row in CITING
        if not row["Ngày hết hiệu lực"]
        or day(row["Ngày hết hiệu lực"]) > FIRST_DAY_OF_CONTEST_MONTH
    ]
    assert len(current) >= 110


def test_one_document_has_one_date():
    dates: dict[str, set[str]] = {}
    for row in CITING:
        dates.setdefault(row["Số ký hiệu văn bản"], set()).add(row["Ngày văn bản"])
    assert {number: days for number, days in dates.items() if len(days) > 1} == {}
