using Feedback.Cli.Output;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Demo;

/// <summary>Takes the time at the start and after each batch, and passes the progress on.</summary>
internal sealed class BatchTimes(IProgressReporter progress, TimeProvider time) : IProgressReporter
{
    private readonly List<DateTimeOffset> _times = [];

    public void Expect(int steps)
    {
        progress.Expect(steps);
        _times.Add(time.GetUtcNow());
    }

    public void Done(int steps = 1)
    {
        progress.Done(steps);
        _times.Add(time.GetUtcNow());
    }

    /// <summary>The batches in which the notifications went through the functions: the queues fill in one way only.</summary>
    public IReadOnlyList<TimedBatch> Of(IEnumerable<Notification> notifications) =>
        [.. Queues.Fill(notifications).Zip(_times, _times.Skip(1)).Select(batch => new TimedBatch(batch.First, batch.Second, batch.Third))];
}
