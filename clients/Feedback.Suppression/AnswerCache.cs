using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Feedback.Suppression;

/// <summary>Remembers items, and that there is none, for a short time. Failures are never remembered.</summary>
internal sealed class AnswerCache(SuppressionListOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (StoredSuppression? Item, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    internal Dictionary<string, StoredSuppression?> Find(IEnumerable<string> keys)
    {
        var found = new Dictionary<string, StoredSuppression?>(StringComparer.Ordinal);
        var now = time.GetUtcNow();
        foreach (var key in keys)
        {
            if (_known.TryGetValue(key, out var known) && now < known.Until)
            {
                found[key] = known.Item;
            }
        }

        return found;
    }

    /// <summary>A full cache starts again: that is cheaper than to keep account of which answer is the oldest.</summary>
    internal void Add(string key, StoredSuppression? item)
    {
        if (options.CacheFor <= TimeSpan.Zero)
        {
            return;
        }

        if (_known.Count >= options.CachedAddresses)
        {
            _known.Clear();
        }

        _known[key] = (item, time.GetUtcNow() + options.CacheFor);
    }
}
