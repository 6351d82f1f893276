"""The interface as served, held to its OpenAPI file by generated requests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from benchmarks import stage
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.live import describing
from tests import databases
from tests.kill.serving import Server

REFUSED = {"expected-statuses": [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429]}
"""What refuses a body that the file does not describe; 413 where it is also too large to read."""
config = SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": REFUSED}})
schema = schemathesis.openapi.from_dict(describing.description(), config=config)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


@pytest.fixture(scope="module")
def served(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[tuple[str, str]]:
    """The address of a server with a contest, and the token of somebody who has entered."""
    folder = tmp_path_factory.mktemp("served")
    description = databases.sqlite_copy(sqlite_template, folder / "hoithi.sqlite3")
    server = Server(folder)
    with django_db_blocker.unblock(), databases.used(description):
        contest = stage.build(clock.now())
        stage.tokens(contest, 1, clock.now())
        token = entrant_token(Entrant.objects.get())
        server.start()
        yield f"http://127.0.0.1:{server.port}", token
        server.end()


@pytest.mark.long
@schema.parametrize()
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_address_answers_as_described(case: Any, served: tuple[str, str]) -> None:
    address, token = served
    headers = {"Authorization": f"Bearer {token}"}
    case.call_and_validate(base_url=address, headers=headers, checks=CHECKS)
