using Amazon.SimpleEmailV2.Model;
using Feedback.Aws.Ses;
using Feedback.Configuration;
using Feedback.Local.Services;
using Feedback.Reporting;
using Feedback.Tests.Aws.DynamoDb;

namespace Feedback.Tests.Aws.Ses;

[Collection(DatabaseCollection.Name)]
public sealed class SesDigestMailerTests(DatabaseFixture database) : IAsyncLifetime
{
    private static readonly DigestMail Mail = new("Digest 2026-11-17: all quiet", "text\n", "<p>h&auml;\"</p>");

    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    private SesDigestMailer Mailer
    {
        get
        {
            var digest = new DigestSettings(["team@example.com", "lead@example.com"], "Feedback <feedback@example.com>", "feedback-digest");
            var settings = _bench.Settings with { Digest = digest, SesInterval = TimeSpan.FromMilliseconds(1) };
            return new SesDigestMailer(_aws.SesClient(), new SesRateLimiter(_bench.Dynamo, settings, TimeProvider.System), settings);
        }
    }

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "digest-mail");
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddConfigurationSet("feedback-digest");
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task SendAsync_Always_GivesSesBothParts()
    {
        (await Mailer.SendAsync(Mail, CancellationToken.None)).ShouldNotBeNullOrEmpty();

        var call = _aws.SesCalls.ShouldHaveSingleItem();
        (call.Operation, call.Name, call.Applied).ShouldBe((AwsOperation.SendEmail, "feedback-digest", true));
        call.Recipients.ShouldBe(["team@example.com", "lead@example.com"]);
        var sent = call.Mail.ShouldNotBeNull();
        (sent.From, sent.Subject, sent.Text, sent.Html).ShouldBe(("Feedback <feedback@example.com>", Mail.Subject, Mail.Text, Mail.Html));
        sent.Headers.ShouldBe(new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" });
    }

    [Fact]
    public async Task SendAsync_ThrottledOnce_SendsOneMail()
    {
        _aws.Faults.Throttle(AwsOperation.SendEmail, calls: 1);

        await Mailer.SendAsync(Mail, CancellationToken.None);

        _aws.SesCalls.Count(call => call.Applied).ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_AccountPaused_SaysSo()
    {
        _aws.Ses.SendingEnabled = false;

        await Should.ThrowAsync<SendingPausedException>(() => Mailer.SendAsync(Mail, CancellationToken.None));
        _aws.SesCalls.Count.ShouldBe(1);
    }
}
