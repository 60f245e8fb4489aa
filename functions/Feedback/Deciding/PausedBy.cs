namespace Feedback.Deciding;

/// <summary>Who disabled an entity's sending.</summary>
internal enum PausedBy
{
    Feedback,

    /// <summary>An operator, with the <c>feedback</c> command line.</summary>
    Operator,

    /// <summary>A person or program that called SES directly. Feedback respects such a pause and never undoes it.</summary>
    Elsewhere,
}
