using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>SES does not answer.</summary>
public sealed class SesHangTests(ITestOutputHelper output) : SesTrouble(output)
{
    [Fact]
    public async Task Hang_BeyondTheDeadline_LeavesTimeToAnswerTheQueue()
    {
        Stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2));

        // Ten seconds to the deadline, five of which are kept back.
        await BlastAsync(remaining: TimeSpan.FromSeconds(10));

        (await Stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        await ShouldBePausedAndToldOnceAsync();
    }

    [Fact]
    public async Task Hang_WhileTwoSetsBreach_KeepsNeitherFromItsPause()
    {
        Stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2));
        var bodies = Events.Mails(Blast, "marketing").Concat(Events.Mails(Blast, "newsletter")).Select(mail => mail.Bounced());
        (await Stack.BatchAsync(FunctionId.Bounce, SqsBatches.Messages(bodies), TimeSpan.FromSeconds(10))).ShouldBeEmpty();

        Stack.Aws.Faults.Clear();
        await Stack.SweepAfterLeaseAsync("marketing");
        await Stack.SweepAfterLeaseAsync("newsletter");
        Stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        Stack.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
    }

    [Fact]
    public async Task Hang_OfOneCall_IsGivenUpAndRepeated()
    {
        Stack.Aws.Faults.Hang(Put, TimeSpan.FromMinutes(2), calls: 1);

        await BlastAsync();

        await ShouldBePausedAndToldOnceAsync();
    }
}
