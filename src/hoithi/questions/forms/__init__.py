"""Forms about questions and banks: fields and labels; what is refused is refused by the actions."""

from hoithi.questions.forms.bank import BankForm, BanksForm, BesideForm, ImportForm, SearchForm
from hoithi.questions.forms.initial import initial_of, kept_of
from hoithi.questions.forms.question import QuestionForm

__all__ = [
    "BankForm",
    "BanksForm",
    "BesideForm",
    "ImportForm",
    "QuestionForm",
    "SearchForm",
    "initial_of",
    "kept_of",
]
