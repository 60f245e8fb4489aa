using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>A paused set that a person enables in SES: its past no longer counts, what follows does.</summary>
public sealed class ResumeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Ago = TimeSpan.FromHours(2);

    private readonly MailGenerator _events = new(seed: 120);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task OldBouncesAfterAResume_DoNotPauseAgain()
    {
        var old = await PausedAndResumedAsync();

        _stack.AlertKinds("marketing").ShouldBe(["Paused", "Resumed"]);
        _stack.Mails("marketing")[1].Message.ShouldContain("Mail sent before the resume no longer counts");
        _stack.Mails("marketing")[1].Message.ShouldContain("Sending was enabled directly in SES.");

        // The same again, and more of that mailing.
        await _stack.FeedAsync(FunctionId.Bounce, old.Select(mail => mail.Bounced()));
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(50, sentAt: old[0].SentAt).Select(mail => mail.Bounced()));
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.SendingChanges("marketing").Count.ShouldBe(1);
        _stack.AlertKinds("marketing").ShouldBe(["Paused", "Resumed"]);
        (await _stack.Tables.StateAsync("marketing")).Level.ShouldBe(Level.Normal);
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(150);
    }

    [Fact]
    public async Task FreshBouncesAfterAResume_PauseAgain()
    {
        await PausedAndResumedAsync();

        var fresh = _events.Mails(100, sentAt: TimeProvider.System.GetUtcNow());
        await _stack.FeedAsync(FunctionId.Bounce, fresh.Select(mail => mail.Bounced()));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.SendingChanges("marketing").Count.ShouldBe(2);
        _stack.AlertKinds("marketing").ShouldBe(["Paused", "Resumed", "Paused"]);

        // Of the fresh mail alone.
        _stack.Mails("marketing")[2].Message.ShouldContain("7d: hard bounces 100 of 100");
    }

    [Fact]
    public async Task SecondResume_IsSeenLikeTheFirst()
    {
        await PausedAndResumedAsync();
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100, sentAt: TimeProvider.System.GetUtcNow()).Select(mail => mail.Bounced()));
        _stack.Aws.Ses.SetSending("marketing", enabled: true);
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.AlertKinds("marketing").ShouldBe(["Paused", "Resumed", "Paused", "Resumed"]);
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        // Paused and resumed within a quarter of an hour: its bucket holds the bad mail, so counting begins with the next.
        var state = await _stack.Tables.StateAsync("marketing");
        state.CountFrom.ShouldBe(Bucket.Of(state.ResumedAt!.Value).End);
    }

    [Fact]
    public async Task Pause_LeftAlone_IsNotResumed()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100).Select(mail => mail.Bounced()));

        // So many good ones that the rate is fine again.
        await _stack.FeedAsync(FunctionId.Delivery, _events.Mails(6_000).Select(mail => mail.Delivered()));
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task Pause_OfYesterday_IsRecalledOnce()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100).Select(mail => mail.Bounced()));
        await _stack.Tables.AgeReminderAsync("marketing", TimeSpan.FromHours(25));
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.AlertKinds("marketing").ShouldBe(["Paused", "StillPaused"]);
    }

    private async Task<IReadOnlyList<SesMail>> PausedAndResumedAsync()
    {
        var old = _events.Mails(100, sentAt: TimeProvider.System.GetUtcNow() - Ago);
        await _stack.FeedAsync(FunctionId.Bounce, old.Select(mail => mail.Bounced()));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();

        // As if the pause were of before this quarter of an hour: only then does mail of the current bucket count from the resume on.
        await _stack.Tables.AgePauseAsync("marketing", TimeSpan.FromHours(1));
        _stack.Aws.Ses.SetSending("marketing", enabled: true);
        await _stack.SweepAfterLeaseAsync("marketing");
        return old;
    }
}
