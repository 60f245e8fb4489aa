using Feedback.Deciding;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>SES does not say whether a set sends.</summary>
public sealed class SesReadTests(ITestOutputHelper output) : SesTrouble(output)
{
    [Theory]
    [InlineData("throttled")]
    [InlineData("failing")]
    [InlineData("denied")]
    public async Task Look_BeforeThePause_ThatFailsIsRepeatedByALaterSweep(string how)
    {
        Break(Get, how);
        await BlastAsync();

        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Stack.SendingChanges("marketing").ShouldBeEmpty();

        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task ReadBack_ThatFails_IsRepeatedByALaterSweep()
    {
        // The look before the pause succeeds.
        Stack.Aws.AfterApply = call =>
        {
            if (call.Operation == Put)
            {
                Stack.Aws.Faults.Fail(Get);
            }

            return Task.CompletedTask;
        };
        await BlastAsync();

        Stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Stack.AlertKinds("marketing").ShouldBeEmpty();

        Stack.Aws.AfterApply = null;
        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
        (await Stack.Tables.StateAsync("marketing")).PausedBy.ShouldBe(PausedBy.Feedback);
    }
}
