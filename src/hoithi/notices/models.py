"""The table of messages to people."""

from django.db import models

from hoithi.people.models import OrganisingBody, Person


class Notice(models.Model):
    """A message to one person, read on the site and sent by mail where there is an address."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    text = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=120, blank=True)
    """What it is about: the same key is not told twice."""
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key"], condition=~models.Q(key=""), name="notice_once_a_key"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
