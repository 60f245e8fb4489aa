using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Reporting;

/// <summary>From events of SES, through the tables, to one mail a day.</summary>
public sealed class DigestTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Team = "team@example.com";

    private readonly MailGenerator _events = new(seed: 102);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync()
    {
        // The functions take the time from the machine, and a test must not begin on one day and end on the next.
        var left = TimeSpan.FromDays(1) - TimeProvider.System.GetUtcNow().TimeOfDay;
        if (left < TimeSpan.FromMinutes(3))
        {
            await Task.Delay(left);
        }

        _stack = await FeedbackStack.StartAsync(
            output,
            new StackOptions(FunctionId.Bounce, FunctionId.Delivery, FunctionId.Digest)
            {
                Parameters = new Dictionary<string, string>
                {
                    ["DigestRecipients"] = $"{Team},lead@example.com",
                    ["DigestSender"] = "feedback@example.org",
                    ["DigestIdentity"] = "example.org",
                },
            });
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    private static DateTimeOffset Yesterday => new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(-12), TimeSpan.Zero);

    private IReadOnlyList<SesCall> Sent => [.. _stack.Aws.SesCalls.Where(call => call.Operation == AwsOperation.SendEmail)];

    [Fact]
    public async Task Digest_OfADayWithAPause_IsSentOnceToAll()
    {
        var mails = Enumerable.Range(0, 300).Select(_ => _events.Mail(sentAt: Yesterday)).ToList();
        await _stack.FeedAsync(FunctionId.Delivery, mails.Skip(30).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, mails.Take(30).Select(mail => mail.Bounced()));

        (await RunAsync()).ShouldBeNull();
        (await RunAsync()).ShouldBeNull();

        var sent = Sent.ShouldHaveSingleItem();
        (sent.Applied, sent.Name).ShouldBe((true, "feedback-digest"));
        sent.Recipients.ShouldBe([Team, "lead@example.com"]);
        var mail = sent.Mail.ShouldNotBeNull();
        mail.From.ShouldBe("feedback@example.org");
        mail.Subject.ShouldBe($"Digest {Yesterday:yyyy-MM-dd}: 1 paused (eu-west-1, 123456789012)");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Text.ShouldNotBeNull().ShouldContain("marketing: PAUSED\n  hard bounces 30 of 300 = 10%\n");
        mail.Html.ShouldNotBeNull().ShouldContain("hard bounces 30 of 300 = 10%");
        _stack.Log.ShouldContain(line => line.Contains("DigestSent") && !line.Contains("DigestSentBefore"));

        // No recipient of the mail is named, neither to the readers of the digest nor in the log.
        mails.ShouldAllBe(one => !mail.Text.Contains(one.Recipient) && !mail.Html.Contains(one.Recipient));
        _stack.Log.ShouldAllBe(line => !line.Contains('@'));
    }

    [Fact]
    public async Task Digest_OfToday_CountsWhatCameOnTheSuppressionList()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(25).Select(mail => mail.Bounced()));

        var counts = await _stack.Tables.ListChangesAsync(TimeProvider.System.GetUtcNow());

        counts.ShouldBe(new Dictionary<string, long> { ["HardBounce"] = 25 });
    }

    [Fact]
    public async Task Digest_OfADayWithoutMail_IsSentToo()
    {
        (await RunAsync()).ShouldBeNull();

        Sent.ShouldHaveSingleItem().Mail!.Subject.ShouldContain(": no mail (");
    }

    [Fact]
    public async Task Digest_ThatSesRefused_IsSentByTheNextRun()
    {
        _stack.Aws.Faults.Deny(AwsOperation.SendEmail);
        (await RunAsync()).ShouldNotBeNull().ErrorType.ShouldBe("FunctionFailedException");
        _stack.Aws.Faults.Clear();

        (await RunAsync()).ShouldBeNull();

        Sent.Count(call => call.Applied).ShouldBe(1);
    }

    private async Task<FunctionError?> RunAsync() =>
        (await _stack.Deployment.InvokeAsync(FunctionId.Digest, SamplePayloads.Text("reputation/schedule.json"))).Error;
}
