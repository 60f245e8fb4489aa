using System.Text.RegularExpressions;
using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Configuration;
using Feedback.Notifications;

namespace Feedback.Cli.DeadLetters;

/// <summary>
/// Finds the queues of the deployment. The settings name those of deliveries; the others are found by their names, which CloudFormation
/// makes of the stack's name and the logical id.
/// </summary>
internal sealed class QueueFinder(IAmazonSQS sqs, Settings settings)
{
    private const string Queue = "Queue";
    private const string DeadLetterQueue = "DeadLetterQueue";

    /// <summary>The types of events that have a queue of their own.</summary>
    public static IReadOnlyList<FeedbackKind> Kinds { get; } = [FeedbackKind.Bounce, FeedbackKind.Complaint, FeedbackKind.Delivery];

    /// <summary>The queues of a deployment.</summary>
    public static IReadOnlyList<QueueName> All { get; } = Enum.GetValues<QueueName>();

    /// <summary>Whether the settings name the dead-letter queue of deliveries.</summary>
    public bool IsConfigured => settings.DeliveryDeadLetterQueueUrl.Length > 0;

    /// <summary>Returns the URL of the queue for a type of event; null if there is none, or if more than one could be it.</summary>
    public Task<string?> QueueAsync(FeedbackKind kind, CancellationToken cancellationToken) =>
        FindAsync(settings.DeliveryQueueUrl, Enum.Parse<QueueName>(kind.ToString()), Queue, cancellationToken);

    /// <summary>Returns the URL of the dead-letter queue of a queue; null if there is none, or if more than one could be it.</summary>
    public Task<string?> DeadLetterQueueAsync(QueueName queue, CancellationToken cancellationToken) =>
        FindAsync(settings.DeliveryDeadLetterQueueUrl, queue, DeadLetterQueue, cancellationToken);

    private async Task<string?> FindAsync(string deliveryUrl, QueueName queue, string role, CancellationToken cancellationToken)
    {
        if (queue == QueueName.Delivery)
        {
            return deliveryUrl.Length > 0 ? deliveryUrl : null;
        }

        var own = deliveryUrl.Split('/')[^1];
        var end = own.IndexOf($"{QueueName.Delivery}{role}", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var prefix = $"{own[..end]}{queue}{role}";
        var response = await sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = prefix }, cancellationToken);
        var named = new Regex($"^{Regex.Escape(prefix)}(-[A-Za-z0-9]+)?$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return (response.QueueUrls ?? []).Where(url => named.IsMatch(url.Split('/')[^1])).ToList() is [var only] ? only : null;
    }
}
