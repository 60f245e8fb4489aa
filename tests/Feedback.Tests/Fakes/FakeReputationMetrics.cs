using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeReputationMetrics(Faults faults) : IReputationMetrics
{
    internal List<IReadOnlyList<(ReputationEntity Entity, Tally Tally)>> Published { get; } = [];

    internal List<SweepLag> Lags { get; } = [];

    public Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken) =>
        faults.CallAsync("metrics.PublishLag", () =>
        {
            Lags.Add(lag);
            return true;
        }, cancellationToken);

    public Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken) =>
        faults.CallAsync("metrics.Publish", () =>
        {
            Published.Add(tallies);
            return true;
        }, cancellationToken);
}
