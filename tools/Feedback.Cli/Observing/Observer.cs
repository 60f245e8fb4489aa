using Feedback.Cli.Running;
using Feedback.Cli.Status;
using Feedback.Local.Services;

namespace Feedback.Cli.Observing;

/// <summary>Takes snapshots of a local run.</summary>
internal sealed class Observer(LocalRun run)
{
    // The same time for every snapshot: an item that expires in between has not changed.
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();

    public async Task<Snapshot> LookAsync(CancellationToken cancellationToken)
    {
        var aws = run.Deployment.Aws;
        return new Snapshot(
            await StoredItems.ReadAsync(run.Deployment.DynamoDb, run.Deployment.Tables.Values, _started, cancellationToken),
            await run.Get<StatusReader>().ReadAsync([], cancellationToken),
            [.. aws.SesCalls.Where(call => call is { Applied: true, Enabled: not null })],
            [.. aws.Ses.ConfigurationSets.Where(set => !set.SendingEnabled).Select(set => set.Name)],
            aws.Mails);
    }
}
