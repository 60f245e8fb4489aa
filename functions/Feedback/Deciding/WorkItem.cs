using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>An entity that has to be looked at, written down in the table so that no crash can lose it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="DueAt">When the sweep has to look at it. For a marked entity: when the mark's lease ends, if that is earlier.</param>
/// <param name="MarkedUntil">Until then, the process that marked it last may still be working on it; null for no mark.</param>
/// <param name="Token">Changes with every mark. Only the holder of the current token may complete the item.</param>
internal sealed record WorkItem(ReputationEntity Entity, DateTimeOffset DueAt, DateTimeOffset? MarkedUntil, string Token)
{
    /// <summary>An entity that is looked at although it is not on the list, or although the item is another process's to complete.</summary>
    internal static WorkItem Unlisted(ReputationEntity entity, DateTimeOffset dueAt) => new(entity, dueAt, MarkedUntil: null, Token: string.Empty);

    internal bool IsListed => Token.Length > 0;

    internal bool IsDue(DateTimeOffset now) => DueAt <= now;

    /// <summary>Another process may be about to change the entity: whatever is found now, the item must stay.</summary>
    internal bool IsMarked(DateTimeOffset now) => now < MarkedUntil;
}
