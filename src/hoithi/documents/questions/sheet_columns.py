"""The headings of lists of questions as officials write them in spreadsheets."""

from hoithi.documents.questions.official_labels import LABELS
from hoithi.documents.spreadsheets.grid import Grid
from hoithi.documents.spreadsheets.headings import Heading, find_heading
from hoithi.documents.spreadsheets.records import Column

LETTERS = "ABCDEFGH"
LABELLED = {key: names[0] for key, names in LABELS.items() if key != "kind"}
"""The columns whose words are read like lines with their label."""
_OPTION_WORDS = ("Phương án", "Đáp án", "Lựa chọn", "PA", "Phương án trả lời", "Câu trả lời")
COLUMNS = (
    Column(
        "stem",
        (
            "Nội dung câu hỏi",
            "Câu hỏi",
            "Nội dung",
            "Nội dung các câu hỏi",
            "Câu hỏi trắc nghiệm",
        ),
        required=True,
    ),
    *(
        Column(
            letter,
            (letter, *(f"{words} {sign}" for words in _OPTION_WORDS for sign in (letter, number))),
        )
        for number, letter in enumerate(LETTERS, 1)
    ),
    Column(
        "right",
        (
            "Đáp án đúng",
            "Đáp án",
            "Phương án đúng",
            "Phương án trả lời đúng",
            "Câu trả lời đúng",
            "Trả lời đúng",
            "Trả lời",
            "Lựa chọn đúng",
            "ĐA",
        ),
    ),
    Column(
        "basis",
        (
            "Căn cứ",
            "Căn cứ pháp lý",
            "Cơ sở pháp lý",
            "Văn bản",
            "Văn bản căn cứ",
            "Nguồn",
            "Trích dẫn",
        ),
    ),
    Column("form", ("Loại câu hỏi", "Loại", "Dạng câu hỏi")),
    *(Column(key, LABELS[key]) for key in LABELLED),
)


def list_in(grid: Grid) -> Heading | None:
    """The headings of a list of questions, with options or answers beside them; else None."""
    found = find_heading(grid, COLUMNS)
    if found is None or "stem" not in found.places:
        return None
    is_list = {"A", "B"} <= found.places.keys() or "right" in found.places
    return found if is_list else None


def is_form(heading: Heading) -> bool:
    """Whether these are the headings of the bank's own form, which asks for codes and kinds."""
    return {"code", "form"} <= heading.places.keys()
