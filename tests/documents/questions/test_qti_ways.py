"""What items of other systems bring beside words: marks, formulas, tries, files in two forms."""

import io
import zipfile

import pytest

from hoithi.documents.questions.as_json import item_as_json, package_as_json
from hoithi.documents.questions.read import item_in, package_in, read_questions
from hoithi.documents.questions.records import Problem
from hoithi.documents.questions.rows import row_of, why_not

ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i1"
 title="Tên" adaptive="{adaptive}"><responseDeclaration identifier="R" cardinality="{many}"
 baseType="{base}">{right}</responseDeclaration>{more}<itemBody>{body}</itemBody>
<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{marking}"/>
</assessmentItem>"""
CHOICE = """<choiceInteraction responseIdentifier="R" maxChoices="{most}"><prompt>Ở đâu?</prompt>
<simpleChoice identifier="A">Một cửa<feedbackInline identifier="A" outcomeIdentifier="F">Đúng
rồi</feedbackInline></simpleChoice><simpleChoice identifier="B">Nhà</simpleChoice>
<simpleChoice identifier="C">Chợ</simpleChoice></choiceInteraction>"""
RIGHT = "<correctResponse><value>A</value></correctResponse>"
MARKS = """<correctResponse><value>A</value><value>B</value></correctResponse>
<mapping defaultValue="-2"><mapEntry mapKey="A" mappedValue="3"/>
<mapEntry mapKey="B" mappedValue="1"/></mapping>"""
MATCH = """<matchInteraction responseIdentifier="R" maxAssociations="2"><simpleMatchSet>
<simpleAssociableChoice identifier="A" matchMax="1">Văn thư</simpleAssociableChoice>
<simpleAssociableChoice identifier="B" matchMax="1">Một cửa</simpleAssociableChoice>
</simpleMatchSet><simpleMatchSet>
<simpleAssociableChoice identifier="X" matchMax="2">Đóng dấu</simpleAssociableChoice>
<simpleAssociableChoice identifier="Y" matchMax="2">Nhận hồ sơ</simpleAssociableChoice>
<simpleAssociableChoice identifier="Z" matchMax="2">Trông xe</simpleAssociableChoice>
</simpleMatchSet></matchInteraction>"""
INNER = '<object data="b.png" type="image/png"/>'
ORDER = """<orderInteraction responseIdentifier="R"><simpleChoice identifier="A">Nhận</simpleChoice>
<simpleChoice identifier="B">Trả</simpleChoice></orderInteraction>"""


def _item(body: str = CHOICE, **told: str) -> bytes:
    usual = {"adaptive": "false", "many": "single", "base": "identifier", "right": RIGHT}
    usual |= {"more": "", "marking": "match_correct", "most": "1"} | told
    return ITEM.format(**usual, body=body.replace("{most}", usual["most"])).encode()


def _question(body: str = CHOICE, **told: str):
    return read_questions(_item(body, **told)).questions[0]


def test_what_is_said_of_an_answer_is_no_part_of_the_option():
    assert [one.text for one in _question().choices] == ["Một cửa", "Nhà", "Chợ"]


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        pytest.param({"marking": "map_response"}, [0.75, 0.25, -0.5], id="marks of the mapping"),
        pytest.param({}, [0.5, 0.5, 0.0], id="all or nothing: the mapping is not used"),
    ],
)
def test_marks_are_given_as_the_item_gives_them(told, shares):
    read = _question(many="multiple", most="0", right=MARKS, **told)
    assert [float(one.fraction) for one in read.choices] == shares


def test_thirds_are_written_as_people_read_them():
    marks = MARKS.replace('"3"', '"2"').replace('"-2"', '"-1"')
    read = _question(many="multiple", most="0", right=marks, marking="map_response")
    assert row_of(read)["weights"] == "66,66667;33,33333;-33,33333"


def test_of_one_answer_the_best_has_all_marks():
    marks = MARKS.replace("<value>B</value>", "").replace(' defaultValue="-2"', "")
    read = _question(right=marks, marking="map_response")
    assert [round(float(one.fraction), 2) for one in read.choices] == [1.0, 0.33, 0.0]


def test_a_side_that_matches_nothing_stays_a_wrong_answer():
    pairs = "<correctResponse><value>A X</value><value>B Y</value></correctResponse>"
    read = _question(MATCH, many="multiple", base="directedPair", right=pairs)
    assert read.pairs == (("Văn thư", "Đóng dấu"), ("Một cửa", "Nhận hồ sơ"), ("", "Trông xe"))


def test_no_order_is_right_by_standing_in_the_file():
    read = _question(ORDER, many="ordered", right="")
    assert (read.choices, why_not(read)) == ((), Problem.NO_RIGHT_ANSWER)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"adaptive": "true"}, "choiceInteraction+adaptive"),
        (
            {"more": '<templateDeclaration identifier="N" cardinality="single"/>'},
            "choiceInteraction+templateDeclaration",
        ),
    ],
)
def test_what_no_paper_can_ask_is_listed_by_its_name(told, kind):
    read = _question(**told)
    assert (read.kind, why_not(read)) == (kind, Problem.NOT_SUPPORTED)


def test_a_formula_comes_in_once_and_with_a_doubt():
    formula = """<p>Tính <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:semantics>
