using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

internal sealed class FakeSuppressionCounts(Faults faults, TimeProvider time) : ISuppressionCounts
{
    private readonly Dictionary<(DateOnly Day, string What), long> _counts = [];

    internal DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public Task AddAsync(IReadOnlyDictionary<string, long> counts, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressionCounts.Add", () =>
        {
            foreach (var (what, count) in counts)
            {
                _counts[(Today, what)] = _counts.GetValueOrDefault((Today, what)) + count;
            }

            return true;
        }, cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> ReadAsync(DateOnly day, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressionCounts.Read", () => (IReadOnlyDictionary<string, long>)_counts
            .Where(count => count.Key.Day == day)
            .ToDictionary(count => count.Key.What, count => count.Value), cancellationToken);
}
