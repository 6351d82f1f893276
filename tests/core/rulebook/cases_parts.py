"""Findings about parts, papers and attempts."""

from decimal import Decimal

import msgspec

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.document import ContestKind, GroupPaper, PaperOverride, Rulebook, Window
from hoithi.core.rulebook.entry import EntrantKind, EntryRules, Group, TeamRules
from hoithi.core.rulebook.parts import (
    AttemptRules,
    CountedSitting,
    Criterion,
    Draw,
    EnteredPart,
    EssayRules,
    JuryPart,
    PassRule,
    PenaltyBand,
    PenaltyKind,
    Prediction,
    PredictionTarget,
    TimePenalty,
)
from tests.core.rulebook.cases import left_open, odd, wrong
from tests.core.rulebook.make import PAPER, POINTS, rulebook, table, week

PUPILS = (Group(key="pupils", title="Học sinh"),)
ESSAYS = JuryPart(
    key="essays", title="Tự luận", most=Decimal(10), essay=EssayRules(of_paper="entered")
)
OF_PAPER = EssayRules(of_paper=PAPER.key)
WITH_ESSAY = msgspec.structs.replace(
    PAPER, blueprint=(*PAPER.blueprint, Draw(field="essays", count=1, essay=True))
)
GUESS = Prediction(target=PredictionTarget.SITTINGS)
LINES = (
    Criterion(key="content", title="Nội dung", most=Decimal(20)),
    Criterion(key="style", title="Phong cách", most=Decimal(10)),
)


def paper(**rules) -> Rulebook:
    """A contest with the paper changed."""
    return rulebook(parts=(msgspec.structs.replace(PAPER, **rules),))


def jury(**rules) -> Rulebook:
    """A stage contest of one part, complete unless the rules say otherwise."""
    rules = {"criteria": LINES, "minutes": 10} | rules
    return rulebook(
        kind=ContestKind.STAGE,
        parts=(JuryPart(key="skit", title="Tiểu phẩm", **rules),),
        entry=EntryRules(entrant=EntrantKind.TEAM, team=TeamRules()),
        ranking=(POINTS,),
        prizes=(table(),),
    )


def changed(*changes: PaperOverride, **rules) -> Rulebook:
    """A contest in which the first week changes a paper."""
    return rulebook(rounds=(week(1, papers=changes), week(2)), **rules)


ENTERED = EnteredPart(key="entered", title="Điểm nhập", most=Decimal(10))

