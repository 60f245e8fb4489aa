using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Outcomes;

public sealed class LedgerTests
{
    private const Evidence Complaint = Evidence.Complained | Evidence.Delivered;

    private static readonly ReputationEntity Unattributed = ReputationEntity.Unattributed;

    [Fact]
    public void Record_FirstEvidence_CountsForTheSetAndTheAccount()
    {
        var change = Record(null, Observe(Evidence.Delivered));

        change.Deltas.ShouldBe(
        [
            new CounterDelta(World.Set, Bucket.Of(SentAt), new Tally(1, 1, 0, 0, 0)),
            new CounterDelta(ReputationEntity.Account, Bucket.Of(SentAt), new Tally(1, 1, 0, 0, 0)),
        ]);
    }

    [Theory]
    [InlineData((int)Evidence.Delivered)]
    [InlineData((int)(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit))]
    [InlineData((int)Evidence.HardBounced)]
    [InlineData((int)Complaint)]
    [InlineData((int)Evidence.OnAccountList)]
    public void Record_RedeliveredEvent_ChangesNothing(int evidence)
    {
        var observation = Observe((Evidence)evidence);
        var first = Record(null, observation);

        var second = Record(first.Outcome, observation);

        second.Outcome.ShouldBe(first.Outcome);
        second.Deltas.ShouldBeEmpty();
    }

    [Fact]
    public void Record_SameBounceInBothFormats_CountsOnceForTheNamedSet()
    {
        var identityNotification = Observe(Evidence.HardBounced, attribution: Attribution.None);
        var eventPublishing = Observe(Evidence.HardBounced);

        Sums(identityNotification, eventPublishing).ShouldBe(Sums(eventPublishing));
        Sums(eventPublishing, identityNotification).ShouldBe(Sums(eventPublishing));
    }

    [Fact]
    public void Record_DeliveredThenBounced_IsOneAttemptAndOneBounce() =>
        SumOfSet(Observe(Evidence.Delivered), Observe(Evidence.HardBounced)).ShouldBe(new Tally(1, 1, 1, 0, 0));

    [Fact]
    public void Record_BouncedSoftlyThenDelivered_IsOneAttempt() =>
        SumOfSet(Observe(Evidence.SoftBounced), Observe(Evidence.Delivered)).ShouldBe(new Tally(1, 1, 0, 1, 0));

    [Fact]
    public void Record_ComplaintBeforeItsDelivery_ProvesTheDelivery()
    {
        SumOfSet(Observe(Complaint)).ShouldBe(new Tally(1, 1, 0, 0, 1));
        SumOfSet(Observe(Complaint), Observe(Evidence.Delivered)).ShouldBe(new Tally(1, 1, 0, 0, 1));
    }

    [Fact]
    public void Record_TwoComplaintsAboutOneMessage_CountOnce() =>
        SumOfSet(Observe(Complaint, feedbackId: "one"), Observe(Complaint, feedbackId: "two")).Complaints.ShouldBe(1);

    [Fact]
    public void Record_ListedInAComplaint_CountsNowhere() =>
        SumOfSet(Observe(Evidence.ListedInComplaint)).ShouldBe(Tally.Zero);

    [Theory]
    [InlineData((int)Evidence.OnAccountList)]
    [InlineData((int)Evidence.OnTenantList)]
    [InlineData((int)Evidence.FailedValidation)]
    [InlineData((int)Evidence.Unsubscribed)]
    public void Record_NeverAttempted_CountsInNeitherNumeratorNorDenominator(int evidence) =>
        Record(null, Observe((Evidence)evidence)).Deltas.ShouldBeEmpty();

    [Fact]
    public void Record_SetNamedLater_TakesItsCountsAlong()
    {
        var unnamed = Record(null, Observe(Evidence.HardBounced, attribution: Attribution.None));
        var named = Record(unnamed.Outcome, Observe(Evidence.Delivered));

        named.Outcome.Attribution.ShouldBe(ByTag);
        named.Deltas.ShouldBe(
        [
            new CounterDelta(World.Set, Bucket.Of(SentAt), new Tally(1, 1, 1, 0, 0)),
            new CounterDelta(ReputationEntity.Account, Bucket.Of(SentAt), new Tally(0, 1, 0, 0, 0)),
            new CounterDelta(Unattributed, Bucket.Of(SentAt), new Tally(-1, 0, -1, 0, 0)),
        ], ignoreOrder: true);
    }

    [Fact]
    public void Record_WeakerAttributionLater_StaysWhereItIs()
    {
        var byTag = Record(null, Observe(Evidence.Delivered));
        var bounced = Record(byTag.Outcome, Observe(Evidence.HardBounced, attribution: Attribution.To("default", AttributionSource.IdentityDefault)));

        bounced.Outcome.Attribution.ShouldBe(ByTag);
        bounced.Deltas.Select(d => d.Entity).ShouldBe([World.Set, ReputationEntity.Account]);
    }

    [Fact]
    public void Record_LaterBounceOfTheSameMessage_IsItsEventFromThenOn()
    {
        var first = Record(null, Observe(Evidence.HardBounced | Evidence.OnSesGlobalList)).Outcome;

        var later = Record(first, Observe(Evidence.HardBounced | Evidence.OnSesGlobalList, occurredAt: SentAt.AddHours(1)));
        var earlier = Record(first, Observe(Evidence.HardBounced | Evidence.OnSesGlobalList, occurredAt: SentAt));

        later.Outcome.ReputationEvent!.OccurredAt.ShouldBe(SentAt.AddHours(1));
        later.Deltas.ShouldBeEmpty();
        earlier.Outcome.ShouldBe(first);
    }

