namespace Feedback.Cli.Doctor.SetUps;

/// <summary>An SNS topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Exists">False if SNS has no such topic.</param>
/// <param name="Policy">Its access policy.</param>
/// <param name="Subscriptions">Who is subscribed to it.</param>
internal sealed record Topic(string Arn, bool Exists, AccessPolicy? Policy, IReadOnlyList<Subscription>? Subscriptions)
{
    public string Name => Arn.Split(':')[^1];
}
