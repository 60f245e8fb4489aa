using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services.Sns;

/// <summary>Topics by the last part of their ARN.</summary>
internal sealed class SnsService : ILocalService
{
    private static readonly XNamespace Names = "http://sns.amazonaws.com/doc/2010-03-31/";

    private readonly ConcurrentDictionary<string, bool> _topics = new();

    public void AddTopic(string name) => _topics[name] = true;

    public AwsCall? Read(AwsRequest request) => request is { Protocol: AwsProtocol.Query, Action: "Publish", Body: { } body }
        ? new PublishedMail(
            (string?)body["TopicArn"] ?? "", (string?)body["Subject"], (string?)body["Message"] ?? "", (string?)body["MessageStructure"], Attributes(body))
        : null;

    // The log of calls is the outbox: a mail that was answered without being applied is in it, marked as not applied.
    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var mail = (PublishedMail)call;
        if (!_topics.ContainsKey(mail.TopicArn.Split(':')[^1]))
        {
            return new AwsError(404, "NotFound", "Topic does not exist");
        }

        if (PublishRules.Violated(mail) is { } rule)
        {
            return new AwsError(400, "InvalidParameter", $"Invalid parameter: {rule}");
        }

        return AwsReply.Xml(new XElement(
            Names + "PublishResponse",
            new XElement(Names + "PublishResult", new XElement(Names + "MessageId", RequestIds.Next())),
            new XElement(Names + "ResponseMetadata", new XElement(Names + "RequestId", RequestIds.Next()))).ToString());
    }

    private static Dictionary<string, string> Attributes(JsonNode body) => body["MessageAttributes"] is JsonArray entries
        ? entries.ToDictionary(entry => (string)entry!["Name"]!, entry => (string?)entry!["Value"]?["StringValue"] ?? "")
        : [];
}
