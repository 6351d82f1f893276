"""What has been changed about entrants since a result was prepared from them."""

from django.db.models import Count, Max

from hoithi.contests.models import Contest


def entries_state(contest: Contest) -> list[str]:
    """Another list whenever somebody was excluded, readmitted, or given another unit.

    Two queries on small tables; the entrants themselves are not read.
    """
    listed = contest.exclusions.aggregate(rows=Count("pk"), newest=Max("pk"))
    moved = contest.unit_corrections.filter(accepted=True).aggregate(last=Max("decided_at"))
    last = moved["last"].isoformat() if moved["last"] else ""
    return [str(listed["rows"]), str(listed["newest"] or 0), last]
