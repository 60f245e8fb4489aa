using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>A message that was understood, and what it proves.</summary>
internal sealed record ReadMessage(string Id, IReadOnlyList<Observation> Observations);
