"""The installation's settings with a data folder of the test run's own and quick passwords."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="hoithi-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["HOITHI_DATA"] = _folder
# Ordinary tests run on SQLite in memory; those about PostgreSQL start a server of their own.
os.environ["DATABASE_URL"] = ""

from hoithi.config.settings import *  # noqa: E402, F403 - the folder must be chosen first

# Argon2 is slow on purpose; only tests of signing in would feel it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests without a database clear the cache too.
CACHES = {"default": CACHES["memory"], "memory": CACHES["memory"]}  # noqa: F405 - from the star
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
