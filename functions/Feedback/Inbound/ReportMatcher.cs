using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Inbound;

/// <summary>
/// Finds the mail that a report is about. Anyone can write a report, so it counts only if the ledger holds an outcome of that message for
/// that recipient: an id of SES can't be guessed, and only those who got the mail know it.
/// </summary>
internal sealed class ReportMatcher(IOutcomeReader outcomes)
{
    private const Evidence AnyComplaint = Evidence.Complained | Evidence.ListedInComplaint;

    /// <param name="report">The report.</param>
    /// <param name="reportedAt">When it arrived.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    internal async Task<ReportMatch> MatchAsync(MailReport report, DateTimeOffset reportedAt, CancellationToken cancellationToken)
    {
        foreach (var messageId in report.MessageIds)
        {
            var found = new Dictionary<EmailAddress, (Outcome Outcome, ReportedRecipient Reported)>();
            foreach (var recipient in report.Recipients)
            {
                if (await FindAsync(messageId, recipient.Addresses, cancellationToken) is var (address, outcome))
                {
                    found.TryAdd(address, (outcome, recipient));
                }
            }

            if (found.Count > 0)
            {
                return Of(report.Kind, messageId, reportedAt, found);
            }
        }

        return new ReportMatch.Unknown(NamesAMail: report.MessageIds.Count > 0);
    }

    private async Task<(EmailAddress Address, Outcome Outcome)?> FindAsync(
        string messageId, IReadOnlyList<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            if (await outcomes.FindAsync(new OutcomeKey(address.Hash, messageId), cancellationToken) is { } outcome)
            {
                return (address, outcome);
            }
        }

        return null;
    }

    /// <summary>
    /// The event has the key of SES's own, and the account, the set and the send time that the ledger knows, so that both together count
    /// once and for the same set.
    /// </summary>
    private static ReportMatch Of(
        FeedbackKind kind, string messageId, DateTimeOffset reportedAt, Dictionary<EmailAddress, (Outcome Outcome, ReportedRecipient Reported)> found)
    {
        var news = found.Where(one => !IsKnown(one.Value.Outcome.Evidence, one.Value.Reported.Evidence)).ToList();
        if (news.Count == 0)
        {
            return new ReportMatch.Known();
        }

        var outcome = news[0].Value.Outcome;
        return new ReportMatch.Ours(new FeedbackEvent(
            kind,
            messageId,
            outcome.SentAt,
            reportedAt,
            FeedbackId: null,
            outcome.Attribution.ConfigurationSet,
            outcome.Attribution.Source,
            IdentityArn: null,
            outcome.Attribution.Member?.AccountId,
            TenantName: null,
            [
                .. news.Select(one => new RecipientEvidence(
                    one.Key, one.Value.Reported.Evidence, one.Value.Reported.Subtype, one.Value.Reported.Diagnostic)),
            ])
        {
            Region = outcome.Attribution.Member?.Region,
        });
    }

    /// <summary>
    /// A later report of the same is no new event: as one, it would suppress an address again that an operator has allowed in between. SES
    /// may have charged the same complaint to another recipient of the mail.
    /// </summary>
    private static bool IsKnown(Evidence seen, Evidence reported) =>
        (seen & reported) == reported || ((reported & AnyComplaint) != Evidence.None && (seen & AnyComplaint) != Evidence.None);
}
