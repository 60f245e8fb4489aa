using Feedback.Notifications;

namespace Feedback.Processing;

/// <summary>
/// The accounts whose mail is recorded: this one, and those that are listed. Without a list, mail of any account is recorded, since only
/// senders that this account has authorised can cause feedback here.
/// </summary>
/// <param name="own">Twelve digits; empty if unknown, and then nothing is refused.</param>
/// <param name="listed">Twelve digits each.</param>
internal sealed class SendingAccounts(string own, IReadOnlySet<string> listed)
{
    /// <summary>Returns whether the mail was sent by an account that is not listed.</summary>
    internal bool Refuse(FeedbackEvent feedback) =>
        own.Length > 0 && listed.Count > 0 && feedback.SendingAccountId is { } sender && sender != own && !listed.Contains(sender);
}
