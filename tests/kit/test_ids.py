"""Codes and tokens: of the right letters, never twice the same bytes."""

import os
import threading
from collections import Counter

from hoithi.kit.chance import random_bytes
from hoithi.kit.ids import CODE_ALPHABET, new_code, new_token


def test_codes_use_every_letter_alike() -> None:
    drawn = Counter(letter for _ in range(4_000) for letter in new_code(10))
    assert set(drawn) == set(CODE_ALPHABET)
    # 40,000 letters, 1,290 of each expected; six standard deviations are 210.
    assert all(1_080 < count < 1_500 for count in drawn.values())


def test_codes_and_tokens_have_their_length() -> None:
    assert [len(new_code(length)) for length in (1, 8, 10, 300)] == [1, 8, 10, 300]
    assert len(new_token()) == 22


def test_no_bytes_are_given_twice_whatever_threads_ask() -> None:
    found: list[bytes] = []

    def draw() -> None:
        found.extend(random_bytes(16) for _ in range(2_000))

    threads = [threading.Thread(target=draw) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 16_000
    assert len(random_bytes(10_000)) == 10_000


def test_a_forked_process_draws_others_than_its_parent() -> None:
    random_bytes(1)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, random_bytes(16))
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 16) != random_bytes(16)
