"""Checks a bank of some thousands of questions and prints the CPU it takes.

python -m benchmarks.bank_check [QUESTIONS] [RUNS]
"""

import random
import sys
import time
from dataclasses import replace
from datetime import date

from hoithi.core.questions.checking import Checked, findings
from tests.core.questions.checking.make import single

DAY = date(2026, 11, 22)
WORDS = (
    "cơ quan hành chính nhà nước tiếp nhận hồ sơ của người dân tại bộ phận một cửa theo quy định "
    "thời hạn giải quyết thủ tục dịch vụ công trực tuyến toàn trình chuyển đổi số dữ liệu cán bộ "
    "công chức trách nhiệm phối hợp kết quả phản ánh kiến nghị văn bản nghị định quyết định"
)


def bank_of(size: int, seed: int = 1) -> list[Checked]:
    """Questions of 15 to 35 words of the trade; one in twenty is nearly another."""
    drawn = random.Random(seed)  # noqa: S311 - the same bank each time, nothing secret
    words = WORDS.split()
    bank: list[Checked] = []
    for number in range(size):
        if bank and number % 20 == 0:
            like = bank[-1]
            stem = like.text.stem.rsplit(" ", 1)[0]
            bank.append(replace(like, code=f"C{number}", text=replace(like.text, stem=stem)))
            continue
        stem = " ".join(drawn.choices(words, k=drawn.randint(15, 35)))
        options = [" ".join(drawn.choices(words, k=drawn.randint(3, 12))) for _ in range(4)]
        bank.append(single(f"C{number}", stem, *options, right=drawn.randrange(4)))
    return bank


def main(size: int = 5_000, runs: int = 3) -> None:
    """Prints one line."""
    bank = bank_of(size)
    spent = []
    for _ in range(runs):
        begun = time.process_time()
        found = findings(bank, [], on=DAY)
        spent.append(time.process_time() - begun)
    print(f"{size:,} questions: {min(spent):.2f} s, {len(found):,} findings")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
