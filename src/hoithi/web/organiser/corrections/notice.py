"""The notice of a correction (thông báo đính chính) as an official document."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.results.models import CorrectionState, KeyCorrection
from hoithi.results.queries.corrections import READERS, correction_for
from hoithi.results.queries.using import kept_secret_by
from hoithi.web.organiser.corrections.deciding import rounds_seen
from hoithi.web.papers import paper_download, signature_of
from hoithi.web.request import SignedInRequest
from hoithi.wording.correction_notice import RoundTold, correction_notice


@require_safe
@login_required
def key_notice(request: SignedInRequest, number: int, kind: FileKind) -> HttpResponse:
    """The notice of a correction that was approved, for signature."""
    at = clock.now()
    found = correction_for(request.user, number, *READERS, at=at)
    if found.state not in {CorrectionState.APPROVED, CorrectionState.DONE}:
        raise KeyCorrection.DoesNotExist
    rounds = [
        RoundTold(one.row, one.preview, tuple(row.code for row in one.certificates))
        for one in rounds_seen(found)
    ]
    body = found.version.question.bank.body
    held = kept_secret_by(found, at=at)
    paper = correction_notice(found, rounds, signature_of(body.name), held=held)
    return paper_download(paper, f"thong-bao-dinh-chinh-{found.pk}", kind)
