using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>A set's own policy decides about that set alone.</summary>
public sealed class PolicyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 90);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Delivery);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Theory]
    [InlineData("MODE", "Observe", "Critical")]
    [InlineData("MODE", "Off", null)]
    [InlineData("BOUNCE_CRITICAL_PERCENT", "12", "Warning")]
    [InlineData("MINIMUM_BOUNCES", "101", null)]
    [InlineData("BOUNCE_REPRESENTATIVE_VOLUME", "10", "Paused")]
    public async Task Policy_OfOneSet_LeavesTheOthersAsTheyAre(string part, string value, string? told)
    {
        await _stack.Tables.SetPolicyAsync("transactional", (part, value));
        foreach (var set in new[] { "transactional", "marketing" })
        {
            var mails = _events.Mails(1_000, set);
            await _stack.FeedAsync(FunctionId.Delivery, mails.Skip(100).Select(mail => mail.Delivered()));
            await _stack.FeedAsync(FunctionId.Bounce, mails.Take(100).Select(mail => mail.Bounced()));
        }

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.Aws.Ses.IsSending("transactional").ShouldBe(told != "Paused");
        _stack.AlertKinds("transactional").ShouldBe(told is null ? [] : [told]);
        (await _stack.Tables.SendingAsync("transactional")).ShouldBe(told == "Paused" ? SendingStatus.Paused : SendingStatus.Enabled);
    }
}
