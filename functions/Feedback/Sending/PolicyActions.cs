using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>What a person does to a subject's own policy, kept in its history. The state stays as it is: a name nobody sends by gets none.</summary>
internal sealed class PolicyActions(IPolicyStore policies, IStateStore states, IHistoryLog history, TimeProvider time)
{
    /// <summary>Replaces the policy; nothing in it removes it, which is no news where there was none.</summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: nothing is written.</exception>
    internal async Task ReplaceAsync(Subject subject, IReadOnlyDictionary<string, string> overrides, string who, CancellationToken cancellation)
    {
        var before = await policies.OverridesAsync(subject, cancellation);
        await policies.ReplaceAsync(subject, overrides, cancellation);
        if (overrides.Count > 0)
        {
            await AddAsync(subject, "PolicySet", who, Text(overrides), cancellation);
        }
        else if (before.Count > 0)
        {
            await AddAsync(subject, "PolicyCleared", who, $"was {Text(before)}", cancellation);
        }
    }

    private async Task AddAsync(Subject subject, string what, string who, string evidence, CancellationToken cancellation)
    {
        var state = await states.GetAsync(subject, cancellation);
        var entry = new HistoryEntry(subject, time.GetUtcNow(), state.Version, what, state.Level.ToString(), state.Sending.ToString(), who, evidence);
        await history.AddAsync(entry, cancellation);
    }

    private static string Text(IReadOnlyDictionary<string, string> overrides) =>
        string.Join(", ", overrides.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));
}
