"""The budget of a campaign: numbered estimates with their lines and sources, and its norms."""

from django.db import models
from django.db.models import Q

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.core.budget.norms import Item
from hoithi.core.budget.tax import Base, Income
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person


class Budget(models.Model):
    """The money of one campaign: its row is locked by every deed, so that sums stay true."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="budget")
    last_key = models.PositiveIntegerField(default=0)
    """Keys of lines and sources are given once and never again."""
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="settled_budgets"
    )

    def __str__(self) -> str:
        return f"{self.campaign_id}"

    @property
    def body(self) -> OrganisingBody:
        """The body whose money it is."""
        return self.campaign.body


class VersionState(models.TextChoices):
    """How far an estimate is; one that was sent back is a draft again."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"


class BudgetVersion(models.Model):
    """A numbered estimate; once approved it never changes, an adjustment is the next number."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=20, choices=VersionState.choices, default=VersionState.DRAFT
    )
    revision = models.PositiveIntegerField(default=0)
    """Grows with every change: who saves an older page is told, and overwrites nothing."""
    reason = models.TextField(blank=True)
    """Why the approved estimate is adjusted."""
    drafters = models.ManyToManyField(Person, related_name="+")
    """Everybody who wrote in it; none of them approves it."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    decision_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "number"], name="budget_version_once"),
            models.UniqueConstraint(
                fields=["budget"],
                condition=~Q(state=VersionState.APPROVED),
                name="budget_one_open_version",
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}"


class SourceKind(models.TextChoices):
    """Where money comes from."""

    BUDGET = "budget"
    SPONSOR = "sponsor"
    OTHER = "other"


class BudgetSource(models.Model):
    """A source in one estimate: the budget of a year and agency, a sponsor, another fund."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="sources")
    key = models.PositiveIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    name = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    amount = models.BigIntegerField(null=True, blank=True)
    """Đồng; None while it is not known."""
    sponsor = models.ForeignKey(
        "campaigns.Sponsor", models.PROTECT, null=True, blank=True, related_name="sources"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="budget_source_key_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.name


class BudgetLine(models.Model):
    """A line of one estimate: quantity times norm."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="lines")
    key = models.PositiveIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=200, blank=True)
    """The heading under which it stands."""
    item = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Item])
    text = models.CharField(max_length=500)
    quantity = models.DecimalField(max_digits=12, decimal_places=2)
    unit = models.CharField(max_length=40, blank=True)
    norm = models.BigIntegerField(null=True, blank=True)
    """Đồng for one; None while nobody entered it."""
    source_key = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    follows = models.CharField(max_length=120, blank=True)
    """The prize of a contest's rules that it follows: "contest/table/prize"."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="budget_line_key_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.text


class SpendingNorm(models.Model):
    """The most that one unit of an item may cost, as a body enters it from a document."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE, related_name="spending_norms")
    item = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Item])
    most = models.BigIntegerField()
    document = models.CharField(max_length=200)
    article = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["item", "since", "pk"]

    def __str__(self) -> str:
        return self.document


class TaxRuleEntered(models.Model):
    """A rule of tax to be withheld, as a body enters it from a document (`core.budget.tax`)."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE, related_name="tax_rules")
    income = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Income])
    base = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Base])
    threshold = models.BigIntegerField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    document = models.CharField(max_length=200)
    article = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["income", "since", "pk"]

    def __str__(self) -> str:
        return self.document
