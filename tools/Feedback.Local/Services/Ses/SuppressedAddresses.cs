namespace Feedback.Local.Services.Ses;

/// <summary>The account's suppression list. An address in two spellings is there twice.</summary>
internal sealed class SuppressedAddresses(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SuppressedAddress> _all = new(StringComparer.Ordinal);
    private List<SuppressedAddress>? _listed;

    public IReadOnlyList<SuppressedAddress> All => Listed();

    public void Put(string address, string reason, DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            _all[address] = new SuppressedAddress(address, reason) { LastUpdateTime = at ?? clock.GetUtcNow() };
            _listed = null;
        }
    }

    public SuppressedAddress? Find(string address)
    {
        lock (_gate)
        {
            return _all.GetValueOrDefault(address);
        }
    }

    public bool Remove(string address)
    {
        lock (_gate)
        {
            _listed = null;
            return _all.Remove(address);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _all.Clear();
            _listed = null;
        }
    }

    /// <summary>Returns a page and the token of the next one: the last address, so that changes in between don't shift the pages.</summary>
    public (IReadOnlyList<SuppressedAddress> Page, string? NextToken) Page(string? after, int size)
    {
        var listed = Listed();
        var start = after is null ? 0 : After(listed, after);
        var page = listed.GetRange(start, Math.Min(size, listed.Count - start));
        return (page, start + page.Count < listed.Count ? page[^1].EmailAddress : null);
    }

    private static int After(List<SuppressedAddress> listed, string address)
    {
        var order = Comparer<SuppressedAddress>.Create((one, other) => string.CompareOrdinal(one.EmailAddress, other.EmailAddress));
        var index = listed.BinarySearch(new SuppressedAddress(address, string.Empty), order);
        return index < 0 ? ~index : index + 1;
    }

    private List<SuppressedAddress> Listed()
    {
        lock (_gate)
        {
            return _listed ??= [.. _all.Values];
        }
    }
}
