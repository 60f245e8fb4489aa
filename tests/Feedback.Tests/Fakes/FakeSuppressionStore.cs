using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

internal sealed class FakeSuppressionStore(Faults faults) : ISuppressionStore
{
    private readonly Dictionary<EmailAddress, SuppressionEntry> _entries = [];

    internal SuppressionEntry? Of(EmailAddress address) => _entries.GetValueOrDefault(address);

    internal IReadOnlyList<SuppressionEntry> All => _entries.Values.OrderBy(e => e.Address.Value, StringComparer.Ordinal).ToList();

    internal void Put(SuppressionEntry entry) => _entries[entry.Address] = entry;

    /// <summary>Reading this address's entry fails, as for an item that was edited by hand.</summary>
    internal EmailAddress? Broken { get; set; }

    /// <summary>Every write finds that another process was faster.</summary>
    internal bool AlwaysLoses { get; set; }

    /// <summary>As an operator would.</summary>
    internal void Remove(EmailAddress address) => _entries.Remove(address);

    public Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressions.Find", () => Find(addresses), cancellationToken);

    public Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken) =>
        faults.CallAsync("suppressions.Replace", () =>
        {
            if (AlwaysLoses || entry.Version != (Of(entry.Address)?.Version ?? 0))
            {
                return false;
            }

            if (entry.Causes.IsEmpty && entry.Cleared.IsEmpty && entry.Allowance is null)
            {
                Remove(entry.Address);
            }
            else
            {
                Put(entry with { Version = entry.Version + 1 });
            }

            return true;
        }, cancellationToken);

    private IReadOnlyList<SuppressionEntry> Find(IReadOnlyCollection<EmailAddress> addresses) =>
        Broken is { } broken && addresses.Contains(broken)
            ? throw new InvalidDataException("The item can't be read.")
            : [.. addresses.Select(Of).OfType<SuppressionEntry>()];
}
