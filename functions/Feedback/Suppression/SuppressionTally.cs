using Microsoft.Extensions.Logging;

namespace Feedback.Suppression;

/// <summary>Counts changes of the suppression list after they are made.</summary>
internal sealed class SuppressionTally(ISuppressionCounts counts, ILogger<SuppressionTally> logger)
{
    internal const string Imported = "Imported";

    /// <inheritdoc cref="ISuppressionCounts.AddAsync"/>
    internal async Task AddAsync(IReadOnlyDictionary<string, long> added, CancellationToken cancellationToken)
    {
        try
        {
            await counts.AddAsync(added, cancellationToken);
        }
        catch (Exception exception)
        {
            // The boundary of the counts: the list has changed, and only a digest misses it.
            Log.SuppressionsNotCounted(logger, exception);
        }
    }

    internal Task AddAsync(string what, long addresses, CancellationToken cancellationToken) =>
        AddAsync(new Dictionary<string, long> { [what] = addresses }, cancellationToken);
}
