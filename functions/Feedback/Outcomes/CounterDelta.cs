using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>A change of one entity's counters in one bucket. It is negative where an outcome moves to another set.</summary>
internal readonly record struct CounterDelta(ReputationEntity Entity, Bucket Bucket, Tally Tally);
