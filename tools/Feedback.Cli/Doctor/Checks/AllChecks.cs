namespace Feedback.Cli.Doctor.Checks;

/// <summary>Every check of <c>feedback doctor</c>.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<ICheck> Checks { get; } =
    [
        new ClockCheck(),
        new AccountCheck(),
        new EventDestinationCheck(),
        new RouteCheck(),
        new TopicPolicyCheck(),
        new QueuePolicyCheck(),
        new QueueCheck(),
        new SweepCheck(),
        new AlarmCheck(),
        new AlarmTopicCheck(),
        new ChatAndPagerCheck(),
        new ReputationMetricsCheck(),
        new ExpiryCheck(),
        new PolicyCheck(),
        new UnreadCheck(),
        new RawDeliveryCheck(),
        new EventBridgeCheck(),
        new BothFormatsCheck(),
        new SecondDetectorCheck(),
    ];
}
