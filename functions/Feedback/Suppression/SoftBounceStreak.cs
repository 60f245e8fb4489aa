using Feedback.Outcomes;

namespace Feedback.Suppression;

/// <summary>
/// Finds a recipient's present run of soft bounces: the messages that bounced softly since the latest delivery, by the events' own times. The
/// run is computed from the ledger each time and not stored, so recording a delivery is enough to end it. Takes outcomes in any order, and
/// remembers no more of them than the limit.
/// </summary>
/// <param name="limit">Messages in a row that suppress; default 5; 0 switches the rule off.</param>
internal sealed class SoftBounceStreak(int limit)
{
    private readonly SortedSet<(DateTimeOffset At, string MessageId)> _newest = new(Comparer<(DateTimeOffset At, string MessageId)>.Create(Compare));
    private (DateTimeOffset At, string MessageId)? _delivery;

    /// <summary>The cause of a soft-bounce suppression: the latest bounce of a run that has reached the limit; null if it hasn't.</summary>
    internal SuppressionCause? Cause => limit > 0 && _newest.Count == limit && IsAfterDelivery(_newest.Min)
        ? new SuppressionCause(_newest.Max.At, _newest.Max.MessageId)
        : null;

    internal void Add(Outcome outcome)
    {
        if (outcome is { IsSoftBounce: true, SoftBouncedAt: { } bounced })
        {
            Remember((bounced, outcome.Key.MessageId));
        }
        else if (outcome.DeliveredAt is { } delivered && IsAfterDelivery((delivered, outcome.Key.MessageId)))
        {
            _delivery = (delivered, outcome.Key.MessageId);
        }
    }

    private void Remember((DateTimeOffset At, string MessageId) bounce)
    {
        _newest.Add(bounce);
        if (_newest.Count > limit)
        {
            _newest.Remove(_newest.Min);
        }
    }

    private bool IsAfterDelivery((DateTimeOffset At, string MessageId) time) => _delivery is not { } delivery || Compare(time, delivery) > 0;

    private static int Compare((DateTimeOffset At, string MessageId) one, (DateTimeOffset At, string MessageId) other) =>
        one.At == other.At ? string.CompareOrdinal(one.MessageId, other.MessageId) : one.At.CompareTo(other.At);
}
