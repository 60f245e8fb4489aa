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

    [Fact]
    public void InBothFormats_TheStoredOutcomeIsOfTheOtherFormat_IsTheSetThatTheEventNames()
    {
        foreach (var (stored, observed) in ((Attribution, Attribution)[])[(Attribution.None, ByTag), (ByTag, Attribution.None), (ByTag, ByHeader)])
        {
            var builder = new LedgerTransactionBuilder([Observe(Evidence.HardBounced, attribution: observed)], SuppressionTerms.Default);
            Learn(builder, Observe(Evidence.HardBounced, attribution: stored));

            builder.InBothFormats.ShouldBe([World.Set]);
        }
    }

    [Fact]
    public void InBothFormats_BothInOneTransaction_IsTheSet()
    {
        Observation[] both = [Observe(Evidence.Delivered, attribution: Attribution.None), Observe(Evidence.Delivered), Observe(Evidence.Delivered, "bea")];

        new LedgerTransactionBuilder(both, SuppressionTerms.Default).InBothFormats.ShouldBe([World.Set]);
    }

    [Fact]
    public void InBothFormats_ARepeatInTheSameFormat_IsNone()
    {
        foreach (var attribution in (Attribution[])[ByTag, ByHeader, Attribution.None])
        {
            var builder = new LedgerTransactionBuilder([Observe(Evidence.HardBounced, attribution: attribution)], SuppressionTerms.Default);
            Learn(builder, Observe(Evidence.HardBounced, attribution: attribution));

            builder.InBothFormats.ShouldBeEmpty();
        }
    }

    /// <summary>Deliveries published by the set and bounces notified by the identity come once each.</summary>
    [Fact]
    public void InBothFormats_EachFormatSaysSomethingElse_IsNone()
    {
        var builder = new LedgerTransactionBuilder([Observe(Evidence.HardBounced, attribution: ByHeader)], SuppressionTerms.Default);
        Learn(builder, Observe(Evidence.Delivered));

        builder.InBothFormats.ShouldBeEmpty();
    }

    private static Attribution ByHeader { get; } = Attribution.To(World.SetName, AttributionSource.Header);

    private static void Learn(LedgerTransactionBuilder builder, Observation stored, long version = 1) =>
        builder.Learn(new LedgerTransactionResult.Stale(
            new Dictionary<OutcomeKey, Outcome?> { [stored.Key] = Ledger.Record(null, stored) with { Version = version } },
            new Dictionary<EmailAddress, SuppressionEntry?>()));
}
