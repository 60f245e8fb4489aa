using System.Text.Json;
using Amazon.SimpleNotificationService.Model;
using Feedback.Alerts;
using Feedback.Aws.Sns;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;

namespace Feedback.Tests.Aws.Sns;

public sealed class SnsAlarmTopicTests : IAsyncLifetime
{
    private static readonly AlertMail Mail = new(
        "PAUSED: news 6.21 % bounces in 1h",
        "77 of 1240 attempts bounced hard in 1h (6.21 %)\n",
        new Dictionary<string, string> { ["kind"] = "Paused", ["level"] = "Critical", ["entity"] = "news" },
        """{"kind":"Paused","note":"ü & \"quoted\" <tag>"}""");

    private LocalAws _aws = null!;
    private SnsAlarmTopic _topic = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _aws.AddTopic("alarms");
        _aws.AddTopic("team");
        _topic = new SnsAlarmTopic(_aws.SnsClient(), TestSettings.Default);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task PublishAsync_AnAlert_ArrivesWithItsAttributes()
    {
        await _topic.PublishAsync(Mail, topicArn: null, CancellationToken.None);

        var mail = _aws.Mails.ShouldHaveSingleItem();
        mail.TopicArn.ShouldBe(TestSettings.Default.AlarmTopicArn);
        mail.Subject.ShouldBe(Mail.Subject);
        mail.Message.ShouldBe(Mail.Text);
        mail.Attributes.Keys.ShouldBe(["kind", "level", "entity", SnsAlarmTopic.JsonAttribute], ignoreOrder: true);
        mail.Attributes["kind"].ShouldBe("Paused");
        mail.Attributes["level"].ShouldBe("Critical");
        mail.Attributes["entity"].ShouldBe("news");
    }

    [Fact]
    public async Task PublishAsync_AnAlert_BringsTheSameFactsAsJson()
    {
        await _topic.PublishAsync(Mail, topicArn: null, CancellationToken.None);

        using var json = JsonDocument.Parse(_aws.Mails[0].Attributes[SnsAlarmTopic.JsonAttribute]);
        json.RootElement.GetProperty("note").GetString().ShouldBe("ü & \"quoted\" <tag>");
    }

    [Fact]
    public async Task PublishAsync_ATopicOfItsOwn_GoesThere()
    {
        await _topic.PublishAsync(Mail, "arn:aws:sns:eu-west-1:123456789012:team", CancellationToken.None);

        _aws.Mails.ShouldHaveSingleItem().TopicArn.ShouldEndWith(":team");
    }

    [Fact]
    public async Task PublishAsync_NoSuchTopic_Throws() =>
        await Should.ThrowAsync<NotFoundException>(() => _topic.PublishAsync(Mail, "arn:aws:sns:eu-west-1:123456789012:nowhere", CancellationToken.None));
}
