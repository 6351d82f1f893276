"""`hoithi bank documents`: what a body's banks cite."""

import json

import pytest

from hoithi.command.bank_documents import documents
from hoithi.command.screen import Exit
from tests.questions import make as builders

pytestmark = pytest.mark.django_db


def test_a_program_is_told_every_document(capsys):
    version = builders.question(builders.bank())
    change = builders.ended(version)
    documents(change.body.slug, json=True)
    assert json.loads(capsys.readouterr().out) == {
        "body": change.body.slug,
        "documents": [
            {
                "number": "61/2018/NĐ-CP",
                "title": "Nghị định về cơ chế một cửa",
                "issued_on": "2018-04-23",
                "in_force_from": None,
                "in_force_to": None,
                "questions": 1,
                "waiting": 1,
                "ended": 0,
                "changes": [
                    {
                        "kind": "expired",
                        "article": "",
                        "on": "2026-07-01",
                        "by": "118/2025/NĐ-CP",
                    }
                ],
            }
        ],
    }


def test_a_person_reads_it_and_a_body_that_is_not_there_is_refused(capsys):
    version = builders.question(builders.bank())
    documents(version.question.bank.body.slug)
    said = "61/2018/NĐ-CP: 1 câu. Nghị định về cơ chế một cửa"
    assert said in capsys.readouterr().out
    with pytest.raises(SystemExit) as left:
        documents("khong-co")
    assert left.value.code == Exit.NO_INPUT
