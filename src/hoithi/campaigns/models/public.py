"""What the public sees of a campaign: its page, its news, and how many came on which day."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.people.models import Person


class CampaignPage(models.Model):
    """The public page of a campaign; it is there while it is opened and not withdrawn."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="page")
    slug = models.SlugField(max_length=80, unique=True)
    words = models.TextField(blank=True)
    """What the page says first."""
    shows_plan = models.BooleanField(default=False)
    """Whether the document of the plan may be fetched there."""
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.slug

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self.opened_at is not None and self.withdrawn_at is None


class CampaignNews(models.Model):
    """A piece of news on the public page."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="news")
    title = models.CharField(max_length=300)
    text = models.TextField()
    link = models.URLField(max_length=500, blank=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class CampaignVisits(models.Model):
    """How often the public page was asked for on one day by one way; nothing of who asked."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="visits")
    day = models.DateField()
    source = models.CharField(max_length=20)
    """A channel, "qr", or "" for who came straight."""
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "day", "source"], name="visits_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.day}: {self.count}"
