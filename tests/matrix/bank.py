"""Addresses of question banks."""

from collections.abc import Mapping
from typing import Any

from tests.matrix.record import Address, only, signed_in
from tests.matrix.world import World

_READERS = ("organiser", "question_writer", "question_reviewer")
_CHECKERS = ("organiser", "question_reviewer")
_WRITERS = ("organiser", "question_writer")


def bank(world: World) -> Mapping[str, Any]:
    """The bank of the own body."""
    return {"bank": world.question.question.bank_id}


def as_csv(world: World) -> Mapping[str, Any]:
    """The bank of the own body as a table."""
    return {**bank(world), "kind": "csv"}


def sample(_world: World) -> Mapping[str, Any]:
    """The example in plain text."""
    return {"kind": "txt"}


def as_gift(world: World) -> Mapping[str, Any]:
    """The bank of the own body for other systems."""
    return {**bank(world), "form": "gift"}


def version(world: World) -> Mapping[str, Any]:
    """A proposed question of the own body."""
    return {"version": world.question.pk}


def no_file(world: World) -> Mapping[str, Any]:
    """A file that the question does not have."""
    return {"version": world.question.pk, "digest": "0" * 64}


def approval(world: World) -> Mapping[str, Any]:
    """The reviewer's word on it."""
    return {"version": world.question.pk, "approve": ""}


def papers(world: World) -> Mapping[str, Any]:
    """The contest of the own body."""
    return {"slug": world.announced_contest.slug}


def documents(world: World) -> Mapping[str, Any]:
    """The own body, whose bank cites a document."""
    return {"body": world.question.question.bank.body.slug}


def document(world: World) -> Mapping[str, Any]:
    """The document that the question of the own body cites."""
    return {**documents(world), "key": world.question.document_key}


def change(world: World) -> Mapping[str, Any]:
    """A change of that document."""
    return {"change": world.changed.pk}


def sealed(world: World) -> Mapping[str, Any]:
    """A sealed set of papers of the own body."""
    round_ = world.sealed.round
    return {"slug": round_.contest.slug, "key": round_.key, "pool": world.sealed.pk}


def study(world: World) -> Mapping[str, Any]:
    """A release of the own bank."""
    return {"bank": world.study.bank_id, "release": world.study.pk}


def of_round(world: World) -> Mapping[str, Any]:
    """A round of the own body with sealed papers."""
    round_ = world.sealed.round
    return {"slug": round_.contest.slug, "key": round_.key}


def as_round_csv(world: World) -> Mapping[str, Any]:
    """The same for a table."""
    return {**of_round(world), "kind": "csv"}


ADDRESSES = [
    Address("bank_study", get=only(200, "organiser"), post=only(422, "organiser"), args=bank),
    Address("study_release", get=only(200, "organiser"), post=only(422, "organiser"), args=study),
    Address("paper_set", get=only(200, "organiser"), args=sealed),
    Address(
        "round_simulation", get=only(200, "organiser"), post=only(404, "organiser"), args=of_round
    ),
    Address("simulation_out", get=only(404), args=as_round_csv),
    Address("bank_seal", get=only(200, "organiser"), post=only(404, "organiser"), args=papers),
    Address("bank_use", post=only(302, "organiser"), args=papers),
    Address("bank_list", get=signed_in(200), post=signed_in(422)),
    Address("bank_template", get=signed_in(200)),
    Address("bank_detail", get=only(200, *_READERS), args=bank),
    Address("bank_check", get=only(200, *_CHECKERS), post=only(302, *_CHECKERS), args=bank),
    Address("cited_documents", get=only(200, *_CHECKERS), args=documents),
    Address("cited_document", get=only(200, *_CHECKERS), args=document),
    Address("document_changed", post=only(422, *_CHECKERS), args=document),
    Address("document_change_back", post=only(422, *_CHECKERS), args=change),
    Address("question_confirm", post=only(422, "question_reviewer"), args=version),
    Address("bank_sample", get=signed_in(200), args=sample),
    Address("bank_take_away", get=only(200, "organiser"), args=as_gift),
    Address("bank_readings", get=only(200, "organiser", "auditor"), args=bank),
    Address("bank_unseal", post=only(404, "organiser"), args=papers),
    Address("bank_export", get=only(200, "organiser"), args=as_csv),
    Address("bank_import", get=only(200, *_WRITERS), post=only(422, *_WRITERS), args=bank),
    Address("bank_import_take", post=only(422, *_WRITERS), args=bank),
    Address("bank_import_return", post=only(422, *_WRITERS), args=bank),
    Address("question_new", get=only(200, *_WRITERS), post=only(422, *_WRITERS), args=bank),
    Address("question_detail", get=only(200, *_READERS), args=version),
    Address("question_trial", get=only(200, *_READERS), args=version),
    Address("question_edit", get=only(200, *_WRITERS), post=only(422, *_WRITERS), args=version),
    # The question has no file; who may see one is told in web_organiser/test_question_files.
    Address("question_file", get=only(404), args=no_file),
    Address("question_file_add", post=only(422, *_WRITERS), args=version),
    Address("question_file_remove", post=only(404), args=no_file),
    Address("question_files_describe", post=only(302, *_WRITERS), args=version),
    Address("question_withdraw", post=only(422, *_WRITERS), args=version),
    Address(
        "question_review",
        get=only(200, "question_reviewer"),
        post=only(302, "question_reviewer"),
        args=bank,
        data=approval,
    ),
]