CASES = [
    wrong(Code.KIND_WITHOUT_PART, "parts", rulebook(kind=ContestKind.STAGE)),
    wrong(Code.BLUEPRINT_EMPTY, "parts[0].blueprint", paper(blueprint=())),
    odd(Code.DRAW_TWICE, "parts[0].blueprint", paper(blueprint=PAPER.blueprint * 2)),
    wrong(
        Code.MINUTES_OVER_WINDOW,
        "rounds[0].window",
        rulebook(
            rounds=(week(1, window=Window(opens="2026-10-05T08:00", closes="2026-10-05T08:14")),)
        ),
    ),
    wrong(Code.LEAST_SECONDS_OVER_MINUTES, "parts[0].least_seconds", paper(least_seconds=901)),
    wrong(Code.POINTS_NEGATIVE, "parts[0].points", paper(points=Decimal(-1))),
    wrong(
        Code.POINTS_NOTHING,
        "parts[0].blueprint[0].points",
        paper(blueprint=(Draw(field="one-stop", count=1, points=Decimal(0)),)),
    ),
    wrong(
        Code.PERCENT_OUT_OF_RANGE,
        "passing.target_percent",
        rulebook(passing=PassRule(target_percent=Decimal(101))),
    ),
    wrong(Code.PASS_MARK_OVER_MOST, "parts[0].pass_mark", paper(pass_mark=Decimal(11))),
    wrong(
        Code.PASS_WITHOUT_MARK,
        "passing.all_parts[0]",
        rulebook(passing=PassRule(all_parts=("paper",))),
    ),
    wrong(
        Code.PASS_TOTAL_OVER_MOST, "passing.total", rulebook(passing=PassRule(total=Decimal(11)))
    ),
    wrong(Code.CRITERIA_SUM_DIFFERS, "parts[0].criteria", jury(most=Decimal(40))),
    left_open(Code.CRITERIA_OPEN, "parts[0].criteria", jury(criteria=(), most=Decimal(40))),
    wrong(Code.STEP_UNUSABLE, "parts[0].step", jury(step=Decimal(0))),
    wrong(
        Code.PENALTY_INCOMPLETE,
        "parts[0].penalty",
        jury(penalty=TimePenalty(rule=PenaltyKind.PER_STARTED_MINUTE)),
    ),
    wrong(
        Code.PENALTY_BANDS_UNORDERED,
        "parts[0].penalty.bands",
        jury(
            penalty=TimePenalty(
                rule=PenaltyKind.BANDS,
                bands=(
                    PenaltyBand(from_seconds=60, points=Decimal("0.5")),
                    PenaltyBand(from_seconds=1, points=Decimal("0.25")),
                ),
            )
        ),
    ),
    wrong(
        Code.PENALTY_WITHOUT_MINUTES,
        "parts[0].minutes",
        jury(minutes=None, penalty=TimePenalty(rule=PenaltyKind.CUT_OFF)),
    ),
    wrong(
        Code.NOT_A_PAPER,
        "rounds[0].papers[0].part",
        changed(PaperOverride(part="entered", minutes=9), parts=(PAPER, ENTERED)),
    ),
    wrong(
        Code.ESSAY_POINTS_TWICE,
        "parts[0].blueprint[1].points",
        rulebook(parts=(WITH_ESSAY, msgspec.structs.replace(ESSAYS, essay=OF_PAPER))),
    ),
    wrong(
        Code.NOT_A_PAPER,
        "parts[1].essay.of_paper",
        rulebook(parts=(PAPER, ESSAYS, ENTERED)),
    ),
    wrong(
        Code.PART_NOT_IN_ROUND,
        "rounds[0].papers[0].part",
        rulebook(
            parts=(PAPER, ENTERED),
            rounds=(week(1, parts=("entered",), papers=(PaperOverride(part="paper", minutes=9),)),),
        ),
    ),
    wrong(
        Code.PAPER_REPEATED,
        "group_papers[1]",
        rulebook(
            groups=PUPILS,
            group_papers=(
                GroupPaper(group="pupils", part="paper", blueprint=PAPER.blueprint),
                GroupPaper(group="pupils", part="paper", blueprint=PAPER.blueprint),
            ),
        ),
    ),
    odd(Code.PREDICTION_UNUSED, "parts[0].prediction", paper(prediction=GUESS)),
    wrong(
        Code.PREDICTION_AMBIGUOUS,
        "attempts.counted",
        rulebook(
            parts=(msgspec.structs.replace(PAPER, prediction=GUESS),),
            attempts=AttemptRules(a_round=None, counted=CountedSitting.SUM),
        ),
    ),
    wrong(
        Code.PREDICTION_TWICE,
        "rounds[0]",
        rulebook(
            parts=(
                msgspec.structs.replace(PAPER, prediction=GUESS),
                msgspec.structs.replace(PAPER, key="law", prediction=GUESS),
            ),
        ),
    ),
    odd(
        Code.PREDICTION_SELF_MADE,
        "rounds[0]",
        rulebook(
            parts=(msgspec.structs.replace(PAPER, prediction=GUESS),),
            attempts=AttemptRules(a_round=None),
        ),
    ),
    wrong(
        Code.ATTEMPTS_CROSSED,
        "attempts.a_round",
        rulebook(attempts=AttemptRules(a_round=3, a_contest=2)),
    ),
    odd(Code.ATTEMPTS_UNLIMITED, "attempts", rulebook(attempts=AttemptRules(a_round=None))),
]
