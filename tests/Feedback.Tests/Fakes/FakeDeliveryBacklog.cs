using Feedback.Sending;

namespace Feedback.Tests.Fakes;

internal sealed class FakeDeliveryBacklog(Faults faults) : IDeliveryBacklog
{
    internal long Waiting { get; set; }

    public Task<long> CountAsync(CancellationToken cancellation) => faults.CallAsync("backlog.Count", () => Waiting, cancellation);
}
