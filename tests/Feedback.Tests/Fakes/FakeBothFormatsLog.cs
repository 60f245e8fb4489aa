using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeBothFormatsLog(Faults faults) : IBothFormatsLog
{
    internal List<ReputationEntity> Added { get; } = [];

    public Task AddAsync(ReputationEntity set, CancellationToken cancellationToken) => faults.CallAsync(
        "bothFormats.Add",
        () =>
        {
            Added.Add(set);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<ReputationEntity>> ReadAsync(CancellationToken cancellationToken) =>
        faults.CallAsync<IReadOnlyList<ReputationEntity>>("bothFormats.Read", () => [.. Added.Distinct()], cancellationToken);
}
