namespace Feedback.Outcomes;

/// <summary>
/// The identity of an outcome. The recipient is the partition, so that everything known of one address is a single consistent query
/// away: that is how a soft-bounce streak is judged without a write for every delivery.
/// </summary>
internal readonly record struct OutcomeKey(string RecipientHash, string MessageId);
