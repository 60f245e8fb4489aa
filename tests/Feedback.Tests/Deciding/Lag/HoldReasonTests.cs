using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Deciding.Lag;

/// <summary>Rates that look critical and mean nothing.</summary>
public sealed class HoldReasonTests
{
    private readonly World _world = new();

    /// <summary>The alerts of the set. The account as a whole is told of in alerts of its own.</summary>
    private IEnumerable<string> Kinds => _world.Topic.Published
        .Where(published => published.Mail.Attributes["entity"] == World.SetName)
        .Select(published => published.Mail.Attributes["kind"]);

    [Fact]
    public async Task EvaluateAsync_DeliveriesAreNotPublished_HoldsAndTellsOncePerDay()
    {
        _world.Destinations.Published.Remove(FeedbackKind.Delivery);
        _world.Count(delivered: 0, bounced: 40);

        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(30));

        _world.State.Hold.ShouldNotBeNull().Reason.ShouldBe(HoldReason.DeliveriesNotPublished);
        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        Kinds.ShouldBe(["Held"]);

        _world.Clock.Advance(TimeSpan.FromHours(23));
        _world.Count(delivered: 0, bounced: 40);
        await _world.SweepForAsync(TimeSpan.FromMinutes(20));
        Kinds.ShouldBe(["Held"]);

        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.SweepForAsync(TimeSpan.FromMinutes(20));
        Kinds.ShouldBe(["Held", "Held"]);
    }

    [Fact]
    public async Task EvaluateAsync_DeliveriesArePublishedAndAllMailBounces_Pauses()
    {
        _world.Count(delivered: 0, bounced: 40);

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task EvaluateAsync_DeliveriesArePublishedAgain_PausesABadSet()
    {
        _world.Destinations.Published.Remove(FeedbackKind.Delivery);
        _world.Count(delivered: 0, bounced: 40);
        await _world.EvaluateAsync();

        _world.Destinations.Published.Add(FeedbackKind.Delivery);
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        Kinds.ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task EvaluateAsync_ASetWithDeliveries_DoesNotAskSes()
    {
        _world.Destinations.Published.Clear();
        _world.Count(delivered: 60, bounced: 40);

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Faults.Calls.ShouldNotContain("destinations.Get");
    }

    [Fact]
    public async Task EvaluateAsync_SesCannotBeAsked_HoldsUntilItCan()
    {
        _world.Faults.Fail("destinations.Get", () => new IOException("SES throttles."), times: 1);
        _world.Count(delivered: 0, bounced: 40);

        await _world.EvaluateAsync();
        _world.State.Hold.ShouldNotBeNull().Reason.ShouldBe(HoldReason.DeliveriesMissing);

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Theory]
    [InlineData(1, 1, false, "the 4 complaints in 1h come from 1 recipient at 1 domain.\nA pause needs 4 recipients.")]
    [InlineData(4, 1, false, "the 4 complaints in 1h are all at one recipient domain of several.")]
    [InlineData(4, 4, true, "was PAUSED")]
    public async Task EvaluateAsync_FourComplaintsAtASmallVolume_PauseOnlyIfSeveralRecipientsComplain(
        int recipients, int domains, bool paused, string text)
    {
        await RecordAsync([.. Enumerable.Range(0, 100).Select(i => Observe(Evidence.Delivered, $"happy{i}@domain{i}.example", $"mail-{i}"))]);
        await RecordAsync([.. Enumerable.Range(0, 4).Select(i =>
            Observe(Evidence.Complained, $"angry{i % recipients}@angry{i % domains}.example", $"reset-{i}", subtype: "Complaint/abuse"))]);

        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.State.Sending.ShouldBe(paused ? SendingStatus.Paused : SendingStatus.Enabled);
        _world.State.Hold?.Reason.ShouldBe(HoldReason.FewRecipients);
        Kinds.ShouldBe([paused ? "Paused" : "Held"]);
        _world.Topic.Published.Select(published => published.Mail).Single(mail => mail.Attributes["entity"] == World.SetName).Text.ShouldContain(text);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(4, 4, true)]
    public async Task EvaluateAsync_FourComplaintsOfASmallAccount_PauseItOnlyIfSeveralRecipientsComplain(int recipients, int domains, bool paused)
    {
        _world.Policies.Default = Policy.Default with { PauseAccount = true };
        _world.Ses.Sets[ReputationEntity.Account.Name] = true;
        await RecordAsync([.. Enumerable.Range(0, 100).Select(i => Observe(Evidence.Delivered, $"happy{i}@domain{i}.example", $"mail-{i}"))]);
        await RecordAsync([.. Enumerable.Range(0, 4).Select(i =>
            Observe(Evidence.Complained, $"angry{i % recipients}@angry{i % domains}.example", $"reset-{i}", subtype: "Complaint/abuse"))]);

        await _world.EvaluateAsync();
        await _world.EvaluateAsync(ReputationEntity.Account);
        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        var account = _world.States.Of(ReputationEntity.Account);
        account.Sending.ShouldBe(paused ? SendingStatus.Paused : SendingStatus.Enabled);
        account.Hold?.Reason.ShouldBe(HoldReason.FewRecipients);
    }

    private Task RecordAsync(IReadOnlyList<Feedback.Outcomes.Observation> observations) =>
        _world.Recorder().RecordAsync(observations, CancellationToken.None);
}
