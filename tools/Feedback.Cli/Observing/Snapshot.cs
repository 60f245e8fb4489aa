using Feedback.Cli.Status;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>The state of a local run at one moment, seen from outside.</summary>
/// <param name="Stored">All items of all tables.</param>
/// <param name="Entities">The status of each set.</param>
/// <param name="SendingChanges">The successful calls to SES that enabled or disabled sending for a set or the account.</param>
/// <param name="NotSending">The sets for which SES rejects mail.</param>
/// <param name="Mails">The mails to on-call.</param>
internal sealed record Snapshot(
    StoredItems Stored,
    IReadOnlyList<EntityStatus> Entities,
    IReadOnlyList<SesCall> SendingChanges,
    IReadOnlyList<string> NotSending,
    IReadOnlyList<PublishedMail> Mails);
