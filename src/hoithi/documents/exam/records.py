"""The model of a paper for a hall and of its answer sheet, as officials know them."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from docx.image.image import Image


@dataclass(frozen=True, slots=True)
class ExamPicture:
    """A picture below a stem: PNG or JPEG."""

    name: str
    data: bytes
    description: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in points of the screen. Refuses (UnrecognizedImageError) no picture."""
        found = Image.from_blob(self.data)
        return found.px_width, found.px_height


@dataclass(frozen=True, slots=True)
class ExamQuestion:
    """A question as it is printed; texts carry the marks `**bold**` and `*italic*`."""

    place: int
    stem: str
    options: tuple[str, ...] = ()
    """In the order of this code; lettered from A."""
    targets: tuple[str, ...] = ()
    """What the options are matched with; numbered from 1 on the right."""
    pictures: tuple[ExamPicture, ...] = ()
    remark: str = ""
    """How it is answered, in italics behind the stem: "(Chọn tất cả phương án đúng)"."""
    answer: str = ""
    """A line to be filled in: "Thứ tự: ……"; none where a letter is chosen."""
    lines: int = 0
    """Dotted lines to write on."""

    @property
    def lettered(self) -> tuple[tuple[str, str], ...]:
        """The options with their letters."""
        return tuple(zip(ascii_uppercase, self.options, strict=False))


@dataclass(frozen=True, slots=True)
class ExamSection:
    """Questions under one heading ("PHẦN I. …"); no heading where the paper has one section."""

    title: str
    questions: tuple[ExamQuestion, ...]


@dataclass(frozen=True, slots=True)
class ExamHead:
    """What stands above a paper and above an answer sheet."""

    issuer: str
    superior: str
    contest: str
    round: str
    part: str
    """Of a round with several papers; else empty."""
    minutes: int


@dataclass(frozen=True, slots=True)
class ExamPaper:
    """The paper of one code."""

    head: ExamHead
    code: str
    sections: tuple[ExamSection, ...]
    prediction: str = ""
    """The question that asks for a number to be predicted, behind the others."""

    def questions(self) -> Iterator[ExamQuestion]:
        """All questions in their order."""
        for section in self.sections:
            yield from section.questions


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Places on the answer sheet that are answered alike."""

    title: str
    first: int
    last: int
    letters: int = 0
    """How many circles each place has; 0 for a line to write on."""
    lines: int = 1
    """Where there are no circles: how many dotted lines a place has."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answer sheet (phiếu trả lời trắc nghiệm) for all codes of one shape."""

    head: ExamHead
    sections: tuple[SheetSection, ...]
    codes: tuple[str, ...] = ()
    """For which codes it is, where not for all."""
    predicts: bool = False
