using Feedback.Sending;

namespace Feedback.Cli.InProcess;

/// <summary>The delivery queue's depth, as whoever feeds the events knows it.</summary>
internal sealed class InProcessBacklog : IDeliveryBacklog
{
    public long Waiting { get; set; }

    public Task<long> CountAsync(CancellationToken cancellation) => Task.FromResult(Waiting);
}
