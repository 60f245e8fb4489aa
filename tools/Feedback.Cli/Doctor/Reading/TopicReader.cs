using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Feedback.Cli.Doctor.SetUps;
using Subscription = Feedback.Cli.Doctor.SetUps.Subscription;
using Topic = Feedback.Cli.Doctor.SetUps.Topic;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads topics with their policies and subscriptions.</summary>
internal sealed class TopicReader(IAmazonSimpleNotificationService sns)
{
    /// <param name="arn">The topic.</param>
    /// <param name="queues">The deployment's queues: of their subscriptions the settings are read too.</param>
    /// <param name="attempts">Takes note of what can't be read.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<Topic> ReadAsync(string arn, IReadOnlyList<Queue> queues, Attempts attempts, CancellationToken cancellationToken)
    {
        var name = arn.Split(':')[^1];
        try
        {
            var policy = await attempts.TryAsync("sns:GetTopicAttributes", name, () => PolicyAsync(arn, cancellationToken), cancellationToken);
            var found = await attempts.TryAsync("sns:ListSubscriptionsByTopic", name, () => ListAsync(arn, cancellationToken), cancellationToken);
            List<Subscription>? subscriptions = found is null ? null : [];
            foreach (var one in found ?? [])
            {
                var isOurs = one.IsConfirmed && queues.Any(queue => one.IsOf(queue.Arn));
                subscriptions!.Add(isOurs ? one with { Raw = await RawAsync(one.Arn!, attempts, cancellationToken) } : one);
            }

            return new Topic(arn, Exists: true, policy, subscriptions);
        }
        catch (TopicMissingException)
        {
            return new Topic(arn, Exists: false, Policy: null, Subscriptions: null);
        }
    }

    private async Task<AccessPolicy> PolicyAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var response = await sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn }, cancellationToken);
            return new AccessPolicy(response.Attributes?.GetValueOrDefault("Policy") ?? "{}");
        }
        catch (NotFoundException exception)
        {
            throw new TopicMissingException(exception);
        }
    }

    private async Task<List<Subscription>> ListAsync(string arn, CancellationToken cancellationToken)
    {
        var all = new List<Subscription>();
        string? token = null;
        do
        {
            var page = await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn, NextToken = token }, cancellationToken);
            all.AddRange((page.Subscriptions ?? []).Select(one => new Subscription(
                one.Protocol,
                one.Endpoint,
                one.SubscriptionArn?.StartsWith("arn:", StringComparison.Ordinal) == true ? one.SubscriptionArn : null,
                Raw: null)));
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return all;
    }

    private async Task<bool?> RawAsync(string subscription, Attempts attempts, CancellationToken cancellationToken)
    {
        var response = await attempts.TryAsync(
            "sns:GetSubscriptionAttributes",
            subscription.Split(':')[5],
            () => sns.GetSubscriptionAttributesAsync(new GetSubscriptionAttributesRequest { SubscriptionArn = subscription }, cancellationToken),
            cancellationToken);
        return response is null ? null : response.Attributes?.GetValueOrDefault("RawMessageDelivery") == "true";
    }

    private sealed class TopicMissingException(Exception inner) : Exception(inner.Message, inner);
}
