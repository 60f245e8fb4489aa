using System.Collections.Immutable;
using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Everything the suppression table says about one address: the causes by reason and scope, and what operators decided.</summary>
internal sealed record SuppressionEntry
{
    /// <summary>
    /// An address that is suppressed for more sets than this is suppressed everywhere instead: its item must not grow past what DynamoDB takes.
    /// </summary>
    internal const int MostScopes = 100;

    private SuppressionEntry(EmailAddress address) => Address = address;

    /// <summary>In canonical form.</summary>
    internal EmailAddress Address { get; }

    /// <summary>The address as SES reported it, for lists of SES that match exactly; null if that is the canonical form.</summary>
    internal string? Reported { get; private init; }

    /// <summary>Empty for an entry that doesn't exist or was removed.</summary>
    internal ImmutableSortedDictionary<SuppressionKey, SuppressionCause> Causes { get; private init; } =
        ImmutableSortedDictionary.Create<SuppressionKey, SuppressionCause>(SuppressionKey.Order);

    /// <summary>Overrides every cause while it lasts; null if there is none.</summary>
    internal Allowance? Allowance { get; private init; }

    /// <summary>When an operator removed the address, by scope. Events up to that time no longer suppress, however late they are recorded.</summary>
    internal ImmutableSortedDictionary<SuppressionScope, DateTimeOffset> Cleared { get; private init; } =
        ImmutableSortedDictionary.Create<SuppressionScope, DateTimeOffset>(SuppressionScope.Order);

    /// <summary>Incremented by each write, and the condition of the next one. 0: not stored yet.</summary>
    internal long Version { get; init; }

    internal IEnumerable<SuppressionReason> Reasons => Causes.Keys.Select(key => key.Reason).Distinct();

    /// <summary>The soft-bounce suppression; null if there is none.</summary>
    internal EventCause? SoftBounces => Causes.GetValueOrDefault(SoftBounceKey) as EventCause;

    internal DateTimeOffset? ClearedEverywhere => Cleared.TryGetValue(SuppressionScope.Everywhere, out var at) ? at : null;

    internal static SuppressionEntry Empty(EmailAddress address) => new(address);

    /// <summary>The entry as it is stored.</summary>
    /// <exception cref="ArgumentException">A cause doesn't fit its reason.</exception>
    internal static SuppressionEntry Stored(
        EmailAddress address,
        string? reported,
        IEnumerable<KeyValuePair<SuppressionKey, SuppressionCause>> causes,
        Allowance? allowance,
        IEnumerable<KeyValuePair<SuppressionScope, DateTimeOffset>> cleared,
        long version)
    {
        var entry = new SuppressionEntry(address)
        {
            Reported = reported,
            Causes = causes.ToImmutableSortedDictionary(SuppressionKey.Order),
            Allowance = allowance,
            Cleared = cleared.ToImmutableSortedDictionary(SuppressionScope.Order),
            Version = version,
        };
        return entry.Causes.All(cause => cause.Value is OperatorCause == SuppressionReasons.IsOfOperator(cause.Key.Reason))
            ? entry
            : throw new ArgumentException("A cause doesn't fit its reason.", nameof(causes));
    }

    /// <summary>Adds an event. Events may come in any order and more than once; one from before the operator removed the address changes nothing.</summary>
    /// <param name="reason">One that events give.</param>
    /// <param name="scope">Where it holds, if the reason can be scoped.</param>
    /// <param name="seen">The event.</param>
    /// <param name="isNewMessage">False for an event of a message that gave this reason before.</param>
    /// <param name="terms">How long it lasts.</param>
    internal SuppressionEntry With(
        SuppressionReason reason, SuppressionScope scope, SuppressionEvent seen, bool isNewMessage, SuppressionTerms terms)
    {
        var key = Bounded(SuppressionKey.Of(reason, scope));
        if (Cleared.TryGetValue(key.Scope, out var cleared) && seen.OccurredAt <= cleared)
        {
            return this;
        }

        var cause = Causes.TryGetValue(key, out var known)
            ? ((EventCause)known).And(seen, isNewMessage, Ends)
            : new EventCause(seen.OccurredAt, 1, seen, Ends(seen.OccurredAt, seen.OccurredAt));
        return this with { Causes = Causes.SetItem(key, cause), Reported = Smaller(Reported, Address.Spelling) };

        DateTimeOffset? Ends(DateTimeOffset first, DateTimeOffset last) => terms.Ends(reason, first, last);
    }

    /// <summary>Replaces the soft-bounce suppression, which is computed from the ledger as a whole; null removes it.</summary>
    internal SuppressionEntry WithSoftBounces(EventCause? run) => this with
    {
        Causes = run is null ? Causes.Remove(SoftBounceKey) : Causes.SetItem(SoftBounceKey, run),
    };

