"""What a person may reach, and what there is to read about people and units."""

from hoithi.people.queries.identities import identities_with, opened_identity
from hoithi.people.queries.reach import Reach, reach

__all__ = ["Reach", "identities_with", "opened_identity", "reach"]
