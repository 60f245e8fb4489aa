using Feedback.Acting;
using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Local.InProcess;
using Feedback.Local.Services;

namespace Feedback.Bench.Load;

/// <summary>The rate at which a sweep carries out decided pauses, against an SES that takes one call of each operation a second.</summary>
internal sealed class PauseRateMeasurement(TimeProvider time) : IMeasurement
{
    private const int Pauses = 30;

    /// <summary>A set whose calls were refused for a whole attempt is tried again when its lease has ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>A little less than the second between two turns: a call may leave later than its turn, and the next one on time.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(950);

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        await using var deployment = await InProcessDeployment.StartAsync(new DatabaseRequests(TimeSpan.FromMilliseconds(5)));
        await new ManySets(deployment, time).AddUnfinishedAsync([.. Enumerable.Range(0, Pauses).Select(i => $"unfinished-{i:D2}")]);
        deployment.Aws.Faults.LimitRate(AwsOperation.PutConfigurationSetSendingOptions, 1, Period);
        deployment.Aws.Faults.LimitRate(AwsOperation.GetConfigurationSet, 1, Period);
        var sweep = deployment.Get<Sweep>();
        var started = time.GetTimestamp();
        while (Paused(deployment).Count < Pauses && time.GetElapsedTime(started) < Patience)
        {
            await sweep.RunAsync(CancellationToken.None);
        }

        var calls = deployment.Aws.SesCalls.Where(call => call.Operation == AwsOperation.PutConfigurationSetSendingOptions).ToList();
        var done = Paused(deployment);
        if (done.Count != Pauses)
        {
            throw new LocalException($"{done.Count} of {Pauses} sets were paused.");
        }

        return
        [
            new Row(
                "pauses a second, SES takes one",
                (Pauses - 1) / (done[^1] - done[0]).TotalSeconds,
                "1/s",
                AtLeast: 0.9,
                Note: $"{Pauses} unfinished pauses"),
            new Row("calls to disable a set, a pause", (double)calls.Count / Pauses, "calls", Note: "refused ones are tried again"),
        ];
    }

    /// <summary>When each set was disabled, in order.</summary>
    private static List<DateTimeOffset> Paused(InProcessDeployment deployment) =>
    [
        .. deployment.Aws.SesCalls
            .Where(call => call is { Operation: AwsOperation.PutConfigurationSetSendingOptions, Applied: true })
            .DistinctBy(call => call.Name)
            .Select(call => call.At)
            .Order(),
    ];
}
