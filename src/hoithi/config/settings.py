"""Django's settings: one file, the same everywhere; what differs comes from the environment."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from hoithi.config import installation, openid

HOME = Path(__file__).resolve().parent.parent
DATA = installation.data_folder()
KEYS = installation.secrets_of(DATA)

SECRET_KEY = KEYS.signing
DEBUG = False
DEMO_SECRET = installation.demo_secret(DATA)
DEMO = DEMO_SECRET is not None
"""Only an installation made by `hoithi demo` has this mark; it shows a banner."""

PUBLIC_ADDRESS = os.environ.get("HOITHI_ADDRESS", "")
"""The address people use, such as https://hoithi.example.vn; empty on one's own machine."""
SECURE = PUBLIC_ADDRESS.startswith("https://")

_LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [
    *_LOCAL_HOSTS,
    *filter(None, [urlsplit(PUBLIC_ADDRESS).hostname]),
    *filter(None, os.environ.get("HOITHI_HOSTS", "").split(",")),
]
PROXIES = [*filter(None, os.environ.get("HOITHI_PROXIES", "127.0.0.1,::1").split(","))]
"""Addresses and networks of the proxies that say for whom they ask."""
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if SECURE else []

TIME_SERVERS = [
    *filter(None, os.environ.get("HOITHI_NTP", "0.vn.pool.ntp.org,time.google.com").split(","))
]
"""Whom `hoithi check` asks for the time: host names, with a port after a colon where needed."""

INSTALLED_APPS = [
    "hoithi.journal",
    "hoithi.people",
    "hoithi.files",
    "hoithi.notices",
    "hoithi.campaigns",
    "hoithi.contests",
    "hoithi.entries",
    "hoithi.questions",
    "hoithi.study",
    "hoithi.sittings",
    "hoithi.judging",
    "hoithi.essays",
    "hoithi.results",
    "hoithi.awards",
    "hoithi.conferences",
    "hoithi.plans",
    "hoithi.web",
    "hoithi.rehearsals",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hoithi.web.common.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hoithi.web.headers.PolicyMiddleware",
    "hoithi.web.errors.AnswersMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hoithi.web.staff.second_factor.SecondFactorMiddleware",
]

ROOT_URLCONF = "hoithi.config.addresses"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOME / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["hoithi.web.templatetags.conventions"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hoithi.web.common.context.installation",
            ],
        },
    },
]

DATABASES = {"default": installation.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "hoithi.web.staff.passwords.NotLikeThePerson",
        "OPTIONS": {"user_attributes": ("login", "full_name", "email", "phone")},
    },
    {"NAME": "hoithi.web.staff.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "hoithi.web.staff.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "hoithi.web.staff.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "hoithi.web.staff.sign_in_forms.SignInForm",
    "change_password": "hoithi.web.staff.sign_in_forms.PasswordChangeForm",
    "reauthenticate": "hoithi.web.staff.sign_in_forms.ReauthenticateForm",
}
# Failed sign-ins are counted by `web.staff.guard`. What the library counts lies in the shared
# cache; one network may hold a whole office, so nothing of it is narrow by network.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_ADAPTER = "hoithi.web.staff.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "hoithi.web.staff.sign_in_forms.CodeForm",
    "reauthenticate": "hoithi.web.staff.sign_in_forms.CodeAgainForm",
    "activate_totp": "hoithi.web.staff.sign_in_forms.ActivateForm",
    "add_webauthn": "hoithi.web.staff.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "hoithi.web.staff.sign_in_forms.EditPasskeyForm",
}
OPENID = openid.openid(DATA)
SOCIALACCOUNT_PROVIDERS = openid.providers(OPENID)
SOCIALACCOUNT_ADAPTER = "hoithi.web.staff.outside.OutsideAdapter"
# A link may begin it: the policy of pages lets no form lead to another site.
SOCIALACCOUNT_LOGIN_ON_GET = True
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Hội Thi"
MFA_TOTP_TOLERANCE = 1
"""One step either way: telephones whose clock is half a minute off."""
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [HOME / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

ROOM_URL = "/room/"
"""Where the exam room answers, beside the site."""
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HOME / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hoithi.config.statics.HashedStorage"},
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 200

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 31_536_000
CSRF_FAILURE_VIEW = "hoithi.web.errors.page_expired"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
_SHARED = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "shared_cache",
    "OPTIONS": {"MAX_ENTRIES": 20_000},
}
# What must hold in every process (a code that was used once) is shared; figures are not.
CACHES = {"default": _SHARED, "memory": _MEMORY}
EMAIL_BACKEND = os.environ.get("HOITHI_MAIL", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = os.environ.get("HOITHI_MAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("HOITHI_MAIL_FROM", "hoithi@localhost")
