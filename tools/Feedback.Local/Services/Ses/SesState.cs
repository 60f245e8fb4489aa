using System.Collections.Concurrent;

namespace Feedback.Local.Services.Ses;

/// <summary>The SES account: its configuration sets, its identities, and whether it may send.</summary>
internal sealed class SesState(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConfigurationSet> sets = new();
    private readonly ConcurrentDictionary<string, string?> identities = new();
    private volatile bool sendingEnabled = true;

    public bool SendingEnabled
    {
        get => sendingEnabled;
        set => sendingEnabled = value;
    }

    /// <summary>In the order in which SES lists them.</summary>
    public IReadOnlyList<ConfigurationSet> ConfigurationSets => [.. sets.Values.OrderBy(set => set.Name, StringComparer.Ordinal)];

    public void AddConfigurationSet(string name, bool sendingEnabled = true) => sets[name] = new ConfigurationSet(name, sendingEnabled, null);

    public void DeleteConfigurationSet(string name) => sets.TryRemove(name, out _);

    public ConfigurationSet? ConfigurationSet(string name) => sets.GetValueOrDefault(name);

    /// <summary>Whether mail through the set goes out; the set must be there.</summary>
    public bool IsSending(string configurationSet) => sets[configurationSet].SendingEnabled;

    /// <summary>What an operator in the console does, or a call that was applied.</summary>
    public bool SetSending(string configurationSet, bool enabled)
    {
        if (!sets.TryGetValue(configurationSet, out var set))
            return false;

        var restarts = enabled && !set.SendingEnabled;
        sets[configurationSet] = set with { SendingEnabled = enabled, LastFreshStart = restarts ? clock.GetUtcNow() : set.LastFreshStart };
        return true;
    }

    public void AddIdentity(string identity, string? defaultConfigurationSet = null) => identities[identity] = defaultConfigurationSet;

    public bool TryGetIdentity(string identity, out string? defaultConfigurationSet) => identities.TryGetValue(identity, out defaultConfigurationSet);
}
