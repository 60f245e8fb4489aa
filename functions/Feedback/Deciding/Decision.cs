namespace Feedback.Deciding;

/// <summary>What follows from an assessment.</summary>
internal abstract record Decision
{
    internal sealed record Nothing : Decision
    {
        internal static Nothing Instance { get; } = new();
    }

    /// <summary>A pause would follow: first learn how many deliveries wait to be counted, then decide again.</summary>
    internal sealed record AskDeliveryLag : Decision
    {
        internal static AskDeliveryLag Instance { get; } = new();
    }

    /// <summary>Write this state, for the next evaluation: nothing happened that anybody should be told of.</summary>
    internal sealed record Remember(EntityState Next) : Decision;

    /// <summary>Write this state; if it is still ours to write, finish what it says.</summary>
    internal sealed record Move(EntityState Next) : Decision;
}
