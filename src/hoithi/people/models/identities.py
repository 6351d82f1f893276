"""Personal data of contestants: encrypted, findable by blind index, erasable."""

from django.db import models

from hoithi.kit.ids import new_id


class Identity(models.Model):
    """What a person told a body about themselves, sealed; only the masked name is readable."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    body = models.ForeignKey("people.OrganisingBody", models.CASCADE)
    sealed = models.BinaryField(null=True)
    """AES-GCM of the fields as JSON; None once erased."""
    key_number = models.PositiveSmallIntegerField()
    masked_name = models.CharField(max_length=120)
    created_at = models.DateTimeField()
    erase_after = models.DateField(null=True, blank=True, db_index=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.masked_name


class IdentityIndex(models.Model):
    """A keyed hash of one normalised field: an identity is found without being readable."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    identity = models.ForeignKey(Identity, models.CASCADE, related_name="index")
    body = models.ForeignKey("people.OrganisingBody", models.CASCADE)
    field = models.CharField(max_length=30)
    value_hash = models.CharField(max_length=64)
    key_number = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["body", "field", "value_hash"])]

    def __str__(self) -> str:
        return f"{self.identity_id} {self.field}"
