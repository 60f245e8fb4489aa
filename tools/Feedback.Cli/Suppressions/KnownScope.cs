using Feedback.Acting;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Checks that a scope exists before something is written for it: a mistyped set would suppress nothing.</summary>
internal static class KnownScope
{
    /// <exception cref="UsageException">SES has no such configuration set.</exception>
    public static async Task<SuppressionScope> ReadAsync(DeploymentContext context, string? text, bool force, CancellationToken cancellationToken)
    {
        var scope = SuppressionOptions.ReadScope(text);
        if (scope.ConfigurationSet is { } set
            && !force
            && await context.Get<ISendingApi>().IsEnabledAsync(ReputationEntity.ConfigurationSet(set), cancellationToken) is null)
        {
            throw new UsageException($"SES has no configuration set {set}. Nothing was changed; --force does it nevertheless.");
        }

        return scope;
    }
}
