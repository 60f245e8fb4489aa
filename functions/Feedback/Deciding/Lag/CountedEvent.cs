using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>One hard bounce or complaint that an entity's counters contain.</summary>
/// <param name="Signal">The signal that counts it.</param>
/// <param name="SentAt">When its mail was sent.</param>
/// <param name="RecipientHash">The same for all events of one recipient.</param>
/// <param name="Domain">The recipient's domain.</param>
internal readonly record struct CountedEvent(Signal Signal, DateTimeOffset SentAt, string RecipientHash, string Domain);
