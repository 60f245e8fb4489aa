using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads the deployment's queues with their policies and the depths of their dead-letter queues.</summary>
internal sealed class QueueReader(IAmazonSQS sqs, QueueFinder finder)
{
    private const string Permission = "sqs:GetQueueAttributes";

    private static readonly string[] Depths =
        ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"];

    /// <summary>Returns null if the queue can't be found or read.</summary>
    public async Task<Queue?> ReadAsync(FeedbackKind kind, Attempts attempts, CancellationToken cancellationToken)
    {
        var found = await attempts.TryAsync(
            "sqs:ListQueues", $"{kind}Queue", async () => await finder.QueueAsync(kind, cancellationToken) ?? "", cancellationToken);
        if (found is "")
        {
            attempts.Note("sqs:ListQueues", $"{kind}Queue", "no queue of the deployment has this name.");
        }

        return string.IsNullOrEmpty(found) ? null : await ReadAsync(kind, found, attempts, cancellationToken);
    }

    /// <summary>Returns the number of messages in the dead-letter queue of inbound mail; null without one.</summary>
    public async Task<long?> InboundDeadLettersAsync(Attempts attempts, CancellationToken cancellationToken)
    {
        var url = await attempts.TryAsync(
            "sqs:ListQueues",
            "InboundDeadLetterQueue",
            async () => await finder.DeadLetterQueueAsync(QueueName.Inbound, cancellationToken) ?? "",
            cancellationToken);
        return string.IsNullOrEmpty(url) ? null : Depth(await attempts.TryAsync(
            Permission, "InboundDeadLetterQueue", () => AttributesAsync(url, [.. Depths], cancellationToken), cancellationToken));
    }

    private async Task<Queue?> ReadAsync(FeedbackKind kind, string url, Attempts attempts, CancellationToken cancellationToken)
    {
        var attributes = await attempts.TryAsync(
            Permission, $"{kind}Queue", () => AttributesAsync(url, [.. Depths, "QueueArn", "Policy", "RedrivePolicy"], cancellationToken), cancellationToken);
        if (attributes is null)
        {
            return null;
        }

        var deadLetters = DeadLetterName(attributes.GetValueOrDefault("RedrivePolicy"));
        var policy = attributes.GetValueOrDefault("Policy") is { Length: > 0 } text ? new AccessPolicy(text) : null;
        return new Queue(
            kind,
            url,
            attributes["QueueArn"],
            policy,
            Depth(attributes) ?? 0,
            deadLetters is null ? null : await DepthAsync(kind, url[..(url.LastIndexOf('/') + 1)] + deadLetters, attempts, cancellationToken),
            deadLetters is not null);
    }

    private async Task<long?> DepthAsync(FeedbackKind kind, string url, Attempts attempts, CancellationToken cancellationToken) =>
        Depth(await attempts.TryAsync(
            Permission, $"{kind}DeadLetterQueue", () => AttributesAsync(url, [.. Depths], cancellationToken), cancellationToken));

    private async Task<Dictionary<string, string>> AttributesAsync(string url, List<string> names, CancellationToken cancellationToken) =>
        (await sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = url, AttributeNames = names }, cancellationToken)).Attributes ?? [];

    private static long? Depth(Dictionary<string, string>? attributes) =>
        attributes is null ? null : Depths.Sum(name => long.Parse(attributes.GetValueOrDefault(name, "0"), CultureInfo.InvariantCulture));

    private static string? DeadLetterName(string? redrivePolicy)
    {
        if (string.IsNullOrEmpty(redrivePolicy))
        {
            return null;
        }

        using var document = JsonDocument.Parse(redrivePolicy);
        return document.RootElement.TryGetProperty("deadLetterTargetArn", out var arn) ? arn.GetString()?.Split(':')[^1] : null;
    }
}
