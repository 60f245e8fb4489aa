using Feedback.Deciding.Lag;

namespace Feedback.Cli.InProcess;

/// <summary>The delivery queue's depth, as whoever feeds the events knows it.</summary>
internal sealed class InProcessDeliveryQueue : IDeliveryQueue
{
    public long Waiting { get; set; }

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult(Waiting);
}
