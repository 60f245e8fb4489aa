using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Stack;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>SES throttles, fails, refuses, lies, or doesn't know the set.</summary>
public sealed class SesFaultTests(ITestOutputHelper output) : SesTrouble(output)
{
    [Fact]
    public async Task Throttling_ForAFewCalls_IsWaitedOut()
    {
        Stack.Aws.Faults.Throttle(Get, calls: 2);
        Stack.Aws.Faults.Throttle(Put, calls: 3);

        await BlastAsync();

        await ShouldBePausedAndToldOnceAsync();
        Stack.SendingChanges("marketing").Count(call => call.Applied).ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_ForGood_MakesACallForEachTurnAndLeavesTheRestToTheSweep()
    {
        Break(Put, "throttled");

        await BlastAsync();

        // The SDK would have repeated each of them, without a turn.
        Stack.SendingChanges("marketing").Count.ShouldBe(4);
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

        Stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        (await Stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(Blast);

        // Still broken a minute later, which is too soon to wake on-call.
        await Stack.SweepAfterLeaseAsync("marketing");
        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Stack.AlertKinds("marketing").ShouldBeEmpty();

        // Recovered, but another sweep is at it.
        Stack.Aws.Faults.Clear();
        var tries = Stack.SendingChanges("marketing").Count;
        await Stack.SweepAsync();
        Stack.SendingChanges("marketing").Count.ShouldBe(tries);

        await Stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task ConfigurationSet_ThatSesDoesNotKnow_IsToldOnceAndTriedNoMore()
    {
        Stack.Aws.Ses.DeleteConfigurationSet("marketing");
        await BlastAsync();
        await Stack.SweepAfterLeaseAsync("marketing");
        await Stack.SweepAfterLeaseAsync("marketing");

        (await Stack.Tables.SendingAsync("marketing")).ShouldNotBe(SendingStatus.Pausing);
        Stack.AlertKinds("marketing").ShouldBe(["AlreadyPaused"]);
        Stack.Mails("marketing")[0].Message.ShouldContain("SES has no configuration set of this name.");
    }

    [Fact]
    public async Task ConfigurationSet_PausedElsewhere_StaysPaused()
    {
        Stack.Aws.Ses.SetSending("marketing", enabled: false);
        await BlastAsync();
        await Stack.SweepAfterLeaseAsync("marketing");

        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        Stack.AlertKinds("marketing").ShouldBe(["Paused"]);
        Stack.SendingChanges("marketing").Count.ShouldBe(1);
    }

    [Fact]
    public async Task ConfigurationSet_PausedByHandWhileSesRefusesUs_IsPaused()
    {
        Stack.Aws.Faults.Deny(Put);
        await BlastAsync();
        await Stack.Tables.AgePauseAsync("marketing", TimeSpan.FromMinutes(4));
        await Stack.SweepAfterLeaseAsync("marketing");
        Stack.AlertKinds("marketing").ShouldBe(["PauseFailing"]);

        // As that mail asks for.
        Stack.Aws.Ses.SetSending("marketing", enabled: false);
        await Stack.SweepAfterLeaseAsync("marketing");

        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        Stack.AlertKinds("marketing").ShouldBe(["PauseFailing", "Paused"]);
    }

    [Fact]
    public async Task PauseFailing_LongerThanThreeMinutes_IsToldOnceAndEndsInThePause()
    {
        Stack.Aws.Faults.Deny(Put);
        await BlastAsync();
        Stack.AlertKinds("marketing").ShouldBeEmpty();

        await Stack.Tables.AgePauseAsync("marketing", TimeSpan.FromMinutes(4));
        await Stack.SweepAfterLeaseAsync("marketing");
        await Stack.SweepAfterLeaseAsync("marketing");
        await Stack.SweepAfterLeaseAsync("marketing");

        Stack.AlertKinds("marketing").ShouldBe(["PauseFailing"]);
        Stack.Mails("marketing")[0].Message.ShouldContain("STILL SENDS");
        Stack.Mails("marketing")[0].Message.ShouldContain("not authorized to perform: ses:PutConfigurationSetSendingOptions");
        Stack.Mails("marketing")[0].Message.ShouldContain("--no-sending-enabled");

        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        Stack.AlertKinds("marketing").ShouldBe(["PauseFailing", "Paused"]);
        Stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
    }

    [Fact]
    public async Task Sweep_WhileOneSetFails_StillPausesTheOthers()
    {
        Stack.Aws.Faults.Fail(Put);
        await Stack.FeedAsync(FunctionId.Bounce, Events.Mails(50, "marketing").Concat(Events.Mails(50, "newsletter")).Select(mail => mail.Bounced()));
        Stack.Aws.Faults.Clear();
        Stack.Aws.Ses.DeleteConfigurationSet("marketing");
        await Stack.Tables.ExpireLeaseAsync("newsletter");
        await Stack.SweepAfterLeaseAsync("marketing");

        Stack.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
        Stack.AlertKinds("newsletter").ShouldBe(["Paused"]);
    }
}
