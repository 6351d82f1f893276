"""What goes out and comes in: sponsors and their steps, vouchers, lists of payments to people."""

from django.db import models
from django.db.models import Q

from hoithi.campaigns.models.budgets import Budget
from hoithi.core.budget.tax import Income
from hoithi.files.models import StoredFile
from hoithi.people.models import Identity, OrganisingBody, Person


class Sponsor(models.Model):
    """An enterprise, organisation or person that is asked to support the campaign."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="sponsors")
    name = models.CharField(max_length=300)
    address = models.CharField(max_length=300, blank=True)
    wish = models.CharField(max_length=1000, blank=True)
    """What is asked for, in words: money, gifts, devices, a hall."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "name"], name="budget_sponsor_once")
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class SponsorStage(models.TextChoices):
    """The way of a sponsor's support."""

    CALLED = "called"
    PLEDGED = "pledged"
    RECEIVED = "received"
    USED = "used"
    """Its use was reported to the sponsor."""
    THANKED = "thanked"


class SponsorStep(models.Model):
    """One step on that way, with its day, sum and document."""

    sponsor = models.ForeignKey(Sponsor, models.CASCADE, related_name="steps")
    stage = models.CharField(max_length=20, choices=SponsorStage.choices)
    on = models.DateField()
    amount = models.BigIntegerField(null=True, blank=True)
    in_kind = models.CharField(max_length=500, blank=True)
    """What is given beside money."""
    document = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.stage


class PaymentList(models.Model):
    """A list of payments to people (chi bồi dưỡng, chi thưởng); closed it is a voucher."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="payment_lists")
    income = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Income])
    title = models.CharField(max_length=300)
    line_key = models.PositiveIntegerField()
    paid_on = models.DateField()
    """The day that decides which tax rule holds."""
    tax_rule = models.CharField(max_length=400, blank=True)
    """The rule under which tax was withheld, in words, kept when the list was closed."""
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def body(self) -> OrganisingBody:
        """The body that pays."""
        return self.budget.campaign.body


class Payment(models.Model):
    """A line of such a list; name and account are sealed and erased when their time is over."""

    list = models.ForeignKey(PaymentList, models.CASCADE, related_name="payments")
    ordinal = models.PositiveSmallIntegerField()
    identity = models.ForeignKey(Identity, models.PROTECT, related_name="+")
    post = models.CharField(max_length=300, blank=True)
    is_person = models.BooleanField(default=True)
    """Tax is withheld from persons only, not from a team or a unit."""
    quantity = models.DecimalField(max_digits=12, decimal_places=2)
    norm = models.BigIntegerField()
    gross = models.BigIntegerField()
    tax = models.BigIntegerField(null=True, blank=True)
    """None while the list is open: it is reckoned anew each time."""
    line_key = models.PositiveIntegerField(null=True, blank=True)
    """The approved line that pays it, where that is not the list's own."""
    won = models.CharField(max_length=120, blank=True)
    """A prize that a published result gives, with its winner: it is paid once."""
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "won"], condition=~Q(won=""), name="payment_of_prize_once"
            )
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return f"{self.ordinal}"


class Voucher(models.Model):
    """A document by which money went out on an approved line; one number may pay several lines.

    A wrong one is cancelled, never changed.
    """

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="vouchers")
    number = models.CharField(max_length=60)
    on = models.DateField()
    payee = models.CharField(max_length=300)
    text = models.CharField(max_length=500)
    line_key = models.PositiveIntegerField()
    source_key = models.PositiveIntegerField(null=True, blank=True)
    amount = models.BigIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    over_decision = models.CharField(max_length=300, blank=True)
    """The decision that lets it go over its line."""
    list = models.ForeignKey(
        PaymentList, models.PROTECT, null=True, blank=True, related_name="vouchers"
    )
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    cancelled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "number", "line_key"],
                condition=Q(cancelled_at=None),
                name="voucher_number_once",
            )
        ]
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.number
