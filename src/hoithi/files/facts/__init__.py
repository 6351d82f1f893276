"""What an upload is, and how what is made for somebody is kept."""

from hoithi.files.facts.kinds import (
    MOST_BYTES,
    FileKind,
    FileRefused,
    NoFile,
    Reason,
    TooManyFiles,
    TooManyLines,
    UploadOver,
    checked_kind,
    clean_name,
    kind_of_bytes,
    named_for,
    path_of,
)

__all__ = [
    "MOST_BYTES",
    "FileKind",
    "FileRefused",
    "NoFile",
    "Reason",
    "TooManyFiles",
    "TooManyLines",
    "UploadOver",
    "checked_kind",
    "clean_name",
    "kind_of_bytes",
    "named_for",
    "path_of",
]
