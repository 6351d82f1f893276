"""Deeds on the bank: writing, reviewing, importing and exporting questions."""

from hoithi.questions.actions.tables import (
    Import,
    QuestionsFaulty,
    export,
    import_questions,
    preview,
    template,
)
from hoithi.questions.actions.writing import (
    OwnQuestion,
    QuestionFaulty,
    approve,
    create_bank,
    send_back,
    use_in,
    write,
)

__all__ = [
    "Import",
    "OwnQuestion",
    "QuestionFaulty",
    "QuestionsFaulty",
    "approve",
    "create_bank",
    "export",
    "import_questions",
    "preview",
    "send_back",
    "template",
    "use_in",
    "write",
]
