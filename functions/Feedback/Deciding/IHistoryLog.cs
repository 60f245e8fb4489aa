namespace Feedback.Deciding;

/// <summary>The history of what people change that is no state: a transition brings its entry along with the state.</summary>
internal interface IHistoryLog
{
    Task AddAsync(HistoryEntry entry, CancellationToken cancellationToken);
}
