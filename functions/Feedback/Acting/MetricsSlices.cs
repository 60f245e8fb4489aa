using System.Collections.Concurrent;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>Publishes the metrics of one sweep in slices, so that those of the first entities don't wait for the last.</summary>
internal sealed class MetricsSlices(IReputationMetrics metrics, SetMetrics setMetrics, TimeProvider time, ILogger logger)
{
    /// <summary>Three metrics for each entity; a request takes 500.</summary>
    internal const int EntitiesPerSlice = 150;

    private readonly ConcurrentQueue<(ReputationEntity Entity, Tally Tally)> _waiting = [];

    internal async Task AddAsync(EvaluationResult evaluation, CancellationToken cancellationToken)
    {
        if (!evaluation.Entity.IsAccount && (setMetrics == SetMetrics.None || (setMetrics == SetMetrics.Troubled && !evaluation.IsTroubled)))
        {
            return;
        }

        _waiting.Enqueue((evaluation.Entity, evaluation.Assessment.Longest));
        if (_waiting.Count >= EntitiesPerSlice)
        {
            await FlushAsync(cancellationToken);
        }
    }

    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        var slice = new List<(ReputationEntity Entity, Tally Tally)>();
        while (_waiting.TryDequeue(out var next))
        {
            slice.Add(next);
        }

        if (slice.Count == 0)
        {
            return;
        }

        try
        {
            await metrics.PublishAsync(slice, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception exception)
        {
            // Metrics are informative; pausing matters more.
            Log.MetricsFailed(logger, exception);
        }
    }
}
