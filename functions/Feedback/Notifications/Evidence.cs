namespace Feedback.Notifications;

/// <summary>What a notification proves about one recipient of one message. Bits are only ever added.</summary>
[Flags]
internal enum Evidence
{
    None = 0,

    /// <summary>The recipient's server accepted the message.</summary>
    Delivered = 1,

    /// <summary>The attempt failed for now: counts in the denominator only.</summary>
    SoftBounced = 2,

    /// <summary>A soft bounce caused by the mailbox, so it counts towards the soft-bounce limit.</summary>
    TowardsSoftBounceLimit = 4,

    /// <summary>Counts in the numerator of the bounce rate, and suppresses the recipient.</summary>
    HardBounced = 8,

    /// <summary>The hard bounce came from SES's global suppression list, which drops an address after at most 14 days.</summary>
    OnSesGlobalList = 16,

    /// <summary>The complaint is counted for this recipient: one recipient for each feedback id.</summary>
    Complained = 32,

    /// <summary>The recipient may have complained: suppressed, not counted.</summary>
    ListedInComplaint = 64,

    /// <summary>On the account's suppression list: never attempted, so suppressed and not counted.</summary>
    OnAccountList = 128,

    /// <summary>On the tenant's suppression list: never attempted, so suppressed and not counted.</summary>
    OnTenantList = 256,

    /// <summary>Rejected by SES's address validation: never attempted, so suppressed and not counted.</summary>
    FailedValidation = 512,

    /// <summary>Opted out through SES's list management: never attempted, so suppressed and not counted.</summary>
    Unsubscribed = 1024,

    /// <summary>Rejected by SES because of a virus: never attempted. A problem of sending, in no rate.</summary>
    Rejected = 2048,

    /// <summary>Not made from its template: never attempted. A problem of sending, in no rate.</summary>
    RenderingFailed = 4096,

    /// <summary>Not delivered yet: its delivery or bounce follows. A problem of sending, in no rate.</summary>
    Delayed = 8192,
}
