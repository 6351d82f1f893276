"""Reads and writes .xlsx, .docx, .pdf and pictures: bytes in, records and doubts out."""
