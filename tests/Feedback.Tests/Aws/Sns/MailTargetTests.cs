using System.Text.Json;
using Amazon.SimpleNotificationService.Model;
using Feedback.Alerts;
using Feedback.Aws.Sns;
using Feedback.Deciding;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Feedback.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Aws.Sns;

public sealed class MailTargetTests : IAsyncLifetime
{
    private static readonly Alert Alert = new(new AlertMail(
        "PAUSED: news, 6.2% hard bounces in 1h (eu-west-1, 123456789012)",
        "77 of 1,240 attempts hard-bounced in 1h (6.2%)\n",
        new Dictionary<string, string> { ["kind"] = "Paused", ["level"] = "Critical", ["entity"] = "news" },
        """{"kind":"Paused","note":"ü & \"quoted\" <tag>"}"""), Chat: "{}", Page: null);

    private readonly TestClock _clock = new(World.Noon);
    private LocalAws _aws = null!;
    private MailTarget _target = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _aws.AddTopic("alarms");
        _aws.AddTopic("team");
        _target = new MailTarget(new AlertTopics(_aws.SnsClient(), _clock), TestSettings.Default, NullLogger<MailTarget>.Instance);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task PublishAsync_AnAlert_ArrivesWithItsAttributes()
    {
        await _target.PublishAsync(Alert, Policy.Default, CancellationToken.None);

        var mail = _aws.Mails.ShouldHaveSingleItem();
        mail.TopicArn.ShouldBe(TestSettings.Default.AlarmTopicArn);
        mail.Subject.ShouldBe(Alert.Mail.Subject);
        mail.Message.ShouldBe(Alert.Mail.Text);
        mail.Attributes.Keys.ShouldBe(["kind", "level", "entity", AlertTopics.JsonAttribute], ignoreOrder: true);
        mail.Attributes["kind"].ShouldBe("Paused");
        mail.Attributes["level"].ShouldBe("Critical");
        mail.Attributes["entity"].ShouldBe("news");
    }

    [Fact]
    public async Task PublishAsync_AnAlert_BringsTheSameFactsAsJson()
    {
        await _target.PublishAsync(Alert, Policy.Default, CancellationToken.None);

        using var json = JsonDocument.Parse(_aws.Mails[0].Attributes[AlertTopics.JsonAttribute]);
        json.RootElement.GetProperty("note").GetString().ShouldBe("ü & \"quoted\" <tag>");
    }

    [Fact]
    public async Task PublishAsync_ATopicOfItsOwn_GoesThere()
    {
        await _target.PublishAsync(Alert, OwnTopic("team"), CancellationToken.None);

        _aws.Mails.ShouldHaveSingleItem().TopicArn.ShouldEndWith(":team");
    }

    [Fact]
    public async Task PublishAsync_TheSetsOwnTopicIsGone_TellsTheDeployments()
    {
        await _target.PublishAsync(Alert, OwnTopic("nowhere"), CancellationToken.None);

        var mail = _aws.Mails.ShouldHaveSingleItem();
        mail.TopicArn.ShouldBe(TestSettings.Default.AlarmTopicArn);
        mail.Message.ShouldEndWith("\nThe set's own alarm topic did not take this alert: arn:aws:sns:eu-west-1:123456789012:nowhere\n");
    }

    [Fact]
    public async Task PublishAsync_TheSetsOwnTopicDoesNotAnswer_TellsTheDeploymentsWithinTheLease()
    {
        var (arrived, answers) = (new TaskCompletionSource(), new TaskCompletionSource());
        _aws.BeforeApply = _ =>
        {
            _aws.BeforeApply = null;
            arrived.SetResult();
            return answers.Task;
        };

        var publishing = _target.PublishAsync(Alert, OwnTopic("team"), CancellationToken.None);
        await arrived.Task;
        _clock.Advance(MailTarget.OwnTopicBudget);
        await publishing;

        _aws.Mails.ShouldHaveSingleItem().TopicArn.ShouldBe(TestSettings.Default.AlarmTopicArn);
        answers.SetResult();
        (MailTarget.OwnTopicBudget + AlertTopics.Budget).ShouldBeLessThan(EntityState.Lease);
    }

    [Fact]
    public async Task PublishAsync_NoTopicTakesIt_Throws()
    {
        var target = new MailTarget(
            new AlertTopics(_aws.SnsClient(), _clock),
            TestSettings.Default with { AlarmTopicArn = "arn:aws:sns:eu-west-1:123456789012:gone" },
            NullLogger<MailTarget>.Instance);

        await Should.ThrowAsync<NotFoundException>(() => target.PublishAsync(Alert, OwnTopic("nowhere"), CancellationToken.None));
    }

    private static Policy OwnTopic(string name) => Policy.Default with { AlarmTopicArn = $"arn:aws:sns:eu-west-1:123456789012:{name}" };
}
