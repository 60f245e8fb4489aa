using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Recording;

public sealed class LedgerTransactionBuilderTests
{
    [Fact]
    public void Entities_TheLedgerKnowsASurerSet_AreThoseThatCount()
    {
        var observation = Observe(Evidence.HardBounced, attribution: Attribution.None);
        var builder = new LedgerTransactionBuilder([observation], SuppressionTerms.Default);
        builder.Entities.ShouldBe([ReputationEntity.Unattributed]);

        Learn(builder, Observe(Evidence.Delivered));

        builder.Entities.ShouldBe([World.Set]);
    }

    [Fact]
    public void Build_AStoredOutcome_RaisesItsVersionByOne()
    {
        var builder = new LedgerTransactionBuilder([Observe(Evidence.HardBounced)], SuppressionTerms.Default);
        builder.Build().Outcomes.ShouldHaveSingleItem().Version.ShouldBe(1);

        Learn(builder, Observe(Evidence.Delivered), version: 7);

        builder.Build().Outcomes.ShouldHaveSingleItem().Version.ShouldBe(8);
    }

    private static void Learn(LedgerTransactionBuilder builder, Observation stored, long version = 1) =>
        builder.Learn(new LedgerTransactionResult.Stale(
            new Dictionary<OutcomeKey, Outcome?> { [stored.Key] = Ledger.Record(null, stored) with { Version = version } },
            new Dictionary<EmailAddress, SuppressionEntry?>()));
}
