using Feedback.Acting;
using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;

namespace Feedback.Bench.Load;

/// <summary>
/// One sweep of 20,000 sets that are all due, and of one pause that a process left unfinished. Each database request takes 5 ms more than the
/// embedded database does.
/// </summary>
internal sealed class SweepMeasurement(TimeProvider time) : IMeasurement
{
    private const int Sets = 20_000;
    private const string Family = "watched-";
    private const string First = $"{Family}000000";
    private const string Unfinished = "unfinished";
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    /// <summary>The timeout of ReputationFunction.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(300);

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        var counters = new SharedCounters(Family, First);
        await using var deployment = await InProcessDeployment.StartAsync(new DatabaseRequests(Delay, counters));
        var sets = new ManySets(deployment, time);
        await sets.CountAsync(First);
        await sets.AddWatchedAsync(Family, Sets);
        await sets.AddUnfinishedAsync([Unfinished]);

        var called = new TaskCompletionSource<long>();
        deployment.Aws.BeforeApply = call =>
        {
            if (call is SesCall { Operation: AwsOperation.PutConfigurationSetSendingOptions, Name: Unfinished })
            {
                called.TrySetResult(time.GetTimestamp());
            }

            return Task.CompletedTask;
        };
        var sweep = deployment.Get<Sweep>();
        using var timeout = new CancellationTokenSource(Timeout);
        var started = time.GetTimestamp();
        await sweep.RunAsync(timeout.Token);
        var took = time.GetElapsedTime(started);
        if (!called.Task.IsCompleted)
        {
            throw new LocalException("The sweep did not call SES for the unfinished pause.");
        }

        return Rows(time.GetElapsedTime(started, await called.Task), took, counters.Reads);
    }

    private static List<Row> Rows(TimeSpan untilCalled, TimeSpan took, int evaluations)
    {
        const string Note = "20,000 sets due, 5 ms more for each database request";
        var aSecond = evaluations / Math.Min(Sweep.EvaluateFor.TotalSeconds, took.TotalSeconds);
        return
        [
            new Row("unfinished pause, from the start of the sweep to the call to SES", untilCalled.TotalSeconds, "s", 5, Note),
            new Row("sweep of 20,000 due sets", took.TotalSeconds, "s", Timeout.TotalSeconds, "the rest of them is left to the next sweep"),
            new Row("evaluations in it", evaluations, "sets", Note: "in at most 90 s; each reads a week of counters, 168 items"),
            new Row("evaluations a second", aSecond, "1/s"),
            new Row("sets at warning that one sweep a minute evaluates each quarter of an hour", aSecond * 60 * 15, "sets", AtLeast: Sets),
        ];
    }
}
