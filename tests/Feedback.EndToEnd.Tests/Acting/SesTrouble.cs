using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>SES misbehaves while a set has to be paused. No message is ever failed for that, and sweeps bring it to its end.</summary>
public abstract class SesTrouble(ITestOutputHelper output) : IAsyncLifetime
{
    private protected const AwsOperation Put = AwsOperation.PutConfigurationSetSendingOptions;
    private protected const AwsOperation Get = AwsOperation.GetConfigurationSet;

    /// <summary>Enough to be sure of, and little enough to be recorded soon on a busy machine.</summary>
    private protected const int Blast = 30;

    private protected MailGenerator Events { get; } = new(seed: 50);

    private protected FeedbackStack Stack { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);
        await Stack.WarmUpAsync(FunctionId.Bounce);
    }

    public async Task DisposeAsync() => await Stack.DisposeAsync();

    private protected void Break(AwsOperation operation, string how)
    {
        switch (how)
        {
            case "throttled":
                Stack.Aws.Faults.Throttle(operation);
                break;
            case "failing":
                Stack.Aws.Faults.Fail(operation);
                break;
            case "denied":
                Stack.Aws.Faults.Deny(operation);
                break;
            default:
                Stack.Aws.Faults.Lie(operation);
                break;
        }
    }

    private protected async Task BlastAsync(TimeSpan? remaining = null)
    {
        var messages = SqsBatches.Messages(Events.Mails(Blast).Select(mail => mail.Bounced()));
        (await Stack.BatchAsync(FunctionId.Bounce, messages, remaining)).ShouldBeEmpty();
    }

    private protected async Task ShouldBePausedAndToldOnceAsync()
    {
        Stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        var state = await Stack.Tables.StateAsync("marketing");
        state.Sending.ShouldBe(SendingStatus.Paused);
        state.Level.ShouldBe(Level.Critical);
        state.IsUnfinished.ShouldBeFalse();
        Stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }
}
