using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Suppression;

public sealed class ListComparisonTests
{
    private static readonly DateTimeOffset Noon = World.Noon;
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));
    private static readonly OperatorCause Order = new(Noon, "eve", "asked by phone", until: null);

    [Theory]
    [InlineData(nameof(SuppressionReason.HardBounce), nameof(SesListReason.Bounce), nameof(ListDifference.None))]
    [InlineData(nameof(SuppressionReason.HardBounce), nameof(SesListReason.Complaint), nameof(ListDifference.OtherReason))]
    [InlineData(nameof(SuppressionReason.Complaint), nameof(SesListReason.Complaint), nameof(ListDifference.None))]
    [InlineData(nameof(SuppressionReason.Complaint), nameof(SesListReason.Bounce), nameof(ListDifference.OtherReason))]
    [InlineData(nameof(SuppressionReason.AccountSuppressionList), nameof(SesListReason.Complaint), nameof(ListDifference.None))]
    [InlineData(nameof(SuppressionReason.SoftBounceLimit), nameof(SesListReason.Bounce), nameof(ListDifference.None))]
    public void OfListed_Suppressed_DiffersByReason(string reason, string inSes, string expected)
    {
        var entry = Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon);

        ListComparison.OfListed(entry, Listed(Enum.Parse<SesListReason>(inSes)), Noon).ShouldBe(Enum.Parse<ListDifference>(expected));
    }

    [Fact]
    public void OfListed_BothReasons_AgreesWithEither()
    {
        var entry = Empty.Seen(SuppressionReason.HardBounce, Noon).Seen(SuppressionReason.Complaint, Noon, "message-2");

        ListComparison.OfListed(entry, Listed(SesListReason.Bounce), Noon).ShouldBe(ListDifference.None);
        ListComparison.OfListed(entry, Listed(SesListReason.Complaint), Noon).ShouldBe(ListDifference.None);
    }

    [Fact]
    public void OfListed_ManualOrder_AgreesWithEither()
    {
        ListComparison.OfListed(Empty.Added(default, Order), Listed(SesListReason.Bounce), Noon).ShouldBe(ListDifference.None);
        ListComparison.OfListed(Empty.Added(default, Order), Listed(SesListReason.Complaint), Noon).ShouldBe(ListDifference.None);
    }

    [Fact]
    public void OfListed_NothingOrOnlyOneSet_IsOnlyInSes()
    {
        ListComparison.OfListed(null, Listed(), Noon).ShouldBe(ListDifference.OnlyInSes);
        ListComparison.OfListed(Empty.Added(Set("news"), Order), Listed(), Noon).ShouldBe(ListDifference.OnlyInSes);
        ListComparison.OfListed(Empty.Seen(SuppressionReason.SesGlobalList, Noon.AddDays(-14)), Listed(), Noon).ShouldBe(ListDifference.OnlyInSes);
    }

    [Fact]
    public void OfListed_Allowed_IsSoWhateverElseIsKnown()
    {
        var allowed = Empty.Seen(SuppressionReason.HardBounce, Noon).Allowed(new Allowance(Noon, "eve", "fixed", Noon.AddDays(1)));

        ListComparison.OfListed(allowed, Listed(), Noon).ShouldBe(ListDifference.AllowedHere);
        ListComparison.OfListed(allowed, Listed(), Noon.AddDays(1)).ShouldBe(ListDifference.None);
    }

    [Theory]
    [InlineData(0, nameof(ListDifference.RemovedHere))]
    [InlineData(1, nameof(ListDifference.OnlyInSes))] // SES has learned something since
    public void OfListed_Removed_DependsOnWhatCameLast(int updatedSecondsLater, string expected)
    {
        var removed = Empty.Seen(SuppressionReason.HardBounce, Noon.AddDays(-1)).Removed(scope: null, Noon);
        var listed = new SesListedAddress("ann@example.org", SesListReason.Bounce, Noon.AddSeconds(updatedSecondsLater));

        ListComparison.OfListed(removed, listed, Noon.AddHours(1)).ShouldBe(Enum.Parse<ListDifference>(expected));
    }

    [Theory]
    [InlineData(nameof(SuppressionReason.HardBounce), nameof(NotForSes.None))]
    [InlineData(nameof(SuppressionReason.Complaint), nameof(NotForSes.None))]
    [InlineData(nameof(SuppressionReason.EmailValidation), nameof(NotForSes.None))]
    [InlineData(nameof(SuppressionReason.SoftBounceLimit), nameof(NotForSes.Ends))]
    [InlineData(nameof(SuppressionReason.SesGlobalList), nameof(NotForSes.Ends))]
    [InlineData(nameof(SuppressionReason.AccountSuppressionList), nameof(NotForSes.Echo))]
    [InlineData(nameof(SuppressionReason.TenantSuppressionList), nameof(NotForSes.Echo))]
    public void OfUnlisted_AReason_BelongsThereOnlyIfItIsOurOwnAndForGood(string reason, string expected) =>
        ShouldStayAway(Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon), Enum.Parse<NotForSes>(expected));

    [Fact]
    public void OfUnlisted_OrdersOfOperators_FollowScopeEndAndAllowance()
    {
        ShouldStayAway(Empty.Added(default, Order), NotForSes.None);
        ShouldStayAway(Empty.Added(default, new OperatorCause(Noon, "eve", "on leave", Noon.AddDays(9))), NotForSes.Ends);
        ShouldStayAway(Empty.Added(Set("news"), Order), NotForSes.OneSet);
        ShouldStayAway(
            Empty.Seen(SuppressionReason.HardBounce, Noon).Allowed(new Allowance(Noon, "eve", "fixed", until: null)), NotForSes.Allowed);
    }

    [Fact]
    public void OfUnlisted_NothingInForce_IsNoDifference()
    {
        ListComparison.OfUnlisted(Empty, Noon).ShouldBe((ListDifference.None, NotForSes.None));
        ListComparison.OfUnlisted(Empty.Allowed(new Allowance(Noon, "eve", "fixed", until: null)), Noon).ShouldBe((ListDifference.None, NotForSes.None));
        ListComparison.OfUnlisted(Empty.Seen(SuppressionReason.SesGlobalList, Noon.AddDays(-14)), Noon).ShouldBe((ListDifference.None, NotForSes.None));
    }

    [Fact]
    public void Wanted_AnEntry_HasAReasonOnlyIfItBelongsOnSesList()
    {
        ListComparison.Wanted(null, Noon).ShouldBeNull();
        ListComparison.Wanted(Empty.Added(Set("news"), Order), Noon).ShouldBeNull();
        ListComparison.Wanted(Empty.Added(default, Order), Noon).ShouldBe(SesListReason.Bounce);
        ListComparison.Wanted(Empty.Seen(SuppressionReason.Unsubscribed, Noon), Noon).ShouldBe(SesListReason.Complaint);
    }

    [Fact]
    public void ReasonOf_ComplaintAmongOthers_IsAComplaint()
    {
        var bounced = Empty.Seen(SuppressionReason.HardBounce, Noon);

        ListComparison.ReasonOf(bounced, Noon).ShouldBe(SesListReason.Bounce);
        ListComparison.ReasonOf(bounced.Seen(SuppressionReason.Complaint, Noon, set: "news"), Noon).ShouldBe(SesListReason.Bounce);
        ListComparison.ReasonOf(bounced.Seen(SuppressionReason.Complaint, Noon), Noon).ShouldBe(SesListReason.Complaint);
    }

    private static SesListedAddress Listed(SesListReason reason = SesListReason.Bounce) => new("ann@example.org", reason, Noon);

    private static void ShouldStayAway(SuppressionEntry entry, NotForSes expected) => ListComparison.OfUnlisted(entry, Noon)
        .ShouldBe((expected == NotForSes.None ? ListDifference.OnlyHere : ListDifference.None, expected));
}
