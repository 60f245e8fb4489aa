using Feedback.Deciding;
using Feedback.Outcomes;

namespace Feedback.Alerts;

/// <summary>Evidence that an alert shows beside its state, as far as it could be read.</summary>
/// <param name="Events">The latest hard bounces and complaints.</param>
/// <param name="Sets">For the account: the sets at warning or worse, or paused, the worst first. Null for every other entity.</param>
internal sealed record AlertSample(IReadOnlyList<ReputationEvent> Events, IReadOnlyList<EntityState>? Sets = null)
{
    internal static AlertSample None { get; } = new([]);
}
