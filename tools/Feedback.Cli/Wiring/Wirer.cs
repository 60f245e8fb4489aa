using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>Carries the changes out, one configuration set after the other.</summary>
internal sealed class Wirer(SesPublishing publishing)
{
    public IAsyncEnumerable<string> AllSetsAsync(CancellationToken cancellationToken) => publishing.AllSetsAsync(cancellationToken);

    /// <param name="set">The configuration set.</param>
    /// <param name="plan">Decides from what SES publishes now.</param>
    /// <param name="isDryRun">Whether nothing is changed.</param>
    /// <param name="cancellationToken">Stops between two changes. Those that were made stay.</param>
    public async Task<WiringDocument> RunAsync(
        string set, Func<PublishingSet, IReadOnlyList<WiringChange>> plan, bool isDryRun, CancellationToken cancellationToken)
    {
        if (await publishing.FindAsync(set, cancellationToken) is not { } now)
        {
            return new WiringDocument(set, Exists: false, [], Done: false);
        }

        var changes = plan(now);
        foreach (var change in isDryRun ? [] : changes)
        {
            await MakeAsync(set, change, cancellationToken);
        }

        return new WiringDocument(set, Exists: true, [.. changes.Select(change => change.ToString())], Done: !isDryRun && changes.Count > 0);
    }

    private Task MakeAsync(string set, WiringChange change, CancellationToken cancellationToken) => change switch
    {
        { Kind: WiringChangeKind.Create, Destination: { } destination } => publishing.CreateAsync(set, destination, cancellationToken),
        { Kind: WiringChangeKind.Update, Destination: { } destination } => publishing.UpdateAsync(set, destination, cancellationToken),
        { Kind: WiringChangeKind.Delete, Destination: { } destination } => publishing.DeleteAsync(set, destination.Name, cancellationToken),
        _ => publishing.EnableReputationMetricsAsync(set, cancellationToken),
    };
}
