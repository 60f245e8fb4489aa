using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Recording;

public sealed class LedgerTransactionPackerTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(98, 1)]
    [InlineData(99, 2)]
    [InlineData(196, 2)]
    [InlineData(197, 3)]
    [InlineData(1_000, 11)]
    public void Pack_DeliveriesOfOneSetAndBucket_FillsTransactions(int deliveries, int transactions) =>
        LedgerTransactionPacker.Pack(Deliveries(deliveries)).Count().ShouldBe(transactions);

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    public void Pack_Bounces_LeavesRoomForTheirSuppressions(int bounces, int transactions) =>
        LedgerTransactionPacker.Pack(Enumerable.Range(0, bounces).Select(i => Observe(Evidence.HardBounced, $"r{i}"))).Count().ShouldBe(transactions);

    [Fact]
    public void Pack_OneOutcomeSeveralTimes_StaysInOneTransaction()
    {
        var observations = Deliveries(97).Append(Observe(Evidence.HardBounced, "twice")).Concat(Deliveries(97)).Append(Observe(Evidence.Delivered, "twice"));

        var transactions = LedgerTransactionPacker.Pack(observations).ToList();

        transactions.Sum(c => c.Count).ShouldBe(196);
        transactions.SelectMany(c => c.Select(o => o.Key).Distinct()).ShouldBeUnique();
    }

    [Fact]
    public void Pack_SeveralSets_PutsNeighboursTogether()
    {
        var mixed = Enumerable.Range(0, 120)
            .Select(i => Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.To($"set-{i % 3}", AttributionSource.Tag)));

        LedgerTransactionPacker.Pack(mixed).Select(c => c.Select(o => o.Attribution.Entity).Distinct().Count()).ShouldBe([3, 1]);
    }

    [Fact]
    public void Pack_MailThatIsNotCounted_NeedsNoCounters() =>
        LedgerTransactionPacker
            .Pack(Enumerable.Range(0, 100).Select(i => Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.NotOurs)))
            .Count().ShouldBe(1);

    private static IEnumerable<Observation> Deliveries(int count) => Enumerable.Range(0, count).Select(i => Observe(Evidence.Delivered, $"r{i}"));
}
