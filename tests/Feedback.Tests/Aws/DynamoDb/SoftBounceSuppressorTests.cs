using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Runs the suppressor over the real stores: the suppression table agrees with the ledger.</summary>
public sealed class SoftBounceSuppressorTests(DatabaseFixture database) : StoreTest(database, "softbounces")
{
    private const Evidence Soft = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    private SoftBounceSuppressor _suppressor = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _suppressor = NewSuppressor();
    }

    [Fact]
    public async Task UpdateAsync_FiveSoftBouncesInARow_Suppress()
    {
        for (var day = 1; day <= 4; day++)
        {
            await SeeAsync(At(Soft, day));
            (await ReasonsAsync()).ShouldBeEmpty();
        }

        await SeeAsync(At(Soft, 5));

        var cause = (await Bench.EntryAsync(Address("ann")))!.SoftBounces.ShouldNotBeNull();
        (cause.FirstAt, cause.Count, cause.Last).ShouldBe((Noon.AddDays(1), 5, new SuppressionEvent(Noon.AddDays(5), "message-5", ConfigurationSet: "news")));
        cause.Until.ShouldBe(Noon.AddDays(5 + 14 + 4));
    }

    [Fact]
    public async Task UpdateAsync_DeliveryThatWasLateToBeRecorded_EndsTheSuppression()
    {
        await SeeAsync([.. Enumerable.Range(1, 5).Select(day => At(Soft, day))]);
        (await ReasonsAsync()).ShouldBe([SuppressionReason.SoftBounceLimit]);

        await SeeAsync(At(Evidence.Delivered, 3.5));

        (await ReasonsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_HardBouncedBesides_KeepsThatReason()
    {
        await SeeAsync([.. Enumerable.Range(1, 5).Select(day => At(Soft, day)), At(Evidence.HardBounced, 6)]);
        (await ReasonsAsync()).ShouldBe([SuppressionReason.HardBounce, SuppressionReason.SoftBounceLimit]);

        await SeeAsync(At(Evidence.Delivered, 3.5));

        (await ReasonsAsync()).ShouldBe([SuppressionReason.HardBounce]);
    }

    [Fact]
    public async Task UpdateAsync_EightAtOnce_AgreeWithTheLedger()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var suppressor = NewSuppressor();
            foreach (var day in Enumerable.Range(1, 6))
            {
                var seen = At(day == 1 + (i % 6) ? Evidence.HardBounced : Soft, day + (i / 100.0), message: $"message-{day}-{i}");
                await Bench.NewRecorder().RecordAsync([seen], CancellationToken.None);
                await suppressor.UpdateAsync([seen], CancellationToken.None);
            }
        })));

        var streak = new SoftBounceStreak(limit: 5);
        await foreach (var outcome in Bench.Outcomes.OfRecipientAsync(Address("ann").Hash, CancellationToken.None))
        {
            streak.Add(outcome);
        }

        var cause = streak.Cause;
        var entry = (await Bench.EntryAsync(Address("ann")))!;
        entry.SoftBounces.ShouldNotBeNull().Last.ShouldBe(cause);
        entry.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.SoftBounceLimit]);
    }

    private static Observation At(Evidence evidence, double day, string? message = null) =>
        Observe(evidence, message: message ?? $"message-{day}", occurredAt: Noon.AddDays(day));

    private SoftBounceSuppressor NewSuppressor() => new(
        Bench.Outcomes,
        Bench.Suppressions,
        Log,
        new SoftSuppressions(Log, TimeProvider.System),
        SuppressionTerms.Default,
        Bench.SuppressionTally,
        new TestClock(Noon.AddDays(30), skipped: TimeSpan.FromSeconds(2)),
        NullLogger<SoftBounceSuppressor>.Instance,
        limit: 5);

    private SoftSuppressionLog Log => new(Bench.Dynamo, Bench.Settings, TimeProvider.System);

    private async Task SeeAsync(params Observation[] seen)
    {
        await Bench.NewRecorder().RecordAsync(seen, CancellationToken.None);
        await _suppressor.UpdateAsync(seen, CancellationToken.None);
    }

    private async Task<IEnumerable<SuppressionReason>> ReasonsAsync() => (await Bench.EntryAsync(Address("ann")))?.Reasons ?? [];
}
