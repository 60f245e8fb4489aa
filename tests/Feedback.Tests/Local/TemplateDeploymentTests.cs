using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

public sealed class TemplateDeploymentTests : LocalAwsTest
{
    [Fact]
    public void Deploy_TheTemplate_ConnectsEachTopicWithItsQueue()
    {
        Aws.AddResourcesOf(Template.Load());

        foreach (var kind in new[] { "Bounce", "Complaint", "Delivery" })
        {
            var topic = Aws.Sns.Topic($"{kind}Topic").ShouldNotBeNull();
            var queue = Aws.Sqs.Queue($"{kind}Queue").ShouldNotBeNull();
            topic.Policy.ShouldNotBeNull().ShouldContain("ses.amazonaws.com");
            var subscription = topic.Subscriptions.ShouldHaveSingleItem();
            (subscription.Protocol, subscription.Endpoint, subscription.Raw, subscription.Confirmed)
                .ShouldBe(("sqs", Aws.Sqs.ArnOf(queue.Name), true, true));
            queue.Policy.ShouldNotBeNull().ShouldContain($":{kind}Topic");
            queue.DeadLetterArn.ShouldBe(Aws.Sqs.ArnOf($"{kind}DeadLetterQueue"));
        }
    }

    [Fact]
    public void Deploy_AMailbox_HasToConfirm()
    {
        Aws.AddResourcesOf(Template.Load(), new StackSettings { Parameters = new Dictionary<string, string> { ["AlarmEmail"] = "oncall@example.com" } });

        var subscription = Aws.Sns.Topic("AlarmTopic").ShouldNotBeNull().Subscriptions.ShouldHaveSingleItem();
        (subscription.Endpoint, subscription.Confirmed).ShouldBe(("oncall@example.com", false));
    }

    [Theory]
    [InlineData("BounceTopic")]
    [InlineData("ComplaintTopic")]
    [InlineData("DeliveryTopic")]
    public void Deploy_AWebhook_GetsEachEventSignedAndHasToConfirm(string topic)
    {
        Aws.AddResourcesOf(Template.Load(), new StackSettings { Parameters = new Dictionary<string, string> { ["WebhookUrl"] = "https://example.com/ses" } });

        var subscriptions = Aws.Sns.Topic(topic).ShouldNotBeNull().Subscriptions;
        subscriptions.ShouldContain(one => one.Protocol == "sqs" && one.Raw);
        var webhook = subscriptions.Single(one => one.Protocol == "https");
        (webhook.Endpoint, webhook.Confirmed, webhook.Raw).ShouldBe(("https://example.com/ses", false, false));
    }

    [Fact]
    public void Deploy_Alarms_TellTheirTopics()
    {
        Aws.AddResourcesOf(Template.Load());

        var alarm = Aws.CloudWatch.Alarms.Single(one => one.Name == "BounceCriticalAlarm");
        (alarm.Namespace, alarm.MetricName).ShouldBe(("AWS/SES", "Reputation.BounceRate"));
        alarm.Actions.ShouldContain("arn:aws:sns:eu-west-1:123456789012:AlarmTopic");
    }
}
