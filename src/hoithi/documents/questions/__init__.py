"""Reads files of questions as other systems write them: bytes in, questions and faults out."""
