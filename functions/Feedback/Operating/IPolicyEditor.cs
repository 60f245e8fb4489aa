using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>Changes the policies of single entities.</summary>
internal interface IPolicyEditor
{
    /// <summary>
    /// Replaces the entity's own policy and adds to its history, both or neither. An empty policy removes it. Returns false, and writes
    /// nothing, if the policy is no longer what the change was made from.
    /// </summary>
    /// <param name="entity">The entity.</param>
    /// <param name="before">What its own policy overrode when the operator's change was computed.</param>
    /// <param name="overrides">What it overrides from now on.</param>
    /// <param name="history">What was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Configuration.SettingsException">The policy is not valid: the message names every problem, and nothing is written.</exception>
    Task<bool> TryReplaceAsync(
        ReputationEntity entity,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> overrides,
        HistoryEntry history,
        CancellationToken cancellationToken);
}
