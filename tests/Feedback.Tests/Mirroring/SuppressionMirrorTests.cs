using Feedback.Mirroring;
using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Mirroring;

public sealed class SuppressionMirrorTests
{
    private readonly FakeSesSuppressionList _ses = new(World.Noon);
    private readonly FakeSuppressionStore _store = new(new Faults());
    private readonly TestClock _clock = new(World.Noon);
    private readonly SuppressionMirror _mirror;

    public SuppressionMirrorTests() => _mirror = new SuppressionMirror(_ses, _store, _clock, NullLogger<SuppressionMirror>.Instance);

    [Fact]
    public async Task MirrorAsync_BounceAndComplaint_AreListedWithTheirReasons()
    {
        (await MirrorAsync(To(Bounced("ann")), To(Empty("bea").Seen(SuppressionReason.Complaint, World.Noon)))).ShouldBeNull();

        _ses.All.ShouldBe(["ann@example.org Bounce", "bea@example.org Complaint"]);
    }

    /// <summary>SES lists most bounces by itself, and an import from its list needs no way back.</summary>
    [Fact]
    public async Task MirrorAsync_AlreadyListed_ChangesNothing()
    {
        _ses.Put("ann@example.org");
        _ses.Put("bea@example.org", SesListReason.Complaint);

        (await MirrorAsync(
            To(Bounced("ann")),
            To(Empty("bea").Imported(default, new OperatorCause(World.Noon, "eve", "SES: COMPLAINT", until: null))))).ShouldBeNull();

        _ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task MirrorAsync_ListedInTheSpellingOfSes_IsFoundAndDeletedThere()
    {
        var entry = Bounced("ann").WithReported("Ann@Example.org");
        _ses.Put("Ann@Example.org");

        (await MirrorAsync(To(entry))).ShouldBeNull();
        _ses.Changes.ShouldBeEmpty();
        (await MirrorAsync(Change(entry, entry.Removed(scope: null, World.Noon)))).ShouldBeNull();

        _ses.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task MirrorAsync_ListedForAReasonThatOursHasNot_ListsForOurs()
    {
        _ses.Put("ann@example.org", SesListReason.Complaint);

        (await MirrorAsync(To(Bounced("ann")))).ShouldBeNull();

        _ses.All.ShouldBe(["ann@example.org Bounce"]);
    }

    /// <summary>A late stream, or a batch that comes again, must not list what an operator has allowed since.</summary>
    [Fact]
    public async Task MirrorAsync_AllowedMeanwhile_IsNeverListed()
    {
        var change = To(Bounced("ann"));
        var allowed = Bounced("ann").Allowed(new Allowance(World.Noon, "eve", "mailbox fixed", until: null));
        var allowing = Change(Bounced("ann"), allowed);

        (await MirrorAsync(change, allowing)).ShouldBeNull();

        _ses.Changes.ShouldBe(["delete ann@example.org"]);
    }

    [Fact]
    public async Task MirrorAsync_FailingCall_GoesOnFromItsChangeNextTime()
    {
        var changes = new[] { To(Bounced("ann"), "7"), To(Bounced("bea"), "8"), To(Bounced("cid"), "9") };
        var calls = 0;
        _ses.BeforeChange = () => ++calls == 2 ? throw new SesListException("throttled", new InvalidOperationException()) : Task.CompletedTask;

        (await MirrorAsync(changes)).ShouldBe("8");
        _ses.All.ShouldBe(["ann@example.org Bounce"]);
        (await MirrorAsync(changes[1..])).ShouldBeNull();

        _ses.All.ShouldBe(["ann@example.org Bounce", "bea@example.org Bounce", "cid@example.org Bounce"]);
    }

    [Fact]
    public async Task MirrorAsync_RefusedAddressOrUnreadableEntry_IsPassedOver()
    {
        var broken = To(Bounced("bea"));
        _store.Broken = Sample.Address("bea");
        _ses.Refusal = "Not this one.";

        (await MirrorAsync(broken, To(Bounced("ann")))).ShouldBeNull();

        _ses.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task MirrorAsync_NoTimeLeft_LeavesTheRest()
    {
        using var ended = new CancellationTokenSource();
        _ses.BeforeChange = ended.CancelAsync;

        (await _mirror.MirrorAsync([To(Bounced("ann"), "7"), To(Bounced("bea"), "8")], ended.Token)).ShouldBe("8");

        _ses.All.ShouldBe(["ann@example.org Bounce"]);
    }

    private Task<string?> MirrorAsync(params EntryChange[] changes) => _mirror.MirrorAsync(changes, CancellationToken.None);

    private EntryChange To(SuppressionEntry after, string position = "1") => Change(null, after, position);

    /// <summary>Makes the change in the table as well.</summary>
    private EntryChange Change(SuppressionEntry? before, SuppressionEntry after, string position = "1")
    {
        _store.Put(after);
        return new EntryChange($"change-{position}", position, World.Noon, before, after);
    }

    private static SuppressionEntry Empty(string name) => SuppressionEntry.Empty(Sample.Address(name));

    private static SuppressionEntry Bounced(string name) => Empty(name).Seen(SuppressionReason.HardBounce, World.Noon);
}
