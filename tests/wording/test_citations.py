"""A legal basis reads as officials cite it."""

import pytest

from hoithi.core.questions.records import LegalBasis
from hoithi.wording.questions import cited

DECREE = "63/2010/NĐ-CP"


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (LegalBasis(DECREE, article="3", clause="1"), f"khoản 1 Điều 3, {DECREE}"),
        (LegalBasis(DECREE, "Nghị định", article="3"), f"Điều 3, Nghị định ({DECREE})"),
        (
            LegalBasis("76/NQ-CP", article="1", clause="Chương trình kèm theo"),
            "Chương trình kèm theo Điều 1, 76/NQ-CP",
        ),
        (LegalBasis("57-NQ/TW", article="Mục I.1"), "Mục I.1, 57-NQ/TW"),
        (LegalBasis(DECREE), DECREE),
        (LegalBasis(), ""),
    ],
)
def test_citation(basis, said):
    assert cited(basis) == said
