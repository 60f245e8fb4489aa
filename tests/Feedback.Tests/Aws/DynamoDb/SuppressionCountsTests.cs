using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class SuppressionCountsTests(DatabaseFixture database) : StoreTest(database, "listchanges")
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Noon.UtcDateTime);

    private readonly TestClock _clock = new(Noon);

    private SuppressionCounts Counts => Of(new DigestSettings(["team@example.com"], "feedback@example.com", "digest"));

    [Fact]
    public async Task AddAsync_ByManyAtOnce_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Counts.AddAsync(
            new Dictionary<string, long> { ["HardBounce"] = 3, ["Complaint"] = 1 }, CancellationToken.None)));
        await Counts.AddAsync(new Dictionary<string, long> { ["Added"] = 7, ["Removed"] = 0 }, CancellationToken.None);

        (await Counts.ReadAsync(Today, CancellationToken.None))
            .ShouldBe(new Dictionary<string, long> { ["HardBounce"] = 60, ["Complaint"] = 20, ["Added"] = 7 }, ignoreOrder: true);
        (await Counts.ReadAsync(Today.AddDays(-1), CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>Each write costs, and without a digest nothing reads it.</summary>
    [Fact]
    public async Task AddAsync_WithoutADigest_WritesNothing()
    {
        await Of(DigestSettings.Off).AddAsync(new Dictionary<string, long> { ["HardBounce"] = 3 }, CancellationToken.None);

        Bench.Wire.Operations.ShouldBeEmpty();
    }

    [Fact]
    public async Task AddAsync_Nothing_WritesNothing()
    {
        await Counts.AddAsync(new Dictionary<string, long>(), CancellationToken.None);

        Bench.Wire.Operations.ShouldBeEmpty();
    }

    /// <summary>An address is counted where a reason is new on the list: not for a repeat, and not for another mail that bounces.</summary>
    [Fact]
    public async Task RecordAsync_HardBounces_CountsEachAddressOnce()
    {
        var first = await RecordAsync(Sample.Observe(Evidence.HardBounced, "ann", "m1"), Sample.Observe(Evidence.HardBounced, "ben", "m2"));
        var again = await RecordAsync(Sample.Observe(Evidence.HardBounced, "ann", "m1"), Sample.Observe(Evidence.HardBounced, "ann", "m3"));
        var complained = await RecordAsync(Sample.Observe(Evidence.Complained, "ann", "m4"));

        first.ShouldBe(new Dictionary<string, long> { [nameof(SuppressionReason.HardBounce)] = 2 });
        again.ShouldBeEmpty();
        complained.ShouldBe(new Dictionary<string, long> { [nameof(SuppressionReason.Complaint)] = 1 });
    }

    private async Task<IReadOnlyDictionary<string, long>> RecordAsync(params Feedback.Outcomes.Observation[] observations) =>
        (await Bench.NewRecorder().RecordAsync(observations, CancellationToken.None)).NewlySuppressed;

    private SuppressionCounts Of(DigestSettings digest) => new(Bench.Dynamo, Bench.Settings with { Digest = digest }, _clock);
}
