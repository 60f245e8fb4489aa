using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>An increment (or, when an outcome moves to another set, a decrement) of one subject's counters in one bucket.</summary>
internal readonly record struct CounterDelta(Subject Subject, Bucket Bucket, Tally Tally);
