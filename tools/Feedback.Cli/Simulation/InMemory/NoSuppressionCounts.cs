using Feedback.Suppression;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>Counts no changes of the suppression list: only the digest reads them, and a simulation sends none.</summary>
internal sealed class NoSuppressionCounts : ISuppressionCounts
{
    public Task AddAsync(IReadOnlyDictionary<string, long> counts, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, long>> ReadAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long>());
}
