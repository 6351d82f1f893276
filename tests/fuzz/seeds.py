"""The files that are damaged: small ones of our own, and the public ones beside us."""

from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.sample import sample_docx, sample_text
from hoithi.documents.questions.written import Written, write_questions
from hoithi.questions.facts import table_row
from tests.documents.foreign import FOLDER

_LARGEST = 200_000
_BASIS = LegalBasis("61/2018/NĐ-CP", "Nghị định về một cửa", "7", "1")
_TEXTS = (
    "Hỏi?\nA. Có\nB. Không\nANSWER: A\n",
    "Hồ sơ nộp tại {=Một cửa ~75%xã ~nhà} nhé.\n",
    "Nơi nhận: {1:MULTICHOICE:=Một cửa~%50%Xã#Gần đúng~Nhà}, sau {2:NUMERICAL:=5:1} ngày.\n",
    "$CATEGORY: a/b\n\n::x::[html]Hỏi <b>gì</b>?{~%50%một#có ~%50%hai ~%-100%ba ####Vì}\n\nb{T}\n",
    "1. Hỏi?\na) Có\nb) Không\n\nĐÁP ÁN\n1-A\nCâu\t1\t2\nĐáp án\tA\tB\n",
)


def _asked(kind: QuestionKind, answer: Answer, **told: tuple[str, ...]) -> Outgoing:
    text = QuestionText(
        kind=kind, stem="Hỏi *gì*?", field="one-stop", difficulty="easy", basis=_BASIS
    )
    text = QuestionText(**{**vars(text), **told})
    return Outgoing("CH-1", table_row("CH-1", text, answer), text, answer)


def seeds() -> list[bytes]:
    """Every seed, the same in every run."""
    bank = (
        _asked(QuestionKind.SINGLE, Answer(places=frozenset({1})), options=("Có", "Không", "Ba")),
        _asked(QuestionKind.TRUE_FALSE, Answer(is_true=True)),
        _asked(QuestionKind.SHORT_TEXT, Answer(accepted=("Một cửa", "Bộ phận"))),
        _asked(QuestionKind.MATCHING, Answer(pairs=(1, 0)), options=("a", "b"), targets=("1", "2")),
        _asked(QuestionKind.ORDERING, Answer(order=(1, 0)), options=("sau", "trước")),
    )
    made = [write_questions(form, bank, title="Ngân hàng", issuer="UBND xã") for form in Written]
    made += [sample_docx(), sample_text(), *(text.encode() for text in _TEXTS)]
    families = (FOLDER / name for name in ("question-formats", "qti"))
    public = sorted(
        path
        for family in families
        for path in family.rglob("*")
        if path.is_file() and path.suffix != ".json" and path.stat().st_size <= _LARGEST
    )
    return made + [path.read_bytes() for path in public]
