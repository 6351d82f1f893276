"""Campaigns as somebody may see them, with all that their pages show."""

from hoithi.campaigns.queries.boards import (
    FOUNDERS,
    READERS,
    WORKERS,
    Board,
    Held,
    HeldBy,
    Summary,
    board,
    body_with_campaigns,
    campaign_for,
    campaigns_of,
    holdings_of,
    rows_of_agency,
    summaries,
    task_of,
    units_for,
)

__all__ = [
    "FOUNDERS",
    "READERS",
    "WORKERS",
    "Board",
    "Held",
    "HeldBy",
    "Summary",
    "board",
    "body_with_campaigns",
    "campaign_for",
    "campaigns_of",
    "holdings_of",
    "rows_of_agency",
    "summaries",
    "task_of",
    "units_for",
]
