using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Sample observations and the items that recording them writes.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    internal static EmailAddress Address(string name)
    {
        var text = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@example.org";
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeTrue(problem);
        return address;
    }

    internal static Observation Observe(
        Evidence evidence,
        string recipient = "ann",
        string message = "message-1",
        string? set = "news",
        DateTimeOffset? sentAt = null,
        DateTimeOffset? occurredAt = null)
    {
        var address = Address(recipient);
        return new Observation(
            new OutcomeKey(address.Hash, message),
            address,
            evidence,
            set is null ? Attribution.None : Attribution.To(set, AttributionSource.Tag),
            sentAt ?? Noon,
            occurredAt ?? (sentAt ?? Noon) + TimeSpan.FromSeconds(2),
            "Permanent/General",
            "feedback-1");
    }

    /// <summary>The outcome as it is first written.</summary>
    internal static Outcome First(Observation observation) => Ledger.Record(null, observation) with { Version = 1 };

    internal static LedgerTransaction TransactionOf(params Outcome[] outcomes) => new(outcomes, [], []);

    /// <summary>The transaction that records these for the first time.</summary>
    internal static LedgerTransaction TransactionOf(params Observation[] observations) =>
        new LedgerTransactionBuilder(observations, SuppressionTerms.Default).Build();

    internal static SuppressionEntry Entry(string name, long version = 0, SuppressionReason reason = SuppressionReason.HardBounce) =>
        SuppressionEntry.Empty(Address(name)).Seen(reason, Noon, "message-1") with { Version = version };
}
