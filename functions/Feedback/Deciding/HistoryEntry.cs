using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>One transition of an entity, or one change of its policy. Kept for 400 days.</summary>
/// <param name="Entity">The entity that changed.</param>
/// <param name="At">When the change was decided.</param>
/// <param name="Version">The state's version after the change.</param>
/// <param name="What">The change, such as <c>Paused</c>, <c>Resumed</c> or <c>PolicySet</c>.</param>
/// <param name="Level">The level after the change.</param>
/// <param name="Sending">The sending status after the change.</param>
/// <param name="Actor">Who or what caused it.</param>
/// <param name="Evidence">The rate behind it, or the operator's reason.</param>
internal sealed record HistoryEntry(
    ReputationEntity Entity,
    DateTimeOffset At,
    long Version,
    string What,
    string Level,
    string Sending,
    Actor Actor,
    string Evidence)
{
    internal static HistoryEntry Of(EntityState after, Actor actor, string evidence) => new(
        after.Entity,
        after.ChangedAt ?? default,
        after.Version,
        after.Change,
        after.Level.ToString(),
        after.Sending.ToString(),
        actor,
        evidence);
}
