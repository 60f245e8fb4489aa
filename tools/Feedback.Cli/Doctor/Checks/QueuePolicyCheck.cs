using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds queues into which a topic that they are subscribed to may not send.</summary>
internal sealed class QueuePolicyCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from queue in setUp.Queues
        from topic in setUp.EventTopics
        where Routes.Leads(topic, queue)
        where queue.Policy?.Allows("sns.amazonaws.com", "sqs:SendMessage", topic.Arn, setUp.Settings.Deployment.AccountId) != true
        select new Finding(
            Severity.Error,
            "queue-policy",
            queue.Name,
            $"Its access policy does not let the topic {topic.Name} send.",
            "SNS drops every event for this queue, without a trace in SES.",
            $"Allow sns.amazonaws.com sqs:SendMessage for {topic.Arn}, as BounceQueuePolicy in template.yaml does: "
                + $"aws sqs set-queue-attributes --queue-url {queue.Url} --attributes file://attributes.json");
}
