using Feedback.Deciding.Lag;

namespace Feedback.Tests.Fakes;

internal sealed class FakeDeliveryQueue(Faults faults) : IDeliveryQueue
{
    internal long Waiting { get; set; }

    public Task<long> CountAsync(CancellationToken cancellationToken) => faults.CallAsync("backlog.Count", () => Waiting, cancellationToken);
}
