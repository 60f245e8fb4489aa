using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Sqs;

/// <summary>Queues by the last part of their URL or ARN.</summary>
internal sealed class SqsService(SqsState state) : ILocalService
{
    private static readonly AwsError NoQueue = new(400, "QueueDoesNotExist", "The specified queue does not exist.")
    {
        QueryCode = "AWS.SimpleQueueService.NonExistentQueue",
    };

    public AwsCall? Read(AwsRequest request)
    {
        if (request is not { Protocol: AwsProtocol.Json, Body: { } body })
        {
            return null;
        }

        return request.Action switch
        {
            "GetQueueAttributes" => Call(AwsOperation.GetQueueAttributes, "QueueUrl"),
            "ListQueues" => Call(AwsOperation.ListQueues, "QueueNamePrefix"),
            "ReceiveMessage" => Call(AwsOperation.ReceiveMessage, "QueueUrl"),
            "ChangeMessageVisibilityBatch" => Call(AwsOperation.ChangeMessageVisibilityBatch, "QueueUrl"),
            "StartMessageMoveTask" => Call(AwsOperation.StartMessageMoveTask, "SourceArn"),
            _ => null,
        };

        QueueCall Call(AwsOperation operation, string queue) => new(operation, (string?)body[queue] ?? "", body);
    }

    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var (operation, url, body) = (QueueCall)call;
        if (operation == AwsOperation.ListQueues)
        {
            return List(url);
        }

        return state.Queue(url.Split('/', ':')[^1]) is not { } queue
            ? NoQueue
            : operation switch
            {
                AwsOperation.ReceiveMessage => Receive(queue, body),
                AwsOperation.ChangeMessageVisibilityBatch => Hide(queue, body),
                AwsOperation.StartMessageMoveTask => Redrive(queue, lie),
                _ => Describe(queue, Texts(body["AttributeNames"])),
            };
    }

    private AwsReply List(string prefix)
    {
        var settings = state.Settings;
        var endpoint = settings.QueueEndpoint ?? new Uri($"https://sqs.{settings.Region}.amazonaws.com");
        var urls = state.Queues.Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(queue => JsonValue.Create(new Uri(endpoint, $"/{settings.AccountId}/{queue.Name}").ToString()));
        return Reply(new JsonObject { ["QueueUrls"] = new JsonArray([.. urls]) });
    }

    private AwsReply Describe(Queue queue, IReadOnlyList<string> names)
    {
        var depth = state.DepthOf(queue);
        var redrive = queue.DeadLetterArn is null ? null : new JsonObject { ["deadLetterTargetArn"] = queue.DeadLetterArn, ["maxReceiveCount"] = 20 };
        (string Name, string? Value)[] all =
        [
            ("ApproximateNumberOfMessages", Text(depth.Visible)),
            ("ApproximateNumberOfMessagesNotVisible", Text(depth.InFlight)),
            ("ApproximateNumberOfMessagesDelayed", Text(depth.Delayed)),
            ("QueueArn", state.ArnOf(queue.Name)),
            ("Policy", queue.Policy),
            ("RedrivePolicy", redrive?.ToJsonString()),
        ];
        var given = all.Where(one => one.Value is not null && (names.Contains(one.Name) || names.Contains("All")));
        return Reply(new JsonObject { ["Attributes"] = new JsonObject(given.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value))) });
    }

    private AwsReply Receive(Queue queue, JsonNode body)
    {
        var hidden = TimeSpan.FromSeconds((int?)body["VisibilityTimeout"] ?? 30);
        var received = state.Receive(queue, (int?)body["MaxNumberOfMessages"] ?? 1, hidden);
        return Reply(new JsonObject
        {
            ["Messages"] = new JsonArray([.. received.Select(message => new JsonObject
            {
                ["MessageId"] = message.Id,
                ["ReceiptHandle"] = message.ReceiptHandle,
                ["Body"] = message.Body,
                ["Attributes"] = new JsonObject
                {
                    ["SentTimestamp"] = message.SentAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                    ["ApproximateReceiveCount"] = Text(message.ReceiveCount),
                },
            })]),
        });
    }

    private AwsReply Hide(Queue queue, JsonNode body)
    {
        var entries = (body["Entries"] as JsonArray ?? []).OfType<JsonNode>().ToList();
        state.Hide(queue, entries.ToDictionary(entry => (string)entry["ReceiptHandle"]!, entry => TimeSpan.FromSeconds((int)entry["VisibilityTimeout"]!)));
        return Reply(new JsonObject
        {
            ["Successful"] = new JsonArray([.. entries.Select(entry => new JsonObject { ["Id"] = (string)entry["Id"]! })]),
        });
    }

    private ServiceAnswer Redrive(Queue queue, bool lie)
    {
        if (state.Queues.FirstOrDefault(one => one.DeadLetterArn == state.ArnOf(queue.Name)) is not { } source)
        {
            return new AwsError(400, "InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
        }

        if (!lie)
        {
            state.Redrive(queue, source);
        }

        return Reply(new JsonObject { ["TaskHandle"] = RequestIds.Next() });
    }

    private static AwsReply Reply(JsonObject body) => AwsReply.Json(body.ToJsonString());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(name => (string)name!)];
}
