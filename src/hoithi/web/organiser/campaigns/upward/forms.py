"""The forms of a report to the superior, and what its page sends."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.campaigns.actions.upward import Heading
from hoithi.campaigns.models import Campaign
from hoithi.core.reporting.upward import Part, ReportKind
from hoithi.core.reporting.words import added_key
from hoithi.wording.reports import UPWARD_KINDS, upward_subject


class UpwardForm(forms.Form):
    """Which report, what it is called, and whom it goes to."""

    kind = forms.ChoiceField(label=_("Loại báo cáo"), choices=list(UPWARD_KINDS.items()))
    subject = forms.CharField(
        label=_("Trích yếu"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Để trống thì lấy theo tên kế hoạch."),
    )
    addressed_to = forms.CharField(label=_("Kính gửi"), max_length=300, required=False)

    def heading(self, campaign: Campaign) -> Heading:
        """The name that was typed, else that of the plan."""
        data = self.cleaned_data
        kind = ReportKind(data["kind"])
        subject = data["subject"].strip() or upward_subject(kind, campaign.title)
        return Heading(subject[:500], data["addressed_to"])


class HeadingForm(forms.Form):
    """What a report is called, and whom it goes to."""

    subject = forms.CharField(
        label=_("Trích yếu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    addressed_to = forms.CharField(label=_("Kính gửi"), max_length=300, required=False)

    @property
    def heading(self) -> Heading:
        """As it was typed."""
        return Heading(**self.cleaned_data)


class NumberForm(forms.Form):
    """The number of the document, where the office has given it."""

    document_number = forms.CharField(
        label=_("Số, ký hiệu (nếu đã có)"), max_length=60, required=False
    )


def words_sent(
    sent: Mapping[str, str], parts: Iterable[Part], before: Mapping[str, str]
) -> dict[str, str]:
    """What somebody put in other words: what was not touched keeps following the figures.

    The page sends each sentence beside what it showed; `lay-lai` names one that is to follow the
    figures again.
    """
    words = dict(before)
    for part in parts:
        for key, now in [(one.key, one.text) for one in part.sentences] + [(added_key(part), "")]:
            typed, shown = sent.get(f"cau-{key}"), sent.get(f"goc-{key}", "")
            if typed is None or _plain(typed) == _plain(shown):
                continue
            words[key] = _plain(typed)
            if words[key] == now:
                del words[key]
    words.pop(sent.get("lay-lai", ""), None)
    return words


def _plain(text: str) -> str:
    """As browsers send line ends, and as they were shown, alike."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
