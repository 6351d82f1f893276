"""Cases learnt from files of other systems: their aliases, old ways and kinds of their own."""

import pytest

from hoithi.documents.questions.as_json import as_json, item_as_json
from hoithi.documents.questions.cloze import GAPS
from hoithi.documents.questions.read import item_in, read_questions
from hoithi.documents.questions.records import Format, Problem
from hoithi.documents.questions.rows import row_of

ORDERING = """<question type="ordering"><name><text></text></name>
<questiontext format="html"><text>Xếp theo thứ tự.</text></questiontext>
<answer fraction="2.0000000"><text>Giải quyết</text></answer>
<answer fraction="1.0000000"><text>Tiếp nhận</text></answer>
<answer fraction="3"><text>Trả kết quả</text></answer></question>"""
MATCHING = """<quiz><question type="matching"><name><text>Ghép</text></name>
<questiontext><text>Ghép việc với nơi làm.</text></questiontext>
<subquestion><text>Nhận hồ sơ</text><answer><text>Một cửa</text></answer></subquestion>
<subquestion><text></text><answer><text>Nhà xe</text></answer></subquestion></question></quiz>"""
OLD_PICTURE = """<quiz><question type="multichoice"><name><text>Hình cũ</text></name>
<questiontext><text>Hình gì?</text></questiontext><image>huy-hieu.png</image>
<image_base64>AAAA</image_base64><answer fraction="100"><text>A</text></answer>
<answer fraction="0"><text>B</text></answer></question></quiz>"""
TRUTH = """<quiz><question type="truefalse"><questiontext><text>Đúng không?</text></questiontext>
<answer fraction="{first}"><text>Đúng</text></answer>
<answer fraction="{second}"><text>Sai</text></answer></question></quiz>"""
ITEM = """<assessmentItem identifier="i1" title="Tên"><responseDeclaration identifier="R"
 cardinality="single" baseType="identifier"/><itemBody>{body}</itemBody></assessmentItem>"""
GAP_MATCH = """<gapMatchInteraction responseIdentifier="R" shuffle="false"><prompt>Điền.</prompt>
<gapText identifier="A">một</gapText><gapImg identifier="B"><object data="b.png"/></gapImg>
<p>Có <gap identifier="G"/> cửa.</p></gapMatchInteraction>"""


def _read(text: str):
    return read_questions(text.encode())


def test_an_order_is_read_by_its_numbers_even_without_a_quiz_around_it():
    told = as_json(_read(ORDERING))
    assert (told["format"], told["types"]) == ("moodle-xml", {"ordering": 1})
    assert told["questions"][0]["right_order"] == ["Tiếp nhận", "Giải quyết", "Trả kết quả"]
    assert told["questions"][0]["name"] == "Xếp theo thứ tự."


def test_matching_is_match_and_its_empty_side_is_a_distractor():
    told = as_json(_read(MATCHING))["questions"][0]
    assert (told["type"], told["pairs"]) == ("match", [["Nhận hồ sơ", "Một cửa"], ["", "Nhà xe"]])


def test_the_picture_of_an_old_file_is_named():
    assert as_json(_read(OLD_PICTURE))["questions"][0]["embedded_files"] == ["huy-hieu.png"]


@pytest.mark.parametrize(("first", "second", "right"), [("100", "0", True), ("0", "100", False)])
def test_truth_in_another_language_stands_first(first, second, right):
    assert _read(TRUTH.format(first=first, second=second)).questions[0].is_true is right


