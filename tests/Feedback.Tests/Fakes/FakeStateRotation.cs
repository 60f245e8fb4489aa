using Feedback.Deciding;

namespace Feedback.Tests.Fakes;

/// <summary>Goes round the states of <see cref="FakeStateStore"/>.</summary>
internal sealed class FakeStateRotation(FakeStateStore states, Faults faults, TimeProvider time) : IStateRotation
{
    private readonly Dictionary<string, (DateTimeOffset StartedAt, string After, bool Ended)> _rounds = [];

    public Task<IReadOnlyList<EntityState>> NextAsync(string round, int limit, TimeSpan atLeast, CancellationToken cancellationToken) =>
        faults.CallAsync("rotation.Next", () => Next(round, limit, atLeast), cancellationToken);

    private IReadOnlyList<EntityState> Next(string round, int limit, TimeSpan atLeast)
    {
        var now = time.GetUtcNow();
        var (startedAt, after, ended) = _rounds.GetValueOrDefault(round, (now, string.Empty, false));
        if (ended)
        {
            if (now - startedAt < atLeast)
            {
                return [];
            }

            (startedAt, after) = (now, string.Empty);
        }

        var page = states.All
            .Where(state => string.CompareOrdinal(state.Entity.Key, after) > 0)
            .OrderBy(state => state.Entity.Key, StringComparer.Ordinal)
            .Take(limit)
            .ToList();
        _rounds[round] = (startedAt, page.Count > 0 ? page[^1].Entity.Key : after, page.Count < limit);
        return page;
    }
}
