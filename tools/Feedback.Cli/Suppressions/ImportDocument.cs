namespace Feedback.Cli.Suppressions;

/// <summary>The result of an import as JSON.</summary>
/// <param name="Source">The program that wrote the list, recognised by its columns.</param>
/// <param name="Lines">All lines with content, without the header.</param>
/// <param name="Written">Entries that were added or changed.</param>
/// <param name="Unchanged">Entries that said the same already.</param>
/// <param name="Skipped">Lines that suppress nothing, such as subscribers who aren't blocklisted.</param>
/// <param name="Bad">Lines that could not be used.</param>
internal sealed record ImportDocument(string Source, long Lines, long Written, long Unchanged, long Skipped, long Bad);
