using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>An entry as JSON: a line of an export, and an element of a list.</summary>
/// <param name="Address">The normalised address, which is the table's key.</param>
/// <param name="Reported">The address as SES reported it; null if that is the same.</param>
/// <param name="Causes">Every cause, also those that have ended.</param>
/// <param name="Allowance">What an operator allows; null if there is nothing.</param>
internal sealed record EntryDocument(string Address, string? Reported, IReadOnlyList<CauseDocument> Causes, AllowanceDocument? Allowance)
{
    public static EntryDocument Of(SuppressionEntry entry) => new(
        entry.Address.Value,
        entry.Reported,
        [.. entry.Causes.Select(cause => CauseDocument.Of(cause.Key, cause.Value))],
        entry.Allowance is { } allowance ? AllowanceDocument.Of(allowance) : null);
}
