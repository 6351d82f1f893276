"""Drafts as they stand: what went into them, what is still open, what follows them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Q

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round
from hoithi.core.rulebook.entry import EntrantKind
from hoithi.core.rulebook.windows import counted_rounds
from hoithi.judging.models import Confirmation, Judged
from hoithi.results.facts.snapshot import Head, TableShown, Winner
from hoithi.results.models import Draft, LotDrawing, Result, Verdict, Verification
from hoithi.results.queries import stored
from hoithi.results.queries.decided import inputs_of_rounds, judged_units_of, lists_settled
from hoithi.sittings.models import SittingDecision

INDIVIDUAL = ("round", "contest", "special")


def newest_draft(contest: Contest, round_: Round | None) -> Draft | None:
    """The draft prepared last of a round, or of the whole contest."""
    drafts = Draft.objects.filter(contest=contest, round=round_)
    return drafts.select_related("contest", "round", "version").order_by("-number").first()


def findings(contest: Contest, round_: Round | None) -> dict[int, Verification]:
    """The newest finding about each entrant that holds here; one query.

    What was found for the whole contest holds in every round. In the whole contest who was
    verified in a round is verified; what else was found there holds for that round.
    """
    rows = Verification.objects.filter(contest=contest).select_related("by").order_by("pk")
    if round_ is not None:
        return {row.entrant_id: row for row in rows.filter(Q(round=round_) | Q(round=None))}
    anywhere = rows.filter(verdict=Verdict.VERIFIED).exclude(round=None)
    return {row.entrant_id: row for row in (*anywhere, *rows.filter(round=None))}


def not_recognised(contest: Contest) -> dict[str, frozenset[int]]:
    """By round key ("" for the whole contest): whose results are not recognised there."""
    rows = Verification.objects.filter(contest=contest).order_by("pk")
    newest = {
        (key or "", entrant): verdict
        for key, entrant, verdict in rows.values_list("round__key", "entrant_id", "verdict")
    }
    found: dict[str, set[int]] = {}
    for (key, entrant), verdict in newest.items():
        if verdict == Verdict.NOT_RECOGNISED:
            found.setdefault(key, set()).add(entrant)
    return {key: frozenset(entrants) for key, entrants in found.items()}


def lots(contest: Contest, round_: Round | None) -> list[LotDrawing]:
    """Lots drawn for a round, or for the whole contest; oldest first."""
    return list(LotDrawing.objects.filter(contest=contest, round=round_).order_by("pk"))


def inputs(contest: Contest, round_: Round | None) -> dict[str, object]:
    """What people decided that a result depends on, as it stands now."""
    if round_ is not None:
        return inputs_of_rounds([round_])[round_.pk]
    counted = {
        str(entrant): row.verdict
        for entrant, row in findings(contest, None).items()
        if row.verdict != Verdict.VERIFIED
    }
    within = {"round__contest": contest}
    confirmed = Confirmation.objects.filter(sheet__round__contest=contest)
    return {
        "verdicts": dict(sorted(counted.items())),
        "lots": [drawing.pk for drawing in lots(contest, None)],
        "judged": _newest(Judged.objects.filter(**within).values_list("pk", flat=True)),
        "confirmed": _newest(confirmed.values_list("pk", flat=True)),
        "decided": _newest(SittingDecision.objects.filter(**within).values_list("pk", flat=True)),
        "rounds": {key: draft.pk for key, draft in round_drafts(contest).items()},
        **judged_units_of([contest.pk]).get((contest.pk, None), {}),
        **lists_settled(contest),
    }


def _newest(keys: Iterable[int]) -> int:
    return max(keys, default=0)


def is_stale(draft: Draft) -> bool:
    """Whether something was decided since, so that it has to be prepared again."""
    newest = newest_draft(draft.contest, draft.round)
    if newest is None or newest.pk != draft.pk:
        return True
    return bool(draft.facts["inputs"] != inputs(draft.contest, draft.round))


def round_drafts(contest: Contest) -> dict[str, Draft]:
    """The newest draft of every round that has one, by its key."""
    rows = Draft.objects.filter(contest=contest, round__isnull=False).select_related("round")
    return {draft.round.key: draft for draft in rows.order_by("number") if draft.round}


def rounds_unprepared(contest: Contest, draft_of: dict[str, Draft]) -> list[str]:
    """Keys of rounds that count, were not cancelled and have no draft yet."""
    version = contest.versions.filter(effective_at__isnull=False).latest("number")
    counted = {round_.key for round_ in counted_rounds(rulebook_of(version))}
    rows = contest.rounds.filter(key__in=counted, cancelled_at=None)
    return [row.key for row in rows if row.key not in draft_of]


def winners(draft: Draft) -> list[tuple[TableShown, str, Winner]]:
    """Persons and teams who take a prize: table, title of the prize, and who; highest first."""
    return winners_in(stored.prize_tables(draft.pk))


def winners_in(tables: Sequence[TableShown]) -> list[tuple[TableShown, str, Winner]]:
    """The same from the tables alone."""
    return [
        (table, prize.title, winner)
        for table in tables
        for prize in table.prizes
        for winner in prize.winners
        if winner.entrant
    ]


def unverified(draft: Draft) -> list[int]:
    """Winners whose identity nobody has verified."""
    known = findings(draft.contest, draft.round)
    verdicts = {entrant: row.verdict for entrant, row in known.items()}
    return still_unverified(stored.head(draft.pk), stored.prize_tables(draft.pk), verdicts)


def still_unverified(
    head: Head, tables: Sequence[TableShown], verdicts: Mapping[int, str]
) -> list[int]:
    """Winners that these verdicts leave open; teams and units are known by their lists."""
    if head.entrant != EntrantKind.PERSON:
        return []
    wanted = dict.fromkeys(winner.entrant for _, _, winner in winners_in(tables))
    return [entrant for entrant in wanted if verdicts.get(entrant) != Verdict.VERIFIED]


def undecided(draft: Draft) -> list[int]:
    """Entrants between whom lots or the committee must decide before prizes are complete."""
    return undecided_in(stored.prize_tables(draft.pk))


def undecided_in(tables: Sequence[TableShown]) -> list[int]:
    """The same from the tables alone."""
    return list(dict.fromkeys(entrant for table in tables for entrant in table.undecided))


def last_result(draft: Draft) -> Result | None:
    """The result with the highest number of the draft's round."""
    results = Result.objects.filter(contest=draft.contest_id, round=draft.round_id)
    return results.order_by("-number").first()


def publishes_at(draft: Draft) -> datetime | None:
    """From when the result may be seen as things stand; None where no minute is set."""
    decisive = _decisive_round(draft)
    return decisive.publishes_at if decisive else None


def publishes_on_approval(draft: Draft) -> bool:
    """Whether it was decided that the result comes out as soon as it is approved."""
    decisive = _decisive_round(draft)
    return decisive is not None and decisive.publishes_on_approval


def _decisive_round(draft: Draft) -> Round | None:
    """The round by whose publication a draft goes: its own; for the whole contest, the last."""
    if draft.round:
        return draft.round
    rounds = draft.contest.rounds.filter(cancelled_at=None)
    on_approval = rounds.filter(publishes_on_approval=True).order_by("closes_at").last()
    dated = rounds.filter(publishes_at__isnull=False).order_by("publishes_at").last()
    if on_approval is None or dated is None:
        return on_approval or dated
    return max(on_approval, dated, key=_closing)


def _closing(round_: Round) -> float:
    return round_.closes_at.timestamp() if round_.closes_at else 0.0
