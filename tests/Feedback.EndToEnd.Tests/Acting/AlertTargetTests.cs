using System.Text.Json;
using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services.Sns;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>A deployment with a chat and a pager beside the mailbox.</summary>
public sealed class AlertTargetTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string PagerArn = "arn:aws:sns:eu-west-1:123456789012:pager";

    private readonly MailGenerator _events = new(seed: 120);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation)
        {
            Parameters = new Dictionary<string, string> { ["ChatTopicEnabled"] = "true", ["PagerTopicArn"] = PagerArn },
        });
        _stack.Aws.AddTopic("pager");
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Pause_OfASet_IsToldOnceToMailboxChatAndPager()
    {
        var messages = SqsBatches.Messages(_events.Mails(100).Select(mail => mail.Bounced()));

        (await _stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
        (await _stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
        await _stack.SweepAfterLeaseAsync("marketing");

        var (mail, chat, page) = (Single("AlarmTopic"), Single("ChatTopic"), Single("pager"));
        mail.Subject.ShouldBe("PAUSED: marketing, 100% hard bounces in 1h (eu-west-1, 123456789012)");
        chat.Subject.ShouldBe(mail.Subject);
        Json(chat).GetProperty("content").GetProperty("title").GetString().ShouldBe(mail.Subject);
        Json(chat).GetProperty("metadata").GetProperty("threadId").GetString().ShouldBe("feedback/123456789012/eu-west-1/set/marketing");
        page.Subject.ShouldBe("ALARM: \"Feedback-marketing\" in eu-west-1");
        State(page).ShouldBe(("Feedback-marketing", "ALARM"));
    }

    [Fact]
    public async Task Resume_OfAPausedSet_ClosesTheIncident()
    {
        await PauseAsync(sentAt: TimeProvider.System.GetUtcNow().AddHours(-2));
        await _stack.Tables.AgePauseAsync("marketing", TimeSpan.FromHours(1));
        _stack.Aws.Ses.SetSending("marketing", enabled: true);
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");

        Of("pager").Select(State).ShouldBe([("Feedback-marketing", "ALARM"), ("Feedback-marketing", "OK")]);
        Of("ChatTopic").Select(chat => Json(chat).GetProperty("metadata").GetProperty("threadId").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Warning_OfASet_DoesNotPage()
    {
        await _stack.Tables.SetPolicyAsync("marketing", ("MODE", "Observe"));

        await PauseAsync();

        Single("AlarmTopic").Subject.ShouldNotBeNull().ShouldStartWith("CRITICAL: marketing");
        Single("ChatTopic").Subject.ShouldBe(Single("AlarmTopic").Subject);
        Of("pager").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_OfATopicThatFails_ComesLaterAndRepeatsNoMail()
    {
        _stack.Aws.Sns.DeleteTopic("pager");
        await PauseAsync();
        Of("pager").ShouldBeEmpty();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);

        _stack.Aws.AddTopic("pager");
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");

        State(Single("pager")).ShouldBe(("Feedback-marketing", "ALARM"));
        Single("AlarmTopic").ShouldNotBeNull();
        Single("ChatTopic").ShouldNotBeNull();
    }

    private Task PauseAsync(DateTimeOffset? sentAt = null) =>
        _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100, sentAt: sentAt).Select(mail => mail.Bounced()));

    private PublishedMail Single(string topic) => Of(topic).ShouldHaveSingleItem();

    private IReadOnlyList<PublishedMail> Of(string topic) =>
        [.. _stack.Mails("marketing").Where(mail => mail.TopicArn.EndsWith(":" + topic, StringComparison.Ordinal))];

    private static JsonElement Json(PublishedMail published) => JsonDocument.Parse(published.Message).RootElement;

    private static (string? Name, string? State) State(PublishedMail page) =>
        (Json(page).GetProperty("AlarmName").GetString(), Json(page).GetProperty("NewStateValue").GetString());
}
