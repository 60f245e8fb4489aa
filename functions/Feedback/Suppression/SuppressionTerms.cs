namespace Feedback.Suppression;

/// <summary>How long suppressions last.</summary>
/// <param name="HardBounces">How long an address stays suppressed after its latest hard bounce; null for good, which is the default.</param>
internal sealed record SuppressionTerms(TimeSpan? HardBounces)
{
    /// <summary>How long SES keeps an address on its global list, and how long the first soft-bounce suppression lasts.</summary>
    internal static readonly TimeSpan Shortest = TimeSpan.FromDays(14);

    /// <summary>The longest soft-bounce suppression.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    internal static SuppressionTerms Default { get; } = new(HardBounces: null);

    /// <summary>
    /// Returns when a suppression ends; null if it doesn't. A soft-bounce suppression lasts two weeks longer than the mailbox has been failing:
    /// if mail is tried again at each end, these are 14, 28, 56, 112 and then 180 days. It depends on nothing but the first and the latest
    /// bounce, so events may come in any order.
    /// </summary>
    internal DateTimeOffset? Ends(SuppressionReason reason, DateTimeOffset first, DateTimeOffset last) => reason switch
    {
        SuppressionReason.HardBounce => last + HardBounces,
        SuppressionReason.SesGlobalList => last + Shortest,
        SuppressionReason.SoftBounceLimit => last + Min(Shortest + (last - first), Longest),
        _ => null,
    };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
