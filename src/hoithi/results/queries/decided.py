"""What people decided that the results of rounds depend on, read for many rounds at once."""

from collections.abc import Collection, Iterable
from hashlib import sha256

from django.db.models import Count, Max, Q, QuerySet

from hoithi.contests.models import Contest, Round
from hoithi.entries.models import ListedPerson, MatchState
from hoithi.judging.models import Confirmation, Judged, JudgedUnit
from hoithi.results.models import LotDrawing, Verdict, Verification
from hoithi.sittings.models import SittingDecision, TypedSheet
from hoithi.sittings.queries.keys import key_states


def verdicts_of_rounds(rounds: Collection[Round]) -> dict[int, dict[int, str]]:
    """By round and entrant: the newest finding that holds there; one query.

    What was found for the whole contest holds in every round of it.
    """
    rows = Verification.objects.filter(
        Q(round__in=rounds) | Q(round=None, contest__in={one.contest_id for one in rounds})
    )
    found: dict[int, dict[int, str]] = {one.pk: {} for one in rounds}
    values = rows.order_by("pk").values_list("contest_id", "round_id", "entrant_id", "verdict")
    for contest_id, round_id, entrant, verdict in values:
        for one in rounds:
            if one.contest_id == contest_id and round_id in {None, one.pk}:
                found[one.pk][entrant] = verdict
    return found


def inputs_of_rounds(rounds: Collection[Round]) -> dict[int, dict[str, object]]:
    """By round: everything decided, as it stands now; a few queries for however many."""
    ids, contests = [one.pk for one in rounds], {one.pk: one.contest_id for one in rounds}
    verdicts, keys = verdicts_of_rounds(rounds), key_states(ids)
    judged = _newest(Judged.objects.filter(round__in=ids), "round_id")
    confirmed = _newest(Confirmation.objects.filter(sheet__round__in=ids), "sheet__round_id")
    decided = _newest(SittingDecision.objects.filter(round__in=ids), "round_id")
    lots, typed = _lots(ids), _typed(ids)
    units = judged_units_of({one.contest_id for one in rounds})
    return {
        key: {
            **typed.get(key, {}),
            **units.get((contests[key], key), {}),
            "verdicts": _against(verdicts[key].items()),
            "lots": lots.get(key, []),
            "judged": judged.get(key, 0),
            "confirmed": confirmed.get(key, 0),
            "decided": decided.get(key, 0),
            "keys": keys[key],
        }
        for key in ids
    }


def _against(verdicts: Iterable[tuple[int, str]]) -> dict[str, str]:
    """What was found against a prize; who was verified changes no result."""
    return dict(sorted((str(who), what) for who, what in verdicts if what != Verdict.VERIFIED))


def _newest(
    rows: "QuerySet[Judged] | QuerySet[Confirmation] | QuerySet[SittingDecision]", by: str
) -> dict[int, int]:
    return dict(rows.values_list(by).annotate(newest=Max("pk")).values_list(by, "newest"))


def _lots(ids: Collection[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rows = LotDrawing.objects.filter(round__in=ids).order_by("pk").values_list("round_id", "pk")
    for round_id, pk in rows:
        if round_id is not None:
            found.setdefault(round_id, []).append(pk)
    return found


def judged_units_of(
    contest_ids: Collection[int],
) -> dict[tuple[int, int | None], dict[str, object]]:
    """By contest and round (None: the whole): the newest word on units, where there is any."""
    rows = JudgedUnit.objects.filter(contest__in=contest_ids)
    newest = rows.values_list("contest_id", "round_id").annotate(newest=Max("pk"))
    return {(contest, round_): {"judged_units": last} for contest, round_, last in newest}


def _typed(ids: Collection[int]) -> dict[int, dict[str, object]]:
    """How many sheets from halls count, where any does: they come in after the round has closed."""
    rows = TypedSheet.objects.filter(round__in=ids, counted_at__isnull=False)
    counts = rows.values_list("round_id").annotate(sheets=Count("pk"))
    return {round_id: {"typed": sheets} for round_id, sheets in counts}


def lists_settled(contest: Contest) -> dict[str, object]:
    """What was settled on the units' named lists: who is exempt, and who is who.

    As one hash, since lists are long; nothing where no list says anything. One query.
    """
    settled = Q(match=MatchState.CONFIRMED) | ~Q(exempt_reason="")
    whole = ListedPerson.objects.filter(list__contest=contest, list__whole=True)
    rows = whole.filter(settled).order_by("pk")
    fields = ("pk", "exempt_reason", "match", "entrant_id")
    lines = [
        f"{pk} {bool(exempt)} {entrant if match == MatchState.CONFIRMED else ''}"
        for pk, exempt, match, entrant in rows.values_list(*fields)
    ]
    return {"lists": sha256("\n".join(lines).encode()).hexdigest()} if lines else {}
