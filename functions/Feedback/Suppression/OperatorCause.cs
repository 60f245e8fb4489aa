namespace Feedback.Suppression;

/// <summary>The order of an operator, behind <see cref="SuppressionReason.Manual"/> and <see cref="SuppressionReason.Imported"/>.</summary>
internal sealed record OperatorCause : SuppressionCause
{
    internal OperatorCause(DateTimeOffset at, string author, string text, DateTimeOffset? until)
    {
        (At, Author, Text) = (at, author, text);
        Until = until is { } end ? WholeSeconds.After(end) : null;
    }

    /// <summary>The time of the order; of an imported entry the time that the file gives for it.</summary>
    public DateTimeOffset At { get; }

    public string Author { get; }

    /// <summary>Why, in the operator's words or in those of the imported list.</summary>
    public string Text { get; }

    public override DateTimeOffset Since => At;

    public override DateTimeOffset? Until { get; }

    /// <summary>By time; at the same time by text, author and end, so that any order of arrival comes to the same.</summary>
    internal bool IsBefore(OperatorCause other) => At != other.At ? At < other.At : string.CompareOrdinal(Rest, other.Rest) < 0;

    private string Rest => $"{Text}\0{Author}\0{Until:O}";
}
