using Feedback.Cli.Output;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Running;

/// <summary>Sends simulated notifications through the functions, in the order in which they arrive.</summary>
internal sealed class MailPump(LocalRun run)
{
    private readonly SesEventWriter _writer = new(run.Deployment.Settings.AccountId, run.Deployment.Settings.Region);

    /// <summary>Returns the result of the messages and the number of batches.</summary>
    public async Task<(BatchReport Report, int Batches)> PumpAsync(
        IReadOnlyList<Notification> notifications, IProgressReporter progress, CancellationToken cancellationToken)
    {
        progress.Expect(notifications.Count);
        var (sum, batches) = (BatchReport.Nothing, 0);
        foreach (var batch in Queues.Fill(notifications))
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.SetDeliveriesWaiting(batch.DeliveriesWaiting);
            var payload = run.Batch(batch.Function, batch.Notifications.Select(_writer.Write));
            sum += await run.InvokeAsync(batch.Function, payload, batch.Notifications.Count);
            batches++;
            progress.Done(batch.Notifications.Count);
        }

        run.SetDeliveriesWaiting(0);
        return (sum, batches);
    }
}
