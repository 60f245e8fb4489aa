namespace Feedback.Suppression;

/// <summary>Why an address must not be written to.</summary>
internal enum SuppressionReason
{
    /// <summary>It bounced hard: for good.</summary>
    HardBounce,

    /// <summary>SES's global list bounced it. SES keeps an address there for up to 14 days, so this ends after 14 days.</summary>
    SesGlobalList,

    /// <summary>Its owner complained, or may have: for good.</summary>
    Complaint,

    /// <summary>It stands on the account's own suppression list, which this entry mirrors.</summary>
    AccountSuppressionList,

    /// <summary>It stands on the tenant's suppression list.</summary>
    TenantSuppressionList,

    /// <summary>SES's address validation refused it.</summary>
    EmailValidation,

    /// <summary>Its owner unsubscribed: an opt-out, not a defect of the address.</summary>
    Unsubscribed,

    /// <summary>It bounced softly as often in a row as the soft-bounce limit allows; ends after 14 days.</summary>
    SoftBounceLimit,
}
