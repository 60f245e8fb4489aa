using Feedback.Alerts;
using Feedback.Aws.Sns;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;
using Feedback.Reputation;
using Feedback.Tests.Alerts;
using Feedback.Tests.Fakes;
using Feedback.Tests.Shared;

namespace Feedback.Tests.Aws.Sns;

/// <summary>The targets that a deployment may have: chat and pager.</summary>
public sealed class OptionalTargetTests : IAsyncLifetime
{
    private const string Account = "arn:aws:sns:eu-west-1:123456789012:";

    private static readonly Alert Paused = AlertStates.ComposeAll(AlertStates.State(AlertKind.Paused));
    private static readonly Alert Warning = AlertStates.ComposeAll(AlertStates.State(AlertKind.Warning));

    private readonly TestClock _clock = new(World.Noon);
    private LocalAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _aws.AddTopic("chat");
        _aws.AddTopic("pager");
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public void Wants_ADeploymentWithoutThem_Nothing() => Targets(TestSettings.Default).ShouldAllBe(target => !target.Wants(Paused) && !target.Wants(Warning));

    [Fact]
    public void Wants_AWarning_TheChatAloneDoes() =>
        Targets(Both).Select(target => (target.Name, target.Wants(Paused), target.Wants(Warning))).ShouldBe([("chat", true, true), ("pager", true, false)]);

    [Fact]
    public async Task PublishAsync_APause_PutsEachFormOnItsTopic()
    {
        foreach (var target in Targets(Both))
        {
            await target.PublishAsync(Paused, Policy.Default with { AlarmTopicArn = Account + "team" }, CancellationToken.None);
        }

        var (chat, pager) = (Published("chat"), Published("pager"));
        (chat.Subject, chat.Message).ShouldBe((Paused.Mail.Subject, Paused.Chat));
        (pager.Subject, pager.Message).ShouldBe((Paused.Page!.Subject, Paused.Page.Json));
        new[] { chat, pager }.ShouldAllBe(published => published.Attributes["kind"] == "Paused" && published.Attributes["entity"] == "marketing");
    }

    private static Settings Both => TestSettings.Default with { ChatTopicArn = Account + "chat", PagerTopicArn = Account + "pager" };

    private IReadOnlyList<IAlertTarget> Targets(Settings settings)
    {
        var topics = new AlertTopics(_aws.SnsClient(), _clock);
        return [new ChatTarget(topics, settings), new PagerTarget(topics, settings)];
    }

    private PublishedMail Published(string topic) => _aws.Mails.Where(mail => mail.TopicArn == Account + topic).ShouldHaveSingleItem();
}
