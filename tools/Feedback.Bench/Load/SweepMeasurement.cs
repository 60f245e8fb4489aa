using Feedback.Acting;
using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Local.InProcess;
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

    /// <summary>The memory of ReputationFunction in the template.</summary>
    private const double MemoryMegabytes = 512;

    /// <summary>"At 1,769 MB, a function has the equivalent of one vCPU" (AWS Lambda Developer Guide, Configure Lambda function memory).</summary>
    private const double WholeProcessorMegabytes = 1_769;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        var counters = new SharedCounters(Family, First);
        await using var deployment = await InProcessDeployment.StartAsync(new DatabaseRequests(Delay, counters));
        var sets = new ManySets(deployment, time);
        await sets.CountAsync(First);
        await sets.AddWatchedAsync(Family, Sets);
        await sets.AddUnfinishedAsync([Unfinished]);

        var called = new TaskCompletionSource<(long At, TimeSpan Processor)>();
        deployment.Aws.BeforeApply = call =>
        {
            if (call is SesCall { Operation: AwsOperation.PutConfigurationSetSendingOptions, Name: Unfinished })
            {
                called.TrySetResult((time.GetTimestamp(), Environment.CpuUsage.TotalTime));
            }

            return Task.CompletedTask;
        };
        var sweep = deployment.Get<Sweep>();
        using var timeout = new CancellationTokenSource(Timeout);
        var (started, processor) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await sweep.RunAsync(timeout.Token);
        var took = time.GetElapsedTime(started);
        if (!called.Task.IsCompleted)
        {
            throw new LocalException("The sweep did not call SES for the unfinished pause.");
        }

        var (calledAt, processorThen) = await called.Task;
        return Rows(time.GetElapsedTime(started, calledAt), processorThen - processor, took, Environment.CpuUsage.TotalTime - processorThen, counters.Reads);
    }

    /// <param name="untilCalled">From the start of the sweep to the call to SES.</param>
    /// <param name="processorUntilCalled">The processor time of that.</param>
    /// <param name="took">The whole sweep.</param>
    /// <param name="processor">The processor time of all that came after the call.</param>
    /// <param name="evaluations">How many sets were evaluated.</param>
    private static List<Row> Rows(TimeSpan untilCalled, TimeSpan processorUntilCalled, TimeSpan took, TimeSpan processor, int evaluations)
    {
        const string Note = "20,000 sets due, 5 ms more for each database request";
        var each = processor / evaluations;
        return
        [
            new Row("unfinished pause, from the start of the sweep to the call to SES", untilCalled.TotalSeconds, "s", 5, Note),
            new Row("processor time of that", processorUntilCalled.TotalSeconds, "s", Note: "reads 20,000 work items and states"),
            new Row("sweep of 20,000 due sets", took.TotalSeconds, "s", Timeout.TotalSeconds, "what it doesn't reach is left to the next one"),
            new Row("evaluations in it", evaluations, "sets", Note: $"in at most {Sweep.EvaluateFor.TotalSeconds} s; each reads a week of counters, 168 items"),
            new Row("processor time for an evaluation", each.TotalMilliseconds, "ms"),
            new Row(
                "busy sets that ReputationFunction evaluates each quarter of an hour",
                Lambda(MemoryMegabytes) * Quarter / each,
                "sets",
                AtLeast: Sets,
                Note: $"with {MemoryMegabytes} MB, by the processor time; {WholeProcessorMegabytes} MB are one processor"),
        ];
    }

    /// <summary>The share of a processor that a function has.</summary>
    private static double Lambda(double megabytes) => megabytes / WholeProcessorMegabytes;
}
