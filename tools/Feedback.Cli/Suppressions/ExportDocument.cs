namespace Feedback.Cli.Suppressions;

/// <summary>The result of an export as JSON.</summary>
/// <param name="Addresses">Entries that were written.</param>
/// <param name="Unreadable">Items that could not be read.</param>
internal sealed record ExportDocument(string File, long Addresses, int Unreadable);
