using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>One transition or operator action of an entity, kept 400 days.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Version">The state's version after it.</param>
/// <param name="What">Such as <c>Paused</c> or <c>Resumed</c>.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Sending">The sending status after it.</param>
/// <param name="Who">Who did it: <c>Feedback</c>, or an operator's name.</param>
/// <param name="Evidence">The rate behind it, or the operator's reason.</param>
internal sealed record HistoryEntry(
    ReputationEntity Entity,
    DateTimeOffset At,
    long Version,
    string What,
    string Level,
    string Sending,
    string Who,
    string Evidence)
{
    /// <summary>The actor of what nobody but the rates asked for.</summary>
    internal const string Feedback = "Feedback";

    internal static HistoryEntry Of(EntityState after, string who, string evidence) => new(
        after.Entity,
        after.ChangedAt ?? default,
        after.Version,
        after.Change,
        after.Level.ToString(),
        after.Sending.ToString(),
        who,
        evidence);
}
