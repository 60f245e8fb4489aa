using Feedback.Bench.ColdStart;
using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Local.InProcess;
using Feedback.Processing;

namespace Feedback.Bench.Load;

/// <summary>
/// What a batch of 1,000 deliveries of 1,000 configuration sets costs. Deliveries can only lower a rate, so nothing may be evaluated: the batch
/// takes the time of its transactions and no more.
/// </summary>
internal sealed class DeliveryBatchMeasurement(TimeProvider time) : IMeasurement
{
    private const int Sets = 1_000;
    private const int Batches = 11;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    /// <summary>The timeout of DeliveryFunction.</summary>
    private static readonly TimeSpan Remaining = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        await using var deployment = await InProcessDeployment.StartAsync(new DatabaseRequests(Delay));
        var (batch, deliveries) = (deployment.Get<DeliveryBatch>(), new DeliveriesOfToday(time));
        await RunAsync(batch, deliveries);
        var first = deployment.Requests.Total;

        var seconds = new List<double>();
        deployment.Requests.Forget();
        for (var i = 0; i < Batches; i++)
        {
            var started = time.GetTimestamp();
            await RunAsync(batch, deliveries);
            seconds.Add(time.GetElapsedTime(started).TotalSeconds);
        }

        var requests = deployment.Requests;
        return
        [
            new Row("requests that evaluate, batch of 1,000 deliveries of 1,000 sets", (double)requests.ForEvaluations / Batches, "requests", 0),
            new Row("requests for such a batch", (double)requests.Total / Batches, "requests", Note: "transactions, and two writes of the progress"),
            new Row("requests for a process's first such batch", first, "requests", Note: "it lists sets that have no state yet"),
            new Row("deliveries a second of one process, such batches", Sets / Median.Of(seconds), "1/s", Note: "5 ms more for each database request"),
        ];
    }

    private static async Task RunAsync(DeliveryBatch batch, DeliveriesOfToday deliveries)
    {
        var failed = await batch.HandleAsync(deliveries.Batch(Sets), Remaining);
        if (failed.Count > 0)
        {
            throw new LocalException($"{failed.Count} deliveries of a batch were not recorded.");
        }
    }
}
