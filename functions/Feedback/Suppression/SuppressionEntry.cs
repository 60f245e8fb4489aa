using System.Collections.Immutable;
using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>An address of the suppression list with every reason it is there for.</summary>
/// <param name="Address">Canonical form.</param>
/// <param name="Reasons">The latest cause of each reason; empty for an entry that is not there or was removed.</param>
/// <param name="Version">Grows by one with each write; the next write is conditional on it. 0: not written yet.</param>
internal sealed record SuppressionEntry(
    EmailAddress Address,
    ImmutableSortedDictionary<SuppressionReason, SuppressionCause> Reasons,
    long Version)
{
    internal static SuppressionEntry Empty(EmailAddress address) =>
        new(address, ImmutableSortedDictionary<SuppressionReason, SuppressionCause>.Empty, Version: 0);

    /// <summary>With one more reason. Of two causes of one reason the later stays, so the order of arrival decides nothing.</summary>
    internal SuppressionEntry With(SuppressionReason reason, SuppressionCause cause) =>
        this with { Reasons = Reasons.SetItem(reason, Reasons.TryGetValue(reason, out var old) ? SuppressionCause.Later(old, cause) : cause) };

    internal SuppressionEntry Without(SuppressionReason reason) => this with { Reasons = Reasons.Remove(reason) };

    /// <summary>Same reasons and causes, whatever the version.</summary>
    internal bool SaysTheSameAs(SuppressionEntry other) => Reasons.SequenceEqual(other.Reasons);

    /// <summary>The reasons still in force at <paramref name="now"/>.</summary>
    internal IEnumerable<SuppressionReason> InForce(DateTimeOffset now) =>
        Reasons.Where(r => SuppressionReasons.Ends(r.Key, r.Value) is not { } end || now < end).Select(r => r.Key);

    /// <summary>When the last reason ends; null if one of them never does.</summary>
    internal DateTimeOffset? EndsAt
    {
        get
        {
            var ends = Reasons.Select(r => SuppressionReasons.Ends(r.Key, r.Value)).ToList();
            return ends.Count == 0 || ends.Any(end => end is null) ? null : ends.Max();
        }
    }
}
