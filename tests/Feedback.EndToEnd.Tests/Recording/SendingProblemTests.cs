using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Rejects, rendering failures and delivery delays, through the function that counts them.</summary>
public sealed class SendingProblemTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 96);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Delivery, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Problems_HoweverOftenTheyCome_AreCountedOnceAndInNoRate()
    {
        var mails = _events.Mails(60);
        string[] bodies =
        [
            .. mails.Take(20).Select(mail => mail.Rejected()),
            .. mails.Skip(20).Take(30).Select(mail => mail.RenderingFailed()),
            .. mails.Skip(50).Select(mail => mail.Delayed()),
        ];
        await _stack.FeedAsync(FunctionId.Delivery, bodies);
        await _stack.FeedAsync(FunctionId.Delivery, _events.Shuffled(bodies));
        await _stack.SweepAsync();

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(Tally.Zero with { Problems = new SendingProblems(20, 30, 10) });
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).Problems.ShouldBe(new SendingProblems(20, 30, 10));
        (await _stack.Tables.SuppressionsAsync()).ShouldBeEmpty();
        _stack.Aws.Mails.ShouldBeEmpty();
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
    }

    [Fact]
    public async Task Delay_ThenTheDelivery_CountsBoth()
    {
        var mails = _events.Mails(200);
        await _stack.FeedAsync(FunctionId.Delivery, mails.Take(20).Select(mail => mail.Delayed()));
        await _stack.FeedAsync(FunctionId.Delivery, mails.Select(mail => mail.Delivered()));

        (await _stack.Tables.TallyAsync("marketing"))
            .ShouldBe(new Tally(200, 200, 0, 0, 0) { Problems = new SendingProblems(0, 0, 20) });
    }
}
