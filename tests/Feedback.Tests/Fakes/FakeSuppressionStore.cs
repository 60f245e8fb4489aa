using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

internal sealed class FakeSuppressionStore(Faults faults) : ISuppressionStore
{
    private readonly Dictionary<EmailAddress, SuppressionEntry> _entries = [];

    internal SuppressionEntry? Of(EmailAddress address) => _entries.GetValueOrDefault(address);

    internal IReadOnlyList<SuppressionEntry> All => _entries.Values.OrderBy(e => e.Address.Value, StringComparer.Ordinal).ToList();

    internal void Put(SuppressionEntry entry) => _entries[entry.Address] = entry;

    /// <summary>As an operator would.</summary>
    internal void Remove(EmailAddress address) => _entries.Remove(address);

    public Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressions.Find", () => (IReadOnlyList<SuppressionEntry>)addresses
            .Select(Of)
            .OfType<SuppressionEntry>()
            .ToList(), cancellationToken);

    public Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressions.Replace", () =>
        {
            if (entry.Version != (Of(entry.Address)?.Version ?? 0))
            {
                return false;
            }

            if (entry.Reasons.IsEmpty)
            {
                Remove(entry.Address);
            }
            else
            {
                Put(entry with { Version = entry.Version + 1 });
            }

            return true;
        }, cancellationToken);
}
