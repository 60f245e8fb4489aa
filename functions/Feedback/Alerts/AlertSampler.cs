using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>Reads the evidence that an alert shows beside its state.</summary>
internal sealed class AlertSampler(IOutcomeReader outcomes, IStateStore states, ILogger<AlertSampler> logger)
{
    private const int EventsPerSet = 200;

    internal async Task<AlertSample> TakeAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            return entity.IsAccount
                ? await OfSetsAsync(await WorstAsync(entity.Member, cancellationToken), cancellationToken)
                : new AlertSample(await EventsAsync(entity, cancellationToken));
        }
        catch (Exception exception)
        {
            // The sample is an extra: the alert is published without it.
            Log.SampleNotTaken(logger, exception, entity.Key);
            return AlertSample.None;
        }
    }

    /// <summary>Returns the sets that explain the account's level best. Their counts are from their own last transition.</summary>
    private async Task<List<EntityState>> WorstAsync(MemberAccount? member, CancellationToken cancellationToken) =>
    [
        .. (await states.AllAsync(cancellationToken))
            .Where(state => !state.Entity.IsAccount && state.Entity.Member == member)
            .Where(state => state.Level != Level.Normal || state.Sending != SendingStatus.Enabled)
            .OrderByDescending(state => (state.Level, state.Worst?.Events ?? 0))
            .ThenBy(state => state.Entity.Name, StringComparer.Ordinal)
            .Take(AlertFacts.TopCount),
    ];

    private async Task<IReadOnlyList<ReputationEvent>> EventsAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        [.. (await outcomes.LatestEventsAsync(entity, EventsPerSet, cancellationToken)).Select(outcome => outcome.ReputationEvent).OfType<ReputationEvent>()];

    private async Task<AlertSample> OfSetsAsync(List<EntityState> sets, CancellationToken cancellationToken)
    {
        var events = new List<ReputationEvent>();
        foreach (var set in sets)
        {
            events.AddRange(await EventsAsync(set.Entity, cancellationToken));
        }

        return new AlertSample([.. events.OrderByDescending(occurred => occurred.OccurredAt)], sets);
    }
}
