using System.Runtime.CompilerServices;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

/// <summary>SES's suppression list of the account, in pages of two.</summary>
internal sealed class FakeSesSuppressionList(DateTimeOffset now) : ISesSuppressionList
{
    private const int PageSize = 2;

    private readonly SortedDictionary<string, SesListedAddress> _all = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> All => [.. _all.Values.Select(one => $"{one.Spelling} {one.Reason}")];

    /// <summary>The changes that were asked for, in order.</summary>
    internal List<string> Changes { get; } = [];

    /// <summary>The message with which SES refuses every address; null if it takes them.</summary>
    internal string? Refusal { get; set; }

    /// <summary>Runs before each change, such as what an operator does meanwhile, or a failure.</summary>
    internal Func<Task> BeforeChange { get; set; } = () => Task.CompletedTask;

    internal void Put(string spelling, SesListReason reason = SesListReason.Bounce) => _all[spelling] = new SesListedAddress(spelling, reason, now);

    public async IAsyncEnumerable<IReadOnlyList<SesListedAddress>> PagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in _all.Values.ToList().Chunk(PageSize))
        {
            await Task.Yield();
            yield return page;
        }
    }

    public Task<SesListedAddress?> FindAsync(string spelling, CancellationToken cancellationToken) => Task.FromResult(_all.GetValueOrDefault(spelling));

    public async Task<string?> TryPutAsync(EmailAddress address, SesListReason reason, CancellationToken cancellationToken)
    {
        await BeforeChange();
        if (Refusal is null)
        {
            Changes.Add($"put {address.Value} {reason}");
            Put(address.Value, reason);
        }

        return Refusal;
    }

    public async Task<bool> DeleteAsync(string spelling, CancellationToken cancellationToken)
    {
        await BeforeChange();
        Changes.Add($"delete {spelling}");
        return _all.Remove(spelling);
    }
}
