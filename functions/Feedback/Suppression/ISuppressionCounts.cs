namespace Feedback.Suppression;

/// <summary>
/// How many addresses came on the suppression list on a day, by reason, and what operators did to it. For people: it is counted beside the
/// list, without a condition, so a crash between the two loses a count. Nothing is counted where nothing reads it.
/// </summary>
internal interface ISuppressionCounts
{
    /// <summary>Adds to the counts of today, in UTC.</summary>
    /// <param name="counts">By the name of a reason, or of what an operator did.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AddAsync(IReadOnlyDictionary<string, long> counts, CancellationToken cancellationToken);

    /// <summary>Returns the counts of a day, in UTC; empty if there are none.</summary>
    Task<IReadOnlyDictionary<string, long>> ReadAsync(DateOnly day, CancellationToken cancellationToken);
}
