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

    private static readonly IReadOnlyDictionary<string, JsonObject> Events = new Dictionary<string, JsonObject>
    {
        ["BounceQueue"] = SesJson.Bounce(),
        ["ComplaintQueue"] = SesJson.Complaint(),
        ["DeliveryQueue"] = SesJson.Delivery(),
    };

    public static TheoryData<string> Rules => [.. Template.Resources("AWS::Events::Rule").Keys];

    [Fact]
    public void Rules_Always_ReachEachQueueOnce() =>
        Template.Resources("AWS::Events::Rule").Keys.Select(Queue).ShouldBe(Events.Keys, ignoreOrder: true);

    /// <summary>The parser takes a detail without a type for a broken event only under the names of feedback.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Pattern_OfARule_NamesAnEventThatTheFunctionsCount(string rule)
    {
        var pattern = Properties(rule)["EventPattern"];
        Items(pattern["source"]).Select(Text).ShouldBe(["aws.ses"]);
        var detailType = Text(Items(pattern["detail-type"]).ShouldHaveSingleItem());

        var parsed = NotificationParser.Parse(SesJson.InEventBridge(Events[Queue(rule)].DeepClone().AsObject(), detailType));

        (parsed.Event().Kind + "Queue").ShouldBe(Queue(rule));
        NotificationParser.Parse(SesJson.InEventBridge([], detailType)).Unreadable().ShouldNotBeEmpty();
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

    private static string Queue(string rule) => Target(Items(Properties(rule)["Targets"]).ShouldHaveSingleItem()["Arn"]);
}
