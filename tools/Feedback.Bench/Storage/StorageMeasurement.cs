using Feedback.Bench.Report;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Bench.Storage;

/// <summary>
/// What evaluating reads and recording writes, by the bytes on the wire and the capacity units that the embedded database reports: it counts
/// them as DynamoDB does, by item size.
/// </summary>
internal sealed class StorageMeasurement(TimeProvider time) : IMeasurement
{
    private const int Batch = 1_000;
    private const double EventsPerSecond = 33_000;

    /// <summary>Write units a second that one partition key takes, by the DynamoDB guide; a third of them is the margin asked for.</summary>
    private const double UnitsPerPartition = 1_000;

    /// <summary>Rows from which docs/costs.md takes its counts.</summary>
    public const string Evaluation = "read units for them, 7-day window";

    /// <inheritdoc cref="Evaluation"/>
    public const string AccountEvaluation = "read units for the account's counters, 7-day window";

    /// <inheritdoc cref="Evaluation"/>
    public const string HardBounce = "write units for a hard bounce, alone in its batch";

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        await using var bench = await StorageBench.StartAsync(time);
        return
        [
            .. await ReadAsync(bench, days: 7, atMostKilobytes: 100, atMostRequests: 1),
            .. await ReadAsync(bench, days: 90, atMostKilobytes: 1_000, atMostRequests: null),
            await ReadAccountAsync(bench),
            .. await WriteAsync(bench),
            await WriteBounceAsync(bench),
        ];
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(StorageBench bench, int days, double atMostKilobytes, double? atMostRequests)
    {
        var set = ReputationEntity.ConfigurationSet($"busiest-{days}");
        var now = time.GetUtcNow();
        var from = Bucket.Of(now - TimeSpan.FromDays(days)).Start;
        await bench.FillAsync(set, from, now);
        bench.Forget();
        var buckets = await bench.Counters.ReadAsync(set, from, CancellationToken.None);
        var note = FormattableString.Invariant($"{buckets.Count} buckets with all five counts, each of three to seven digits");
        return
        [
            new Row($"counters read by one evaluation, {days}-day window", bench.Bytes / 1_000.0, "kB", atMostKilobytes, note),
            new Row($"requests for them, {days}-day window", bench.Requests, "requests", atMostRequests, "the state and the policy are one request each"),
            new Row(days == 7 ? Evaluation : $"read units for them, {days}-day window", bench.Units(bench.Settings.ReputationTable), "units"),
        ];
    }

    private async Task<Row> ReadAccountAsync(StorageBench bench)
    {
        var now = time.GetUtcNow();
        var from = Bucket.Of(now - TimeSpan.FromDays(7)).Start;
        await bench.FillAsync(ReputationEntity.Account, from, now);
        bench.Forget();
        await bench.Counters.ReadAsync(ReputationEntity.Account, from, CancellationToken.None);
        return new Row(AccountEvaluation, bench.Units(bench.Settings.ReputationTable), "units", Note: $"{bench.Requests} requests in parallel");
    }

    private async Task<Row> WriteBounceAsync(StorageBench bench)
    {
        var bounces = Deliveries("bounce", 1, time.GetUtcNow()).Select(one => one with { Evidence = Evidence.HardBounced, Subtype = "Permanent/General" });
        bench.Forget();
        await bench.Recorder.RecordAsync(bounces, CancellationToken.None);
        string[] tables = [bench.Settings.OutcomesTable, bench.Settings.ReputationTable, bench.Settings.SuppressionTable];
        return new Row(HardBounce, tables.Sum(bench.Units), "units", Note: "the index of events included");
    }

    private async Task<IReadOnlyList<Row>> WriteAsync(StorageBench bench)
    {
        var sentAt = Bucket.Of(time.GetUtcNow()).Start;
        await bench.Recorder.RecordAsync(Deliveries("before", 1, sentAt), CancellationToken.None);
        bench.Forget();
        await bench.Recorder.RecordAsync(Deliveries("delivery", Batch, sentAt), CancellationToken.None);
        var counters = bench.Units(bench.Settings.ReputationTable) / Batch;
        var delivery = (bench.Units(bench.Settings.OutcomesTable) / Batch) + counters;
        var perPartition = counters / 2 * EventsPerSecond / Aws.DynamoDb.CounterKeys.AccountPartitions;
        return
        [
            new Row("write units for a delivery", delivery, "units", 2.1, $"batch of {Batch} of one set and quarter"),
            new Row("write units for the account's counters, an event", counters / 2, "units", Note: "the set's counters cost as much again"),
            new Row(
                "write units a second for each of the account's keys", perPartition, "units", Math.Floor(UnitsPerPartition / 3), "33,000 events/s, 16 keys"),
            new Row("requests for a batch of 1,000 deliveries", bench.Requests, "requests"),
        ];
    }

    private static IEnumerable<Observation> Deliveries(string name, int count, DateTimeOffset sentAt) => Enumerable.Range(0, count).Select(i =>
    {
        if (!EmailAddress.TryParse($"recipient-{i}@example.org", out var recipient, out var problem))
        {
            throw new FormatException(problem);
        }

        return new Observation(
            new OutcomeKey(recipient.Hash, $"0102018f3c2a{i:x8}-{name}-4e5f-6a7b-8c9d-112233445566-000000"),
            recipient,
            Evidence.Delivered,
            Attribution.To("busy", AttributionSource.Tag),
            sentAt,
            sentAt,
            string.Empty,
            FeedbackId: null);
    });
}
