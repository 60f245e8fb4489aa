using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>The second detector: CloudWatch alarms on SES's own metrics.</summary>
public sealed class AlarmTests(ITestOutputHelper output) : IAsyncLifetime
{
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Alarm, FunctionId.Bounce, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Theory]
    [InlineData("alarm/bounce-rate-alarm.json", "marketing", "Reputation.BounceRate")]
    [InlineData("alarm/complaint-rate-alarm.json", "newsletter", "Reputation.ComplaintRate")]
    public async Task Alarm_OfASetsReputation_PausesItOnceAndSaysWhoFoundIt(string file, string set, string metric)
    {
        await AlarmAsync(SamplePayloads.Fresh(file));
        await AlarmAsync(SamplePayloads.Fresh(file));
        await _stack.SweepAfterLeaseAsync(set);

        _stack.Aws.Ses.ConfigurationSets.Where(one => !one.SendingEnabled).Select(one => one.Name).ShouldBe([set]);
        _stack.SendingChanges(set).Count.ShouldBe(1);
        _stack.AlertKinds(set).ShouldBe(["Paused"]);
        _stack.Mails(set)[0].Message.ShouldContain($"SES's own metric {metric} is over");
        (await _stack.Tables.StateAsync(set)).Finding.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("alarm/ok.json")]
    [InlineData("alarm/insufficient-data.json")]
    [InlineData("alarm/another-metric.json")]
    [InlineData("alarm/account-wide.json")]
    public async Task AlarmOfAnotherStateMetricOrScope_PausesNoSet(string file)
    {
        await AlarmAsync(SamplePayloads.Fresh(file));

        _stack.Aws.Ses.ConfigurationSets.ShouldAllBe(set => set.SendingEnabled);
        _stack.Aws.SesCalls.ShouldAllBe(call => call.Operation != AwsOperation.PutConfigurationSetSendingOptions);
    }

    [Theory]
    [InlineData("null", "no Records")]
    [InlineData("{}", "no Records")]
    [InlineData("""{"Records":null}""", "no Records")]
    [InlineData("""{"Records":[{}]}""", "no Sns")]
    [InlineData("""{"Records":[{"messageId":"1","body":"{}"}]}""", "no Sns")]
    public async Task Payload_ThatIsNoNotificationOfATopic_IsAnErrorAndTheNextIsServed(string payload, string said)
    {
        var invocation = await _stack.Deployment.InvokeAsync(FunctionId.Alarm, payload);

        invocation.Error.ShouldNotBeNull().ErrorMessage.ShouldContain(said);
        await AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow()));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
    }

    [Fact]
    public async Task Alarm_BesideOurOwnCounters_PausesOnce()
    {
        await Task.WhenAll(
            AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow())),
            _stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 110).Mails(100).Select(mail => mail.Bounced())));

        _stack.SendingChanges("marketing").Count.ShouldBe(1);
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task AlarmFromBeforeAResume_DoesNotPauseAgain()
    {
        var stale = AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow());
        await AlarmAsync(stale);
        _stack.Aws.Ses.SetSending("marketing", enabled: true);
        await _stack.SweepAfterLeaseAsync("marketing");
        _stack.AlertKinds("marketing").ShouldBe(["Paused", "Resumed"]);

        await AlarmAsync(stale);
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.SendingChanges("marketing").Count.ShouldBe(1);

        // SES computes its metrics afresh after a resume: a new finding is about new mail.
        await AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow()));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task Alarm_WhileObserving_KeepsTheLevelUntilItIsOver()
    {
        await _stack.Tables.SetPolicyAsync("marketing", ("MODE", "Observe"));
        await AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow()));
        await _stack.Tables.AgeChangeAsync("marketing", TimeSpan.FromHours(30));
        await _stack.SweepAsync();
        _stack.AlertKinds("marketing").ShouldBe(["Critical"]);

        await AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow(), state: "OK"));
        await _stack.Tables.AgeChangeAsync("marketing", TimeSpan.FromHours(30));
        await _stack.SweepAsync();
        _stack.AlertKinds("marketing").ShouldBe(["Critical", "Recovered"]);
    }

    [Fact]
    public async Task Alarm_WhileObserving_PausesWhenTheModeBecomesEnforce()
    {
        await _stack.Tables.SetPolicyAsync("marketing", ("MODE", "Observe"));
        await AlarmAsync(AlarmEvents.OfBounceRate("marketing", TimeProvider.System.GetUtcNow()));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        await _stack.Tables.SetPolicyAsync("marketing", ("MODE", "Enforce"));
        await _stack.Tables.AgeChangeAsync("marketing", TimeSpan.FromHours(1));
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Critical", "Paused"]);
    }

    [Fact]
    public async Task Alarm_WhileSesFails_IsFinishedByTheSweep()
    {
        _stack.Aws.Faults.Deny(AwsOperation.PutConfigurationSetSendingOptions);
        await AlarmAsync(SamplePayloads.Fresh("alarm/bounce-rate-alarm.json"));
        _stack.Aws.Faults.Clear();
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
        _stack.Mails("marketing")[0].Message.ShouldContain("SES's own metric Reputation.BounceRate is over");
    }

    private async Task AlarmAsync(string payload) => (await _stack.Deployment.InvokeAsync(FunctionId.Alarm, payload)).Error.ShouldBeNull();
}