<m:mi>x</m:mi><m:annotation encoding="latex">\\frac{x}</m:annotation></m:semantics></m:math>.</p>"""
    read = _question(formula + CHOICE)
    assert (row_of(read)["stem"], read.doubts) == ("Tính x.\nỞ đâu?", (Problem.FORMULA,))


@pytest.mark.parametrize(
    ("shown", "files"),
    [
        (f'<object data="a.eps" type="image/eps">{INNER}</object>', ["b.png"]),
        (f'<object data="a.png" type="image/png">{INNER}</object>', ["a.png"]),
        ('<audio><source src="a.ogg"/><source src="a.mp3"/></audio>', ["a.ogg"]),
        ('<video src="a.mp4"><source src="a.webm"/></video>', ["a.mp4"]),
    ],
)
def test_of_a_file_in_several_forms_one_is_enough(shown, files):
    assert [one.name for one in _question(f"<p>{shown}</p>{CHOICE}").attachments] == files


def test_a_picture_in_an_option_is_none_of_the_stem():
    body = CHOICE.replace("Nhà", '<img src="nha.png"/>').replace("Ở đâu?", '<img src="xa.png"/>')
    read = _question(body)
    assert (read.files, [one.name for one in read.attachments]) == (
        ("xa.png", "nha.png"),
        ["xa.png"],
    )


def test_what_is_right_and_no_option_makes_no_other_option_right():
    right = "<correctResponse><value>A</value><value>X</value></correctResponse>"
    read = _question(many="multiple", most="0", right=right)
    assert (read.right, why_not(read)) == ((), Problem.NO_RIGHT_ANSWER)


def test_how_a_sign_is_spoken_is_not_said_twice():
    spoken = "<p>Họ <ruby><rb>真</rb><rp>(</rp><rt>まこと</rt><rp>)</rp></ruby></p>"
    assert row_of(_question(spoken + CHOICE))["stem"] == "Họ 真\nỞ đâu?"


@pytest.mark.parametrize(
    ("view", "stem", "doubts"),
    [
        ("candidate scorer", "Đọc kỹ.\nỞ đâu?", ()),
        ("scorer", "Ở đâu?", (Problem.RUBRIC,)),
    ],
)
def test_what_contestants_are_told_is_asked_and_what_markers_are_told_is_named(view, stem, doubts):
    read = _question(f'<rubricBlock view="{view}"><p>Đọc kỹ.</p></rubricBlock>{CHOICE}')
    assert (row_of(read)["stem"], read.doubts) == (stem, doubts)


def test_programs_are_told_how_an_item_is_marked():
    told = item_as_json(item_in(_item(many="multiple", right=MARKS, marking="map_response")))
    named = {key: told[key] for key in ("root", "namespace", "adaptive", "response_processing")}
    assert named == {
        "root": "assessmentItem",
        "namespace": "http://www.imsglobal.org/xsd/imsqti_v2p2",
        "adaptive": "false",
        "response_processing": "map_response",
    }
    assert told["responses"]["R"]["mapping_default"] == "-2"


def test_a_package_names_its_kinds_and_the_folders_of_its_files():
    manifest = """<manifest xml:base="goi/"><resources xml:base="cau/"><resource identifier="i1"
 type="imsqti_item_xmlv2p2" href="1.xml"><file href="1.xml"/></resource></resources></manifest>"""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("imsmanifest.xml", manifest)
        archive.writestr("goi/cau/1.xml", _item())
    told = package_as_json(package_in(target.getvalue()))
    assert (told["item_count"], told["resource_types"]) == (1, ["imsqti_item_xmlv2p2"])
