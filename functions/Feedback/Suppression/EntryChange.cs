namespace Feedback.Suppression;

/// <summary>A change of one entry of the suppression list, as the table's stream reports it.</summary>
/// <param name="Id">Identifies the change, also when it is reported again.</param>
/// <param name="Position">Its place in the stream.</param>
/// <param name="At">When the entry was written or deleted.</param>
/// <param name="Before">Null if there was no entry.</param>
/// <param name="After">Null if the entry was deleted, by an operator or because it had expired.</param>
internal sealed record EntryChange(string Id, string Position, DateTimeOffset At, SuppressionEntry? Before, SuppressionEntry? After);
