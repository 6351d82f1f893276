"""Refusals that several deeds on the bank share."""

from hoithi.kit.refusals import Refusal


class ReasonMissing(Refusal):
    """Whoever returns, withdraws or unseals says why."""
