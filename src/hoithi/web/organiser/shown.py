"""How a form that was refused is shown again: on its own page, with what was typed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.sittings.actions.deciding import PaperIn
from hoithi.sittings.queries.orders import PaperToPermit

Row = TypeVar("Row", bound=models.Model)
AForm = TypeVar("AForm", bound=forms.Form)


def today() -> date:
    """The day in Vietnam, for fields that ask for what has happened already."""
    return local_day(clock.now())


class SaidOn:
    """Says a refusal of the deed inside above the form, whose boxes keep what was typed.

    A view returns its answer from inside; what follows in it shows the page with the form again.
    """

    def __init__(self, form: forms.Form) -> None:
        self._form = form

    def __enter__(self) -> None:
        """Nothing is to be done before the deed."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Whether it was a refusal, which is said; every other error goes on."""
        if not isinstance(error, Refusal):
            return False
        self._form.add_error(None, wording.sentence(error))
        return True


def paper_in(contest: Contest, chosen: PaperToPermit) -> PaperIn:
    """The paper that was chosen in a form about attempts, with its round."""
    round_ = contest.rounds.get(key=chosen.round_key)
    return PaperIn(round_, chosen.part_key, chosen.title)


def not_taken(form: forms.Form) -> str:
    """The sentence at the top of a page of several forms: why the one sent is not taken."""
    told = " ".join(str(error) for error in form.non_field_errors())
    return told or _(
        "Chưa ghi nhận. Hãy sửa các ô có báo lỗi bên dưới; nội dung đã nhập được giữ lại."
    )


def beside(
    rows: Iterable[Row], kind: type[AForm], sent: Mapping[Any, AForm]
) -> list[tuple[Row, AForm]]:
    """Every row with a form of its own; one that was sent stands at the row of its number."""
    return [(row, sent.get(row.pk) or kind(auto_id=f"so_{row.pk}_%s")) for row in rows]
