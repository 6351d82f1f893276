"""The notice by which a corrected key and its consequences are made known."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.documents.official import Block, Heading, Paper, Signature, Table, Text
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey
from hoithi.results.facts.corrections import LineChange, PrizeChange, RoundPreview
from hoithi.results.models import CorrectedRound, KeyCorrection
from hoithi.sittings.queries.held import Held
from hoithi.wording.corrections import key_said

_MOST_LINES = 50


class RoundTold(NamedTuple):
    """A round in the notice: what changed in it, and codes of certificates without their prize."""

    row: CorrectedRound
    preview: RoundPreview
    certificates: tuple[str, ...]


def correction_notice(
    correction: KeyCorrection,
    rounds: Sequence[RoundTold],
    signature: Signature,
    *,
    held: Collection[Held] = (),
) -> Paper:
    """Thông báo "Về việc đính chính đáp án …" with keys, reasons and every change.

    While rounds that are not over hold the question (`held`) it says neither the question nor its
    keys nor the reason: who sits later must not know more than who sat before.
    """
    body = correction.version.question.bank.body
    verb = "hủy một câu hỏi" if correction.withdrawn else "đính chính đáp án một câu hỏi"
    return Paper(
        kind="THÔNG BÁO",
        subject=f"Về việc {verb} trong đề thi và kết quả liên quan",
        issuer=body.name,
        superior=body.superior,
        number="/TB",
        place=body.place,
        blocks=tuple(_blocks(correction, rounds, verb, held)),
        signature=signature,
        copies_to=(
            "Các cơ quan, đơn vị liên quan",
            "Trang thông tin cuộc thi",
            "Lưu: VT",
        ),
    )


def _blocks(
    correction: KeyCorrection, rounds: Sequence[RoundTold], verb: str, held: Collection[Held]
) -> Iterator[Block]:
    issuer = correction.version.question.bank.body.name
    based = f" theo {correction.document_number}" if correction.document_number else ""
    day = date_text(local_day(correction.decided_at)) if correction.decided_at else ""
    yield Text(f"Ngày {day}, {issuer} đã {verb} trong đề thi{based} như sau:")
    if held:
        yield Text(_held_back(held))
    else:
        yield from _keys(correction)
    for told in rounds:
        yield Heading(f"{told.row.round.contest.title} – {told.row.round.title}", 2)
        yield from _of_round(told)
    yield Text(
        "Người dự thi có ý kiến gửi về Ban Tổ chức qua mục “Phản ánh, kiến nghị” trên trang kết "
        "quả, trong thời hạn thể lệ quy định./."
    )


def _held_back(held: Collection[Held]) -> str:
    """Why the question is not in the notice, and from when it can be."""
    names = "; ".join(f"“{one.round.title}” của “{one.round.contest.title}”" for one in held)
    return (
        "Nội dung câu hỏi, đáp án và lý do được công bố sau khi kết thúc các đợt thi còn dùng câu "
        f"hỏi này: {names}."
    )


def _keys(correction: KeyCorrection) -> Iterator[Block]:
    text = text_of(correction.version)
    proposed = AnswerKey(right=correction.right, withdrawn=correction.withdrawn)
    yield Text(f"Câu hỏi: “{text.stem}”")
    yield Table(
        ("Nội dung", "Trước đây", "Nay là"),
        [
            (
                "Đáp án",
                key_said(text, answer_of(text.kind, correction.base), correction.base),
                key_said(text, answer_of(text.kind, proposed), proposed),
            ),
        ],
        widths=(14, 43, 43),
    )
    yield Text(f"Lý do: {correction.reason.rstrip('. ')}.")


def _of_round(told: RoundTold) -> Iterator[Block]:
    marked, shown = told.preview.marked, told.preview
    yield Text(
        f"Số bài thi có câu hỏi này: {marked.concerned} trên {marked.sittings} bài; "
        f"{marked.raised} bài được tăng điểm, {marked.lowered} bài bị giảm điểm; "
        f"{shown.moved} người thay đổi thứ hạng."
    )
    if told.row.result is not None:
        yield Text(f"Kết quả số {told.row.result.number} thay cho {_earlier(told.row)}.")
    if shown.prizes:
        yield Text("Thay đổi về giải thưởng:")
        rows = [_prize(one) for one in shown.prizes]
        yield Table(("Thay đổi", "Giải", "Người, tập thể", "Đơn vị"), rows, widths=(14, 36, 25, 25))
    if told.certificates:
        yield Text(f"Giấy chứng nhận không còn giá trị: {', '.join(told.certificates)}.")
    if shown.lines:
        yield Text("Thay đổi về điểm và thứ hạng:")
        yield Table(
            ("Họ và tên", "Đơn vị", "Điểm cũ", "Điểm mới", "Hạng cũ", "Hạng mới"),
            [_line(one) for one in shown.lines[:_MOST_LINES]],
            widths=(26, 26, 12, 12, 12, 12),
            numeric=frozenset({2, 3, 4, 5}),
        )
    if len(shown.lines) > _MOST_LINES:
        yield Text("Danh sách đầy đủ có trên trang kết quả.")


def _earlier(row: CorrectedRound) -> str:
    if row.base_result is None:
        return "kết quả đã công bố trước đó"
    day = date_text(local_day(row.base_result.visible_from))
    return f"kết quả số {row.base_result.number} đã công bố ngày {day}"


def _prize(one: PrizeChange) -> tuple[str, ...]:
    deed = "Được trao" if one.gained else "Thôi trao"
    return deed, f"{one.prize}, {one.table}", one.name, one.unit


def _line(one: LineChange) -> tuple[str, ...]:
    return (
        one.name,
        one.unit,
        _points(one.points_before),
        _points(one.points_after),
        str(one.place_before or "–"),
        str(one.place_after or "–"),
    )


def _points(value: Decimal | None) -> str:
    return "–" if value is None else decimal_text(value.normalize() + 0)
