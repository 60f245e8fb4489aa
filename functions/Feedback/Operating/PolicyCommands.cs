using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>
/// An operator's changes of an entity's own policy, kept in its history. Does not create a state, so a mistyped set name leaves no trace
/// but its policy and the history of it.
/// </summary>
internal sealed class PolicyCommands(IPolicyStore policies, IStateStore states, TimeProvider time)
{
    /// <summary>Replaces the policy; an empty one removes it. Removing a policy that doesn't exist adds nothing to the history.</summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: nothing is written.</exception>
    internal async Task ReplaceAsync(
        ReputationEntity entity,
        IReadOnlyDictionary<string, string> overrides,
        string operatorName,
        CancellationToken cancellationToken)
    {
        var before = await policies.OverridesAsync(entity, cancellationToken);
        await policies.ReplaceAsync(entity, overrides, cancellationToken);
        if (overrides.Count > 0)
        {
            await AddHistoryAsync(entity, "PolicySet", operatorName, Text(overrides), cancellationToken);
        }
        else if (before.Count > 0)
        {
            await AddHistoryAsync(entity, "PolicyCleared", operatorName, $"was {Text(before)}", cancellationToken);
        }
    }

    private async Task AddHistoryAsync(ReputationEntity entity, string what, string operatorName, string evidence, CancellationToken cancellationToken)
    {
        var state = await states.GetAsync(entity, cancellationToken);
        var (level, sending) = (state.Level.ToString(), state.Sending.ToString());
        var entry = new HistoryEntry(entity, time.GetUtcNow(), state.Version, what, level, sending, Actor.Operator(operatorName), evidence);
        await states.AddHistoryAsync(entry, cancellationToken);
    }

    private static string Text(IReadOnlyDictionary<string, string> overrides) =>
        string.Join(", ", overrides.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));
}
