namespace Feedback.Suppression;

/// <summary>The answer to the question whether mail of a scope may be sent to an address.</summary>
internal abstract record SuppressionAnswer
{
    private SuppressionAnswer()
    {
    }

    /// <summary>Asks an entry.</summary>
    /// <param name="entry">The entry; null if the table has none for the address.</param>
    /// <param name="scope">The configuration set that sends; everywhere for mail without a set.</param>
    /// <param name="now">The time at which the mail would be sent.</param>
    internal static SuppressionAnswer Ask(SuppressionEntry? entry, SuppressionScope scope, DateTimeOffset now)
    {
        if (entry is null)
        {
            return MaySend.Instance;
        }

        if (entry.Allowance is { } allowance && allowance.IsInForce(now))
        {
            return new Allowed(allowance);
        }

        var grounds = entry.Causes.Select(c =>
            new SuppressionGround(c.Key.Scope.ToString(), c.Key.Reason.ToString(), c.Value.Since, c.Value.Until));
        return SuppressionRule.Deciding(grounds, scope.ToString(), now) is { } ground
            ? new Suppressed(
                ground.Scope == SuppressionRule.Everywhere ? SuppressionScope.Everywhere : scope,
                Enum.Parse<SuppressionReason>(ground.Reason),
                ground.Since,
                ground.Until)
            : MaySend.Instance;
    }

    /// <summary>Nothing suppresses the address.</summary>
    internal sealed record MaySend : SuppressionAnswer
    {
        internal static MaySend Instance { get; } = new();
    }

    /// <summary>An operator allows mail to the address, whatever else the entry holds.</summary>
    internal sealed record Allowed(Allowance By) : SuppressionAnswer;

    /// <summary>No mail may be sent.</summary>
    /// <param name="Scope">The scope that decided.</param>
    /// <param name="Reason">Of several reasons the one that lasts longest.</param>
    /// <param name="Since">The time of the first event, or of the operator's order.</param>
    /// <param name="Until">When it ends; null if it doesn't.</param>
    internal sealed record Suppressed(SuppressionScope Scope, SuppressionReason Reason, DateTimeOffset? Since, DateTimeOffset? Until) : SuppressionAnswer;
}
