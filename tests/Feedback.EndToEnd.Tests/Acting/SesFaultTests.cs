using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Feedback.Reputation;
using Feedback.Sending;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>SES misbehaves while a set has to be paused. No message is ever failed for that, and sweeps bring it to its end.</summary>
public sealed class SesFaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const AwsOperation Put = AwsOperation.PutConfigurationSetSendingOptions;
    private const AwsOperation Get = AwsOperation.GetConfigurationSet;

    private readonly SesEvents events = new(seed: 50);
    private FeedbackStack stack = null!;

    public async Task InitializeAsync() => stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Fact]
    public async Task Throttling_ForAFewCalls_IsWaitedOut()
    {
        stack.Aws.Faults.Throttle(Get, calls: 2);
        stack.Aws.Faults.Throttle(Put, calls: 3);

        await BlastAsync();

        await ShouldBePausedAndToldOnceAsync();
        stack.Switches("marketing").Count(call => call.Applied).ShouldBe(1);
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("failing")]
    [InlineData("denied")]
    [InlineData("lying")]
    public async Task Pause_WhileSesRefuses_IsFinishedByALaterSweep(string how)
    {
        Break(Put, how);
        await BlastAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        (await stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(100);

        // Still broken a minute later; too soon to get anybody out of bed.
        await stack.SweepAfterLeaseAsync("marketing");
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        stack.Told("marketing").ShouldBeEmpty();

        // Recovered, but another sweep is at it.
        stack.Aws.Faults.Clear();
        var tries = stack.Switches("marketing").Count;
        await stack.SweepAsync();
        stack.Switches("marketing").Count.ShouldBe(tries);

        await stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("failing")]
    [InlineData("denied")]
    public async Task Look_BeforeThePause_ThatFailsIsRepeatedByALaterSweep(string how)
    {
        Break(Get, how);
        await BlastAsync();

        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        stack.Switches("marketing").ShouldBeEmpty();

        stack.Aws.Faults.Clear();
        await stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task ReadBack_ThatFails_IsRepeatedByALaterSweep()
    {
        // The look before the pause succeeds.
        stack.Aws.AfterApply = call =>
        {
            if (call.Operation == Put)
            {
                stack.Aws.Faults.Fail(Get);
            }

            return Task.CompletedTask;
        };
        await BlastAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        stack.Told("marketing").ShouldBeEmpty();

        stack.Aws.AfterApply = null;
        stack.Aws.Faults.Clear();
        await stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
        (await stack.Tables.StateAsync("marketing")).PausedBy.ShouldBe(PausedBy.Feedback);
    }

    [Fact]
    public async Task Hang_BeyondTheDeadline_LeavesTimeToAnswerTheQueue()
    {
        stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2));

        // Eight seconds to the deadline, five of which are kept back.
        await BlastAsync(remaining: TimeSpan.FromSeconds(8));

        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        stack.Aws.Faults.Clear();
        await stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task Hang_WhileTwoSetsBreach_KeepsNeitherFromItsPause()
    {
        stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2));
        var bodies = events.Mails(50, "marketing").Concat(events.Mails(50, "newsletter")).Select(mail => mail.Bounced());
        (await stack.BatchAsync(FunctionId.Bounce, Local.Lambda.SqsBatches.Messages(bodies), TimeSpan.FromSeconds(8))).ShouldBeEmpty();

        stack.Aws.Faults.Clear();
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("newsletter");
        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        stack.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
    }

    [Fact]
    public async Task Hang_OfOneCall_IsGivenUpAndRepeated()
    {
        stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2), calls: 1);

        await BlastAsync();

        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task ConfigurationSet_ThatSesDoesNotKnow_IsToldOnceAndTriedNoMore()
    {
        stack.Aws.Ses.DeleteConfigurationSet("marketing");
        await BlastAsync();
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("marketing");

        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        stack.Told("marketing").ShouldBe(["AlreadyPaused"]);
        stack.Mails("marketing")[0].Message.ShouldContain("SES knows no configuration set of this name");
        stack.Switches("marketing").ShouldBeEmpty();
    }

    [Fact]
    public async Task ConfigurationSet_PausedBySomebodyElse_IsLeftToThem()
    {
        stack.Aws.Ses.SetSending("marketing", enabled: false);
        await BlastAsync();
        await stack.SweepAfterLeaseAsync("marketing");

        (await stack.Tables.StateAsync("marketing")).PausedBy.ShouldBe(PausedBy.Elsewhere);
        stack.Told("marketing").ShouldBe(["AlreadyPaused"]);
        stack.Switches("marketing").ShouldBeEmpty();
    }

    [Fact]
    public async Task ConfigurationSet_PausedByHandWhileSesRefusesUs_IsPaused()
    {
        stack.Aws.Faults.Deny(Put);
        await BlastAsync();
        await stack.Tables.AgePauseAsync("marketing", TimeSpan.FromMinutes(4));
        await stack.SweepAfterLeaseAsync("marketing");
        stack.Told("marketing").ShouldBe(["PauseFailing"]);

        // As that mail asks for.
        stack.Aws.Ses.SetSending("marketing", enabled: false);
        await stack.SweepAfterLeaseAsync("marketing");

        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        stack.Told("marketing").ShouldBe(["PauseFailing", "Paused"]);
    }

    [Fact]
    public async Task Pauses_OfManySetsAtOnce_KeepToTheRateSesTakes()
    {
        string[] sets = ["marketing", "newsletter", "transactional"];
        stack.Aws.Faults.LimitRate(Put, calls: 1, TimeSpan.FromMilliseconds(950));

        await stack.FeedAsync(FunctionId.Bounce, sets.SelectMany(set => events.Mails(33, set)).Select(mail => mail.Bounced()));

        stack.Aws.Ses.ConfigurationSets.ShouldAllBe(set => !set.SendingEnabled);
        sets.ShouldAllBe(set => stack.Switches(set).Count == 1);
    }

    [Fact]
    public async Task PauseFailing_LongerThanThreeMinutes_IsToldOnceAndEndsInThePause()
    {
        stack.Aws.Faults.Deny(Put);
        await BlastAsync();
        stack.Told("marketing").ShouldBeEmpty();

        await stack.Tables.AgePauseAsync("marketing", TimeSpan.FromMinutes(4));
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("marketing");

        stack.Told("marketing").ShouldBe(["PauseFailing"]);
        stack.Mails("marketing")[0].Message.ShouldContain("STILL SENDS");
        stack.Mails("marketing")[0].Message.ShouldContain("not authorized to perform: ses:PutConfigurationSetSendingOptions");
        stack.Mails("marketing")[0].Message.ShouldContain("--no-sending-enabled");

        stack.Aws.Faults.Clear();
        await stack.SweepAfterLeaseAsync("marketing");
        stack.Told("marketing").ShouldBe(["PauseFailing", "Paused"]);
        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
    }

    [Fact]
    public async Task Sweep_WhileOneSetFails_StillPausesTheOthers()
    {
        stack.Aws.Faults.Fail(Put);
        await stack.FeedAsync(FunctionId.Bounce, events.Mails(50, "marketing").Concat(events.Mails(50, "newsletter")).Select(mail => mail.Bounced()));
        stack.Aws.Faults.Clear();
        stack.Aws.Ses.DeleteConfigurationSet("marketing");
        await stack.Tables.ExpireLeaseAsync("newsletter");
        await stack.SweepAfterLeaseAsync("marketing");

        stack.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
        stack.Told("newsletter").ShouldBe(["Paused"]);
    }

    private void Break(AwsOperation operation, string how)
    {
        switch (how)
        {
            case "throttled":
                stack.Aws.Faults.Throttle(operation);
                break;
            case "failing":
                stack.Aws.Faults.Fail(operation);
                break;
            case "denied":
                stack.Aws.Faults.Deny(operation);
                break;
            default:
                stack.Aws.Faults.Lie(operation);
                break;
        }
    }

    private async Task BlastAsync(TimeSpan? remaining = null)
    {
        var messages = Local.Lambda.SqsBatches.Messages(events.Mails(100).Select(mail => mail.Bounced()));
        (await stack.BatchAsync(FunctionId.Bounce, messages, remaining)).ShouldBeEmpty();
    }

    private async Task ShouldBePausedAndToldOnceAsync()
    {
        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        var state = await stack.Tables.StateAsync("marketing");
        state.Sending.ShouldBe(SendingStatus.Paused);
        state.Level.ShouldBe(Level.Critical);
        state.IsUnfinished.ShouldBeFalse();
        stack.Told("marketing").ShouldBe(["Paused"]);
    }
}