@pytest.mark.parametrize(
    ("text", "format_", "problem"),
    [
        ("Cho mấy điểm? {3:NUMERICAL:=không}", Format.CLOZE, Problem.NOT_A_NUMBER),
        (":TYPE:MC:1:0:A\n:TITLE:Một\n:QUESTION:H\nHỏi?", Format.WEBCT, None),
        ("<examview type='test'><question type='tf'/></examview>", Format.EXAMVIEW, None),
        ("<qti-assessment-item identifier='a'/>", Format.QTI_3, None),
        ("<problem><multiplechoiceresponse/></problem>", Format.OPEN_EDX, None),
        ("<a" * 5000, Format.UNKNOWN, Problem.UNKNOWN_FORMAT),
        ("<!--" * 100_000, Format.UNKNOWN, Problem.UNKNOWN_FORMAT),
        ("Câu 1. " + "a" * 100_001, Format.OFFICIAL_TEXT, Problem.LINE_TOO_LONG),
        ("Câu 1. a\n" * 500_000, Format.OFFICIAL_TEXT, Problem.TOO_BIG),
    ],
)
def test_what_is_not_taken_is_refused_by_its_name(text, format_, problem):
    reading = _read(text)
    assert reading.outcome == "refused"
    assert (reading.format, reading.faults[0].problem) == (
        format_,
        problem or Problem.FORMAT_NOT_PROMISED,
    )


def test_a_share_without_its_first_sign_and_a_gap_at_the_end():
    reading = _read("Hồ sơ nộp tại {=Bộ phận Một cửa ~75%trụ sở\nxã ~nhà riêng}\n")
    question = reading.questions[0]
    assert (reading.format, question.stem) == (Format.MISSING_WORD, "Hồ sơ nộp tại _____")
    assert [(one.text, float(one.fraction)) for one in question.choices] == [
        ("Bộ phận Một cửa", 1.0),
        ("trụ sở\nxã", 0.75),
        ("nhà riêng", 0.0),
    ]


def test_xml_in_utf_16_is_found_like_any_other():
    reading = read_questions(f'<?xml version="1.0"?>{MATCHING}'.encode("utf-16"))
    assert (reading.format, len(reading.questions)) == (Format.MOODLE_XML, 1)


def test_a_place_of_another_kind_is_listed_with_its_options():
    data = ITEM.format(body=GAP_MATCH).encode()
    told = item_as_json(item_in(data))
    assert (told["class"], told["interactions"][0]["options"]) == (
        "other",
        [["A", "một"], ["B", ""]],
    )
    assert read_questions(data).questions[0].kind == "gapMatchInteraction"


def test_an_item_that_asks_nothing_is_listed_as_such():
    data = ITEM.format(body="<p>Chỉ để đọc.</p>").encode()
    assert item_as_json(item_in(data))["class"] == "other"
    assert read_questions(data).questions[0].kind == "no interaction"


@pytest.mark.parametrize(
    ("body", "attribute", "element"),
    [
        (GAP_MATCH.replace(' responseIdentifier="R"', ""), "responseIdentifier", "gapMatchInter"),
        (GAP_MATCH.replace(' identifier="A"', ""), "identifier", "gapText"),
    ],
)
def test_what_the_schema_demands_is_named_with_its_line(body, attribute, element):
    fault = _read(ITEM.format(body=body)).faults[0]
    assert (fault.problem, fault.facts["attribute"]) == (Problem.ATTRIBUTE_MISSING, attribute)
    assert fault.facts["element"].startswith(element)
    assert fault.line in {2, 3}


def test_signs_of_markup_in_aiken_are_words():
    text = "Thẻ <html> & hình?\nA) <b>\nB) Không\nANSWER: A\n"
    row = row_of(_read(text).questions[0])
    assert (row["stem"], row["option_a"]) == ("Thẻ <html> & hình?", "<b>")


def test_categories_of_gift_lie_in_each_other():
    told = as_json(_read("$CATEGORY: $course$/Một/Hai\n\nĐúng?{T}\n"))
    assert (told["categories"], told["tree"]) == (
        ["$course$/Một/Hai"],
        {"Một": "top", "Hai": "Một"},
    )


def test_a_gap_ends_at_the_first_brace_that_is_not_escaped():
    text = r"{1:SHORTANSWER:=a\}b\~c} and {2:MC:=x~y} and {3:MULTICHOICE:" + "=C" * 100_000
    assert [gap["answers"] for gap in GAPS.finditer(text)] == [r"=a\}b\~c", "=x~y"]
