namespace Feedback.Cli.Simulation;

/// <summary>The reason for a bounce, in the words of SES and of the remote server.</summary>
internal sealed record BounceReason(string Type, string Subtype, string Status, string Diagnostic)
{
    public static BounceReason General { get; } = new("Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown");

    public static BounceReason NoEmail { get; } = new("Permanent", "NoEmail", "5.1.1", "smtp; 550 5.1.1 no mailbox here by that name");

    /// <summary>A bounce by SES's global suppression list, which keeps an address for 14 days, as Feedback's list does.</summary>
    public static BounceReason GlobalList { get; } = new("Permanent", "Suppressed", "5.1.1", "Amazon SES has suppressed sending to this address");

    public static BounceReason AccountList { get; } = new(
        "Permanent",
        "OnAccountSuppressionList",
        "5.1.1",
        "Amazon SES did not send the message to this address because it is on the suppression list for your account.");

    public static BounceReason OutOfOffice { get; } = new("Transient", "General", "4.0.0", "smtp; 451 out of office");

    public static BounceReason MailboxFull { get; } = new("Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full");

    public static BounceReason ContentRejected { get; } = new("Transient", "ContentRejected", "4.7.1", "smtp; 451 4.7.1 content rejected");
}
