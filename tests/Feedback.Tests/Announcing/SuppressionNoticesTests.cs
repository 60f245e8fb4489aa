using Feedback.Announcing;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Announcing;

public sealed class SuppressionNoticesTests
{
    private static readonly DateTimeOffset Noon = World.Noon;
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));
    private static readonly SuppressionEntry Bounced = Empty.Seen(SuppressionReason.HardBounce, Noon);
    private static readonly SuppressionEntry OptedOut = Empty.Seen(SuppressionReason.Unsubscribed, Noon, set: "news");
    private static readonly SuppressionEntry OnSesList = Empty.Seen(SuppressionReason.SesGlobalList, Noon);

    [Fact]
    public void Of_FirstHardBounce_SuppressesEverywhere() => Notices(null, Bounced).ShouldBe(
        [new SuppressionNotice(true, "change-1", Sample.Address("ann"), SuppressionScope.Everywhere, "HardBounce", Noon, Until: null)]);

    [Fact]
    public void Of_ReasonWithAnEnd_SaysUntilWhen() => Notices(null, OnSesList).ShouldHaveSingleItem().Until.ShouldBe(Noon.AddDays(14));

    [Fact]
    public void Of_OptOut_SuppressesInItsSet() => Lines(Empty, OptedOut).ShouldBe(["suppressed news Unsubscribed"]);

    /// <summary>The receiver keeps both scopes, so that the opt-out is still there when the other ends.</summary>
    [Fact]
    public void Of_OptOutOfOneThatBounced_SuppressesInItsSetAsWell()
    {
        var both = Bounced.Seen(SuppressionReason.Unsubscribed, Noon, set: "news");

        Lines(Bounced, both).ShouldBe(["suppressed news Unsubscribed"]);
        Lines(both, both.Removed(SuppressionScope.Everywhere, Noon)).ShouldBe(["released * Removed"]);
    }

    [Fact]
    public void Of_SecondBounce_SaysNothing() => Lines(Bounced, Bounced.Seen(SuppressionReason.HardBounce, Noon.AddDays(1), "message-2")).ShouldBeEmpty();

    [Fact]
    public void Of_LongerSuppression_IsAnnouncedAgain()
    {
        var notice = Notices(OnSesList, OnSesList.Seen(SuppressionReason.SesGlobalList, Noon.AddDays(3), "message-2")).ShouldHaveSingleItem();

        (notice.IsSuppressed, notice.Until).ShouldBe((true, Noon.AddDays(17)));
    }

    [Fact]
    public void Of_RemovalOfAll_ReleasesEachScope()
    {
        var both = Bounced.Seen(SuppressionReason.Unsubscribed, Noon, set: "news");

        Lines(both, both.Removed(null, Noon)).ShouldBe(["released * Removed", "released news Removed"]);
    }

    [Fact]
    public void Of_ErasedEntry_IsReleased() => Lines(Bounced, null).ShouldBe(["released * Removed"]);

    [Fact]
    public void Of_SoftBouncesThatADeliveryEnded_AreReleased()
    {
        var run = Empty.WithSoftBounces(new EventCause(Noon, 5, new SuppressionEvent(Noon, "message-5"), Noon.AddDays(14)));

        Lines(run, run.WithSoftBounces(null)).ShouldBe(["released * Delivered"]);
    }

    [Fact]
    public void Of_Allowance_ReleasesUntilItEnds()
    {
        var allowed = Bounced.Allowed(new Allowance(Noon, "eve", "mailbox fixed", Noon.AddDays(2)));
        var notice = Notices(Bounced, allowed).ShouldHaveSingleItem();

        (notice.IsSuppressed, notice.Reason, notice.Until).ShouldBe((false, "Allowed", Noon.AddDays(2)));
        Lines(allowed, Bounced).ShouldBe(["suppressed * HardBounce"]);
    }

    /// <summary>Its end is no change of the table, so it is announced beforehand.</summary>
    [Fact]
    public void Of_BounceOfAnAllowedAddress_SaysWhenItWillBeSuppressed()
    {
        var allowed = Empty.Allowed(new Allowance(Noon, "eve", "mailbox fixed", Noon.AddDays(2)));

        Notices(allowed, allowed.Seen(SuppressionReason.HardBounce, Noon)).ShouldHaveSingleItem().Until.ShouldBe(Noon.AddDays(2));
    }

    [Fact]
    public void Of_BounceOfAnAddressThatIsAllowedForGood_SaysNothing()
    {
        var allowed = Empty.Allowed(new Allowance(Noon, "eve", "mailbox fixed", until: null));

        Lines(allowed, allowed.Seen(SuppressionReason.HardBounce, Noon)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_ExpiredEntryThatIsDeletedLater_IsReleasedAtItsEnd()
    {
        var notice = Notices(OnSesList, null, at: Noon.AddDays(16)).ShouldHaveSingleItem();

        (notice.IsSuppressed, notice.Reason, notice.At, notice.Until).ShouldBe((false, "Ended", Noon.AddDays(14), null));
    }

    [Fact]
    public void Of_ImportOfAnEndedSuppression_SaysNothing() => Lines(Empty, OnSesList, at: Noon.AddDays(15)).ShouldBeEmpty();

    private static IReadOnlyList<string> Lines(SuppressionEntry? before, SuppressionEntry? after, DateTimeOffset? at = null) =>
        [.. Notices(before, after, at).Select(notice => $"{(notice.IsSuppressed ? "suppressed" : "released")} {notice.Scope} {notice.Reason}")];

    private static IReadOnlyList<SuppressionNotice> Notices(SuppressionEntry? before, SuppressionEntry? after, DateTimeOffset? at = null) =>
        [.. SuppressionNotices.Of(new EntryChange("change-1", "1", at ?? Noon, before, after))];
}
