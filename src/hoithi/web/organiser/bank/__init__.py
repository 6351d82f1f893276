"""Question banks: lists, writing, reviewing, files, sealing papers for a contest."""
