using Feedback.Announcing;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Announcing;

public sealed class AnnouncerTests
{
    private readonly Faults _faults = new();
    private readonly FakeNoticeBus _bus;
    private readonly Announcer _announcer;

    public AnnouncerTests()
    {
        _bus = new FakeNoticeBus(_faults);
        _announcer = new Announcer(_bus, NullLogger<Announcer>.Instance);
    }

    [Fact]
    public async Task AnnounceAsync_ManyChanges_PublishesEachInTurn()
    {
        (await AnnounceAsync(Changes(7))).ShouldBeNull();

        _bus.Published.Select(notice => notice.ChangeId).ShouldBe(["c0", "c1", "c2", "c3", "c4", "c5", "c6"]);
    }

    [Fact]
    public async Task AnnounceAsync_NothingToTell_CallsNothing()
    {
        var same = SuppressionEntry.Empty(Sample.Address("ann")).Seen(SuppressionReason.HardBounce, World.Noon);
        _faults.Fail("Bus.Publish");

        (await AnnounceAsync([new EntryChange("c", "1", World.Noon, same, same)])).ShouldBeNull();
    }

    [Fact]
    public async Task AnnounceAsync_RefusedNotice_GoesOnFromItsChangeNextTime()
    {
        _bus.Refused.UnionWith(["c4", "c5"]);

        (await AnnounceAsync(Changes(7))).ShouldBe("p4");

        // That of its own call and those before; nothing of a later call.
        _bus.Published.Select(notice => notice.ChangeId).ShouldBe(["c0", "c1", "c2", "c3"]);
    }

    [Fact]
    public async Task AnnounceAsync_FailingCall_GoesOnFromItsFirstChangeNextTime()
    {
        _faults.Fail("Bus.Publish");

        (await AnnounceAsync(Changes(2))).ShouldBe("p0");
    }

    /// <summary>An entry that holds in two sets has two notices, and its change is announced when both are.</summary>
    [Fact]
    public async Task AnnounceAsync_ChangeOfSeveralScopes_IsOneChange()
    {
        var entry = SuppressionEntry.Empty(Sample.Address("ann"))
            .Seen(SuppressionReason.Unsubscribed, World.Noon, set: "news")
            .Seen(SuppressionReason.Unsubscribed, World.Noon, set: "receipts");

        (await AnnounceAsync([new EntryChange("c", "p", World.Noon, null, entry)])).ShouldBeNull();

        _bus.Published.Select(notice => (notice.ChangeId, notice.Scope.ToString())).ShouldBe([("c", "news"), ("c", "receipts")]);
    }

    private Task<string?> AnnounceAsync(IEnumerable<EntryChange> changes) => _announcer.AnnounceAsync(changes, CancellationToken.None);

    private static IEnumerable<EntryChange> Changes(int count) => Enumerable.Range(0, count).Select(place => new EntryChange(
        $"c{place}",
        $"p{place}",
        World.Noon,
        null,
        SuppressionEntry.Empty(Sample.Address($"recipient{place}")).Seen(SuppressionReason.HardBounce, World.Noon)));
}
