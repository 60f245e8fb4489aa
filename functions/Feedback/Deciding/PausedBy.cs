namespace Feedback.Deciding;

internal enum PausedBy
{
    Feedback,

    /// <summary>Somebody with the <c>feedback</c> command line.</summary>
    Operator,

    /// <summary>Somebody in the console or by the API: respected, and never undone.</summary>
    Elsewhere,
}
