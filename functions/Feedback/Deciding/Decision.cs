namespace Feedback.Deciding;

/// <summary>The outcome of <see cref="Decider"/>.</summary>
internal abstract record Decision
{
    /// <summary>The state stays as it is.</summary>
    internal sealed record Nothing : Decision
    {
        internal static Nothing Instance { get; } = new();
    }

    /// <summary>The entity looks critical: read what is known about the events in question, then decide again.</summary>
    internal sealed record AskHoldProgress : Decision
    {
        internal static AskHoldProgress Instance { get; } = new();
    }

    /// <summary>Write this state for the next evaluation. It is no transition and causes no alert.</summary>
    /// <param name="Next">The state, still at the version that was read.</param>
    internal sealed record Remember(EntityState Next) : Decision;

    /// <summary>Write this state; if that succeeds, reconcile it.</summary>
    internal sealed record Move(EntityState Next) : Decision;
}
