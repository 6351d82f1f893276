"""Tables of the question bank: questions, their versions, answer keys apart."""

from django.db import models

from hoithi.contests.models import Contest, Round
from hoithi.people.models import OrganisingBody, Person


class QuestionKind(models.TextChoices):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    NUMERIC = "numeric"
    SHORT_TEXT = "short_text"
    NUMBER = "number"
    MATCHING = "matching"
    ORDERING = "ordering"
    ESSAY = "essay"


class QuestionState(models.TextChoices):
    """How far a version has come between writer and reviewer."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class Bank(models.Model):
    """A question bank of a body."""

    body = models.ForeignKey(OrganisingBody, models.PROTECT, related_name="banks")
    title = models.CharField(max_length=200)
    contests = models.ManyToManyField(Contest, blank=True, related_name="banks")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Question(models.Model):
    """A question through all its versions."""

    bank = models.ForeignKey(Bank, models.CASCADE, related_name="questions")
    code = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bank", "code"], name="question_code_once")]

    def __str__(self) -> str:
        return self.code


class QuestionVersion(models.Model):
    """One wording of a question with its legal basis; never changed once it was in a paper."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=QuestionKind.choices)
    stem = models.TextField()
    search = models.TextField(default="", editable=False)
    """The stem without marks, in small letters."""
    options = models.JSONField(default=list)
    """Texts of the options in the writer's order."""
    targets = models.JSONField(default=list)
    """What the options of a matching question are matched with."""
    media = models.JSONField(default=list)
    """Files beside the stem: hash, name, kind and description of each."""
    longest = models.PositiveIntegerField(default=0)
    """The most words of an essay; 0 for no limit."""
    anchored = models.JSONField(default=list)
    """Places of options that stay where they are when options are shuffled."""
    field = models.CharField(max_length=40, db_index=True)
    field_title = models.CharField(max_length=60, blank=True, default="")
    """A field of the bank's own as its writer wrote it; empty for the usual ones."""
    topic = models.CharField(max_length=120, blank=True, default="")
    """Within the field, in the writer's words; empty where the field is not divided."""
    difficulty = models.CharField(max_length=10)
    audience = models.CharField(max_length=20, default="all")
    never_with = models.JSONField(default=list)
    """Codes of questions of the bank that are never in one paper with it."""
    document_number = models.CharField(max_length=60)
    document_key = models.CharField(max_length=80, default="", editable=False, db_index=True)
    """The same for all ways of writing the number."""
    document_title = models.CharField(max_length=300, blank=True)
    article = models.CharField(max_length=60, blank=True)
    article_key = models.CharField(max_length=60, default="", editable=False)
    clause = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    in_force_to = models.DateField(null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    """The day for which the writer found the text in force and the key right."""
    state = models.CharField(
        max_length=10, choices=QuestionState.choices, default=QuestionState.DRAFT
    )
    author = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reviewer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)
    made_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="question_version_once")
        ]

    def __str__(self) -> str:
        return self.stem[:60]

    @property
    def body_id(self) -> int:
        """The body that owns the bank."""
        return self.question.bank.body_id


class AnswerKey(models.Model):
    """What is right, apart from the question: no page for contestants ever reads this table."""

    version = models.ForeignKey(QuestionVersion, models.CASCADE, related_name="keys")
    number = models.PositiveIntegerField()
    right = models.JSONField()
    """As `questions.facts.right_as_stored` writes it: of each kind another form."""
    explanation = models.TextField(blank=True)
    withdrawn = models.BooleanField(default=False)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="key_once")]

    def __str__(self) -> str:
        return f"{self.version_id} k{self.number}"


class DocumentChangeKind(models.TextChoices):
    """What became of a document that questions cite."""

    EXPIRED = "expired"
    AMENDED = "amended"


class DocumentChange(models.Model):
    """A document, or one article of it, is another one from a day on; questions are looked at."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE, related_name="document_changes")
    key = models.CharField(max_length=80, db_index=True)
    number = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=DocumentChangeKind.choices)
    article = models.CharField(max_length=60, blank=True)
    """The key of the article; empty for the whole document."""
    on = models.DateField()
    """The first day on which the old text no longer holds."""
    by_document = models.CharField(max_length=120)
    """Number of the document that ends or amends it."""
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was taken back."""

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.on}"


class Confirmation(models.Model):
    """A reviewer found that a version still holds after a change of the document it cites."""

    change = models.ForeignKey(DocumentChange, models.CASCADE, related_name="confirmations")
    version = models.ForeignKey(QuestionVersion, models.CASCADE, related_name="confirmations")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["change", "version"], name="confirmation_once")
        ]

    def __str__(self) -> str:
        return f"{self.change_id}/{self.version_id}"


class BankSeal(models.Model):
    """The questions that a round may draw, as they stood when its head sealed them."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="bank_seals")
    sha256 = models.CharField(max_length=64, blank=True)
    """Over the sealed questions with their keys; empty while they are being written down."""
    sealed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was lifted."""
    checked_at = models.DateTimeField(null=True, blank=True)
    """When the round opened and the questions were hashed again."""
    is_whole = models.BooleanField(null=True)
    """Whether nothing had been changed behind the application."""

    def __str__(self) -> str:
        return f"{self.round_id} {self.sha256[:12]}"


class SealedQuestion(models.Model):
    """One question under a seal: its version and the number of its key."""

    seal = models.ForeignKey(BankSeal, models.CASCADE, related_name="questions")
    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="seals")
    key_number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seal", "version"], name="sealed_once")]

    def __str__(self) -> str:
        return f"{self.seal_id}/{self.version_id}"
