"""`hoithi contest`: what is done with one contest from the command line."""

from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Table

from hoithi.command.screen import Exit, progress, read_by_program, refuse, say_json, screen
from hoithi.command.sentences import sentence
from hoithi.command.words import app_named
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import next_round, open_round
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.rehearsals.contestant import Deeds
from hoithi.rehearsals.playing import Cast, Play, planned, play
from hoithi.sittings.actions.counting import count

contest = app_named("contest", "Việc với một cuộc thi.")

contest.command(
    "hoithi.command.paper_trial:papers_tried",
    name="papers",
    help="Rút thử nhiều đề của một đợt thi trước khi mở.",
)

USUAL_PEOPLE = 3_000
_People = Annotated[
    int, Parameter(validator=Number(gte=1, lte=1_000_000), help="Số người giả định.")
]
_Share = Annotated[
    float,
    Parameter(
        validator=Number(gt=0, lte=1),
        help="Bao nhiêu phần trong số đó dự đợt thi này (0,5 là một nửa).",
    ),
]


@contest.command
def simulate(
    slug: str,
    *,
    round: str | None = None,  # noqa: A002 - the option is called so
    people: _People = USUAL_PEOPLE,
    share: _Share = 1.0,
    seed: str | None = None,
    json: bool = False,
) -> None:
    """Cho người giả định dự một đợt thi, qua đúng giao diện của phòng thi.

    Chỉ dùng với bản chạy thử của cuộc thi, hoặc trong bản dùng thử (hoithi demo).

    Parameters
    ----------
    slug
        Địa chỉ ngắn của cuộc thi.
    round
        Mã của đợt thi; không ghi thì là đợt đang mở, hoặc đợt sắp mở.
    seed
        Cùng một hạt giống thì cùng những người đó; không ghi thì lấy địa chỉ của cuộc thi.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    prepared = _planned(round_named(slug, round), Cast(people, share, seed or slug))
    deeds = _played(prepared)
    say_json(_facts(prepared, deeds)) if json else _show(prepared, deeds)


def round_named(slug: str, key: str | None) -> Round:
    """The round of this key; without one the open round, or the next. Ends where there is none."""
    at = clock.now()
    try:
        found = Contest.objects.get(slug=slug)
    except Contest.DoesNotExist:
        refuse(f"Không có cuộc thi nào có địa chỉ {slug}.", Exit.NO_INPUT)
    rounds = {one.key: one for one in found.rounds.select_related("contest", "version")}
    if key is None:
        one = open_round(found, at=at) or next_round(found, at=at)
        one = one or next(reversed(rounds.values()), None)
    else:
        one = rounds.get(key)
    if one is None:
        known = ", ".join(rounds) or "chưa có đợt nào"
        refuse(f"Cuộc thi {slug} không có đợt thi {key or ''} (có: {known}).", Exit.NO_INPUT)
    return rounds[one.key]


def _planned(round_: Round, cast: Cast) -> Play:
    try:
        return planned(round_, cast, at=clock.now())
    except Refusal as refusal:
        refuse(sentence(refusal))


def _played(prepared: Play) -> Deeds:
    with progress() as bar:
        task = bar.add_task(prepared.round.title, total=len(prepared.crowd))
        deeds = play(prepared, told=lambda _deeds: bar.advance(task))
    count(prepared.round, at=clock.now())
    return deeds


def _facts(prepared: Play, deeds: Deeds) -> dict[str, object]:
    return {
        "contest": prepared.contest.slug,
        "round": prepared.round.key,
        "crowd": len(prepared.crowd),
        "entered": deeds.people,
        "sittings": deeds.sittings,
        "saves": deeds.saves,
        "submissions": deeds.submissions,
        "refusals": dict(deeds.refusals.most_common()),
    }


def _show(prepared: Play, deeds: Deeds) -> None:
    table = Table(title=f"{prepared.contest.title}: {prepared.round.title}", title_justify="left")
    table.add_column("Người giả định đã làm")
    table.add_column("Số lượng", justify="right")
    rows = {
        "Người được mời": len(prepared.crowd),
        "Đăng ký mới": deeds.people,
        "Lượt thi bắt đầu": deeds.sittings,
        "Lần lưu bài": deeds.saves,
        "Bài đã nộp": deeds.submissions,
    }
    rows |= {f"Bị từ chối: {code}": times for code, times in deeds.refusals.most_common()}
    for what, number in rows.items():
        table.add_row(what, f"{number:,}".replace(",", "."))
    screen.print(table)
