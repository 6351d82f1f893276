"""Agencies asked to nominate members of a committee, and the people whom they name."""

from django.db import models

from hoithi.campaigns.models.committees import Committee, CommitteeMember, CommitteeRole
from hoithi.campaigns.models.tasks import Agency
from hoithi.people.models import Identity, Person, Unit


class NominationRequest(models.Model):
    """One letter that asks agencies to nominate until a day."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="requests")
    deadline = models.DateField()
    """The last day on which an answer is in time."""
    contact = models.CharField(max_length=300, blank=True)
    """Who takes the answers, as the letter says: name, telephone, mail."""
    letter_number = models.CharField(max_length=60, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.deadline}"


class NominationState(models.TextChoices):
    """How far an agency is with its answer."""

    WAITING = "waiting"
    ANSWERED = "answered"
    """Named people whom nobody has accepted yet."""
    ACCEPTED = "accepted"
    RETURNED = "returned"
    """Sent back with a reason; it may answer anew."""
    NOBODY = "nobody"
    """Answered, with a reason, that it can name nobody."""


class AnswerWay(models.TextChoices):
    """How an answer came."""

    SITE = "site"
    LINK = "link"
    TYPED = "typed"
    """By the secretariat, from a paper or a call."""


class Nomination(models.Model):
    """One agency, or one unit of a set, that is asked for people with a role."""

    request = models.ForeignKey(NominationRequest, models.CASCADE, related_name="nominations")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    """As the letter addresses it."""
    agency = models.ForeignKey(Agency, models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+")
    """Whose contact answers on the site."""
    people = models.PositiveSmallIntegerField(default=1)
    role = models.CharField(
        max_length=20, choices=CommitteeRole.choices, default=CommitteeRole.MEMBER
    )
    wish = models.CharField(max_length=200, blank=True)
    """What posts are asked for: "01 lãnh đạo phòng"."""
    state = models.CharField(
        max_length=10, choices=NominationState.choices, default=NominationState.WAITING
    )
    answers = models.PositiveSmallIntegerField(default=0)
    """How often it answered; people belong to one answer."""
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_as = models.CharField(max_length=200, blank=True)
    """Who answered by a link, or whose paper was typed, as told."""
    way = models.CharField(max_length=10, choices=AnswerWay.choices, blank=True)
    is_late = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was sent back, or why the agency names nobody."""
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    link_number = models.PositiveSmallIntegerField(default=0)
    """The one-time link that holds; 0 while there is none."""
    link_until = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["request", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "name", "role"], name="asked_once_for_a_role"
            )
        ]

    def __str__(self) -> str:
        return self.name


class NomineeState(models.TextChoices):
    """What became of somebody who was named."""

    PROPOSED = "proposed"
    TAKEN = "taken"
    """Stands in the list of the decision."""
    REPLACED = "replaced"
    """A later answer named others."""
    REMOVED = "removed"
    """Was in the list and was taken out of it."""


class Nominee(models.Model):
    """Somebody whom an agency named, in one of its answers."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="nominees")
    answer = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    full_name = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True, blank=True, related_name="+")
    """Birth year and telephone, sealed."""
    state = models.CharField(
        max_length=10, choices=NomineeState.choices, default=NomineeState.PROPOSED
    )
    member = models.OneToOneField(
        CommitteeMember, models.SET_NULL, null=True, blank=True, related_name="nominee"
    )
    named_at = models.DateTimeField()

    class Meta:
        ordering = ["answer", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "answer", "ordinal"], name="nominee_once_an_answer"
            )
        ]

    def __str__(self) -> str:
        return self.full_name
