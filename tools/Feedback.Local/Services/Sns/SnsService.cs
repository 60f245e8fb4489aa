using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services.Sns;

/// <summary>Topics by the last part of their ARN.</summary>
internal sealed class SnsService(SnsState state) : ILocalService
{
    private const int PageSize = 100;

    private static readonly XNamespace Names = "http://sns.amazonaws.com/doc/2010-03-31/";

    public AwsCall? Read(AwsRequest request)
    {
        if (request is not { Protocol: AwsProtocol.Query, Body: { } body })
        {
            return null;
        }

        return request.Action switch
        {
            "Publish" => new PublishedMail(
                (string?)body["TopicArn"] ?? "", (string?)body["Subject"], (string?)body["Message"] ?? "", (string?)body["MessageStructure"], Attributes(body)),
            "GetTopicAttributes" => Call(AwsOperation.GetTopicAttributes, "TopicArn"),
            "ListSubscriptionsByTopic" => Call(AwsOperation.ListSubscriptionsByTopic, "TopicArn"),
            "GetSubscriptionAttributes" => Call(AwsOperation.GetSubscriptionAttributes, "SubscriptionArn"),
            _ => null,
        };

        SnsCall Call(AwsOperation operation, string arn) => new(operation, (string?)body[arn] ?? "", (string?)body["NextToken"]);
    }

    // The log of calls is the outbox: a mail that was answered without being applied is in it, marked as not applied.
    public ServiceAnswer Answer(AwsCall call, bool lie) => call switch
    {
        PublishedMail mail => Publish(mail),
        SnsCall { Operation: AwsOperation.GetSubscriptionAttributes } get => DescribeSubscription(get),
        _ => DescribeTopic((SnsCall)call),
    };

    private static string NameOf(string topicArn) => topicArn.Split(':')[^1];

    private static AwsError NotFound(string what) => new(404, "NotFound", $"{what} does not exist");

    private ServiceAnswer Publish(PublishedMail mail)
    {
        if (state.Topic(NameOf(mail.TopicArn)) is null)
        {
            return NotFound("Topic");
        }

        return PublishRules.Violated(mail) is { } rule
            ? new AwsError(400, "InvalidParameter", $"Invalid parameter: {rule}")
            : AwsBodies.Reply(mail, Names, new JsonObject { ["MessageId"] = RequestIds.Next() });
    }

    private ServiceAnswer DescribeTopic(SnsCall call)
    {
        if (state.Topic(NameOf(call.Arn)) is not { } topic)
        {
            return NotFound("Topic");
        }

        if (call.Operation == AwsOperation.GetTopicAttributes)
        {
            return Reply(call, ("TopicArn", call.Arn), ("Policy", topic.Policy));
        }

        var (page, next) = AwsBodies.Page(topic.Subscriptions, call.NextToken, PageSize);
        return AwsBodies.Reply(call, Names, new JsonObject
        {
            ["Subscriptions"] = new JsonArray([.. page.Select(subscription => Json(call.Arn, subscription))]),
            ["NextToken"] = next,
        });
    }

    private ServiceAnswer DescribeSubscription(SnsCall call)
    {
        var parts = call.Arn.Split(':');
        return state.Topic(parts.ElementAtOrDefault(5) ?? "")?.Subscriptions.FirstOrDefault(one => one.Id == parts[^1]) is { } subscription
            ? Reply(call, ("SubscriptionArn", call.Arn), ("RawMessageDelivery", subscription.Raw ? "true" : "false"))
            : NotFound("Subscription");
    }

    private static JsonObject Json(string topicArn, Subscription subscription) => new()
    {
        ["TopicArn"] = topicArn,
        ["Protocol"] = subscription.Protocol,
        ["Endpoint"] = subscription.Endpoint,
        ["SubscriptionArn"] = subscription.Confirmed ? $"{topicArn}:{subscription.Id}" : "PendingConfirmation",
    };

    /// <summary>SNS's maps have entries of their own shape.</summary>
    private static AwsReply Reply(SnsCall call, params (string Key, string? Value)[] attributes) => AwsReply.Xml(new XElement(
        Names + $"{call.Operation}Response",
        new XElement(Names + $"{call.Operation}Result", new XElement(
            Names + nameof(Attributes),
            attributes.Where(one => one.Value is not null).Select(one => new XElement(
                Names + "entry", new XElement(Names + "key", one.Key), new XElement(Names + "value", one.Value)))))).ToString());

    private static Dictionary<string, string> Attributes(JsonNode body) => body["MessageAttributes"] is JsonArray entries
        ? entries.ToDictionary(entry => (string)entry!["Name"]!, entry => (string?)entry!["Value"]?["StringValue"] ?? "")
        : [];
}
