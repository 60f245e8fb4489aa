namespace Feedback.Cli.Suppressions;

/// <summary>Figures of the list as JSON.</summary>
/// <param name="Addresses">Items of the table, with those that no longer suppress.</param>
/// <param name="Suppressed">Addresses that something suppresses now, for at least one scope.</param>
/// <param name="Allowed">Addresses that an operator allows now.</param>
/// <param name="Unreadable">Items that Feedback can't read. They suppress.</param>
/// <param name="Reasons">By reason and scope.</param>
internal sealed record StatsDocument(long Addresses, long Suppressed, long Allowed, long Unreadable, IReadOnlyList<StatsDocument.ReasonCount> Reasons)
{
    /// <summary>How many addresses a reason suppresses now in one scope.</summary>
    internal sealed record ReasonCount(string Reason, string Scope, long Addresses);
}
