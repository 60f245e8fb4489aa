using Feedback.Cli.Status;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>Everything there is to see from outside at one moment.</summary>
/// <param name="Stored">All items of all tables.</param>
/// <param name="Entities">How each set stands.</param>
/// <param name="SendingChanges">The calls that SES took and that switch sending, on or off, of a set or of the account.</param>
/// <param name="NotSending">The sets SES refuses mail for.</param>
/// <param name="Mails">What on-call was sent.</param>
internal sealed record Snapshot(
    StoredItems Stored,
    IReadOnlyList<EntityStatus> Entities,
    IReadOnlyList<SesCall> SendingChanges,
    IReadOnlyList<string> NotSending,
    IReadOnlyList<PublishedMail> Mails);
