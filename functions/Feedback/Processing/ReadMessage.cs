using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>A message that was understood, and what it proves.</summary>
internal sealed record ReadMessage(string Id, IReadOnlyList<Observation> Observations)
{
    /// <summary>Whether another account sent the mail. It suppresses, and counts for no set of ours.</summary>
    internal bool IsOfAnotherAccount => Observations.Any(observation => !observation.Attribution.Counted);
}
