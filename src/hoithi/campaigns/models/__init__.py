"""Tables of campaigns: activities and their moments, committees, agencies, tasks, outreach."""

from hoithi.campaigns.models.activities import (
    Activity,
    ActivityKind,
    ActivityUnits,
)
from hoithi.campaigns.models.budgets import (
    Budget,
    BudgetLine,
    BudgetSource,
    BudgetVersion,
    SourceKind,
    SpendingNorm,
    TaxRuleEntered,
    VersionState,
)
from hoithi.campaigns.models.campaigns import (
    Campaign,
)
from hoithi.campaigns.models.committees import (
    Committee,
    CommitteeKind,
    CommitteeMember,
    CommitteeRole,
)
from hoithi.campaigns.models.moves import (
    ActivityMove,
    ActivityOption,
    MovedTask,
)
from hoithi.campaigns.models.nominations import (
    AnswerWay,
    Nomination,
    NominationRequest,
    NominationState,
    Nominee,
    NomineeState,
)
from hoithi.campaigns.models.outreach import (
    OutreachDeed,
    OutreachDraft,
    OutreachDuty,
    OutreachPass,
    OutreachPhoto,
)
from hoithi.campaigns.models.public import (
    CampaignNews,
    CampaignPage,
    CampaignVisits,
)
from hoithi.campaigns.models.reminding import (
    TaskFeed,
    TaskReminded,
    TaskReminding,
)
from hoithi.campaigns.models.reports import (
    AnswerState,
    AskedReport,
    ReportAnswer,
    ReportRequest,
)
from hoithi.campaigns.models.spending import (
    Payment,
    PaymentList,
    Sponsor,
    SponsorStage,
    SponsorStep,
    Voucher,
)
from hoithi.campaigns.models.tasks import (
    Agency,
    Holding,
    HoldingStatus,
    Task,
)
from hoithi.campaigns.models.upward import (
    ParticipationQuota,
    UpwardReport,
    UpwardVersion,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityMove",
    "ActivityOption",
    "ActivityUnits",
    "Agency",
    "AnswerState",
    "AnswerWay",
    "AskedReport",
    "Budget",
    "BudgetLine",
    "BudgetSource",
    "BudgetVersion",
    "Campaign",
    "CampaignNews",
    "CampaignPage",
    "CampaignVisits",
    "Committee",
    "CommitteeKind",
    "CommitteeMember",
    "CommitteeRole",
    "Holding",
    "HoldingStatus",
    "MovedTask",
    "Nomination",
    "NominationRequest",
    "NominationState",
    "Nominee",
    "NomineeState",
    "OutreachDeed",
    "OutreachDraft",
    "OutreachDuty",
    "OutreachPass",
    "OutreachPhoto",
    "ParticipationQuota",
    "Payment",
    "PaymentList",
    "ReportAnswer",
    "ReportRequest",
    "SourceKind",
    "SpendingNorm",
    "Sponsor",
    "SponsorStage",
    "SponsorStep",
    "Task",
    "TaskFeed",
    "TaskReminded",
    "TaskReminding",
    "TaxRuleEntered",
    "UpwardReport",
    "UpwardVersion",
    "VersionState",
    "Voucher",
]
