"""Does what the worker does when time is over; run as a program by the tests.

Told a number of seconds, it is so much later; else everybody's time is over.
"""

import sys

import django

django.setup()

from datetime import UTC, datetime, timedelta  # noqa: E402 - tables come after the setup
from json import dumps  # noqa: E402 - as above

from hoithi.sittings.actions.closing import close_overdue  # noqa: E402 - as above
from hoithi.sittings.models import Submission  # noqa: E402 - as above

if __name__ == "__main__":
    later = timedelta(seconds=int(sys.argv[1])) if sys.argv[1:] else timedelta(days=30)
    close_overdue(datetime.now(UTC) + later)
    counted = Submission.objects.filter(sitting__round__contest__slug="du-doan", kind="closed")
    sys.stdout.write(dumps(list(counted.values_list("answers", "prediction"))))
