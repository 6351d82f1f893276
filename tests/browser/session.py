"""Signs an account in and writes its session; run as a program by the tests.

How one signs in has tests of its own; these are about what comes after it.
"""

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 - tables come after the setup
from django.contrib.auth import login  # noqa: E402 - tables come after the setup
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402 - as above
from django.http import HttpRequest  # noqa: E402 - as above

from hoithi.people.models import Person  # noqa: E402 - as above

if __name__ == "__main__":
    request = HttpRequest()
    request.session = SessionStore()
    person = Person.objects.get(login=sys.argv[1])
    person.authenticator_set.get_or_create(type="totp", defaults={"data": {"secret": "x"}})
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    sys.stdout.write(str(request.session.session_key))
