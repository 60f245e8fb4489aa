namespace Feedback.Suppression;

/// <summary>Why no mail may be sent to an address.</summary>
internal enum SuppressionReason
{
    /// <summary>It bounced hard. Has no end.</summary>
    HardBounce,

    /// <summary>It is on SES's global suppression list, where SES keeps an address for up to 14 days. Ends after 14 days.</summary>
    SesGlobalList,

    /// <summary>The recipient complained, or may have. Has no end.</summary>
    Complaint,

    /// <summary>It is on the account's suppression list in SES. Has no end.</summary>
    AccountSuppressionList,

    /// <summary>It is on the tenant's suppression list in SES. Has no end.</summary>
    TenantSuppressionList,

    /// <summary>SES's address validation refused it. Has no end.</summary>
    EmailValidation,

    /// <summary>The recipient unsubscribed: an opt-out, not a defect of the address. Has no end.</summary>
    Unsubscribed,

    /// <summary>As many messages in a row as the soft-bounce limit bounced softly. Ends 14 days after the last.</summary>
    SoftBounceLimit,
}
