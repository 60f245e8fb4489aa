using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Outcomes;

public sealed class ChunkPlanTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(98, 1)]
    [InlineData(99, 2)]
    [InlineData(196, 2)]
    [InlineData(197, 3)]
    [InlineData(1_000, 11)]
    public void Pack_DeliveriesOfOneSetAndBucket_FillsTransactions(int deliveries, int chunks) =>
        ChunkPlan.Pack(Deliveries(deliveries)).Count().ShouldBe(chunks);

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    public void Pack_Bounces_LeavesRoomForTheirSuppressions(int bounces, int chunks) =>
        ChunkPlan.Pack(Enumerable.Range(0, bounces).Select(i => Observe(Evidence.HardBounced, $"r{i}"))).Count().ShouldBe(chunks);

    [Fact]
    public void Pack_OneOutcomeSeveralTimes_StaysInOneChunk()
    {
        var observations = Deliveries(97).Append(Observe(Evidence.HardBounced, "twice")).Concat(Deliveries(97)).Append(Observe(Evidence.Delivered, "twice"));

        var chunks = ChunkPlan.Pack(observations).ToList();

        chunks.Sum(c => c.Count).ShouldBe(196);
        chunks.SelectMany(c => c.Select(o => o.Key).Distinct()).ShouldBeUnique();
    }

    [Fact]
    public void Pack_SeveralSets_PutsNeighboursTogether()
    {
        var mixed = Enumerable.Range(0, 120).Select(i => Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.To($"set-{i % 3}", AttributionSource.Tag)));

        ChunkPlan.Pack(mixed).Select(c => c.Select(o => o.Attribution.Subject).Distinct().Count()).ShouldBe([3, 1]);
    }

    [Fact]
    public void Pack_NobodysMail_NeedsNoCounters() =>
        ChunkPlan.Pack(Enumerable.Range(0, 100).Select(i => Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.NotOurs))).Count().ShouldBe(1);

    private static IEnumerable<Observation> Deliveries(int count) => Enumerable.Range(0, count).Select(i => Observe(Evidence.Delivered, $"r{i}"));
}
