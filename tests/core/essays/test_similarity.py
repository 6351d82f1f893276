"""Passages that essays share: found whatever the marks, common ones listed once."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.essays.similarity import Common, Similarities, similar

LAW = "Cơ quan nhà nước có trách nhiệm tiếp nhận, giải quyết hồ sơ của tổ chức, cá nhân đúng hạn."
OWN = (
    "Tôi cho rằng cải cách hành chính bắt đầu từ thái độ của cán bộ một cửa mỗi buổi sáng",
    "Bà con vùng cao cần được hướng dẫn tận nơi cách nộp hồ sơ trên điện thoại của mình",
    "Chuyển đổi số phải đi cùng chữ ký số và kho dữ liệu dùng chung giữa các sở ngành",
)


def words(seed, count):
    draw = random.Random(seed)
    return " ".join(f"từ{draw.randrange(10_000)}" for _ in range(count))


def test_a_copied_passage_is_shown_with_its_places_in_both():
    first = f"Mở bài. {OWN[0]}. {words(1, 20)}"
    second = f"{words(2, 20)} {OWN[0].upper()}!"
    (pair,) = similar({7: first, 3: second}).pairs
    (passage,) = pair.passages
    assert (pair.first, pair.second, passage.words) == (3, 7, 20)
    assert second[slice(*passage.first)] == OWN[0].upper()
    assert first[slice(*passage.second)] == OWN[0]
    assert pair.share == round(20 / 40, 4)


def test_marks_and_other_writing_of_a_tone_hide_nothing():
    first = "Bà con vùng cao hòa thuận cần được hướng dẫn tận nơi cách nộp hồ sơ"
    second = "ba con vung cao hoà thuận, cần được hướng dẫn — tận nơi (cách nộp) hồ sơ"
    assert [pair.share for pair in similar({1: first, 2: second}).pairs] == [1.0]


def test_a_quotation_of_many_is_listed_once_and_is_no_evidence():
    texts = {n: f"{words(n, 30)} {LAW} {words(100 + n, 30)}" for n in range(6)}
    assert similar(texts) == Similarities((), (Common(LAW.rstrip("."), 6),))


def test_two_who_copy_are_found_among_many_who_quote():
    texts = {n: f"{words(n, 30)} {LAW}" for n in range(6)}
    texts[8], texts[9] = f"{OWN[1]} {LAW}", f"{LAW} {OWN[1]}"
    found = similar(texts)
    assert [(pair.first, pair.second) for pair in found.pairs] == [(8, 9)]
    assert [one.essays for one in found.common] == [8]


def test_short_empty_and_hostile_texts_are_alike_to_nobody():
    texts = {1: "", 2: "Xin chào", 3: "Xin chào", 4: "\x00" * 100, 5: "  \n ", 6: "a " * 7}
    assert similar(texts) == Similarities()


def test_the_same_words_over_and_over_end_soon():
    found = similar({1: "cải cách hành chính " * 400, 2: "cải cách hành chính " * 300})
    assert [pair.share for pair in found.pairs] == [1.0]


@settings(max_examples=25)
@given(st.lists(st.text(alphabet="abc đă\n.", max_size=80), min_size=2, max_size=6))
def test_passages_say_the_same_words_in_both(texts):
    there = dict(enumerate(texts))
    for pair in similar(there, shingle=3, least=0.1).pairs:
        for one in pair.passages:
            sides = (there[pair.first][slice(*one.first)], there[pair.second][slice(*one.second)])
            assert len(sides[0]) > 0
            assert len(sides[1]) > 0
        assert 0.1 <= pair.share <= 1
