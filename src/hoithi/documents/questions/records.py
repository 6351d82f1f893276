"""What a file of questions holds, in the words that its formats share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered; the names are those of Moodle's formats."""

    MULTICHOICE = "multichoice"
    TRUEFALSE = "truefalse"
    SHORTANSWER = "shortanswer"
    NUMERICAL = "numerical"
    MATCH = "match"
    ORDERING = "ordering"
    ESSAY = "essay"
    MULTIANSWER = "multianswer"
    """A text with gaps (cloze)."""
    DESCRIPTION = "description"


class Format(StrEnum):
    """In which format a file is written."""

    GIFT = "gift"
    AIKEN = "aiken"
    MISSING_WORD = "missingword"
    CLOZE = "cloze text"
    OFFICIAL_TEXT = "văn bản"
    """Questions as officials write them: "Câu 1.", "A.", "Đáp án: C"."""
    MOODLE_XML = "moodle-xml"
    QTI_ITEM = "qti item"
    QTI_PACKAGE = "qti package"
    BLACKBOARD = "Blackboard XML"
    EXAMVIEW = "ExamView XML"
    WEBCT = "WebCT"
    H5P = "H5P"
    QTI_3 = "QTI 3.0"
    OPEN_EDX = "Open edX"
    SHEET = "bảng tính"
    """A list of questions in a spreadsheet that is not the form of the bank."""
    UNKNOWN = ""


