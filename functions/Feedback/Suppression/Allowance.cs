namespace Feedback.Suppression;

/// <summary>An operator's decision that an address may be written to, whatever the events say.</summary>
internal sealed record Allowance
{
    internal Allowance(DateTimeOffset at, string author, string text, DateTimeOffset? until)
    {
        (At, Author, Text) = (at, author, text);
        Until = until is { } end ? WholeSeconds.After(end) : null;
    }

    public DateTimeOffset At { get; }

    public string Author { get; }

    /// <summary>Why, in the operator's words.</summary>
    public string Text { get; }

    /// <summary>When it ends, in whole seconds; null if it doesn't.</summary>
    public DateTimeOffset? Until { get; }

    internal bool IsInForce(DateTimeOffset now) => Until is not { } end || now < end;
}
