using System.Collections.Concurrent;
using Feedback.Local.Templates;

namespace Feedback.Local.Services.Ses;

/// <summary>The SES account: its configuration sets, its identities, and whether it may send.</summary>
internal sealed class SesState(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConfigurationSet> _sets = new();
    private readonly ConcurrentDictionary<string, string?> _identities = new();
    private volatile bool _sendingEnabled = true;

    public bool SendingEnabled
    {
        get => _sendingEnabled;
        set => _sendingEnabled = value;
    }

    /// <summary>False in the sandbox.</summary>
    public bool ProductionAccess { get; set; } = true;

    /// <summary>The account's suppression list.</summary>
    public SuppressedAddresses SuppressionList { get; } = new(clock);

    /// <summary>The event destinations of sets that were given none.</summary>
    public IReadOnlyList<EventDestination> DefaultEventDestinations { get; set; } = EventDestination.ToTopicsOf(new StackSettings());

    /// <summary>The sets in the order in which SES lists them.</summary>
    public IReadOnlyList<ConfigurationSet> ConfigurationSets => [.. _sets.Values.OrderBy(set => set.Name, StringComparer.Ordinal)];

    public void AddConfigurationSet(string name, bool sendingEnabled = true) => _sets[name] = new ConfigurationSet(name, sendingEnabled, null);

    public void DeleteConfigurationSet(string name) => _sets.TryRemove(name, out _);

    public ConfigurationSet? ConfigurationSet(string name) => _sets.GetValueOrDefault(name);

    /// <summary>Whether the set may send; the set must exist.</summary>
    public bool IsSending(string configurationSet) => _sets[configurationSet].SendingEnabled;

    /// <summary>Changes sending, for a call or as an operator in the console would.</summary>
    public bool SetSending(string configurationSet, bool enabled)
    {
        if (!_sets.TryGetValue(configurationSet, out var set))
        {
            return false;
        }

        var restarts = enabled && !set.SendingEnabled;
        _sets[configurationSet] = set with { SendingEnabled = enabled, LastFreshStart = restarts ? clock.GetUtcNow() : set.LastFreshStart };
        return true;
    }

    /// <summary>Switches SES's own rates of a set on or off; the set must exist.</summary>
    public void SetReputationMetrics(string configurationSet, bool enabled) =>
        _sets[configurationSet] = _sets[configurationSet] with { ReputationMetrics = enabled };

    /// <summary>Replaces the event destinations of a set, which must exist.</summary>
    public void SetEventDestinations(string configurationSet, params IReadOnlyList<EventDestination> destinations) =>
        _sets[configurationSet] = _sets[configurationSet] with { EventDestinations = destinations };

    /// <summary>The event destinations of a set, which must exist.</summary>
    public IReadOnlyList<EventDestination> EventDestinations(string configurationSet) =>
        _sets[configurationSet].EventDestinations ?? DefaultEventDestinations;

    public void AddIdentity(string identity, string? defaultConfigurationSet = null) => _identities[identity] = defaultConfigurationSet;

    public bool TryGetIdentity(string identity, out string? defaultConfigurationSet) => _identities.TryGetValue(identity, out defaultConfigurationSet);
}
