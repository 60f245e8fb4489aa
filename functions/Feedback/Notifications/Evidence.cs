namespace Feedback.Notifications;

/// <summary>What one notification proves about one recipient of one message. Bits only ever add up.</summary>
[Flags]
internal enum Evidence
{
    None = 0,

    /// <summary>The recipient's server accepted the message.</summary>
    Delivered = 1,

    /// <summary>Attempted without success: in the denominator only.</summary>
    SoftBounced = 2,

    /// <summary>A soft bounce that says something about the mailbox, so it counts towards the soft-bounce limit.</summary>
    TowardsSoftBounceLimit = 4,

    /// <summary>In the numerator of the bounce rate, and suppressed.</summary>
    HardBounced = 8,

    /// <summary>The hard bounce came from SES's global list: recoverable, since SES forgets the address after 14 days.</summary>
    OnSesGlobalList = 16,

    /// <summary>The one recipient who carries the complaint of a feedback id.</summary>
    Complained = 32,

    /// <summary>May have complained: suppressed, not counted.</summary>
    ListedInComplaint = 64,

    /// <summary>On the account's suppression list: never attempted, so suppressed and not counted.</summary>
    OnAccountList = 128,

    /// <summary>On the tenant's suppression list: never attempted, so suppressed and not counted.</summary>
    OnTenantList = 256,

    /// <summary>SES's address validation refused it: never attempted, so suppressed and not counted.</summary>
    FailedValidation = 512,

    /// <summary>Opted out through SES's list management: never attempted, so suppressed and not counted.</summary>
    Unsubscribed = 1024,
}
