"""By what an authority elsewhere vouches for one of our accounts."""

from django.db import models


class OutsideAccount(models.Model):
    """The account at another authority (OpenID Connect) with which a person may sign in here."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="outside_account")
    email = models.EmailField(unique=True, null=True, blank=True)
    """Chosen by an administrator; counts only as an address that the authority has verified."""
    subject = models.CharField(max_length=255, unique=True, null=True, blank=True)
    """The authority's own number of the person; bound at the first sign-in by e-mail."""
    added_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email__isnull=False) | models.Q(subject__isnull=False),
                name="outside_account_is_named",
            )
        ]

    def __str__(self) -> str:
        return self.email or self.subject or ""
