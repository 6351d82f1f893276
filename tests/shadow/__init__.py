"""A second program that works out a whole result (R12).

It is written from the words of the plans, with records and rules as its only imports: nothing of
`hoithi.core.ranking`, `.collective` or `.prizes`. The tests hold what it writes against the stored
tables of a draft, byte by byte.
"""
