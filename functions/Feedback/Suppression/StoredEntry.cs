namespace Feedback.Suppression;

/// <summary>An item of the table: an entry, or why it can't be read.</summary>
internal readonly record struct StoredEntry(SuppressionEntry? Entry, string? Problem);
