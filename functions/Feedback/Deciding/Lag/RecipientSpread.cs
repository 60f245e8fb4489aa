using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>Over how few recipients the events behind a rate are spread that looks critical and therefore pauses nothing.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Recipients">The different recipients of its events, in proportion if only some of them were read.</param>
/// <param name="Domains">Their different domains, among the events that were read.</param>
/// <param name="Needed">How many recipients would make the rate critical.</param>
internal sealed record RecipientSpread(Rate Rate, long Recipients, int Domains, long Needed);
