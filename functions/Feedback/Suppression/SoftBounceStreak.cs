using Feedback.Outcomes;

namespace Feedback.Suppression;

/// <summary>
/// Finds a recipient's present run of soft bounces: the messages that bounced softly since the latest delivery, by the events' own times. The
/// run is computed from the ledger each time and not stored, so recording a delivery is enough to end it. Takes outcomes in any order, and
/// remembers no more of them than the limit.
/// </summary>
/// <param name="limit">Messages in a row that suppress; default 5; 0 switches the rule off.</param>
/// <param name="cleared">When an operator removed the address from the list, which counts as a delivery; null if that never happened.</param>
internal sealed class SoftBounceStreak(int limit, DateTimeOffset? cleared = null)
{
    /// <summary>Sorts after the ids of all messages.</summary>
    private const string LastOfItsTime = "\uffff";

    private readonly SortedSet<(DateTimeOffset At, string MessageId)> _newest = new(Comparer<(DateTimeOffset At, string MessageId)>.Create(Compare));
    private readonly Dictionary<string, string?> _sets = [];
    private (DateTimeOffset At, string MessageId)? _delivery = cleared is { } at ? (at, LastOfItsTime) : null;

    /// <summary>The latest bounce of a run that has reached the limit; null if it hasn't.</summary>
    internal SuppressionEvent? Cause => limit > 0 && _newest.Count == limit && IsAfterDelivery(_newest.Min)
        ? new SuppressionEvent(_newest.Max.At, _newest.Max.MessageId, ConfigurationSet: _sets[_newest.Max.MessageId])
        : null;

    /// <summary>True if the outcome is a bounce of the present run, once all outcomes have been added.</summary>
    internal bool Holds(Outcome outcome) =>
        outcome is { IsSoftBounce: true, SoftBouncedAt: { } bounced } && IsAfterDelivery((bounced, outcome.Key.MessageId));

    internal bool IsAfterDelivery(DateTimeOffset time) => IsAfterDelivery((time, LastOfItsTime));

    internal void Add(Outcome outcome)
    {
        if (outcome is { IsSoftBounce: true, SoftBouncedAt: { } bounced })
        {
            Remember((bounced, outcome.Key.MessageId), outcome.Attribution.ConfigurationSet);
        }
        else if (outcome.DeliveredAt is { } delivered && IsAfterDelivery((delivered, outcome.Key.MessageId)))
        {
            _delivery = (delivered, outcome.Key.MessageId);
        }
    }

    private void Remember((DateTimeOffset At, string MessageId) bounce, string? configurationSet)
    {
        _newest.Add(bounce);
        _sets[bounce.MessageId] = configurationSet;
        if (_newest.Count > limit)
        {
            _sets.Remove(_newest.Min.MessageId);
            _newest.Remove(_newest.Min);
        }
    }

    private bool IsAfterDelivery((DateTimeOffset At, string MessageId) time) => _delivery is not { } delivery || Compare(time, delivery) > 0;

    private static int Compare((DateTimeOffset At, string MessageId) one, (DateTimeOffset At, string MessageId) other) =>
        one.At == other.At ? string.CompareOrdinal(one.MessageId, other.MessageId) : one.At.CompareTo(other.At);
}
