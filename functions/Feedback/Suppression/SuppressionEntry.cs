using System.Collections.Immutable;
using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>A suppressed address with the reasons for its suppression.</summary>
/// <param name="Address">In canonical form.</param>
/// <param name="Reasons">The latest cause of each reason; empty for an entry that doesn't exist or was removed.</param>
/// <param name="Version">Incremented by each write, and the condition of the next one. 0: not stored yet.</param>
internal sealed record SuppressionEntry(
    EmailAddress Address,
    ImmutableSortedDictionary<SuppressionReason, SuppressionCause> Reasons,
    long Version)
{
    internal static SuppressionEntry Empty(EmailAddress address) =>
        new(address, ImmutableSortedDictionary<SuppressionReason, SuppressionCause>.Empty, Version: 0);

    /// <summary>Adds a reason. Of two causes of one reason the later one stays, so the order of arrival makes no difference.</summary>
    internal SuppressionEntry With(SuppressionReason reason, SuppressionCause cause) =>
        this with { Reasons = Reasons.SetItem(reason, Reasons.TryGetValue(reason, out var old) ? SuppressionCause.Later(old, cause) : cause) };

    internal SuppressionEntry Without(SuppressionReason reason) => this with { Reasons = Reasons.Remove(reason) };

    /// <summary>Whether both have the same reasons and causes, whatever their versions.</summary>
    internal bool SaysTheSameAs(SuppressionEntry other) => Reasons.SequenceEqual(other.Reasons);

    /// <summary>Returns the reasons in force at <paramref name="now"/>.</summary>
    internal IEnumerable<SuppressionReason> InForce(DateTimeOffset now) =>
        Reasons.Where(r => SuppressionReasons.Ends(r.Key, r.Value) is not { } end || now < end).Select(r => r.Key);

    /// <summary>When the last reason ends; null if one of them has no end.</summary>
    internal DateTimeOffset? EndsAt
    {
        get
        {
            var ends = Reasons.Select(r => SuppressionReasons.Ends(r.Key, r.Value)).ToList();
            return ends.Count == 0 || ends.Any(end => end is null) ? null : ends.Max();
        }
    }
}
