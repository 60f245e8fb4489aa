using Feedback.Cli.InProcess;
using Feedback.Cli.Output;

namespace Feedback.Cli.Simulation;

/// <summary>Passes simulated mail to the functions in event time, in steps of ten seconds, and sweeps after each minute.</summary>
internal sealed class SteppedFeed(MailFeed mail, EventTime time)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The number of notifications that were not recorded.</summary>
    public long Failed { get; private set; }

    /// <param name="start">A full hour.</param>
    /// <param name="end">The time at which the simulation ends.</param>
    /// <param name="progress">Told of each hour.</param>
    /// <param name="cancellationToken">Ends the simulation between two minutes.</param>
    public async Task RunAsync(DateTimeOffset start, DateTimeOffset end, IProgressReporter progress, CancellationToken cancellationToken)
    {
        progress.Expect((int)(end - start).TotalHours);
        for (var minute = start; minute < end; minute += Minute)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mail.Prepare(minute);
            for (var now = minute + Step; now <= minute + Minute; now += Step)
            {
                await ReceiveAsync(mail.PassTo(now), now);
            }

            await time.SweepIfDueAsync(minute + Minute, cancellationToken);
            if (minute.Minute == 0)
            {
                progress.Done();
            }
        }
    }

    private async Task ReceiveAsync(Arrivals arrived, DateTimeOffset now)
    {
        foreach (var batch in new[] { arrived.Others, arrived.Deliveries }.Where(batch => batch.Count > 0))
        {
            Failed += (await time.ReceiveAsync(batch, now)).Count;
        }
    }
}
