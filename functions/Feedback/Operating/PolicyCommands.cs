using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>
/// An operator's changes of an entity's own policy, kept in its history. Does not create a state, so a mistyped set name leaves no trace
/// but its policy and the history of it.
/// </summary>
internal sealed class PolicyCommands(IPolicyEditor policies, IStateStore states, TimeProvider time)
{
    /// <summary>
    /// Replaces the policy; an empty one removes it. Returns false, and changes nothing, if another operator has changed it since
    /// <paramref name="before"/> was read. Removing a policy that does not exist adds nothing to the history.
    /// </summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: nothing is written.</exception>
    internal async Task<bool> TryReplaceAsync(
        ReputationEntity entity,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> overrides,
        string operatorName,
        CancellationToken cancellationToken)
    {
        if (overrides.Count == 0 && before.Count == 0)
        {
            return true;
        }

        var (what, evidence) = overrides.Count > 0 ? ("PolicySet", Text(overrides)) : ("PolicyCleared", $"was {Text(before)}");
        var state = await states.GetAsync(entity, cancellationToken);
        var entry = new HistoryEntry(
            entity, time.GetUtcNow(), state.Version, what, state.Level.ToString(), state.Sending.ToString(), Actor.Operator(operatorName), evidence);
        return await policies.TryReplaceAsync(entity, before, overrides, entry, cancellationToken);
    }

    private static string Text(IReadOnlyDictionary<string, string> overrides) =>
        string.Join(", ", overrides.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));
}
