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
    public async Task ReadBack_ThatFails_IsRepeatedByALaterSweepWithoutAnotherCall(string how)
    {
        Break(Get, how);
        await BlastAsync();

        Stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Stack.AlertKinds("marketing").ShouldBeEmpty();

        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
        Stack.SendingChanges("marketing").Count.ShouldBe(1);
        (await Stack.Tables.StateAsync("marketing")).PausedBy.ShouldBe(PausedBy.Feedback);
    }
}
