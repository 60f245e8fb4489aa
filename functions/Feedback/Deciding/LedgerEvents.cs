using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Reads the events behind an entity's counters from the ledger.</summary>
internal sealed class LedgerEvents(IOutcomeReader outcomes, IStateStore states) : ICountedEvents
{
    /// <summary>
    /// So many sets of an account are read, those with the most events. An account whose volume is small has no more sets that matter, and the
    /// spread takes what it gets for a sample.
    /// </summary>
    private const int MaximumSets = 100;

    public async Task<IReadOnlyList<CountedEvent>> LatestAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken)
    {
        var found = new List<Outcome>();
        foreach (var part in entity.IsAccount ? await PartsAsync(entity.Member, cancellationToken) : [entity])
        {
            found.AddRange(await outcomes.LatestEventsAsync(part, limit, cancellationToken));
        }

        return [.. found.SelectMany(Of).OrderByDescending(counted => counted.SentAt).Take(limit)];
    }

    /// <summary>The ledger's index has the events of each set, and those of unattributed mail, but none of the account.</summary>
    private async Task<IReadOnlyList<ReputationEntity>> PartsAsync(MemberAccount? member, CancellationToken cancellationToken) =>
    [
        .. (await states.AllAsync(cancellationToken))
            .Where(state => !state.Entity.IsAccount && state.Entity.Member == member)
            .OrderByDescending(state => state.Worst?.Events ?? 0)
            .ThenBy(state => state.Entity.Key, StringComparer.Ordinal)
            .Take(MaximumSets)
            .Select(state => state.Entity),
    ];

    /// <summary>A mail that bounced and was complained about is two events.</summary>
    private static IEnumerable<CountedEvent> Of(Outcome outcome) =>
        from signal in Signal.All
        where signal.Events(Tally.Of(outcome.Evidence)) > 0
        select new CountedEvent(signal, outcome.SentAt, outcome.Key.RecipientHash, outcome.ReputationEvent!.Domain);
}
