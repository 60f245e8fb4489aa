namespace Feedback.Cli.Running;

/// <summary>The result of an invocation's messages, as the function reports it.</summary>
/// <param name="Messages">The number of messages.</param>
/// <param name="Recorded">Messages recorded, whether new or known.</param>
/// <param name="Ignored">Messages acknowledged that are not feedback.</param>
/// <param name="Failed">Messages left in the queue.</param>
/// <param name="Error">The function's error; null if it answered.</param>
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
