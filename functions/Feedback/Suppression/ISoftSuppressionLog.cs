namespace Feedback.Suppression;

/// <summary>
/// The addresses that were suppressed for soft bounces, in the order of time. Every process reads what was added since it last read, so that
/// it knows all of them without looking any up.
/// </summary>
internal interface ISoftSuppressionLog
{
    /// <summary>
    /// Adds the entries that hold a soft-bounce suppression, before they are written. They are kept for as long as the suppression is needed.
    /// </summary>
    Task AddAsync(IEnumerable<SuppressionEntry> entries, CancellationToken cancellationToken);

    /// <summary>Returns what was added at <paramref name="from"/> or later, read consistently, the oldest first.</summary>
    /// <param name="from">Null for everything.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    IAsyncEnumerable<(DateTimeOffset At, string RecipientHash)> ReadAsync(DateTimeOffset? from, CancellationToken cancellationToken);
}