    /// <summary>Adds or replaces the order of an operator, and ends an allowance.</summary>
    internal SuppressionEntry Added(SuppressionScope scope, OperatorCause order) => this with
    {
        Causes = Causes.SetItem(Bounded(SuppressionKey.Of(SuppressionReason.Manual, scope)), order),
        Allowance = null,
    };

    /// <summary>
    /// Adds an entry of another list. Of two for one scope the earlier stays, so that lines may come in any order and more than once. An
    /// allowance stays in force: an import is no decision about one address.
    /// </summary>
    internal SuppressionEntry Imported(SuppressionScope scope, OperatorCause order)
    {
        var key = Bounded(SuppressionKey.Of(SuppressionReason.Imported, scope));
        return Causes.TryGetValue(key, out var known) && !order.IsBefore((OperatorCause)known) ? this : this with { Causes = Causes.SetItem(key, order) };
    }

    /// <summary>Adds a cause of another deployment's list: events join those that are known, and a later order of an operator replaces an earlier.</summary>
    internal SuppressionEntry Restored(SuppressionKey key, SuppressionCause cause) => cause switch
    {
        OperatorCause order when key.Reason == SuppressionReason.Imported => Imported(key.Scope, order),
        OperatorCause order => Causes.TryGetValue(key, out var known) && !((OperatorCause)known).IsBefore(order)
            ? this
            : this with { Causes = Causes.SetItem(key, order) },
        EventCause events => this with
        {
            Causes = Causes.SetItem(key, Causes.TryGetValue(key, out var known) ? ((EventCause)known).Joined(events) : events),
        },
        _ => throw new InvalidOperationException("A kind of cause that isn't handled here."),
    };

    /// <summary>Adds the spelling that SES reported, as another deployment's list has it.</summary>
    internal SuppressionEntry WithReported(string? reported) => this with { Reported = Smaller(Reported, reported) };

    /// <summary>Adds the allowance of another deployment's list, if it is later than the one there is.</summary>
    internal SuppressionEntry Restored(Allowance allowance) =>
        Allowance is { } known && known.At >= allowance.At ? this : this with { Allowance = allowance };

    internal SuppressionEntry Allowed(Allowance allowance) => this with { Allowance = allowance };

    /// <summary>Removes every cause of the scopes, or of all of them with the allowance if <paramref name="scope"/> is null.</summary>
    internal SuppressionEntry Removed(SuppressionScope? scope, DateTimeOffset now) => this with
    {
        Causes = Causes.RemoveRange(Causes.Keys.Where(key => scope is null || key.Scope == scope)),
        Allowance = scope is null ? null : Allowance,
        Cleared = Cleared.SetItems(
            (scope is { } one ? [one] : Causes.Keys.Select(key => key.Scope).Append(SuppressionScope.Everywhere).Distinct())
                .Select(cleared => KeyValuePair.Create(cleared, now))),
    };

    /// <summary>
    /// Returns until when the entry is needed; null if one of its causes, or its allowance, has no end. A soft-bounce suppression is needed
    /// longer than it lasts, since the next one depends on it, and what an operator removed for as long as its events may come again.
    /// </summary>
    /// <param name="ledgerRetention">How long the ledger remembers an outcome.</param>
    internal DateTimeOffset? NeededUntil(TimeSpan ledgerRetention)
    {
        IEnumerable<DateTimeOffset?> ends =
        [
            .. Causes.Select(cause => cause.Key == SoftBounceKey ? cause.Value.Until + ledgerRetention : cause.Value.Until),
            .. Cleared.Values.Select(at => (DateTimeOffset?)(at + ledgerRetention)),
            .. Allowance is { } allowance ? [allowance.Until] : Array.Empty<DateTimeOffset?>(),
        ];
        return ends.Aggregate((DateTimeOffset?)DateTimeOffset.UnixEpoch, (latest, end) => end is null || latest is null ? null : Later(latest, end));

        static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other;
    }

    /// <summary>Whether both say the same, whatever their versions.</summary>
    internal bool SaysTheSameAs(SuppressionEntry other) =>
        Causes.SequenceEqual(other.Causes)
        && Allowance == other.Allowance
        && Reported == other.Reported
        && Cleared.SequenceEqual(other.Cleared);

    private static SuppressionKey SoftBounceKey => SuppressionKey.Of(SuppressionReason.SoftBounceLimit, SuppressionScope.Everywhere);

    private SuppressionKey Bounded(SuppressionKey key) =>
        Causes.ContainsKey(key) || Causes.Keys.Select(known => known.Scope).Distinct().Count() < MostScopes
            ? key
            : SuppressionKey.Of(key.Reason, SuppressionScope.Everywhere);

    private static string? Smaller(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;
}
