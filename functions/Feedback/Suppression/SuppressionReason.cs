namespace Feedback.Suppression;

/// <summary>Why no mail may be sent to an address.</summary>
internal enum SuppressionReason
{
    /// <summary>It bounced hard. Has no end, unless the deployment sets one.</summary>
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

    /// <summary>As many messages in a row as the soft-bounce limit bounced softly. Ends 14 to 180 days after the last.</summary>
    SoftBounceLimit,

    /// <summary>An operator added it. Ends when the operator said, if at all.</summary>
    Manual,

    /// <summary>An operator imported it from another list. Ends when that list said, if at all.</summary>
    Imported,
}
