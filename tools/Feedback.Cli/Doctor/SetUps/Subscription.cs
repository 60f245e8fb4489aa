namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A subscription to a topic.</summary>
/// <param name="Protocol">Such as sqs or email.</param>
/// <param name="Endpoint">The ARN of a queue, or an address.</param>
/// <param name="Arn">Its ARN; null until the endpoint has confirmed it.</param>
/// <param name="Raw">Whether the messages come without SNS's envelope; null if that is not known.</param>
internal sealed record Subscription(string Protocol, string Endpoint, string? Arn, bool? Raw)
{
    public bool IsConfirmed => Arn is not null;

    public bool IsOf(string queueArn) => Protocol == "sqs" && Endpoint == queueArn;
}