    [Theory]
    [InlineData((int)Evidence.Delivered, true, false)]
    [InlineData((int)(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit), false, true)]
    [InlineData((int)Evidence.SoftBounced, false, false)]
    [InlineData((int)Evidence.HardBounced, false, false)]
    [InlineData((int)Complaint, true, false)]
    public void Record_OneKindOfEvidence_KeepsTheTimeOfThatKindOnly(int evidence, bool delivered, bool softBounced)
    {
        var alone = Record(null, Observe((Evidence)evidence)).Outcome;
        var afterAnother = Record(Record(null, Observe(Evidence.HardBounced)).Outcome, Observe((Evidence)evidence)).Outcome;

        foreach (var outcome in new[] { alone, afterAnother })
        {
            outcome.DeliveredAt.ShouldBe(delivered ? SentAt.AddSeconds(2) : null);
            outcome.SoftBouncedAt.ShouldBe(softBounced ? SentAt.AddSeconds(2) : null);
        }
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 1, 1)]
    public void Record_DeliveredTwice_KeepsTheEarlierTime(int first, int second, int kept)
    {
        var outcome = Record(
            Record(null, Observe(Evidence.Delivered, occurredAt: SentAt.AddSeconds(first))).Outcome,
            Observe(Evidence.Delivered, occurredAt: SentAt.AddSeconds(second))).Outcome;

        outcome.DeliveredAt.ShouldBe(SentAt.AddSeconds(kept));
    }

    [Fact]
    public void Record_OtherEvidenceAfterADelivery_KeepsTheTimeOfTheDelivery()
    {
        var delivered = Record(null, Observe(Evidence.Delivered)).Outcome;

        Record(delivered, Observe(Evidence.HardBounced, occurredAt: SentAt.AddDays(-1))).Outcome.DeliveredAt.ShouldBe(SentAt.AddSeconds(2));
    }

    [Fact]
    public void Record_AnotherAccountsMail_IsNotCounted() =>
        Record(null, Observe(Evidence.HardBounced, attribution: Attribution.NotOurs)).Deltas.ShouldBeEmpty();

    [Fact]
    public void Record_MailOfAMember_CountsForItsSetAndItsAccountAlone()
    {
        var member = new MemberAccount("210987654321", "eu-west-1");
        var attribution = Attribution.To("marketing", AttributionSource.Tag, member);

        Record(null, Observe(Evidence.HardBounced, attribution: attribution)).Deltas.Select(delta => delta.Entity)
            .ShouldBe([ReputationEntity.ConfigurationSet("marketing", member), ReputationEntity.AccountOf(member)], ignoreOrder: true);
    }

    [Fact]
    public void Record_LearnsThatTheMailIsAnotherAccounts_TakesTheCountsBack()
    {
        var ours = Record(null, Observe(Evidence.Delivered));
        var theirs = Record(ours.Outcome, Observe(Evidence.Delivered, attribution: Attribution.NotOurs));

        theirs.Deltas.ShouldAllBe(d => d.Tally == new Tally(-1, -1, 0, 0, 0));
        theirs.Deltas.Count.ShouldBe(2);
    }

    [Fact]
    public void Record_LaterNotificationWithAnotherSendTime_KeepsTheBucketOfTheFirst()
    {
        var first = Record(null, Observe(Evidence.Delivered));
        var second = Record(first.Outcome, Observe(Evidence.HardBounced, sentAt: SentAt + TimeSpan.FromHours(1)));

        second.Deltas.ShouldAllBe(d => d.Bucket == Bucket.Of(SentAt));
    }

    [Fact]
    public void Record_TwoDeliveryTimes_KeepsTheEarlier()
    {
        var early = Observe(Evidence.Delivered, occurredAt: SentAt);
        var late = Observe(Evidence.Delivered, occurredAt: SentAt + TimeSpan.FromMinutes(1));

        Fold(early, late)!.DeliveredAt.ShouldBe(SentAt);
        Fold(late, early)!.DeliveredAt.ShouldBe(SentAt);
    }

    [Fact]
    public void Record_BounceAndComplaint_KeepsTheLaterEvent()
    {
        var bounce = Observe(Evidence.HardBounced, subtype: "Permanent/General");
        var complaint = Observe(Complaint, occurredAt: SentAt + TimeSpan.FromDays(1), subtype: "Complaint/abuse");

        Fold(bounce, complaint)!.ReputationEvent!.Subtype.ShouldBe("Complaint/abuse");
        Fold(complaint, bounce)!.ReputationEvent!.Subtype.ShouldBe("Complaint/abuse");
    }

    private static (Outcome Outcome, IReadOnlyList<CounterDelta> Deltas) Record(Outcome? seen, Observation observation)
    {
        var outcome = Ledger.Record(seen, observation);
        return (outcome, Ledger.Difference(seen, outcome));
    }

    private static Outcome? Fold(params Observation[] observations) =>
        observations.Aggregate((Outcome?)null, (seen, observation) => Record(seen, observation).Outcome);

    private static List<CounterDelta> Sums(params Observation[] observations)
    {
        Outcome? seen = null;
        var deltas = new List<CounterDelta>();
        foreach (var observation in observations)
        {
            var change = Record(seen, observation);
            seen = change.Outcome;
            deltas.AddRange(change.Deltas);
        }

        return deltas
            .GroupBy(d => (d.Entity, d.Bucket))
            .Select(g => new CounterDelta(g.Key.Entity, g.Key.Bucket, g.Aggregate(Tally.Zero, (sum, d) => sum + d.Tally)))
            .Where(d => d.Tally != Tally.Zero)
            .OrderBy(d => d.Entity.Key, StringComparer.Ordinal)
            .ToList();
    }

    private static Tally SumOfSet(params Observation[] observations) =>
        Sums(observations).FirstOrDefault(d => d.Entity == World.Set).Tally;
}
