namespace Feedback.Deciding;

/// <summary>A state to write, and the history entry to write with it.</summary>
/// <param name="Next">The state, one version after the one it was computed from.</param>
/// <param name="History">Null for bookkeeping, such as a lease, that is no transition.</param>
internal sealed record StateChange(EntityState Next, HistoryEntry? History)
{
    /// <summary>A transition, which the history keeps.</summary>
    internal static StateChange Transition(EntityState next, Actor actor, string evidence) => new(next, HistoryEntry.Of(next, actor, evidence));

    /// <summary>A change that the history does not keep.</summary>
    /// <param name="next">The state as it should be, still at the version that was read.</param>
    internal static StateChange Bookkeeping(EntityState next) => new(next.WithNextVersion(), History: null);
}
