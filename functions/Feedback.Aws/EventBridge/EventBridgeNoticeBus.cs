using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Feedback.Announcing;
using Feedback.Configuration;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.EventBridge;

/// <inheritdoc cref="INoticeBus"/>
internal sealed class EventBridgeNoticeBus(IAmazonEventBridge events, Settings settings, ILogger<EventBridgeNoticeBus> logger) : INoticeBus
{
    /// <summary>EventBridge's limit on the entries of one PutEvents.</summary>
    public int Limit => 10;

    public async Task<IReadOnlyList<SuppressionNotice>> PublishAsync(IReadOnlyList<SuppressionNotice> notices, CancellationToken cancellationToken)
    {
        var response = await events.PutEventsAsync(new PutEventsRequest { Entries = [.. notices.Select(Entry)] }, cancellationToken);

        // One result for each entry, in their order. A result that is missing counts as a refusal.
        var results = response.Entries ?? [];
        var refused = notices.Where((_, place) => place >= results.Count || !string.IsNullOrEmpty(results[place].ErrorCode)).ToList();
        if (results.Find(result => !string.IsNullOrEmpty(result.ErrorCode)) is { } first)
        {
            AwsLog.EventRefused(logger, settings.SuppressionEventBus, first.ErrorCode, first.ErrorMessage);
        }

        return refused;
    }

    private PutEventsRequestEntry Entry(SuppressionNotice notice) => new()
    {
        EventBusName = settings.SuppressionEventBus,
        Source = NoticeJson.Source,
        DetailType = NoticeJson.DetailType(notice),
        Detail = NoticeJson.Detail(notice, settings.SuppressionEventAddresses),
        Time = notice.At.UtcDateTime,
    };
}
