"""Forms in which a paper sheet from a hall is typed: the printed code, times, answers by place."""

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.papers.versions import MOST_CODES
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.vietnamese.numbers import NotANumber, read_decimal
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean
from hoithi.kit.date_fields import InstantField
from hoithi.questions.models import QuestionKind
from hoithi.sittings.actions.typing import Typed
from hoithi.sittings.models import PoolKind
from hoithi.sittings.queries.typed import Slot


class PaperCodeForm(forms.Form):
    """Which printed paper the person sat."""

    code = forms.CharField(
        label=gettext_lazy("Mã đề in trên bài"),
        max_length=20,
        help_text=gettext_lazy(
            "Ví dụ 101; bài in từ bộ đề trên mạng có hai số cách nhau bằng gạch ngang: 12-345."
        ),
    )


class SheetFindForm(forms.Form):
    """What stands at the top of an answer sheet: whose it is, and the code of the paper."""

    entry_code = forms.CharField(
        label=gettext_lazy("Số báo danh (mã dự thi ghi trên phiếu)"), max_length=30
    )
    code = forms.CharField(label=gettext_lazy("Mã đề"), max_length=20)


class TypedSheetForm(forms.Form):
    """What somebody reads off a paper sheet: the time, then an answer for each place."""

    began_at = InstantField(label=gettext_lazy("Giờ bắt đầu ca thi"))
    minutes = forms.IntegerField(
        label=gettext_lazy("Thời gian làm bài: phút"), min_value=0, max_value=600
    )
    seconds = forms.IntegerField(
        label=gettext_lazy("và giây"), min_value=0, max_value=59, initial=0, required=False
    )

    def __init__(self, *args: Any, slots: Sequence[Slot], predicts: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.slots = slots
        for slot in slots:
            label = _("Câu %(place)s") % {"place": slot.place}
            self.fields[f"cau-{slot.place}"] = AnswerField(slot, label)
        if predicts:
            self.fields["prediction"] = forms.IntegerField(
                label=_("Số dự đoán"), min_value=0, max_value=2_000_000_000, required=False
            )

    def questions(self) -> list[forms.BoundField]:
        """The boxes of the answers, in order."""
        return [self[f"cau-{slot.place}"] for slot in self.slots]

    def times(self) -> list[forms.BoundField]:
        """The boxes above the answers."""
        names = ("began_at", "minutes", "seconds", "prediction")
        return [self[name] for name in names if name in self.fields]

    def typed(self) -> Typed:
        """What was read off the paper; places without an answer are left out."""
        said = self.cleaned_data
        answers = {str(one.place): said[f"cau-{one.place}"] for one in self.slots}
        return Typed(
            answers={place: answer for place, answer in answers.items() if answer is not None},
            seconds=said["minutes"] * 60 + (said["seconds"] or 0),
            began_at=said["began_at"],
            prediction=said.get("prediction"),
        )


class AnswerField(forms.Field):
    """One answer as it stands on paper: letters of options, a number or words; empty for none."""

    def __init__(self, slot: Slot, label: str) -> None:
        box = forms.TextInput({"autocomplete": "off", "maxlength": "500", "autocapitalize": "off"})
        super().__init__(label=label, required=False, widget=box)
        self.slot = slot

    def to_python(self, value: Any) -> Any:
        """The answer as the exam room keeps it; None where nothing was answered."""
        text = clean_text(str(value or ""))
        if not text:
            return None
        match self.slot.kind:
            case QuestionKind.SHORT_TEXT:
                return text
            case QuestionKind.NUMERIC | QuestionKind.NUMBER:
                return _number(text)
            case QuestionKind.ESSAY:
                told = _("Bài tự luận trên giấy không gõ vào đây. Hãy để trống và chấm trên giấy.")
                raise ValidationError(told)
            case QuestionKind.MATCHING:
                return self._pairs(text)
        return self._letters([self._place(sign) for sign in re.sub(r"[\s,;.]", "", text)])

    def _letters(self, places: list[int]) -> list[int] | int:
        """One option, several of them, or all in their order."""
        if self.slot.kind == QuestionKind.ORDERING:
            return self._order(places)
        if self.slot.kind == QuestionKind.MULTIPLE:
            if len(set(places)) < len(places):
                raise ValidationError(_("Một chữ cái bị ghi hai lần."))
            return sorted(places)
        if len(places) > 1:
            raise ValidationError(_("Câu này chỉ chọn một. Bài chọn nhiều thì để trống."))
        return places[0]

    def _order(self, places: list[int]) -> list[int]:
        if sorted(places) != list(range(1, self.slot.options + 1)):
            raise ValidationError(_("Ghi đủ các chữ cái theo thứ tự, mỗi chữ một lần, ví dụ CAB."))
        return places

    def _pairs(self, text: str) -> list[int]:
        """For each letter the number of its target; 0 for one that was left open."""
        told = _("Ghi chữ cái kèm số của vế ghép, mỗi chữ một lần, ví dụ A2 B1.")
        found = re.findall(r"([A-Z])\s*(\d{1,2})", text.upper())
        letters = [letter for letter, _number in found]
        rest = re.sub(r"[A-Z]\s*\d{1,2}|[\s,;.]", "", text.upper())
        known = ascii_uppercase[: self.slot.rows]
        if rest or len(set(letters)) < len(letters) or not set(letters) <= set(known):
            raise ValidationError(told)
        pairs = {letter: int(number) for letter, number in found}
        if not all(1 <= number <= self.slot.options for number in pairs.values()):
            raise ValidationError(told)
        return [pairs.get(letter, 0) for letter in known]

    def _place(self, sign: str) -> int:
        letters = ascii_uppercase[: self.slot.options]
        if sign.upper() not in letters:
            told = _("Chỉ ghi chữ cái từ A đến %(last)s.") % {"last": letters[-1:]}
            raise ValidationError(told)
        return letters.index(sign.upper()) + 1


def clean_text(text: str) -> str:
    """Words on one line in one spelling. Refuses signs that cannot be written."""
    try:
        return clean(text)[:500]
    except ControlCharacterRefused as error:
        raise ValidationError(_("Có ký tự không dùng được. Hãy gõ lại.")) from error


def _number(text: str) -> str:
    try:
        return str(read_decimal(text))
    except NotANumber as error:
        raise ValidationError(_("Không phải là số.")) from error


class PrintForm(forms.Form):
    """Which papers are printed, and how many different ones."""

    number = forms.IntegerField(
        label=gettext_lazy("Số đề khác nhau"), min_value=1, max_value=20, initial=2
    )

    def __init__(
        self, *args: Any, papers: Sequence[PaperPart], groups: Sequence[Group], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if len(papers) > 1:
            titles = [(paper.key, paper.title) for paper in papers]
            self.fields["part"] = forms.ChoiceField(label=_("Bài thi"), choices=titles)
        if groups:
            choices = [(group.key, group.title) for group in groups]
            self.fields["group"] = forms.ChoiceField(label=_("Nhóm đối tượng"), choices=choices)


class CodesForm(forms.Form):
    """How many codes are printed for a hall, from which number on, of which paper and group."""

    number = forms.IntegerField(
        label=gettext_lazy("Số mã đề"), min_value=1, max_value=MOST_CODES, initial=4
    )
    first = forms.RegexField(
        r"^[0-9]{2,4}$",
        label=gettext_lazy("Mã đề đầu tiên"),
        help_text=gettext_lazy("Từ 2 đến 4 chữ số, ví dụ 101 hoặc 001; các mã sau đánh số tiếp."),
        error_messages={"invalid": gettext_lazy("Mã đề có từ 2 đến 4 chữ số.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Câu hỏi của các mã đề"),
        choices=[
            (PoolKind.ONE_SET, gettext_lazy("Cùng bộ câu hỏi, đảo thứ tự câu và phương án")),
            (PoolKind.OWN_SETS, gettext_lazy("Mỗi mã đề rút bộ câu hỏi riêng theo ma trận")),
        ],
        initial=PoolKind.ONE_SET,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, *args: Any, papers: Sequence[PaperPart], groups: Sequence[Group], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.papers = papers
        self.group_titles = {group.key: group.title for group in groups}
        if len(papers) > 1:
            titles = [(paper.key, paper.title) for paper in papers]
            self.fields["part"] = forms.ChoiceField(label=_("Bài thi"), choices=titles)
        if groups:
            choices = list(self.group_titles.items())
            self.fields["group"] = forms.ChoiceField(label=_("Nhóm đối tượng"), choices=choices)

    def clean(self) -> dict[str, Any]:
        """Refuses where the round has no paper."""
        if not self.papers:
            raise ValidationError(_("Đợt thi này không có bài thi trắc nghiệm nên không in đề."))
        return dict(self.cleaned_data)
