using System.Text.Json.Nodes;
using Feedback.Notifications;
using Feedback.Tests.Notifications;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>SES's events on the default event bus: each rule sends one kind of event to the queue of that kind.</summary>
public sealed class EventBridgeRouteTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    /// <summary>By detail-type: the queue, and the detail.</summary>
    private static readonly IReadOnlyDictionary<string, (string Queue, JsonObject Detail)> Events = new Dictionary<string, (string, JsonObject)>
    {
        ["Email Bounced"] = ("BounceQueue", SesJson.Bounce()),
        ["Email Complaint Received"] = ("ComplaintQueue", SesJson.Complaint()),
        ["Email Delivered"] = ("DeliveryQueue", SesJson.Delivery()),
        ["Email Rejected"] = ("DeliveryQueue", SesJson.Reject()),
        ["Email Rendering Failed"] = ("DeliveryQueue", SesJson.RenderingFailure()),
        ["Email Delivery Delayed"] = ("DeliveryQueue", SesJson.DeliveryDelay()),
    };

    public static TheoryData<string> Rules => [.. RulesOfTheRoute];

    private static IEnumerable<string> RulesOfTheRoute => Template.Resources("AWS::Events::Rule")
        .Where(rule => Text(rule.Value["Condition"]) == "HasEventBridgeRoute")
        .Select(rule => rule.Key);

    [Fact]
    public void Rules_Always_SendEachEventToItsQueue() => RulesOfTheRoute
        .SelectMany(rule => DetailTypes(rule).Select(detailType => (detailType, Queue(rule))))
        .ShouldBe(Events.Select(one => (one.Key, one.Value.Queue)), ignoreOrder: true);

    /// <summary>The parser takes a detail without a type for a broken event only under the names of those that it records.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Pattern_OfARule_NamesEventsThatTheFunctionsRecord(string rule)
    {
        Items(Properties(rule)["EventPattern"]["source"]).Select(Text).ShouldBe(["aws.ses"]);
        foreach (var detailType in DetailTypes(rule))
        {
            NotificationParser.Parse(SesJson.InEventBridge(Events[detailType].Detail.DeepClone().AsObject(), detailType)).Event();
            NotificationParser.Parse(SesJson.InEventBridge([], detailType)).Unreadable().ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Policy_OfATargetQueue_AdmitsItsRuleOnly(string rule)
    {
        var target = Items(Properties(rule)["Targets"]).ShouldHaveSingleItem();
        foreach (var queue in (string[])[Target(target["Arn"]), Target(target["DeadLetterConfig"]["Arn"])])
        {
            var policy = Template.Resources("AWS::SQS::QueuePolicy").Values.Single(one => Items(one["Properties"]["Queues"]).Select(Target).Contains(queue));
            var statement = policy.AllNodes.OfType<YamlMappingNode>()
                .Single(node => Find(node, "Principal", "Service") is { } service && Text(service) == "events.amazonaws.com");

            Target(statement["Resource"]).ShouldBe(queue);
            Text(statement["Action"]).ShouldBe("sqs:SendMessage");
            Target(statement["Condition"]["ArnEquals"]["aws:SourceArn"]).ShouldBe(rule);
        }
    }

    /// <summary>An event that a queue did not take waits where the queue's own failed events wait, and raises their alarm.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void DeadLetters_OfARule_AreThoseOfItsQueue(string rule)
    {
        var target = Items(Properties(rule)["Targets"]).ShouldHaveSingleItem();
        Target(target["DeadLetterConfig"]["Arn"]).ShouldBe(Target(Template.Resource(Queue(rule))["Properties"]["RedrivePolicy"]["deadLetterTargetArn"]));
    }

    private static YamlNode Properties(string rule) => Template.Resource(rule)["Properties"];

    private static IEnumerable<string> DetailTypes(string rule) => Items(Properties(rule)["EventPattern"]["detail-type"]).Select(Text);

    private static string Queue(string rule) => Target(Items(Properties(rule)["Targets"]).ShouldHaveSingleItem()["Arn"]);
}
