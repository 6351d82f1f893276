"""The sentence for each refusal of a rehearsal; those of the features are in `wording`."""

from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.rehearsals import playing
from hoithi.wording import sentence

__all__ = ["sentence"]


@sentence.register
def _real(refusal: playing.RealContest) -> str:
    return (
        f"Cuộc thi {refusal.facts['slug']} là cuộc thi thật nên không cho người giả định vào. "
        "Hãy tạo bản chạy thử của cuộc thi (nút “Chạy thử”) và dùng địa chỉ của bản đó."
    )


@sentence.register
def _not_announced(refusal: playing.NotAnnounced) -> str:
    return (
        f"Cuộc thi {refusal.facts['slug']} chưa công khai hoặc đã kết thúc nên phòng thi không "
        "mở. Hãy công khai bản chạy thử trước."
    )


@sentence.register
def _undated(refusal: playing.RoundUndated) -> str:
    return f"{refusal.facts['round']} chưa có thời gian thi. Hãy bổ sung trong thể lệ trước."


@sentence.register
def _no_rules(refusal: playing.RulesNotInForce) -> str:
    opened = refusal.facts["opens_at"].astimezone(VIETNAM_TIME)  # type: ignore[attr-defined]  # a moment
    return (
        f"Lúc đợt thi mở ({opened:%H giờ %M ngày %d/%m/%Y}) thể lệ chưa được áp dụng nên không "
        "ai dự thi được. Hãy chọn đợt thi mở sau khi thể lệ được áp dụng."
    )


@sentence.register
def _no_papers(refusal: playing.PapersNotSealed) -> str:
    parts = ", ".join(refusal.facts["parts"])  # type: ignore[arg-type]  # a list of keys
    return f"Chưa có bộ đề cho: {parts}. Hãy niêm phong ngân hàng câu hỏi của đợt thi trước."
