using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>One line of a list that is imported.</summary>
/// <param name="Number">Counted from 1, as editors do.</param>
internal abstract record ListLine(long Number)
{
    /// <summary>Adds something to the entry of an address.</summary>
    internal sealed record Entry(long Number, EmailAddress Address, Func<SuppressionEntry, SuppressionEntry> Add) : ListLine(Number);

    /// <summary>Suppresses nothing, such as a subscriber who isn't blocklisted.</summary>
    internal sealed record Skipped(long Number) : ListLine(Number);

    /// <summary>Can't be used. The problem doesn't repeat the line.</summary>
    internal sealed record Bad(long Number, string Problem) : ListLine(Number);
}
