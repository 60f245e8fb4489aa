using Feedback.Suppression;

namespace Feedback.Announcing;

/// <summary>
/// What an entry says about one scope by the causes of this scope alone. Mail of a configuration set is suppressed if either its own scope or
/// that of all mail is, so a system that knows both standings answers as the table does.
/// </summary>
/// <param name="Kind">The standing.</param>
/// <param name="Reason">Of a suppressed scope, the reason that lasts longest; otherwise null.</param>
/// <param name="Until">When it ends, or has ended; null if it has no end. What is allowed until no cause is left has none.</param>
internal readonly record struct Standing(StandingKind Kind, SuppressionReason? Reason = null, DateTimeOffset? Until = null)
{
    /// <param name="entry">Null for none.</param>
    /// <param name="scope">The scope asked about.</param>
    /// <param name="now">The time asked about.</param>
    internal static Standing Of(SuppressionEntry? entry, SuppressionScope scope, DateTimeOffset now)
    {
        var grounds = Grounds(entry, scope);
        if (entry is null || grounds is [])
        {
            return default;
        }

        if (SuppressionRule.Deciding(grounds, scope.ToString(), now) is not { } ground)
        {
            return new Standing(StandingKind.Ended, Until: grounds.Max(ended => ended.Until));
        }

        return entry.Allowance is { } allowance && allowance.IsInForce(now)
            ? new Standing(StandingKind.Allowed, Until: ground.Until <= allowance.Until ? null : allowance.Until)
            : new Standing(StandingKind.Suppressed, Enum.Parse<SuppressionReason>(ground.Reason), ground.Until);
    }

    private static IReadOnlyList<SuppressionGround> Grounds(SuppressionEntry? entry, SuppressionScope scope) =>
    [
        .. from cause in entry?.Causes.AsEnumerable() ?? []
           where cause.Key.Scope == scope
           select new SuppressionGround(scope.ToString(), cause.Key.Reason.ToString(), cause.Value.Since, cause.Value.Until),
    ];
}
