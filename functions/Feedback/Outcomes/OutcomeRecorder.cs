using Microsoft.Extensions.Logging;

namespace Feedback.Outcomes;

/// <summary>Records observations exactly once, whatever else is writing.</summary>
internal sealed class OutcomeRecorder(IOutcomeStore store, TimeProvider time, ILogger<OutcomeRecorder> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Records chunk by chunk and returns what is recorded. A chunk that fails, or that
    /// <paramref name="cancellation"/> leaves no time for, is missing from the result; the others are not touched by that.
    /// </summary>
    internal async Task<Recording> RecordAsync(IEnumerable<Observation> observations, CancellationToken cancellation)
    {
        var recorded = new Recording();
        foreach (var chunk in ChunkPlan.Pack(observations))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            await RecordChunkAsync(chunk, recorded, cancellation);
        }

        return recorded;
    }

    private async Task RecordChunkAsync(IReadOnlyList<Observation> chunk, Recording recorded, CancellationToken cancellation)
    {
        try
        {
            var draft = new ChunkDraft(chunk);
            await WriteAsync(draft, cancellation);
            recorded.Add(draft);
        }
        catch (Exception exception)
        {
            // The boundary of one chunk: its messages stay in the queue, the other chunks go on.
            Log.ChunkFailed(logger, exception, chunk.Count);
        }
    }

    private async Task WriteAsync(ChunkDraft draft, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = draft.Build();
            if (chunk.Actions == 0)
            {
                return;
            }

            if (chunk.Actions > Chunk.MaximumActions)
            {
                await WriteHalvesAsync(draft, cancellation);
                return;
            }

            switch (await store.WriteAsync(chunk, cancellation))
            {
                case ChunkResult.Written:
                    return;
                case ChunkResult.Stale stale:
                    draft.Learn(stale);
                    break;
                default:
                    await Task.Delay(Jitter(attempt), time, cancellation);
                    break;
            }
        }
    }

    private async Task WriteHalvesAsync(ChunkDraft draft, CancellationToken cancellation)
    {
        var outcomes = draft.Observations.GroupBy(o => o.Key).ToList();
        var half = outcomes.Count / 2;
        await WriteAsync(new ChunkDraft(outcomes.Take(half).SelectMany(g => g).ToList()), cancellation);
        await WriteAsync(new ChunkDraft(outcomes.Skip(half).SelectMany(g => g).ToList()), cancellation);
    }

    /// <summary>Full jitter, doubling from 20 ms: writers that met once must not meet again.</summary>
    private static TimeSpan Jitter(int attempt)
    {
        var ceiling = Math.Min(LongestPause.TotalMilliseconds, 20 * Math.Pow(2, Math.Min(attempt, 10)));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}
