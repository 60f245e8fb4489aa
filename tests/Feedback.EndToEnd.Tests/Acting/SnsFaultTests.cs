using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>The alarm topic or CloudWatch misbehave: neither holds up a pause.</summary>
public sealed class SnsFaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Alert_ThatCannotBePublished_ComesWithALaterSweepOnce(bool denied)
    {
        if (denied)
        {
            _stack.Aws.Faults.Deny(AwsOperation.Publish);
        }
        else
        {
            _stack.Aws.Faults.Fail(AwsOperation.Publish);
        }

        await _stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 60).Mails(100).Select(mail => mail.Bounced()));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        _stack.Aws.Mails.ShouldBeEmpty();

        await _stack.SweepAfterLeaseAsync("marketing");
        _stack.AlertKinds("marketing").ShouldBeEmpty();

        _stack.Aws.Faults.Clear();
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
        _stack.SendingChanges("marketing").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Alert_ThatHangs_LeavesTimeToAnswerTheQueue()
    {
        await _stack.WarmUpAsync(FunctionId.Bounce);
        _stack.Aws.Faults.Hang(AwsOperation.Publish, TimeSpan.FromMinutes(2));
        var messages = SqsBatches.Messages(new MailGenerator(seed: 63).Mails(30).Select(mail => mail.Bounced()));

        (await _stack.BatchAsync(FunctionId.Bounce, messages, remaining: TimeSpan.FromSeconds(10))).ShouldBeEmpty();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.Aws.Faults.Clear();
        await _stack.SweepAfterLeaseAsync("marketing");
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task ResumeWhileNoAlertGetsOut_IsSeenAllTheSame()
    {
        var events = new MailGenerator(seed: 64);
        _stack.Aws.Faults.Deny(AwsOperation.Publish);
        await _stack.FeedAsync(FunctionId.Bounce, events.Mails(100, sentAt: TimeProvider.System.GetUtcNow().AddHours(-2)).Select(mail => mail.Bounced()));
        await _stack.Tables.AgePauseAsync("marketing", TimeSpan.FromHours(1));
        _stack.Aws.Ses.SetSending("marketing", enabled: true);
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Enabled);

        // Who enables a set must not thereby take it out of all watch.
        await _stack.FeedAsync(FunctionId.Bounce, events.Mails(100, sentAt: TimeProvider.System.GetUtcNow()).Select(mail => mail.Bounced()));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
    }

    [Fact]
    public async Task Metrics_ThatCannotBePublished_DoNotFailTheSweep()
    {
        _stack.Aws.Faults.Deny(AwsOperation.PutMetricData);
        await _stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 61).Mails(10).Select(mail => mail.Bounced("Transient", "MailboxFull")));
        await _stack.SweepAsync();
        _stack.Aws.Metrics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Metrics_OfASweep_AreFractionsBySet()
    {
        var mails = new MailGenerator(seed: 62).Mails(1_000);
        await _stack.FeedAsync(FunctionId.Bounce, [.. mails.Skip(35).Select(mail => mail.Delivered()), .. mails.Take(35).Select(mail => mail.Bounced())]);
        await _stack.Tables.MakeDueAsync(ReputationEntity.ConfigurationSet("marketing"));
        await _stack.SweepAsync();

        // 3.5 % is a warning: only sets in trouble have metrics of their own.
        _stack.Aws.Metrics.ShouldContain(
            metric => metric.Name == "BounceRate" && metric.Dimensions.GetValueOrDefault("ConfigurationSet") == "marketing" && metric.Value == 0.035);
        _stack.Aws.Metrics.ShouldContain(metric => metric.Name == "Attempts" && metric.Dimensions.Count == 0 && metric.Value == 1_000);
    }
}
