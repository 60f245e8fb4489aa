using static Feedback.Notifications.Evidence;

namespace Feedback.Notifications.Wire;

/// <summary>Maps each bounce type and subtype to its evidence (SES Developer Guide, "Bounce types").</summary>
internal static class BounceTable
{
    private const Evidence MailboxTrouble = SoftBounced | TowardsSoftBounceLimit;

    private static readonly Row[] Rows =
    [
        new("Permanent", "General", HardBounced),
        new("Permanent", "NoEmail", HardBounced),
        new("Permanent", "Suppressed", HardBounced | OnSesGlobalList),

        // Never attempted: neither a bounce nor an attempt.
        new("Permanent", "OnAccountSuppressionList", OnAccountList),
        new("Permanent", "OnTenantSuppressionList", OnTenantList),
        new("Permanent", "EmailValidationSuppressed", FailedValidation),
        new("Permanent", "UnsubscribedRecipient", Unsubscribed),

        // Out-of-office replies come as Transient/General; the last three are the fault of the message.
        new("Transient", "General", SoftBounced),
        new("Transient", "MailboxFull", MailboxTrouble),
        new("Transient", "CustomTimeoutExceeded", MailboxTrouble),
        new("Transient", "MessageTooLarge", SoftBounced),
        new("Transient", "ContentRejected", SoftBounced),
        new("Transient", "AttachmentRejected", SoftBounced),

        new("Undetermined", "Undetermined", MailboxTrouble),
    ];

    internal static Row Find(JsonField type, JsonField subtype)
    {
        foreach (var row in Rows)
        {
            if (type.Is(row.Type) && subtype.Is(row.Subtype))
            {
                return row;
            }
        }

        return new Row(type.Label(), subtype.Label(), OfUnknownSubtype(type));
    }

    private static Evidence OfUnknownSubtype(JsonField type)
    {
        if (type.Is("Permanent"))
        {
            return HardBounced;
        }

        return type.Is("Transient") ? SoftBounced : MailboxTrouble;
    }

    /// <summary>One bounce type and subtype, with its evidence.</summary>
    internal readonly record struct Row(string Type, string Subtype, Evidence Evidence)
    {
        internal string Label { get; } = $"{Type}/{Subtype}";
    }
}
