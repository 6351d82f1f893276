"""Forms about questions and banks: fields and labels; what is refused is refused by the actions."""

from hoithi.questions.forms.bank import BankForm, BanksForm, ImportForm, SearchForm
from hoithi.questions.forms.question import WRITTEN_KINDS, QuestionForm, initial_of, kept_of

__all__ = [
    "WRITTEN_KINDS",
    "BankForm",
    "BanksForm",
    "ImportForm",
    "QuestionForm",
    "SearchForm",
    "initial_of",
    "kept_of",
]
