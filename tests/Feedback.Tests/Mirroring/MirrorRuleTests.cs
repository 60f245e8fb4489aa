using Feedback.Mirroring;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Mirroring;

public sealed class MirrorRuleTests
{
    private static readonly DateTimeOffset Noon = World.Noon;
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));
    private static readonly SuppressionEntry Bounced = Empty.Seen(SuppressionReason.HardBounce, Noon);
    private static readonly SuppressionEntry Added = Empty.Added(default, new OperatorCause(Noon, "eve", "asked by phone", until: null));

    [Theory]
    [InlineData(nameof(SuppressionReason.HardBounce), nameof(MirrorStep.List))]
    [InlineData(nameof(SuppressionReason.Complaint), nameof(MirrorStep.List))]
    [InlineData(nameof(SuppressionReason.Unsubscribed), nameof(MirrorStep.List))] // of mail whose set isn't known
    [InlineData(nameof(SuppressionReason.EmailValidation), nameof(MirrorStep.List))]
    [InlineData(nameof(SuppressionReason.SoftBounceLimit), nameof(MirrorStep.None))]
    [InlineData(nameof(SuppressionReason.SesGlobalList), nameof(MirrorStep.None))]
    [InlineData(nameof(SuppressionReason.AccountSuppressionList), nameof(MirrorStep.None))]
    [InlineData(nameof(SuppressionReason.TenantSuppressionList), nameof(MirrorStep.None))]
    public void Of_NewReasonForAllMail_ListsWhatIsOurOwnAndForGood(string reason, string expected) =>
        Of(null, Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon)).ShouldBe(Enum.Parse<MirrorStep>(expected));

    [Theory]
    [InlineData(nameof(SuppressionReason.Complaint))]
    [InlineData(nameof(SuppressionReason.Unsubscribed))]
    public void Of_ReasonForOneSet_LeavesSesAlone(string reason)
    {
        var scoped = Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon, set: "news");

        Of(null, scoped).ShouldBe(MirrorStep.None);
        Of(scoped, scoped.Removed(scope: null, Noon)).ShouldBe(MirrorStep.None);
    }

    [Fact]
    public void Of_OrderOfAnOperator_ListsItUnlessItEnds()
    {
        Of(null, Added).ShouldBe(MirrorStep.List);
        Of(null, Empty.Imported(default, new OperatorCause(Noon, "eve", "old list", until: null))).ShouldBe(MirrorStep.List);
        Of(null, Ending).ShouldBe(MirrorStep.None);
        Of(Added, Ending).ShouldBe(MirrorStep.Unlist);
    }

    [Fact]
    public void Of_AnotherMessageWithTheSameReason_LeavesSesAlone() =>
        Of(Bounced, Bounced.Seen(SuppressionReason.HardBounce, Noon.AddDays(1), "message-2")).ShouldBe(MirrorStep.None);

    [Fact]
    public void Of_ComplaintAfterABounce_ListsForTheOtherReason() =>
        Of(Bounced, Bounced.Seen(SuppressionReason.Complaint, Noon, "message-2")).ShouldBe(MirrorStep.List);

    [Fact]
    public void Of_RemovedErasedOrAllowed_Unlists()
    {
        Of(Bounced, Bounced.Removed(scope: null, Noon)).ShouldBe(MirrorStep.Unlist);
        Of(Bounced, null).ShouldBe(MirrorStep.Unlist);
        Of(Bounced, Bounced.Allowed(new Allowance(Noon, "eve", "mailbox fixed", until: null))).ShouldBe(MirrorStep.Unlist);
    }

    /// <summary>What ours knows from SES's lists only, or not at all, SES keeps.</summary>
    [Fact]
    public void Of_ReleaseOfWhatWasNotOurs_LeavesSesAlone()
    {
        var echo = Empty.Seen(SuppressionReason.AccountSuppressionList, Noon);

        Of(echo, echo.Allowed(new Allowance(Noon, "eve", "mailbox fixed", until: null))).ShouldBe(MirrorStep.None);
        Of(echo, null).ShouldBe(MirrorStep.None);
        Of(null, Empty.Allowed(new Allowance(Noon, "eve", "a customer", until: null))).ShouldBe(MirrorStep.None);
    }

    /// <summary>It never got there: DynamoDB deletes days after the end, and until then SES would refuse mail that ours allows.</summary>
    [Fact]
    public void Of_EndedEntryThatDynamoDbDeletes_LeavesSesAlone() => Of(Ending, null, at: Noon.AddDays(3)).ShouldBe(MirrorStep.None);

    [Fact]
    public void Of_FirstChangeAfterAnAllowanceHasEnded_ListsAgain()
    {
        var allowed = Bounced.Allowed(new Allowance(Noon, "eve", "mailbox fixed", Noon.AddDays(1)));
        var again = allowed.Seen(SuppressionReason.HardBounce, Noon.AddDays(2), "message-2");

        Of(Bounced, allowed).ShouldBe(MirrorStep.Unlist);
        Of(allowed, again, at: Noon.AddHours(1)).ShouldBe(MirrorStep.None);
        Of(allowed, again, at: Noon.AddDays(2)).ShouldBe(MirrorStep.List);
    }

    [Fact]
    public void Holds_EntryThatHasChangedSince_IsFalse()
    {
        var allowed = Bounced.Allowed(new Allowance(Noon, "eve", "mailbox fixed", Noon.AddDays(1)));

        MirrorRule.Holds(MirrorStep.List, Bounced, Noon).ShouldBeTrue();
        MirrorRule.Holds(MirrorStep.List, allowed, Noon).ShouldBeFalse();
        MirrorRule.Holds(MirrorStep.List, null, Noon).ShouldBeFalse();
        MirrorRule.Holds(MirrorStep.Unlist, null, Noon).ShouldBeTrue();
        MirrorRule.Holds(MirrorStep.Unlist, allowed, Noon).ShouldBeTrue();
        MirrorRule.Holds(MirrorStep.Unlist, allowed, Noon.AddDays(1)).ShouldBeFalse();
    }

    private static SuppressionEntry Ending => Empty.Added(default, new OperatorCause(Noon, "eve", "on leave", Noon.AddDays(2)));

    private static MirrorStep Of(SuppressionEntry? before, SuppressionEntry? after, DateTimeOffset? at = null) =>
        MirrorRule.Of(new EntryChange("change-1", "1", at ?? Noon, before, after));
}
