using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Announcing;

/// <summary>
/// Announces changes of the suppression list in their order. Stops at the first one that the bus does not take, so that the stream begins
/// there the next time; what was published after it is then published again.
/// </summary>
internal sealed class Announcer(INoticeBus bus, ILogger<Announcer> logger)
{
    /// <summary>Returns the position of the first change that is not announced; null if all are.</summary>
    internal async Task<string?> AnnounceAsync(IEnumerable<EntryChange> changes, CancellationToken cancellationToken)
    {
        var notices = changes.SelectMany(change => SuppressionNotices.Of(change).Select(notice => (change.Position, Notice: notice)));
        foreach (var part in notices.Chunk(bus.Limit))
        {
            var refused = await PublishAsync([.. part.Select(one => one.Notice)], cancellationToken);
            if (refused.Count > 0)
            {
                return part.First(one => refused.Contains(one.Notice)).Position;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<SuppressionNotice>> PublishAsync(IReadOnlyList<SuppressionNotice> notices, CancellationToken cancellationToken)
    {
        try
        {
            var refused = await bus.PublishAsync(notices, cancellationToken);
            if (refused.Count > 0)
            {
                Log.NoticesRefused(logger, refused.Count);
            }

            return refused;
        }
        catch (Exception exception)
        {
            // The boundary of one call: what came before it is announced, and the stream begins here again.
            Log.NoticesFailed(logger, exception, notices.Count);
            return notices;
        }
    }
}
