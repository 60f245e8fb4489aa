namespace Feedback.Suppression;

/// <summary>What stands behind one reason in one scope: events of SES, or the order of an operator.</summary>
internal abstract record SuppressionCause
{
    private protected SuppressionCause()
    {
    }

    /// <summary>The time of the first event, or of the order.</summary>
    public abstract DateTimeOffset Since { get; }

    /// <summary>When it ends, in whole seconds; null if it doesn't.</summary>
    public abstract DateTimeOffset? Until { get; }

    internal bool IsInForce(DateTimeOffset now) => Until is not { } end || now < end;
}
