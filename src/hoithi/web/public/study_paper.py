"""The study set on paper: the questions field by field, then a table of the answers."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from hoithi.core.questions.marked import bare
from hoithi.core.questions.records import QuestionText
from hoithi.core.study import StudyQuestion, by_field, options_of
from hoithi.core.vietnamese.numbers import roman
from hoithi.documents.official import Block, Heading, Paper, Table, Text
from hoithi.wording.questions import cited, field_label
from hoithi.wording.study import right_words, standing_sentence

_WIDTHS = (2, 4, 6, 8)


def study_paper(title: str, issuer: str, place: str, questions: Sequence[StudyQuestion]) -> Paper:
    """The document; what was taken back is named at its end and not asked."""
    fields = by_field(questions)
    return Paper(
        kind=_("BỘ CÂU HỎI ÔN TẬP"),
        subject=title,
        issuer=issuer,
        place=place,
        blocks=tuple(_asked(fields)),
        enclosed=(
            Text(_("ĐÁP ÁN VÀ CĂN CỨ"), align="center", bold=True),
            _answers(questions),
            *_changes(questions),
        ),
    )


def _asked(fields: Sequence[tuple[str, list[StudyQuestion]]]) -> Iterator[Block]:
    for place, (field, questions) in enumerate(fields, 1):
        yield Heading(f"{roman(place)}. {field_label(field)}")
        for question in questions:
            if question.text is not None:
                yield from _question(question.number, question.text, question)


def _question(number: int, text: QuestionText, question: StudyQuestion) -> Iterator[Block]:
    yield Text(
        _("Câu %(number)s. %(stem)s") % {"number": number, "stem": bare(text.stem)}, bold=True
    )
    for option in options_of(text, question.answer):
        words = bare(option.text)
        yield Text(f"{option.letter}. {words}" if option.letter else f"☐ {words}")
    for place, target in enumerate(text.targets, 1):
        yield Text(f"{place}. {bare(target)}")


def _answers(questions: Sequence[StudyQuestion]) -> Table:
    headings = (_("Câu"), _("Đáp án"), _("Căn cứ"), _("Giải thích"))
    rows = [
        (
            str(one.number),
            right_words(one.text, one.answer),
            cited(one.text.basis),
            one.answer.explanation,
        )
        for one in questions
        if one.text is not None
    ]
    return Table(headings, rows, _WIDTHS, frozenset({0}))


def _changes(questions: Sequence[StudyQuestion]) -> Iterator[Block]:
    told = [(one.number, standing_sentence(one)) for one in questions]
    for number, sentence in told:
        if sentence:
            facts = {"number": number, "sentence": sentence}
            yield Text(_("Câu %(number)s: %(sentence)s") % facts, italic=True)
