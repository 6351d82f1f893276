"""What a new version changed is told word by word."""

from dataclasses import replace

import pytest

from hoithi.core.questions.records import Answer, Media, MediaKind
from hoithi.questions.facts.differences import Piece, differences
from tests.questions.make import ANSWER, BASIS, TEXT

KEPT, GONE, ADDED = Piece.KEPT, Piece.GONE, Piece.ADDED


def told(text=TEXT, answer=ANSWER):
    """Column and pieces of what differs from the usual question."""
    return [(one.label, one.pieces) for one in differences((TEXT, ANSWER), (text, answer))]


@pytest.mark.parametrize(
    ("text", "answer", "said"),
    [
        (TEXT, ANSWER, []),
        (
            replace(TEXT, stem="Nơi nào nhận hồ sơ của người dân?"),
            ANSWER,
            [
                (
                    "Nội dung câu hỏi",
                    (
                        (KEPT, "Nơi nào"),
                        (GONE, " tiếp"),
                        (KEPT, " nhận hồ sơ của người dân?"),
                    ),
                )
            ],
        ),
        (
            replace(TEXT, topic="Hồ sơ"),
            replace(ANSWER, places=frozenset({1})),
            [
                ("Chủ đề trong lĩnh vực", ((ADDED, "Hồ sơ"),)),
                ("Đáp án", ((GONE, "A"), (ADDED, "B"))),
            ],
        ),
        (
            replace(TEXT, basis=replace(BASIS, article="8")),
            Answer(places=frozenset({0})),
            [
                ("Điều", ((GONE, "7"), (ADDED, "8"))),
                ("Giải thích", ((GONE, "Theo Điều 7."),)),
            ],
        ),
    ],
)
def test_differences(text, answer, said):
    assert told(text, answer) == said


def test_files_are_named_and_no_hash_is_printed():
    plan = Media("a" * 64, "so-do.png", MediaKind.IMAGE, "Sơ đồ")
    song = Media("b" * 64, "bai-hat.mp3", MediaKind.AUDIO, "Bài hát")
    before, after = replace(TEXT, media=(plan,)), replace(TEXT, media=(plan, song))
    (found,) = differences((before, ANSWER), (after, ANSWER))
    assert found.pieces == ((KEPT, "so-do.png (Sơ đồ); "), (ADDED, "bai-hat.mp3 (Bài hát); "))
    other = replace(TEXT, media=(replace(plan, digest="c" * 64),))
    (found,) = differences((before, ANSWER), (other, ANSWER))
    assert [piece for piece, _name in found.pieces] == [GONE, ADDED]


def test_texts_without_end_are_set_side_by_side():
    long = "x " * 3_000
    assert told(replace(TEXT, stem=long)) == [
        ("Nội dung câu hỏi", ((GONE, TEXT.stem), (ADDED, long)))
    ]
