using System.Net;
using Feedback.Local.Services.Sns;
using Feedback.Tests.Aws;

namespace Feedback.Tests.Local;

public sealed class LocalSnsTests : LocalAwsTest
{
    private const string Arn = "arn:aws:sns:eu-west-1:123456789012:Bounces";
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:BounceQueue";

    [Fact]
    public async Task Topic_WithPolicyAndSubscriptions_IsDescribed()
    {
        Aws.Sns.PutTopic(new Topic("Bounces") { Policy = """{"Statement":[]}""" });
        Aws.Sns.Subscribe("Bounces", new Subscription("sqs", Queue) { Raw = true });
        Aws.Sns.Subscribe("Bounces", new Subscription("email", "oncall@example.com") { Confirmed = false });
        using var sns = Aws.SnsClient();

        (await sns.GetTopicAttributesAsync(new() { TopicArn = Arn })).Attributes["Policy"].ShouldBe("""{"Statement":[]}""");
        var list = await sns.ListSubscriptionsByTopicAsync(new() { TopicArn = Arn });
        list.NextToken.ShouldBeNull();
        list.Subscriptions.Select(one => (one.Protocol, one.Endpoint, one.SubscriptionArn)).ShouldBe(
            [("sqs", Queue, $"{Arn}:BounceQueue"), ("email", "oncall@example.com", "PendingConfirmation")]);
        (await sns.GetSubscriptionAttributesAsync(new() { SubscriptionArn = $"{Arn}:BounceQueue" })).Attributes["RawMessageDelivery"].ShouldBe("true");
    }

    [Fact]
    public async Task Subscriptions_MoreThanAPage_ContinueFromTheToken()
    {
        Aws.Sns.PutTopic(new Topic("Bounces") { Subscriptions = [.. Enumerable.Range(0, 101).Select(at => new Subscription("sqs", $"{Queue}{at}"))] });
        using var sns = Aws.SnsClient();

        var first = await sns.ListSubscriptionsByTopicAsync(new() { TopicArn = Arn });
        var second = await sns.ListSubscriptionsByTopicAsync(new() { TopicArn = Arn, NextToken = first.NextToken });

        (first.Subscriptions.Count, second.Subscriptions.Count, second.NextToken).ShouldBe((100, 1, null));
    }

    [Fact]
    public async Task Topic_WithoutSubscriptions_HasNullForThem()
    {
        Aws.AddTopic("Bounces");
        using var sns = Aws.SnsClient();

        (await sns.ListSubscriptionsByTopicAsync(new() { TopicArn = Arn })).Subscriptions.ShouldBeNull();
    }

    [Theory]
    [InlineData("GetTopicAttributes", "TopicArn")]
    [InlineData("ListSubscriptionsByTopic", "TopicArn")]
    [InlineData("GetSubscriptionAttributes", "SubscriptionArn")]
    public async Task Topic_Missing_IsNotFoundAsSnsSaysIt(string action, string parameter)
    {
        var response = await Requests.FormAsync(("Action", action), (parameter, Arn + ":x"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>NotFound</Code>");
    }
}
