using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// Notes for <c>feedback doctor</c> whose mail SES reports in both formats, which is counted once and paid for twice. A process notes a set
/// once an hour, so that it costs next to nothing.
/// </summary>
internal sealed class BothFormats(IBothFormatsLog log, TimeProvider time, ILogger<BothFormats> logger)
{
    internal static readonly TimeSpan NotedFor = TimeSpan.FromHours(1);

    /// <summary>A batch may be about many sets, and must not wait for as many writes. The next batches note the others.</summary>
    internal const int NotesABatch = 10;

    private readonly Dictionary<ReputationEntity, DateTimeOffset> _noted = [];

    internal async Task NoteAsync(IEnumerable<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sets = entities.Where(entity => entity.ConfigurationSetName is not null && now >= _noted.GetValueOrDefault(entity) + NotedFor);
        foreach (var set in sets.Take(NotesABatch).ToList())
        {
            try
            {
                await log.AddAsync(set, cancellationToken);
                _noted[set] = now;
            }
            catch (Exception exception)
            {
                // The boundary of the bookkeeping: nothing but a note of the doctor depends on it.
                Log.BothFormatsNotNoted(logger, exception, set.Name);
                return;
            }
        }
    }
}
