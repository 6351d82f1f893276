"""Sentences for refusals about points entered from paper, and for what is wrong in a file."""

from django.utils.translation import gettext as _

from hoithi.core.jury import TooFewJudges
from hoithi.core.rulebook.parts import JuryPart, JuryRule
from hoithi.documents.spreadsheets.records import Weight
from hoithi.judging import actions as judging
from hoithi.judging.actions.judge_sheets import SheetSigned
from hoithi.judging.actions.own_sheets import NothingSigned
from hoithi.judging.facts import Fault, LineFault, PointsReading
from hoithi.judging.models import Confirmation
from hoithi.wording import sentence
from hoithi.wording.spreadsheets import doubts_by_line


@sentence.register
def _part_not_entered(_refusal: judging.PartNotEntered) -> str:
    return _("Phần thi này không nhập điểm từ phiếu giấy trong vòng thi đã chọn.")


@sentence.register
def _sheet_empty(_refusal: judging.SheetEmpty) -> str:
    return _("Chưa có dòng điểm nào.")


@sentence.register
def _sheet_signed(_refusal: SheetSigned) -> str:
    return _(
        "Phiếu này do giám khảo tự chấm trên tài khoản của mình và không sửa được. Cần sửa phiếu "
        "đã ký thì thư ký mở lại phiếu, ghi lý do, rồi giám khảo sửa và ký lại."
    )


@sentence.register
def _nothing_signed(_refusal: NothingSigned) -> str:
    return _("Chỉ mở lại được phiếu mà giám khảo khác đã ký.")


@sentence.register
def _sheet_faulty(refusal: judging.SheetFaulty) -> str:
    return " ".join(fault_sentence(fault) for fault in refusal.faults)


@sentence.register
def _too_few_judges(refusal: TooFewJudges) -> str:
    return (
        _("Cách tính điểm của phần thi cần điểm của ít nhất %(least)s giám khảo.") % refusal.facts
    )


@sentence.register
def _not_judged(refusal: judging.NotJudged) -> str:
    return _("Thể lệ không có tiêu chí “%(title)s” do Ban Tổ chức đánh giá.") % refusal.facts


@sentence.register
def _settler_typed(_refusal: judging.SettlerTyped) -> str:
    return _("Người đã nhập điểm, lần đầu hay lần hai, không tự thống nhất. Hãy nhờ người thứ ba.")


@sentence.register
def _nothing_to_settle(_refusal: judging.NothingToSettle) -> str:
    return _("Bảng điểm này không có hai lần nhập khác nhau để thống nhất.")


@sentence.register
def _not_settled(_refusal: judging.NotSettled) -> str:
    return _("Hãy chọn điểm ghi trên phiếu cho mọi dòng hai lần nhập khác nhau.")


@sentence.register
def _judged_reason(_refusal: judging.ReasonMissing) -> str:
    return _("Cần ghi lý do của Ban Tổ chức.")


@sentence.register
def _judge_unnamed(_refusal: judging.JudgeUnnamed) -> str:
    return _("Hãy ghi họ và tên giám khảo.")


@sentence.register
def _judges_unsigned(refusal: judging.JudgesUnsigned) -> str:
    told = _(
        "Giám khảo chưa ký phiếu: %(names)s. Đề nghị giám khảo ký; nếu giám khảo không chấm phần "
        "thi này thì ghi lý do không tính phiếu của giám khảo đó."
    )
    return told % {"names": ", ".join(refusal.names)}


@sentence.register
def _uneven(refusal: judging.UnevenlyMarked) -> str:
    told = _(
        "Chưa đủ phiếu của mọi giám khảo cho: %(names)s. Hãy nhập thêm phiếu; nếu đúng là có giám "
        "khảo không chấm thì đánh dấu ô xác nhận (không dùng khi điểm là tổng các phiếu)."
    )
    return told % {"names": ", ".join(refusal.names)}


@sentence.register
def _judged_document(_refusal: judging.DocumentMissing) -> str:
    return _("Cần ghi số biên bản hoặc văn bản của Ban Tổ chức.")


@sentence.register
def _second_typist(_refusal: judging.SecondPersonRequired) -> str:
    return _("Người nhập điểm không tự xác nhận được. Hãy nhờ người thứ hai đối chiếu.")


