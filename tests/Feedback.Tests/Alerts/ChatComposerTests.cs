using System.Text.Json;
using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

public sealed class ChatComposerTests
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<AlertKind>()];

    /// <summary>A message with another name, or with a number where the schema has a text, would be dropped without a word.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_AnyKind_FollowsTheSchema(string kind)
    {
        var chat = Chat(State(Enum.Parse<AlertKind>(kind)));

        Names(chat).ShouldBe(["content", "metadata", "version", "source", "id"], ignoreOrder: true);
        (Text(chat, "version"), Text(chat, "source")).ShouldBe(("1.0", "custom"));
        var content = chat.GetProperty("content");
        Names(content).ShouldBe(["textType", "title", "description", "nextSteps", "keywords"], ignoreOrder: true);
        Text(content, "textType").ShouldBe("client-markdown");
        Text(content, "title").Length.ShouldBeInRange(1, 250);
        Text(content, "description").Length.ShouldBeInRange(1, 8_000);
        Texts(content, "nextSteps").ShouldNotBeEmpty();
        Texts(content, "keywords").ShouldBe([kind, "marketing", "eu-west-1"]);
        var metadata = chat.GetProperty("metadata");
        Names(metadata).ShouldBe(["threadId", "summary", "eventType", "relatedResources", "additionalContext"], ignoreOrder: true);
        Text(metadata, "eventType").ShouldBe(kind);
        metadata.GetProperty("additionalContext").EnumerateObject().ShouldAllBe(fact => fact.Value.ValueKind == JsonValueKind.String);
    }

    [Fact]
    public void Compose_APause_SaysWhatHappenedWhyAndWhatToDo()
    {
        var content = Chat(State(AlertKind.Paused)).GetProperty("content");

        Text(content, "title").ShouldBe("PAUSED: marketing, 6.2% hard bounces in 1h (eu-west-1, 123456789012)");
        Text(content, "description").ShouldBe(
            """
            Configuration set marketing is CRITICAL and was PAUSED. SES refuses its mail until it is resumed.
            77 of 1,240 attempts hard-bounced in 1h (6.2%). Warning is 2%, critical 4%.
            2026-11-18 12:00 UTC, account 123456789012, Region eu-west-1
            """);
        Texts(content, "nextSteps").ShouldBe(
        [
            "Stop the mailing that causes it and clean its list. Then resume: `feedback resume marketing --reason \"...\"`",
            "or with the AWS command line: `aws sesv2 put-configuration-set-sending-options --configuration-set-name marketing"
                + " --sending-enabled --region eu-west-1`",
            "or in the console: https://eu-west-1.console.aws.amazon.com/ses/home?region=eu-west-1#/configuration-sets/marketing",
            "Details: `feedback status marketing`",
        ]);
    }

    [Fact]
    public void Compose_AlertsOfOneSet_AreOneThread()
    {
        AlertKind[] kinds = [AlertKind.Warning, AlertKind.Paused, AlertKind.Resumed];

        kinds.Select(kind => Text(Chat(State(kind)).GetProperty("metadata"), "threadId")).Distinct()
            .ShouldBe(["feedback/123456789012/eu-west-1/set/marketing"]);
        Text(Chat(State(AlertKind.Paused, "newsletter")).GetProperty("metadata"), "threadId").ShouldEndWith("/set/newsletter");
    }

    [Fact]
    public void Compose_TwoAlertsOfASet_HaveIdsOfTheirOwn()
    {
        var next = State(AlertKind.Resumed) with { Alert = new PendingAlert(AlertKind.Resumed, Version: 7) };

        Text(Chat(State(AlertKind.Paused)), "id").ShouldBe("feedback/123456789012/eu-west-1/set/marketing/6");
        Text(Chat(next), "id").ShouldEndWith("/7");
    }

    [Fact]
    public void Compose_AReasonThatMentionsTheChannel_MentionsNoOne()
    {
        var state = State(AlertKind.Resumed) with { Alert = new PendingAlert(AlertKind.Resumed, 6, "ann: <!channel> & co") };

        Text(Chat(state).GetProperty("content"), "description").ShouldContain("\nann: &lt;!channel&gt; &amp; co\n");
    }

    [Fact]
    public void Compose_AReasonWithoutEnd_IsCut()
    {
        var state = State(AlertKind.Resumed) with { Alert = new PendingAlert(AlertKind.Resumed, 6, new string('x', 20_000)) };

        Text(Chat(state).GetProperty("content"), "description").Length.ShouldBe(8_000);
    }

    [Fact]
    public void Compose_Evidence_NamesDomainsAndTypes()
    {
        var sample = new AlertSample([new ReputationEvent(World.Noon, "Permanent/General", "example.org", "feedback-1")]);

        var description = Text(Chat(State(AlertKind.Paused), sample).GetProperty("content"), "description");

        description.ShouldContain("\nRecipient domains: example.org (1)\nBounce and complaint types: Permanent/General (1)\n");
    }

    [Theory]
    [InlineData("eu-west-1", "arn:aws:", "https://eu-west-1.console.aws.amazon.com/")]
    [InlineData("cn-north-1", "arn:aws-cn:", "https://cn-north-1.console.amazonaws.cn/")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:", "https://us-gov-west-1.console.amazonaws-us-gov.com/")]
    public void Compose_EachPartition_NamesTheSetAndTheConsoleThere(string region, string arn, string console)
    {
        var chat = Chat(State(AlertKind.Paused), deployment: new Deployment("123456789012", region));

        Texts(chat.GetProperty("metadata"), "relatedResources").ShouldHaveSingleItem()
            .ShouldBe($"{arn}ses:{region}:123456789012:configuration-set/marketing");
        Texts(chat.GetProperty("content"), "nextSteps").ShouldContain(step => step.Contains(console, StringComparison.Ordinal));
    }

    private static JsonElement Chat(EntityState state, AlertSample? sample = null, Deployment? deployment = null) => JsonDocument.Parse(
        AlertComposer.Compose(state, Policy.Default, sample ?? AlertSample.None, deployment ?? World.Deployment).Chat).RootElement;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