class Problem(StrEnum):
    """What is wrong with a file or with one of its questions."""

    EMPTY_FILE = "empty_file"
    TOO_BIG = "too_big"
    LINE_TOO_LONG = "line_too_long"
    OLD_WORD = "old_word"
    """A document of Word before 2007 (.doc)."""
    NOT_UTF8 = "not_utf8"
    UNKNOWN_FORMAT = "unknown_format"
    FORMAT_NOT_PROMISED = "format_not_promised"
    NOT_WELL_FORMED = "not_well_formed"
    DECLARES_ENTITIES = "declares_entities"
    TOO_MANY_QUESTIONS = "too_many_questions"
    NO_QUESTION = "no_question"
    TOO_FEW_OPTIONS = "too_few_options"
    OPTION_OUTSIDE = "option_outside"
    OPTION_TWICE = "option_twice"
    """Two options of a question have one letter."""
    OPTION_ORDER = "option_order"
    """The letters of its options are not A, B, C and on."""
    OPTION_GAP = "option_gap"
    """A later option of a line is filled and an earlier one is empty."""
    NO_STEM = "no_stem"
    CELL_UNREADABLE = "cell_unreadable"
    OPTION_IN_STEM = "option_in_stem"
    """A line of the stem begins like an option."""
    LIST_AS_OPTIONS = "list_as_options"
    """Lines with dashes or numbers below the stem are read as its options."""
    LETTER_AS_TEXT = "letter_as_text"
    """A question without options accepts one letter, or the number of a line of its stem."""
    LOOKS_DIFFER = "looks_differ"
    """What is said to be right is another option than the one that stands out."""
    SEVERAL_STAND_OUT = "several_stand_out"
    """Nothing says what is right, and several options stand out together."""
    ANSWER_OUTSIDE = "answer_outside"
    NOT_FINISHED = "not_finished"
    SEVERAL_MARKED = "several_marked"
    """More than one option is marked, or a mark and the answers at the end differ."""
    NUMBER_TWICE = "number_twice"
    STRAY_LINE = "stray_line"
    """A line behind a question that says nothing of it."""
    ANSWER_WITHOUT_QUESTION = "answer_without_question"
    NO_SUCH_OPTION = "no_such_option"
    OPEN_BRACE = "open_brace"
    NO_RIGHT_ANSWER = "no_right_answer"
    NOT_A_NUMBER = "not_a_number"
    TOO_FEW_PAIRS = "too_few_pairs"
    WEIGHT_NOT_ALLOWED = "weight_not_allowed"
    GAP_OF_ONE_OPTION = "gap_of_one_option"
    GAP_WITHOUT_RIGHT_OPTION = "gap_without_right_option"
    NO_GAP = "no_gap"
    DAMAGED_ARCHIVE = "damaged_archive"
    PASSWORD = "password"
    BOMB = "bomb"
    UNSAFE_PATH = "unsafe_path"
    NO_MANIFEST = "no_manifest"
    FILE_MISSING = "file_missing"
    """The manifest names a file that the archive does not hold."""
    NO_ITEM = "no_item"
    ELEMENT_NOT_ALLOWED = "element_not_allowed"
    ATTRIBUTE_MISSING = "attribute_missing"
    NO_INTERACTION = "no_interaction"
    TOO_MANY_OPTIONS = "too_many_options"
    FILE_REMOTE = "file_remote"
    """A picture or sound lies at an address of the web, which is never asked."""
    FILE_NOT_HELD = "file_not_held"
    """Its bytes are not in the file, or are too many for one reading."""
    FILE_ELSEWHERE = "file_elsewhere"
    """It stands in an option or an explanation; a bank has files beside stems only."""
    FILE_KIND = "file_kind"
    FILE_TOO_LARGE = "file_too_large"
    FILE_DAMAGED = "file_damaged"
    FILE_UNDESCRIBED = "file_undescribed"
    """Comes in, and is not approved before somebody describes it."""
    ACCEPTED_IN_PART = "accepted_in_part"
    """Short answers worth a part of the marks, which a bank does not know."""
    NUMBERS_AS_TEXT = "numbers_as_text"
    """Several numbers are right; they come in as accepted words."""
    SEVERAL_RANGES = "several_ranges"
    """Several ranges of numbers are right, which a bank does not know."""
    FORMULA = "formula"
    """Its signs come in as a line of text; what stood above or below is lost."""
    RUBRIC = "rubric"
    """What it tells markers stays in the file."""
    NOT_SUPPORTED = "not_supported"
    """A kind of question that is listed and not taken into a bank."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer with its share of the marks: 1 is all of them, a negative share takes away."""

    text: str
    fraction: Decimal
    feedback: str = ""
    tolerance: Decimal | None = None
    """Of a number: as far as this from it is right too."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a sound that travels with a question."""

    name: str
    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as the file states it; markup in the texts stays."""

    kind: str
    """A `Kind`, or the file's own name of a type that is only listed."""
    name: str
    stem: str
    category: str = ""
    single: bool | None = None
    """Of a choice: whether one option is right."""
    choices: tuple[Choice, ...] = ()
    is_true: bool | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    """An empty left side is a further wrong answer."""
    gaps: tuple[str, ...] = ()
    """Type and marks of each gap: "multichoice:1"."""
    explanation: str = ""
    files: tuple[str, ...] = ()
    """Names of pictures and sounds that travel inside the file."""
    idnumber: str = ""
    """What the other system calls it."""
    line: int | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    """What the file says beside it, by the columns of the officials' table."""
    is_plain: bool = False
    """Whether its texts are words without markup."""
    attachments: tuple[Attachment, ...] = ()
    """The files beside its stem; without bytes where those are not at hand."""
    remote: tuple[str, ...] = ()
    """What it shows from addresses outside the file."""
    doubts: tuple[Problem, ...] = ()
    """Where it comes in otherwise than the file has it."""

    @property
    def right(self) -> tuple[str, ...]:
        """The texts that earn marks."""
        return tuple(one.text for one in self.choices if one.fraction > 0)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the file that is no question, and where."""

    problem: Problem
    line: int | None = None
    about: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """All that was read; a refused file has no questions."""

    format: Format
    questions: tuple[ReadQuestion, ...] = ()
    faults: tuple[Fault, ...] = ()
    categories: tuple[str, ...] = ()
    tree: Mapping[str, str] = field(default_factory=dict)
    """From each category to the one it lies in; "top" above all."""
    category_idnumber: Mapping[str, str] = field(default_factory=dict)
    category_info: Mapping[str, str] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """ "imported", "imported in part" or "refused"."""
        if not self.questions:
            return "refused"
        return "imported in part" if self.faults else "imported"


class Unreadable(ValueError):
    """A question or a file that cannot be read as what it claims to be."""

    def __init__(self, problem: Problem, line: int | None = None, **facts: str) -> None:
        super().__init__(problem)
        self.problem, self.line, self.facts = problem, line, facts