@sentence.register
def _confirmed(_refusal: judging.AlreadyConfirmed) -> str:
    return _("Bảng điểm này đã được xác nhận.")


@sentence.register
def _replaced(refusal: judging.SheetReplaced) -> str:
    return _("Đã có bảng điểm mới hơn (số %(number)s). Hãy xác nhận bảng mới.") % refusal.facts


@sentence.register
def _typings_differ(refusal: judging.TypingsDiffer) -> str:
    return _("Hai lần nhập khác nhau ở %(count)s dòng. Hãy đối chiếu lại với phiếu đã ký.") % {
        "count": len(refusal.differences)
    }


@sentence.register
def _officials_judging(_refusal: judging.OfficialsEnough) -> str:
    return _("Chỉ cơ quan khai báo có một cán bộ mới được xác nhận bằng bản giấy đã ký.")


@sentence.register
def _overtaken(refusal: judging.SheetOvertaken) -> str:
    return (
        _(
            "Trong lúc ông/bà nhập, bảng điểm số %(number)s của phần này đã được ghi. Chưa "
            "ghi thêm gì. Hãy xem bảng điểm mới; nếu vẫn cần ghi bảng này thì bấm ghi lần nữa."
        )
        % refusal.facts
    )


@sentence.register
def _unfounded(_refusal: judging.CorrectionUnfounded) -> str:
    return _(
        "Điểm đã được xác nhận nên đã khóa. Muốn điều chỉnh, hãy ghi lý do và số văn bản (hoặc gửi "
        "bản chụp) cho phép điều chỉnh."
    )


@sentence.register
def _unchecked(refusal: judging.LinesUnchecked) -> str:
    return _("Còn %(count)s dòng chưa đánh dấu đã đối chiếu với phiếu đã ký.") % refusal.facts


@sentence.register
def _guest_typist(_refusal: judging.GuestIsTypist) -> str:
    return _("Người nhập điểm không được mời làm người xác nhận. Hãy mời người khác.")


def points_reasons(read: PointsReading) -> dict[int, str]:
    """What is wrong with each line of a file of points; line 0 is the whole file."""
    doubts = (one for one in read.table.doubts if one.reason.weight is not Weight.NOTE)
    found = doubts_by_line(doubts)
    for fault in read.faults:
        found.setdefault(fault.line, []).append(fault_sentence(fault))
    if not found and not read.lines:
        found[0] = [_("Bảng chưa có điểm của ai. Hãy ghi điểm vào cột “Điểm” rồi gửi lại.")]
    return {line: " ".join(sentences) for line, sentences in sorted(found.items())}


def fault_sentence(fault: LineFault) -> str:
    """What is wrong with one line of points, and what to do."""
    words = {
        Fault.UNKNOWN_ENTRANT: _("không có đội hoặc người này trong danh sách dự thi"),
        Fault.NAME_SHARED: _("nhiều người trùng tên, hãy ghi mã số"),
        Fault.ENTRANT_TWICE: _("bị ghi hai lần"),
        Fault.BELOW_NOTHING: _("điểm không được âm"),
        Fault.ABOVE_MOST: _("điểm vượt điểm tối đa của phần thi"),
        Fault.TOO_PRECISE: _("điểm chỉ được có tối đa 4 chữ số thập phân"),
    }
    return _("Dòng %(line)s (%(what)s): %(fault)s.") % {
        "line": fault.line,
        "what": fault.what,
        "fault": words[fault.fault],
    }


def jury_rule(part: JuryPart) -> str:
    """How the judges' totals become the points of a part."""
    return {
        JuryRule.MEAN: _("trung bình cộng điểm của các giám khảo"),
        JuryRule.MEAN_WITHOUT_EXTREMES: _(
            "trung bình cộng sau khi bỏ một điểm cao nhất và một điểm thấp nhất"
        ),
        JuryRule.SUM: _("tổng điểm của các giám khảo"),
    }[part.rule]


def confirmed_how(confirmation: Confirmation) -> str:
    """Who confirmed a sheet of points, and how."""
    if confirmation.person:
        return confirmation.person.full_name
    if confirmation.invited_name:
        return _("%(name)s, bằng liên kết một lần") % {"name": confirmation.invited_name}
    return _("Biên bản giấy đã ký (cơ quan có một công chức phụ trách)")
