using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeReputationMetrics(Faults faults) : IReputationMetrics
{
    internal List<IReadOnlyList<(Subject Subject, Tally Tally)>> Published { get; } = [];

    public Task PublishAsync(IReadOnlyList<(Subject Subject, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellation) =>
        faults.CallAsync("metrics.Publish", () =>
        {
            Published.Add(tallies);
            return true;
        }, cancellation);
}
