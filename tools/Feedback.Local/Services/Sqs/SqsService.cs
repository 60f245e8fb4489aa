using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Sqs;

/// <summary>Queues by the last part of their URL. Only the number of waiting messages is kept, not the messages.</summary>
internal sealed class SqsService : ILocalService
{
    private static readonly AwsError NoQueue = new(400, "QueueDoesNotExist", "The specified queue does not exist.")
    {
        QueryCode = "AWS.SimpleQueueService.NonExistentQueue",
    };

    private readonly ConcurrentDictionary<string, QueueDepth> _queues = new();

    /// <summary>Sets the depth of a queue, and creates the queue if necessary.</summary>
    public void SetDepth(string name, QueueDepth depth) => _queues[name] = depth;

    public AwsCall? Read(AwsRequest request) => request is { Protocol: AwsProtocol.Json, Action: "GetQueueAttributes", Body: { } body }
        ? new QueueCall((string?)body["QueueUrl"] ?? "", [.. (body["AttributeNames"] as JsonArray ?? []).Select(name => (string)name!)])
        : null;

    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var (url, names) = (QueueCall)call;
        if (!_queues.TryGetValue(url.Split('/')[^1], out var depth))
        {
            return NoQueue;
        }

        var attributes = new JsonObject();
        Give("ApproximateNumberOfMessages", depth.Visible);
        Give("ApproximateNumberOfMessagesNotVisible", depth.InFlight);
        Give("ApproximateNumberOfMessagesDelayed", depth.Delayed);
        return AwsReply.Json(new JsonObject { ["Attributes"] = attributes }.ToJsonString());

        void Give(string name, int value)
        {
            if (names.Contains(name) || names.Contains("All"))
            {
                attributes[name] = value.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
