namespace Feedback.Deciding.Lag;

/// <summary>Why an entity that looks critical is not paused yet: its rates can't be relied on.</summary>
/// <param name="At">The events known by then are in question; the deliveries queued by then must be counted first.</param>
/// <param name="Since">When the entity was put on hold. <paramref name="At"/> moves on while the hold lasts.</param>
/// <param name="Reason">Why, when it was last checked.</param>
/// <param name="Lag">What was missing when it was last checked.</param>
/// <param name="Told">Whether on-call was told of this hold.</param>
internal sealed record Hold(DateTimeOffset At, DateTimeOffset Since, HoldReason Reason, DeliveryLag Lag, bool Told)
{
    /// <summary>The figures behind <see cref="HoldReason.FewRecipients"/>; null for other reasons.</summary>
    internal RecipientSpread? Spread { get; init; }

    /// <summary>A hold is silent for this long. On a healthy pipeline it ends within seconds.</summary>
    internal static readonly TimeSpan SilentFor = TimeSpan.FromMinutes(3);

    /// <summary>On-call is told of the holds of one entity at most once in this time.</summary>
    internal static readonly TimeSpan ToldEvery = TimeSpan.FromHours(1);

    /// <summary>On-call is reminded in this interval of a set whose deliveries are not published: only on-call can end that.</summary>
    internal static readonly TimeSpan ReminderEvery = TimeSpan.FromDays(1);

    /// <summary>Returns whether on-call is to be told now.</summary>
    /// <param name="lastTold">When on-call was last told of a hold of the same entity.</param>
    /// <param name="now">The time of the decision.</param>
    internal bool IsToBeTold(DateTimeOffset? lastTold, DateTimeOffset now) => Told
        ? Reason == HoldReason.DeliveriesNotPublished && now - lastTold >= ReminderEvery
        : now - Since >= SilentFor && !(now - lastTold < ToldEvery);
}
