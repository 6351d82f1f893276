"""Accounts that work without e-mail, roles by scope, invitations and one-day cards."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class PersonManager(BaseUserManager["Person"]):
    """Finds people by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person of this login name, whatever its case."""
        return self.get(login__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account. Leaders and contestants need none."""

    login = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    body = models.ForeignKey("people.OrganisingBody", models.PROTECT, null=True, blank=True)
    """The body that made the account and may reset it; none for the operator."""
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = PersonManager()
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.full_name


class RoleName(models.TextChoices):
    """What a person may do within a scope; `docs/roles.md` has the table."""

    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"
    """Of one body: accounts, units, headings."""
    ORGANISER = "organiser"
    SECRETARY = "secretary"
    QUESTION_WRITER = "question_writer"
    QUESTION_REVIEWER = "question_reviewer"
    JUDGE = "judge"
    UNIT_CONTACT = "unit_contact"
    APPROVER = "approver"
    AUDITOR = "auditor"
    HELPER = "helper"
    """Named helper of an assisted place."""


class Scope(models.TextChoices):
    """Over what a role reaches."""

    INSTALLATION = "installation"
    BODY = "body"
    CONTEST = "contest"
    UNIT = "unit"
    """One unit within one contest or body."""


class Role(models.Model):
    """A person holds a role over a scope, from one moment until another."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    name = models.CharField(max_length=30, choices=RoleName.choices)
    scope = models.CharField(max_length=20, choices=Scope.choices)
    body = models.ForeignKey("people.OrganisingBody", models.CASCADE, null=True, blank=True)
    contest_id = models.BigIntegerField(null=True, blank=True, db_index=True)
    """The contest, by number: contests stand above people and are not referred to by key."""
    unit = models.ForeignKey("people.Unit", models.CASCADE, null=True, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    """The establishing decision that names the person."""
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "name"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.name} {self.scope}"


class SignInLink(models.Model):
    """The one-time link on a printed slip, with which somebody sets a password of their own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    """None where `hoithi operator create` made the first account."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    """When it was used, or when a newer link took its place."""

    def __str__(self) -> str:
        return f"{self.person_id} {self.made_at:%Y-%m-%d}"


class Invitation(models.Model):
    """A one-time link: somebody named in a decision confirms one deed without an account."""

    body = models.ForeignKey("people.OrganisingBody", models.CASCADE)
    deed = models.CharField(max_length=60)
    """What is to be confirmed, such as `results.confirm`."""
    subject_id = models.BigIntegerField()
    full_name = models.CharField(max_length=120)
    post = models.CharField(max_length=120)
    decision = models.CharField(max_length=200)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    """When it was used, or when a newer link for the same person took its place."""

    def __str__(self) -> str:
        return f"{self.full_name}: {self.deed}"


class DayCard(models.Model):
    """A card for a one-day role, bound to the first device that shows it and to its day."""

    role = models.OneToOneField(Role, models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    day = models.DateField()
    device_hash = models.CharField(max_length=64, blank=True)
    bound_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.role_id} {self.day}"
