using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>What a person does to an entity's own policy, kept in its history. The state stays as it is: a name nobody sends by gets none.</summary>
internal sealed class PolicyCommands(IPolicyStore policies, IStateStore states, IHistoryLog history, TimeProvider time)
{
    /// <summary>Replaces the policy; nothing in it removes it, which is no news where there was none.</summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: nothing is written.</exception>
    internal async Task ReplaceAsync(ReputationEntity entity, IReadOnlyDictionary<string, string> overrides, string who, CancellationToken cancellationToken)
    {
        var before = await policies.OverridesAsync(entity, cancellationToken);
        await policies.ReplaceAsync(entity, overrides, cancellationToken);
        if (overrides.Count > 0)
        {
            await AddAsync(entity, "PolicySet", who, Text(overrides), cancellationToken);
        }
        else if (before.Count > 0)
        {
            await AddAsync(entity, "PolicyCleared", who, $"was {Text(before)}", cancellationToken);
        }
    }

    private async Task AddAsync(ReputationEntity entity, string what, string who, string evidence, CancellationToken cancellationToken)
    {
        var state = await states.GetAsync(entity, cancellationToken);
        var entry = new HistoryEntry(entity, time.GetUtcNow(), state.Version, what, state.Level.ToString(), state.Sending.ToString(), who, evidence);
        await history.AddAsync(entry, cancellationToken);
    }

    private static string Text(IReadOnlyDictionary<string, string> overrides) =>
        string.Join(", ", overrides.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));
}
