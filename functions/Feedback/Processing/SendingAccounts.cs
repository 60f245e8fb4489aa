using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Processing;

/// <summary>
/// The accounts whose mail is recorded: this one, and those that are listed. Without a list, mail of any account is recorded, since only
/// senders that this account has authorised can cause feedback here; it suppresses, and counts against those accounts alone.
/// </summary>
/// <param name="own">The account and Region of the stack. An empty account id is unknown, and then all mail counts as the stack's own.</param>
/// <param name="listed">Twelve digits each.</param>
/// <param name="countsListed">
/// Whether the mail of listed accounts has rates here, for each account and Region. Else each has a stack of its own for that.
/// </param>
internal sealed class SendingAccounts(Deployment own, IReadOnlySet<string> listed, bool countsListed)
{
    /// <summary>Returns whether the mail was sent by an account that is not listed.</summary>
    internal bool Refuse(FeedbackEvent feedback) => listed.Count > 0 && !IsOfOwnAccount(feedback) && !listed.Contains(feedback.SendingAccountId!);

    /// <summary>
    /// Returns whose rates the mail counts in, without a set. Mail of the stack's account from another Region is the stack's own unless the
    /// account lists itself, because it may come from a Region that SES names in another way.
    /// </summary>
    internal Attribution Of(FeedbackEvent feedback)
    {
        if (IsOfOwnAccount(feedback) && !listed.Contains(own.AccountId))
        {
            return Attribution.None;
        }

        var sender = feedback.SendingAccountId ?? own.AccountId;
        var region = MemberAccount.IsRegion(feedback.Region) ? feedback.Region! : own.Region;
        if (sender == own.AccountId && region == own.Region)
        {
            return Attribution.None;
        }

        return countsListed && listed.Contains(sender) ? Attribution.Unknown(new MemberAccount(sender, region))
            : sender == own.AccountId ? Attribution.None
            : Attribution.NotOurs;
    }

    /// <summary>Returns whether an identity is of the stack's own account, which is the one that can look it up.</summary>
    internal bool Owns(string accountId) => own.AccountId.Length == 0 || accountId == own.AccountId;

    /// <summary>SES always names the sending account; without it, the event counts as ours, so that bounces are not lost to the rates.</summary>
    private bool IsOfOwnAccount(FeedbackEvent feedback) =>
        own.AccountId.Length == 0 || feedback.SendingAccountId is null || feedback.SendingAccountId == own.AccountId;
}
