"""Units with their history: names, kinds and parents by date, successions, staff counts."""

from django.db import models
from django.db.models import F, Q


class Unit(models.Model):
    """A unit that lasts through its changes of name, of one body or of the national register."""

    body = models.ForeignKey(
        "people.OrganisingBody", models.CASCADE, null=True, blank=True, related_name="units"
    )
    """None: the national register of provinces and communes, which every body reads."""
    code = models.CharField(max_length=60)
    """In the register the official code; of what has ended, with the day: `00001-20250701`,
    because codes were given again to other units."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "code"], name="unit_code_once_a_body"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(body__isnull=True), name="unit_code_once_nationally"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class UnitVersion(models.Model):
    """What a unit was called, was and stood under, from the one day until before the other."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="versions")
    kind = models.CharField(max_length=40)
    """A code of `core.units.UnitKind`."""
    name = models.CharField(max_length=200)
    search = models.CharField(max_length=220, db_index=True)
    """The folded name after a space, so that every word begins after one."""
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="children")
    province = models.CharField(max_length=20, blank=True)
    """The code of the province in the national register, as of these days."""
    valid_from = models.DateField(null=True, blank=True)
    """None where no source tells since when."""
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    """The resolution or decision that made it so."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="unit_version_once_a_day"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="unit_version_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitSuccession(models.Model):
    """One unit went into another on a day; n to m when several rows say so."""

    before = models.ForeignKey(Unit, models.CASCADE, related_name="successors")
    after = models.ForeignKey(Unit, models.CASCADE, related_name="predecessors")
    on = models.DateField()
    whole = models.BooleanField(default=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after", "on"], name="succession_once")
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


class StaffCount(models.Model):
    """How many people a unit had on a day, who said so, and for which counting unit."""

    body = models.ForeignKey("people.OrganisingBody", models.CASCADE)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="staff_counts")
    counted_under = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    """The parent whose count includes these people; two parents at once are refused, unless the
    rulebook of a contest says whose count holds."""
    people = models.PositiveIntegerField()
    as_of = models.DateField()
    supplier = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "unit", "counted_under", "as_of"], name="staff_count_once_a_parent"
            ),
            models.UniqueConstraint(
                fields=["body", "unit", "as_of"],
                condition=Q(counted_under__isnull=True),
                name="staff_count_once_of_its_own",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.people}"
