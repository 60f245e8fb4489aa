using Feedback.Cli.Explaining;
using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Tests.Cli.Explaining;

public sealed class ExplanationTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly Attribution News = Attribution.To("news", AttributionSource.Tag);

    [Fact]
    public void Of_DeliveredThenComplaint_IsInThatOrder()
    {
        var outcome = Outcome(
            Evidence.Complained | Evidence.Delivered, complaint: new ReputationEvent(Sent.AddHours(2), "Complaint/abuse", "example.org", "f")) with
        {
            DeliveredAt = Sent.AddMinutes(1),
        };

        Explanation.Of(outcome).ShouldBe([
            new ExplainedEvent(Sent.AddMinutes(1), "Delivered", "counts as delivered mail of news"),
            new ExplainedEvent(Sent.AddHours(2), "Complaint/abuse", "counts as a complaint of news, suppresses the address"),
        ]);
    }

    [Fact]
    public void Of_AHardBounceAndALaterComplaint_KeepsTheTimeOfTheLater()
    {
        var outcome = Outcome(
            Evidence.HardBounced | Evidence.Complained, complaint: new ReputationEvent(Sent.AddHours(2), "Complaint/abuse", "example.org", "f"));

        Explanation.Of(outcome).Select(one => (one.At, one.What)).ShouldBe([(Sent.AddHours(2), "Complaint/abuse"), (null, "Hard bounce")]);
    }

    [Theory]
    [InlineData(Evidence.SoftBounced, "counts as an attempt of news only")]
    [InlineData(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit, "counts as an attempt of news, and towards the soft-bounce limit of the address")]
    [InlineData(Evidence.HardBounced, "counts as a hard bounce of news, suppresses the address")]
    [InlineData(Evidence.ListedInComplaint, "suppresses the address, counts in no rate")]
    [InlineData(Evidence.OnAccountList, "suppresses the address, counts in no rate")]
    [InlineData(Evidence.OnTenantList, "suppresses the address, counts in no rate")]
    [InlineData(Evidence.FailedValidation, "suppresses the address, counts in no rate")]
    [InlineData(Evidence.Rejected, "counts in no rate")]
    [InlineData(Evidence.RenderingFailed, "counts in no rate")]
    [InlineData(Evidence.Delayed, "counts in no rate")]
    [InlineData(Evidence.Unsubscribed, "suppresses the address, counts in no rate")]
    internal void Of_OneEvent_SaysWhatItChanged(Evidence evidence, string effect) =>
        Explanation.Of(Outcome(evidence)).ShouldHaveSingleItem().Effect.ShouldBe(effect);

    [Fact]
    public void Of_MailOfAnotherAccount_SaysThatItCountsNowhere() =>
        Explanation.Of(Outcome(Evidence.HardBounced) with { Attribution = Attribution.NotOurs }).ShouldHaveSingleItem().Effect
            .ShouldBe("sent by another account: counts in no rate");

    [Theory]
    [InlineData("0102019a-3f5e-000000", "0102019a-3f5e-000000")]
    [InlineData("<0102019a-3f5e-000000@eu-west-1.amazonses.com>", "0102019a-3f5e-000000")]
    [InlineData("0102019a-3f5e-000000@email.amazonses.com", "0102019a-3f5e-000000")]
    [InlineData("ann@example.org", null)]
    [InlineData("Ann <ann@example.org>", null)]
    public void Read_AMessageIdOrAnAddress_TellsThemApart(string text, string? messageId) => MessageIds.Read(text).ShouldBe(messageId);

    private static Outcome Outcome(Evidence evidence, ReputationEvent? complaint = null) => new(
        new OutcomeKey("hash", "message"), evidence, News, Sent, DeliveredAt: null, SoftBouncedAt: null, complaint, Version: 1);
}
