using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>An increment (or, when an outcome moves to another set, a decrement) of one entity's counters in one bucket.</summary>
internal readonly record struct CounterDelta(ReputationEntity Entity, Bucket Bucket, Tally Tally);
