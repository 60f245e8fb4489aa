using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Alerts;

/// <summary>What an alert tells beyond its state, as far as it could be read.</summary>
/// <param name="Harm">The latest hard bounces and complaints.</param>
/// <param name="Sets">Of an account's alert: those at warning or worse, or paused, the worst first. Null for every other subject.</param>
internal sealed record AlertSample(IReadOnlyList<Harm> Harm, IReadOnlyList<SubjectState>? Sets = null)
{
    internal static AlertSample None { get; } = new([]);
}
