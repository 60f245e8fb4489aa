using Feedback.Notifications;

namespace Feedback.Cli.Doctor.SetUps;

/// <summary>The deployment's queue for one type of event.</summary>
/// <param name="Kind">The type of event.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Policy">Its access policy; null if it has none.</param>
/// <param name="Waiting">The number of messages that wait in it.</param>
/// <param name="DeadLetters">The number of messages in its dead-letter queue; null if it has none, or if that could not be read.</param>
/// <param name="HasDeadLetterQueue">Whether messages that can't be recorded are moved away.</param>
internal sealed record Queue(
    FeedbackKind Kind, string Url, string Arn, AccessPolicy? Policy, long Waiting, long? DeadLetters, bool HasDeadLetterQueue)
{
    public string Name => Arn.Split(':')[^1];
}
