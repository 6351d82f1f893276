"""A fresh database of either kind for stories with real threads."""

from tests.live.conftest import database

__all__ = ["database"]
