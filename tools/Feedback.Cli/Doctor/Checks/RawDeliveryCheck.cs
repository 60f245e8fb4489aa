using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds subscriptions that wrap each event in SNS's envelope. They work, and cost more.</summary>
internal sealed class RawDeliveryCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from topic in setUp.EventTopics
        from subscription in topic.Subscriptions ?? []
        where subscription is { IsConfirmed: true, Raw: false } && setUp.Queues.Any(queue => subscription.IsOf(queue.Arn))
        select new Finding(
            Severity.Info,
            "raw-delivery",
            topic.Name,
            "Raw message delivery is off.",
            "Feedback reads SNS's envelope too, but messages are larger, and a batch holds fewer of them.",
            $"aws sns set-subscription-attributes --subscription-arn {subscription.Arn} --attribute-name RawMessageDelivery --attribute-value true");
}
