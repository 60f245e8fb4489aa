namespace Feedback.Cli.Running;

/// <summary>How the messages of an invocation fared, as the function says.</summary>
/// <param name="Messages">How many there were.</param>
/// <param name="Recorded">Understood and recorded, new or known.</param>
/// <param name="Ignored">Acknowledged without being feedback.</param>
/// <param name="Failed">Left in the queue.</param>
/// <param name="Error">The function's own error; null if it answered.</param>
internal sealed record BatchReport(int Messages, int Recorded, int Ignored, int Failed, string? Error = null)
{
    public static BatchReport Nothing { get; } = new(0, 0, 0, 0);

    public static BatchReport operator +(BatchReport one, BatchReport other) => new(
        one.Messages + other.Messages,
        one.Recorded + other.Recorded,
        one.Ignored + other.Ignored,
        one.Failed + other.Failed,
        one.Error ?? other.Error);
}
