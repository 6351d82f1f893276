"""Stored uploads: bytes, type, size, hash; who may read is the owning feature's query."""
