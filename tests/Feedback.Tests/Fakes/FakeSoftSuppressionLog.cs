using System.Runtime.CompilerServices;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

internal sealed class FakeSoftSuppressionLog(Faults faults, TimeProvider time) : ISoftSuppressionLog
{
    private readonly List<(DateTimeOffset At, string RecipientHash)> _added = [];

    /// <summary>As if the address had been suppressed now.</summary>
    internal void Add(EmailAddress address) => _added.Add((time.GetUtcNow(), address.Hash));

    /// <summary>As if the write had taken since that time.</summary>
    internal void AddLate(EmailAddress address, DateTimeOffset at) => _added.Add((at, address.Hash));

    public Task AddAsync(IEnumerable<SuppressionEntry> entries, CancellationToken cancellationToken) => faults.CallAsync(
        "softSuppressions.Add",
        () =>
        {
            entries.Where(entry => entry.SoftBounces is not null).Select(entry => entry.Address).ToList().ForEach(Add);
            return true;
        },
        cancellationToken);

    public async IAsyncEnumerable<(DateTimeOffset At, string RecipientHash)> ReadAsync(
        DateTimeOffset? from,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await faults.CallAsync("softSuppressions.Read", () => _added.Where(added => from is null || added.At >= from).ToList(), cancellationToken);
        foreach (var added in found)
        {
            yield return added;
        }
    }
}
