using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Sending;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>Reads what an alert tells beyond its state.</summary>
internal sealed class AlertSampler(IOutcomeStore outcomes, IStateStore states, ILogger<AlertSampler> logger)
{
    /// <summary>Of each set.</summary>
    private const int HarmLookedAt = 200;

    internal async Task<AlertSample> TakeAsync(Subject subject, CancellationToken cancellation)
    {
        try
        {
            return subject == Subject.Account
                ? await OfSetsAsync(await WorstAsync(cancellation), cancellation)
                : new AlertSample(await outcomes.LatestHarmAsync(subject, HarmLookedAt, cancellation));
        }
        catch (Exception exception)
        {
            // The sample is a courtesy: an alert must not wait for it.
            Log.SampleNotTaken(logger, exception, subject.Key);
            return AlertSample.None;
        }
    }

    /// <summary>The account's mail is that of its sets; those that are not normal explain it best. Their counts are those of their own last transition.</summary>
    private async Task<List<SubjectState>> WorstAsync(CancellationToken cancellation) =>
    [
        .. (await states.AllAsync(cancellation))
            .Where(state => state.Subject != Subject.Account && (state.Level != Level.Normal || state.Sending != SendingStatus.Enabled))
            .OrderByDescending(state => (state.Level, state.Worst?.Events ?? 0))
            .ThenBy(state => state.Subject.Name, StringComparer.Ordinal)
            .Take(AlertFacts.TopCount),
    ];

    private async Task<AlertSample> OfSetsAsync(List<SubjectState> sets, CancellationToken cancellation)
    {
        var harm = new List<Harm>();
        foreach (var set in sets)
        {
            harm.AddRange(await outcomes.LatestHarmAsync(set.Subject, HarmLookedAt, cancellation));
        }

        return new AlertSample([.. harm.OrderByDescending(h => h.OccurredAt)], sets);
    }
}
