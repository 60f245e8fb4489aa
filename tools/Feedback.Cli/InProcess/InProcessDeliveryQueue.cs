using Feedback.Deciding.Lag;

namespace Feedback.Cli.InProcess;

/// <summary>The depth of the delivery queue, set by the code that feeds the events.</summary>
internal sealed class InProcessDeliveryQueue : IDeliveryQueue
{
    public long Waiting { get; set; }

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult(Waiting);
}
