"""Preparing a result: read once, reckoned by the rules, stored in pieces; nothing is public."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.contests.facts import rulebook_of, state_at
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import current_version
from hoithi.core.collective.quotas import goes_by_lists
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.windows import counted_rounds
from hoithi.entries.actions.matches import keep_matches
from hoithi.journal import actions as journal
from hoithi.results import queries
from hoithi.results.actions.refusals import NothingToRank, RoundNotOver, RoundsMissing
from hoithi.results.actions.storing import DraftWriter
from hoithi.results.actions.watching import look_if_quick
from hoithi.results.actions.writing import write
from hoithi.results.facts.reckoning import reckon
from hoithi.results.models import Draft, Result
from hoithi.results.queries import marks, stored
from hoithi.results.queries.reading import Read, Subject, read
from hoithi.sittings.actions.marking import mark_round


def prepare(round_: Round, *, at: datetime) -> Draft:
    """Prepares the result of a round that is over. The same rows give the draft that is there.

    What is unmarked under the keys of now is marked first. Refuses while the round is open, while
    a sitting of it still runs, and trials. In a round of ordinary size its signs of irregularity
    stand beside it at once.
    """
    subject = _of_round(round_, at=at)
    _make_ready(subject, at=at)
    draft = _drafted(subject, at=at)
    look_if_quick(draft, at=at)
    return draft


def prepare_overall(contest: Contest, *, at: datetime) -> Draft:
    """Prepares the result over the whole contest, once every round that counts has its draft."""
    if missing := queries.rounds_unprepared(contest, queries.round_drafts(contest)):
        raise RoundsMissing(missing)
    return _drafted(_of_contest(contest, at=at), at=at)


def _of_round(round_: Round, *, at: datetime) -> Subject:
    row = Round.objects.select_related("contest__body", "version").get(pk=round_.pk)
    return Subject(row.contest, row, (row,), row.version or current_version(row.contest, at=at))


def _of_contest(contest: Contest, *, at: datetime) -> Subject:
    version = current_version(contest, at=at)
    keys = {one.key for one in counted_rounds(rulebook_of(version))}
    rounds = contest.rounds.filter(key__in=keys, cancelled_at=None)
    return Subject(contest, None, tuple(rounds.select_related("contest", "version")), version)


def _make_ready(subject: Subject, *, at: datetime) -> None:
    round_ = subject.rounds[0]
    state = state_at(round_, at)
    if state is RoundState.CANCELLED or not _counts(subject.rulebook, round_.key):
        raise NothingToRank
    if state in {RoundState.COMING, RoundState.OPEN, RoundState.PAUSED}:
        raise RoundNotOver(round_.closes_at)
    if not marks.is_settled(round_):
        raise RoundNotOver
    if not marks.is_marked(round_):
        mark_round(round_, at=at)


def _counts(rulebook: Rulebook, key: str) -> bool:
    return key in {one.key for one in counted_rounds(rulebook)}


def _drafted(subject: Subject, *, at: datetime) -> Draft:
    """Stores what the rows give now as the next draft, unless the newest one says the same."""
    if any(map(goes_by_lists, subject.rulebook.collectives)):
        keep_matches(subject.contest)
    found = read(subject, at=at)
    writer = DraftWriter()
    write(writer, subject, found, reckon(found.given))
    newest = queries.newest_draft(subject.contest, subject.round)
    if newest and (newest.sha256, newest.facts["inputs"]) == (writer.sha256, found.inputs):
        writer.discard()
        return newest
    return _stored(writer, subject, found, at=at)


@transaction.atomic
def _stored(writer: DraftWriter, subject: Subject, found: Read, *, at: datetime) -> Draft:
    """The one small row that makes everything written before it valid."""
    contest = Contest.objects.select_for_update().get(pk=subject.contest.pk)
    earlier = Draft.objects.filter(contest=contest, round=subject.round)
    draft = Draft.objects.create(
        id=writer.draft_id,
        contest=contest,
        round=subject.round,
        number=(earlier.aggregate(last=Max("number"))["last"] or 0) + 1,
        version=subject.version,
        facts={"inputs": found.inputs},
        sha256=writer.sha256,
        prepared_at=at,
    )
    facts = {"round": subject.key, "number": draft.number, "sha256": draft.sha256}
    if contest.rehearses_id is None:
        # A rehearsal plays at moments of its own; the journal tells of what really was done.
        journal.record("results.prepared", contest, by=None, at=at, facts=facts)
    return draft


@dataclass(frozen=True)
class Recount:
    """Whether a published result comes out the same from the rows, and where it does not."""

    equal: bool
    differences: tuple[str, ...]
    """Names of the tables that differ (`stored`: the stored bytes were changed)."""


def recount(result: Result, *, at: datetime) -> Recount:
    """Reckons a published result once more from the rows, the rules and the keys of its making."""
    draft = Draft.objects.select_related("contest__body", "round", "version").get(
        pk=result.draft_id
    )
    if draft.round:
        subject = Subject(draft.contest, draft.round, (draft.round,), draft.version)
        keys = {draft.round.pk: draft.facts["inputs"].get("keys", "")}
    else:
        rounds = _of_contest(draft.contest, at=at).rounds
        subject = Subject(draft.contest, None, rounds, draft.version)
        keys = {}
    found = read(subject, at=at, keys=keys)
    writer = DraftWriter()
    write(writer, subject, found, reckon(found.given))
    differing = stored.differing_tables(draft.pk, writer.draft_id)
    writer.discard()
    if stored.sha256(draft.pk) != result.sha256:
        differing = ("stored", *differing)
    return Recount(not differing, differing)
