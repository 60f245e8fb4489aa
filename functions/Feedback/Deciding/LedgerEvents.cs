using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Reads the events behind an entity's counters from the ledger.</summary>
internal sealed class LedgerEvents(IOutcomeReader outcomes) : ICountedEvents
{
    public async Task<IReadOnlyList<CountedEvent>> LatestAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        [.. (await outcomes.LatestEventsAsync(entity, limit, cancellationToken)).SelectMany(Of)];

    /// <summary>A mail that bounced and was complained about is two events.</summary>
    private static IEnumerable<CountedEvent> Of(Outcome outcome) =>
        from signal in Signal.All
        where signal.Events(Tally.Of(outcome.Evidence)) > 0
        select new CountedEvent(signal, outcome.SentAt, outcome.Key.RecipientHash, outcome.ReputationEvent!.Domain);
}
