"""Does what the worker does when everybody's time is over; run as a program by the tests."""

import sys

import django

django.setup()

from datetime import UTC, datetime, timedelta  # noqa: E402 - tables come after the setup
from json import dumps  # noqa: E402 - as above

from hoithi.sittings.actions.closing import close_overdue  # noqa: E402 - as above
from hoithi.sittings.models import Submission  # noqa: E402 - as above

if __name__ == "__main__":
    close_overdue(datetime.now(UTC) + timedelta(days=30))
    counted = Submission.objects.filter(sitting__round__contest__slug="du-doan", kind="closed")
    sys.stdout.write(dumps(list(counted.values_list("answers", "prediction"))))
